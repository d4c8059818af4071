import { objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { centsOf, isWithin, numberOf, type Period, periodOf, sayable, wholeOf } from './read.ts';

/** A TMF620 productOfferingPrice (v4), tax included. */
export interface Price {
  id: string;
  name: string;
  kind: 'recurring' | 'oneTime' | 'usage' | 'discount';
  /** Negative for a discount. */
  cents: number;
  unit: string;
  period: string;
  taxRate: number;
  validFor: Period;
  /** Months that a promotion lasts; undefined for ever. */
  months: number | undefined;
  /** Per cent of the recurring price instead of an amount, as TMF620's `percentage` has it. */
  percentage: number | undefined;
  /** Values that must have been chosen for it to apply, by name of the characteristic. */
  when: ReadonlyMap<string, ReadonlySet<string>>;
  body: Resource;
}

function kindOf(priceType: string): Price['kind'] {
  if (/discount|alteration|promotion/i.test(priceType)) return 'discount';
  if (/usage/i.test(priceType)) return 'usage';
  return /recurr/i.test(priceType) && !/non-?recurr/i.test(priceType) ? 'recurring' : 'oneTime';
}

/** Values that must have been chosen for a price to apply, by name of the characteristic. */
export function conditionsOf(body: Resource): Map<string, ReadonlySet<string>> {
  const pairs = objects(body['prodSpecCharValueUse']).flatMap((use): [string, ReadonlySet<string>][] => {
    const name = text(use['name']);
    const values = objects(use['productSpecCharacteristicValue']).flatMap(({ value }) => sayable(value) ?? []);
    return name === undefined || values.length === 0 ? [] : [[name, new Set(values)]];
  });
  return new Map(pairs);
}

function monthsOf(body: Resource): number | undefined {
  const [duration] = objects(objects(body['productOfferingTerm'])[0]?.['duration']);
  const amount = wholeOf(duration?.['amount']);
  if (amount === undefined) return undefined;
  return /^year/i.test(text(duration?.['units']) ?? '') ? amount * 12 : amount;
}

export function priceOf(body: Resource): Price {
  return {
    id: body.id,
    name: text(body['name']) ?? body.id,
    kind: kindOf(text(body['priceType']) ?? ''),
    cents: centsOf(body['price']) ?? 0,
    unit: text(objects(body['price'])[0]?.['unit']) ?? 'EUR',
    period: text(body['recurringChargePeriodType']) ?? 'month',
    taxRate: numberOf(objects(body['tax'])[0]?.['taxRate']) ?? 0,
    validFor: periodOf(body['validFor']),
    months: monthsOf(body),
    percentage: numberOf(body['percentage']),
    when: conditionsOf(body),
    body,
  };
}

/** Prices that apply at a moment to what was chosen. */
export function pricesAt(prices: readonly Price[], now: number, chosen: ReadonlyMap<string, readonly string[]> = new Map()): Price[] {
  const isMet = ({ when }: Price) => [...when].every(([name, values]) => chosen.get(name)?.some((value) => values.has(value)));
  return prices.filter((price) => isWithin(price.validFor, now) && isMet(price));
}

/** What an offering costs, in cents with tax. */
export interface Cost {
  once: number;
  /** While promotions last. */
  monthly: number;
  /** After the last promotion has ended. */
  monthlyAfter: number;
  /** Months until then. */
  promotionMonths: number;
}

const YEAR = 12;
const perMonth = (cents: number, period: string): number => (/^year/i.test(period) ? Math.round(cents / YEAR) : cents);

/** Adds prices up; percentages are taken from the recurring price they lower. */
export function costOf(prices: readonly Price[]): Cost {
  const of = (kind: Price['kind']) => prices.filter((price) => price.kind === kind);
  const standing = of('recurring').reduce((sum, { cents, period }) => sum + perMonth(cents, period), 0);
  const off = of('discount').map((price) => ({
    months: price.months,
    cents: price.percentage === undefined ? price.cents : -Math.round((standing * Math.abs(price.percentage)) / 100),
  }));
  const sum = (list: typeof off) => list.reduce((total, { cents }) => total + cents, 0);
  const lasting = standing + sum(off.filter(({ months }) => months === undefined));
  const passing = off.filter(({ months }) => months !== undefined);
  return {
    once: of('oneTime').reduce((total, { cents }) => total + cents, 0),
    monthly: Math.max(0, lasting + sum(passing)),
    monthlyAfter: Math.max(0, lasting),
    promotionMonths: Math.max(0, ...passing.map(({ months = 0 }) => months)),
  };
}
