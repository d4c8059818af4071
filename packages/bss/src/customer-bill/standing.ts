import { netOf, round, withTax } from './amounts.ts';
import type { BilledLine, Charge } from './charge.ts';
import { daysBetween, type Period } from './period.ts';
import { monthNumber } from '../world/zone.ts';

/** What is charged for having a product, as it stands. Gross minor units; instants are local midnights. */
export interface Subscription extends BilledLine {
  monthly: number;
  /** Tax in per cent. */
  rate: number;
  /** Agreed without tax: that comes on top, once for all such lines of a bill. */
  isNet?: boolean;
  startedAt: number;
  endedAt?: number;
  /** Once, when it starts. */
  once?: number;
  promotions?: readonly Promotion[];
  /** A device that is paid in so many equal parts, one a month from the month in which it was bought. */
  parts?: number;
  /** What it has cost at which times, where that has changed; in order, the last is what it costs now. */
  prices?: readonly Price[];
}

/** A price a month from then on, until the next. */
export interface Price {
  from: number;
  monthly: number;
  rate: number;
  /** What the product was called at that price, if not as it is now. */
  name?: string;
}

/** So much less each month, from then (its beginning) until then. */
export interface Promotion {
  off: number;
  from?: number;
  until: number;
  /** `Welcome discount` where it has none. */
  name?: string;
}

/** A stretch of a period at one price. */
interface Stretch extends Price {
  to: number;
}

type Amount = Pick<Charge, 'net' | 'tax'>;

const amountOf = ({ isNet = false }: Subscription, gross: number, rate: number): Amount => (isNet ? { net: netOf(gross, rate) } : withTax(gross, rate));

/** The part of a monthly amount that falls between two instants, by whole days: of the net, and of the price that was told. */
function share(subscription: Subscription, gross: number, { rate, from, to, days }: Period & { rate: number }): Amount {
  const part = (amount: number) => round((amount * daysBetween(from, to)) / days);
  const net = part(netOf(gross, rate));
  return subscription.isNet ? { net } : { net, tax: part(gross) - net };
}

const wholeOf = ({ net, tax = 0 }: Amount): number => net + tax;

const minus = (from: Amount, { net, tax }: Amount): Amount => ({ net: from.net - net, ...(tax !== undefined && { tax: (from.tax ?? 0) - tax }) });

/** Where its price has changed within the period, what falls before and after it. */
function stretchesOf({ monthly, rate, startedAt, endedAt = Infinity, prices }: Subscription, period: Period): Stretch[] {
  const all: readonly Price[] = prices?.length ? prices : [{ from: -Infinity, monthly, rate }];
  return all.flatMap((price, at) => {
    // Before its first price it cost the same.
    const from = Math.max(period.from, startedAt, at === 0 ? -Infinity : price.from);
    const to = Math.min(period.to, endedAt, all[at + 1]?.from ?? Infinity);
    return from < to ? [{ ...price, from, to }] : [];
  });
}

/** Everything that falls on one period for one product: its price by days, its set-up, its promotions as far as they go. */
export function standingCharges(subscription: Subscription, period: Period): Charge[] {
  const { rate, startedAt, endedAt = Infinity, once, parts } = subscription;
  if (Math.max(period.from, startedAt) >= Math.min(period.to, endedAt)) return [];
  if (parts !== undefined) return instalments(subscription, parts, period);
  const stretches = stretchesOf(subscription, period).map((stretch) => stretchCharges(subscription, stretch, period));
  const setUp: Charge = { line: lineOf(subscription), rate, at: startedAt, kind: 'one-off', name: `${subscription.name}: set-up`, ...amountOf(subscription, once ?? 0, rate) };
  const [first = [], ...rest] = stretches;
  const [monthly, ...discounts] = first;
  return [...(monthly ? [monthly] : []), ...(startedAt >= period.from && once ? [setUp] : []), ...discounts, ...rest.flat()];
}

function lineOf({ id, identifier, name: own }: Subscription, name = own): BilledLine {
  return { id, name, ...(identifier !== undefined && { identifier }) };
}

/** The price of a stretch and, after it, what promotions take from it: together at most what there is to take from. */
function stretchCharges(subscription: Subscription, { monthly, rate, name, from, to }: Stretch, period: Period): Charge[] {
  const line = lineOf(subscription, name);
  const part = from > period.from || to < period.to ? ', part of a month' : '';
  const { days } = period;
  let left = share(subscription, monthly, { rate, from, to, days });
  const charges: Charge[] = [{ line, rate, at: from, from, to, kind: 'recurring', name: `${line.name}${part}`, ...left, ...daysIn(period, from, to) }];
  for (const { off, until, from: since = from, name: of = 'Welcome discount' } of subscription.promotions ?? []) {
    const [begin, end] = [Math.max(from, since), Math.min(to, until)];
    if (end <= begin) continue;
    const asked = share(subscription, off, { rate, from: begin, to: end, days });
    const taken = wholeOf(asked) < wholeOf(left) ? asked : left;
    left = minus(left, taken);
    charges.push({ line, rate, at: begin, from: begin, to: end, kind: 'discount', name: `${line.name}: ${lowered(of)}`, ...minus(NOTHING, taken), ...daysIn(period, begin, end) });
  }
  return charges;
}

const NOTHING: Amount = { net: 0 };

/** Behind a product's name, "Loyalty discount" goes on in small letters. */
const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The part of a device's price that falls on a period, whole whatever the day; its set-up with the first. */
function instalments(subscription: Subscription, parts: number, period: Period): Charge[] {
  const { name, rate, monthly, startedAt, once } = subscription;
  const part = monthNumber(period.from) - monthNumber(startedAt) + 1;
  if (part > parts) return [];
  const common = { line: lineOf(subscription), rate, at: Math.max(period.from, startedAt) };
  const due: Charge = { ...common, from: period.from, to: period.to, kind: 'instalment', name: `${name}: part ${part} of ${parts}`, ...amountOf(subscription, monthly, rate) };
  return part === 1 && once ? [due, { ...common, kind: 'one-off', name: `${name}: set-up`, ...amountOf(subscription, once, rate) }] : [due];
}

/** So many days of the period's; nothing where it is all of them. */
function daysIn({ days: of }: Period, from: number, to: number): Pick<Charge, 'days'> {
  const charged = daysBetween(from, to);
  return charged < of ? { days: { charged, of } } : {};
}
