import type { Money, OfferPrice, UsagePrice } from '@faceplate/contracts';
import { add, negate, share, sum } from '@faceplate/domain';
import { at, day, lastDay, money, needed, number, records, text, Unreadable, whole } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A promotion or a charging period in months. */
const SOME_MONTHS = [1, 600] as const;

/** More units of anything are used by nobody in a month. */
const MOST_UNITS = 1e9;

/** A part of a price. Discounts are negative. */
export interface PricePart {
  kind: 'once' | 'monthly' | 'off';
  name: string;
  amount: Money;
  /** How long a discount lasts; absent when it has no end. */
  months?: number;
}

/** The price of an offer from its TMF620 productOfferingPrices, tax included. An amount in a foreign currency cannot be shown. */
export const offerPrice = (prices: readonly TmfBody[], currency: string): OfferPrice => priceOf(prices.flatMap((price) => partOf(price, currency) ?? []), currency);

/** What parts come to: once, a month while promotions last, and a month after that. */
export function priceOf(parts: readonly PricePart[], currency: string): OfferPrice {
  const total = (chosen: readonly PricePart[]) => sum(chosen.map(({ amount }) => amount), currency);
  const of = (kind: PricePart['kind']) => parts.filter((part) => part.kind === kind);
  const passing = of('off').filter(({ months }) => months !== undefined);
  const after = add(total(of('monthly')), total(of('off').filter(({ months }) => months === undefined)));
  const price = { once: total(of('once')), monthly: add(after, total(passing)) };
  if (passing.length === 0) return price;
  // Of several promotions the one that ends first decides when the price changes.
  return { ...price, promotion: { months: Math.min(...passing.map(({ months }) => months ?? 0)), monthlyAfter: after } };
}

/** Conditions under which a price applies: name of a characteristic → the values that must have been chosen (TMF620 `prodSpecCharValueUse`). */
export function conditionsOf(price: TmfBody): Map<string, ReadonlySet<string>> {
  const pairs = records(price, 'prodSpecCharValueUse').flatMap((use): [string, ReadonlySet<string>][] => {
    const name = text(use, 'name');
    const values = records(use, 'productSpecCharacteristicValue').flatMap((one) => sayable(at(one, 'value')) ?? []);
    return name === undefined || values.length === 0 ? [] : [[name, new Set(values)]];
  });
  return new Map(pairs);
}

export const sayable = (value: unknown): string | undefined => (typeof value === 'boolean' ? String(value) : text({ value }, 'value'));

/** Prices that hold today for what is chosen. */
export function applying(prices: readonly TmfBody[], chosen: ReadonlyMap<string, string>, { zone, today }: Pick<Setting, 'zone' | 'today'>): TmfBody[] {
  const holds = (price: TmfBody) => (day(zone, price, 'validFor', 'startDateTime') ?? '') <= today && today <= (lastDay(zone, price, 'validFor', 'endDateTime') ?? '9999');
  const isMet = (price: TmfBody) => [...conditionsOf(price)].every(([name, values]) => values.has(chosen.get(name) ?? ''));
  return prices.filter((price) => holds(price) && isMet(price));
}

export function partOf(price: TmfBody, currency: string): PricePart | undefined {
  const type = (text(price, 'priceType') ?? '').toLowerCase().replaceAll(/[^a-z]/g, '');
  if (!['onetime', 'recurring', 'discount'].includes(type)) return undefined;
  const amount = needed(money(currency, price, 'price') ?? money(currency, price, 'price', 'taxIncludedAmount'), 'price');
  if (amount.currency !== currency) throw new Unreadable('price', 'currency');
  const name = text(price, 'name') ?? '';
  if (type === 'onetime') return { kind: 'once', name, amount };
  const monthly = aMonth(price, amount);
  if (type === 'recurring') return { kind: 'monthly', name, amount: monthly };
  const months = whole(SOME_MONTHS, price, 'productOfferingTerm', 'duration', 'amount');
  // Some catalogues write what is taken off without a sign.
  return { kind: 'off', name, amount: monthly.amount > 0 ? negate(monthly) : monthly, ...(months !== undefined && { months }) };
}

/** What recurs otherwise is brought to a month: a yearly price to its twelfth. */
export function aMonth(price: TmfBody, amount: Money): Money {
  const length = whole(SOME_MONTHS, price, 'recurringChargePeriodLength') ?? 1;
  const period = (text(price, 'recurringChargePeriodType') ?? 'month').toLowerCase();
  if (period.startsWith('month')) return length === 1 ? amount : share(amount, 1, length);
  if (/^(year|annual)/.test(period)) return share(amount, 1, 12 * length);
  if (period.startsWith('quarter')) return share(amount, 1, 3 * length);
  throw new Unreadable('recurringChargePeriodType', 'senseless');
}

/**
 * What use beyond an offer costs. TMF620 prices it by the `unitOfMeasure`; steps and what is included are extensions of
 * ours (`tiers`, `includedQuantity`). One in another currency, or of no unit, cannot be shown.
 */
export function usagePrices(prices: readonly TmfBody[], currency: string): UsagePrice[] {
  return prices.filter((price) => /^usage/i.test(text(price, 'priceType') ?? '')).flatMap((price) => usagePrice(price, currency));
}

function usagePrice(price: TmfBody, currency: string): UsagePrice[] {
  const unit = text(price, 'unitOfMeasure', 'units') ?? text(price, 'unitOfMeasure');
  const per = whole([1, 1_000_000], price, 'unitOfMeasure', 'amount') ?? 1;
  const name = text(price, 'usageName') ?? text(price, 'name');
  const steps = at(price, 'tiers') === undefined ? [price] : records(price, 'tiers');
  const tiers = steps.flatMap((step) => tierOf(step, currency, per) ?? []);
  if (unit === undefined || name === undefined || tiers.length === 0 || tiers.length < steps.length) return [];
  const included = unitsIn(price, 'includedQuantity');
  return [{ name, unit, tiers, ...(included !== undefined && { included }) }];
}

function tierOf(step: TmfBody, currency: string, per: number): UsagePrice['tiers'][number] | undefined {
  const each = money(currency, step, 'price') ?? money(currency, step, 'price', 'taxIncludedAmount');
  if (each?.currency !== currency) return undefined;
  const upTo = unitsIn(step, 'upTo');
  return { each: per === 1 ? each : share(each, 1, per), ...(upTo !== undefined && { upTo }) };
}

function unitsIn(value: TmfBody, name: string): number | undefined {
  const units = number(value, name);
  return units !== undefined && units > 0 && units <= MOST_UNITS ? units : undefined;
}
