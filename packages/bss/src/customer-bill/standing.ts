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
  /** So much less each month until then. */
  promotion?: { off: number; until: number };
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
  const base = { line, rate, at: from, from, to };
  const monthly = share(subscription.monthly, rate, period, from, to);
  const charges: Charge[] = [{ ...base, kind: 'recurring', name: `${name}${part}`, net: monthly }];
  if (startedAt >= period.from && once) {
    charges.push({ line, rate, at: startedAt, kind: 'one-off', name: `${name}: set-up`, net: netOf(once, rate) });
  }
  const cheapUntil = Math.min(to, promotion?.until ?? -Infinity);
  if (promotion && cheapUntil > from) {
    const off = Math.min(share(promotion.off, rate, period, from, cheapUntil), monthly);
    charges.push({ ...base, to: cheapUntil, kind: 'discount', name: `${name}: welcome discount`, net: -off });
  }
  return charges;
}
