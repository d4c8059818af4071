import { pricesOf } from '../catalogue/catalogue.ts';
import type { Offering } from '../catalogue/offering.ts';
import { type Price, pricesAt } from '../catalogue/prices.ts';
import { moneyOf, sayable } from '../catalogue/read.ts';
import type { JsonObject } from '../surface/body.ts';
import type { Shelf } from './shelf.ts';

/** What is left of a price with tax in it; half a cent goes away from zero. */
function netOf({ cents, taxRate }: Pick<Price, 'cents' | 'taxRate'>): number {
  const net = (cents * 100) / (100 + taxRate);
  return Math.sign(net) * Math.round(Math.abs(net)) + 0;
}

const moneyIn = (cents: number, unit: string) => ({ ...moneyOf(cents, unit), '@type': 'Money' });

function amounts(price: Price): JsonObject {
  const { cents, unit, taxRate } = price;
  return { '@type': 'Price', taxIncludedAmount: moneyIn(cents, unit), dutyFreeAmount: moneyIn(netOf(price), unit), taxRate };
}

function alteration(price: Price, standing: Price, index: number): JsonObject {
  const cents = price.percentage === undefined ? price.cents : -Math.round((standing.cents * Math.abs(price.percentage)) / 100);
  return {
    '@type': 'PriceAlteration',
    name: price.name,
    priceType: 'recurring',
    priority: index + 1,
    ...(price.months !== undefined && { applicationDuration: price.months }),
    price: amounts({ ...price, cents, taxRate: standing.taxRate }),
  };
}

function priceBody(price: Price, discounts: readonly Price[]): JsonObject {
  return {
    '@type': 'ConfigurationPrice',
    name: price.name,
    priceType: price.kind,
    productOfferingPrice: { id: price.id, name: price.name, '@type': 'ProductOfferingPriceRef', '@referredType': 'ProductOfferingPrice' },
    ...(price.kind === 'recurring' && { recurringChargePeriod: { amount: 1, units: price.period } }),
    price: amounts(price),
    ...(discounts.length > 0 && { priceAlteration: discounts.map((one, index) => alteration(one, price, index)) }),
  };
}

/** Prices of an offering for the values chosen; discounts stand on the recurring price that they lower. */
export function configurationPrices(shelf: Shelf, offering: Offering, values: ReadonlyMap<string, readonly unknown[]>): JsonObject[] {
  const chosen = new Map([...values].map(([name, list]) => [name, list.flatMap((value) => sayable(value) ?? [])]));
  const prices = pricesAt(pricesOf(shelf.catalogue, offering), shelf.now, chosen);
  const discounts = prices.filter(({ kind }) => kind === 'discount');
  const charges = prices.filter(({ kind }) => kind !== 'discount');
  const lowered = charges.find(({ kind }) => kind === 'recurring');
  return charges.map((price) => priceBody(price, price === lowered ? discounts : []));
}
