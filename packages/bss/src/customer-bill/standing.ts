import { netOf, round } from './amounts.ts';
import type { BilledLine, Charge } from './charge.ts';
import { daysBetween, type Period } from './period.ts';

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
  const part = from > period.from || to < period.to ? ', part of a month' : '';
  const line = { id, name, ...(identifier !== undefined && { identifier }) };
  const net = share(subscription.monthly, rate, period, from, to);
  const monthly: Charge = { line, rate, at: from, from, to, kind: 'recurring', name: `${name}${part}`, net };
  const charges = [monthly];
  if (startedAt >= period.from && once) {
    charges.push({ line, rate, at: startedAt, kind: 'one-off', name: `${name}: set-up`, net: netOf(once, rate) });
  }
  return promotion ? [...charges, ...discount(monthly, line, promotion, period, { from, to })] : charges;
}

/** A promotion takes at most what there is to take from. */
function discount(monthly: Charge, line: BilledLine, { off, until }: Promotion, period: Period, { from, to }: Omit<Period, 'days'>): Charge[] {
  const cheapUntil = Math.min(to, until);
  if (cheapUntil <= from) return [];
  const net = -Math.min(share(off, monthly.rate, period, from, cheapUntil), monthly.net);
  return [{ ...monthly, to: cheapUntil, kind: 'discount', name: `${line.name}: welcome discount`, net }];
}
