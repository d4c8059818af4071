import { netOf, round } from './amounts.ts';
import type { BilledLine, Charge } from './charge.ts';
import { daysBetween, type Period } from './period.ts';
import { monthNumber } from '../world/zone.ts';

/** What is charged for having a product, as it stands. Gross minor units; instants are local midnights. */
export interface Subscription extends BilledLine {
  monthly: number;
  /** Tax in per cent. */
  rate: number;
  startedAt: number;
  endedAt?: number;
  /** Once, when it starts. */
  once?: number;
  promotion?: Promotion;
  /** A device that is paid in so many equal parts, one a month from the month in which it was bought. */
  parts?: number;
}

/** So much less each month until then. */
interface Promotion {
  off: number;
  until: number;
}

/** The part of a monthly amount that falls between two instants, by whole days. */
function share(gross: number, rate: number, { days }: Period, from: number, to: number): number {
  return round((netOf(gross, rate) * daysBetween(from, to)) / days);
}

/** Everything that falls on one period for one product: its price by days, its set-up, its promotion as far as it goes. */
export function standingCharges(subscription: Subscription, period: Period): Charge[] {
  const { id, name, identifier, rate, startedAt, endedAt = Infinity, once, promotion } = subscription;
  const from = Math.max(period.from, startedAt);
  const to = Math.min(period.to, endedAt);
  if (from >= to) return [];
  if (subscription.parts !== undefined) return instalments(subscription, subscription.parts, period);
  const part = from > period.from || to < period.to ? ', part of a month' : '';
  const line = { id, name, ...(identifier !== undefined && { identifier }) };
  const net = share(subscription.monthly, rate, period, from, to);
  const monthly: Charge = { line, rate, at: from, from, to, kind: 'recurring', name: `${name}${part}`, net, ...daysIn(period, from, to) };
  const charges = [monthly];
  if (startedAt >= period.from && once) {
    charges.push({ line, rate, at: startedAt, kind: 'one-off', name: `${name}: set-up`, net: netOf(once, rate) });
  }
  return promotion ? [...charges, ...discount(monthly, line, promotion, period, { from, to })] : charges;
}

/** The part of a device's price that falls on a period, whole whatever the day; its set-up with the first. */
function instalments({ id, name, identifier, rate, monthly, startedAt, once }: Subscription, parts: number, period: Period): Charge[] {
  const part = monthNumber(period.from) - monthNumber(startedAt) + 1;
  if (part > parts) return [];
  const common = { line: { id, name, ...(identifier !== undefined && { identifier }) }, rate, at: Math.max(period.from, startedAt) };
  const due: Charge = { ...common, from: period.from, to: period.to, kind: 'instalment', name: `${name}: part ${part} of ${parts}`, net: netOf(monthly, rate) };
  return part === 1 && once ? [due, { ...common, kind: 'one-off', name: `${name}: set-up`, net: netOf(once, rate) }] : [due];
}

/** A promotion takes at most what there is to take from. */
function discount(monthly: Charge, line: BilledLine, { off, until }: Promotion, period: Period, { from, to }: Omit<Period, 'days'>): Charge[] {
  const cheapUntil = Math.min(to, until);
  if (cheapUntil <= from) return [];
  const net = -Math.min(share(off, monthly.rate, period, from, cheapUntil), monthly.net);
  const { days: _own, ...rest } = monthly;
  return [{ ...rest, to: cheapUntil, kind: 'discount', name: `${line.name}: welcome discount`, net, ...daysIn(period, from, cheapUntil) }];
}

/** So many days of the period's; nothing where it is all of them. */
function daysIn({ days: of }: Period, from: number, to: number): Pick<Charge, 'days'> {
  const charged = daysBetween(from, to);
  return charged < of ? { days: { charged, of } } : {};
}
