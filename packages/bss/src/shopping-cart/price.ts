import { chosenOf, holdsFor, pricedAt } from '../catalogue/chosen.ts';
import { refsOf } from '../catalogue/read.ts';
import type { Act } from '../nouns/noun.ts';
import { type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';

/** Whole cents with tax in them, for one piece or for a sum. */
export interface Price {
  once: number;
  monthly: number;
  /** Per cent. */
  taxRate: number;
  /** What is taken off for a time, in TMF's PriceAlteration form. */
  alterations: Json[];
}

const cents = (money: unknown): number => Math.round(Number(objects(money)[0]?.['value'] ?? 0) * 100);

/** When prices are asked, and of whom: by lists, which hold nothing. Whoever fills a cart must not wait for all who fill theirs with the same. */
interface Asking {
  readonly tx: Pick<StoreReader, 'list'>;
  readonly now: Date;
}

async function byId({ tx }: Asking, resource: string, ids: readonly string[]): Promise<Map<string, Resource>> {
  const { rows } = await tx.list(resource, { where: [oneOf('id', ...ids)] });
  return new Map(rows.map(({ body }) => [body.id, body]));
}

/** What an offering costs today for what an item chooses of it, or on the last day it was sold; undefined when the catalogue does not have it. */
async function priceOf(asking: Asking, offeringId: string, item: Json): Promise<Price | undefined> {
  const offering = (await byId(asking, 'productOffering', [offeringId])).get(offeringId);
  if (!offering) return undefined;
  const [chosen, moment] = [chosenOf(offering, item), pricedAt(offering, asking.now)];
  const ids = refsOf(offering['productOfferingPrice']).map(({ id }) => id);
  const known = await byId(asking, 'productOfferingPrice', ids);
  const price: Price = { once: 0, monthly: 0, taxRate: 0, alterations: [] };
  for (const found of ids.flatMap((id) => known.get(id) ?? [])) {
    if (holdsFor(found, chosen, moment)) add(price, found);
  }
  return price;
}

function add(price: Price, found: Json): void {
  price.taxRate = Number(objects(found['tax'])[0]?.['taxRate'] ?? price.taxRate);
  const amount = cents(found['price']);
  if (found['priceType'] === 'recurring') price.monthly += amount;
  else if (found['priceType'] === 'oneTime') price.once += amount;
  else if (found['priceType'] === 'discount') price.alterations.push(alteration(found, amount));
}

function alteration(found: Json, amount: number): Json {
  const months = Number(objects(objects(found['productOfferingTerm'])[0]?.['duration'])[0]?.['amount'] ?? 0);
  return {
    name: text(found['name']) ?? 'Discount',
    priceType: 'recurring',
    recurringChargePeriod: 'month',
    applicationDuration: months,
    priority: 1,
    price: { taxIncludedAmount: { unit: 'EUR', value: amount / 100 } },
  };
}

/** Half away from zero. */
const netOf = (gross: number, rate: number) => Math.sign(gross) * Math.round((Math.abs(gross) * 100) / (100 + rate));

const money = (amount: number) => ({ unit: 'EUR', value: amount / 100 });

/** So many pieces of it. */
export const times = (price: Price, quantity: number): Price => ({
  ...price,
  once: price.once * quantity,
  monthly: price.monthly * quantity,
  alterations: price.alterations.map((one) => alterationTimes(one, quantity)),
});

const alterationTimes = (one: Json, quantity: number): Json => ({ ...one, price: { taxIncludedAmount: money(cents(objects(one['price'])[0]?.['taxIncludedAmount']) * quantity) } });

const tmfPrice = (gross: number, net: number, taxRate: number) => ({ taxIncludedAmount: money(gross), dutyFreeAmount: money(net), taxRate });

/** As TMF's cart, quote and order have prices: what recurs each month, then what is paid once. */
export function priceLines({ once, monthly, taxRate, alterations }: Price): Json[] {
  return [
    {
      name: 'Monthly', priceType: 'recurring', recurringChargePeriod: 'month',
      price: tmfPrice(monthly, netOf(monthly, taxRate), taxRate),
      ...(alterations.length > 0 && { priceAlteration: alterations }),
    },
    { name: 'Once', priceType: 'oneTime', price: tmfPrice(once, netOf(once, taxRate), taxRate) },
  ];
}

/** The sum of several, its net the sum of theirs, so that a total never says more or less than its lines. */
export function totalLines(prices: readonly Price[]): Json[] {
  const sum = (value: (price: Price) => number) => prices.reduce((total, price) => total + value(price), 0);
  const rates = new Set(prices.map(({ taxRate }) => taxRate));
  const rate = rates.size === 1 ? { taxRate: [...rates][0] } : {};
  const line = (part: 'monthly' | 'once') => ({
    taxIncludedAmount: money(sum((price) => price[part])),
    dutyFreeAmount: money(sum((price) => netOf(price[part], price.taxRate))),
    ...rate,
  });
  return [
    { name: 'Monthly', priceType: 'recurring', recurringChargePeriod: 'month', price: line('monthly') },
    { name: 'Once', priceType: 'oneTime', price: line('once') },
  ];
}

/** What a line of a cart, quote or order costs, its parts left to its own price. */
export async function priceOfLine(act: Pick<Act, 'tx' | 'now'>, item: Json): Promise<Price | undefined> {
  const offeringId = text(objects(item['productOffering'])[0]?.['id']);
  const piece = offeringId === undefined ? undefined : await priceOf(act, offeringId, item);
  const quantity = Number(item['quantity'] ?? 1);
  return piece && Number.isSafeInteger(quantity) && quantity >= 0 ? times(piece, quantity) : undefined;
}
