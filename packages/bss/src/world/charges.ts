import type { Account } from './accounts.ts';
import { netOf, round, sum, VAT } from './amounts.ts';
import type { Charge } from './charge.ts';
import type { Draft } from './draft.ts';
import { type Line, promotionEnd } from './lines.ts';
import { usageOf } from './usage.ts';
import { DAY, dayIn, daysIn } from './zone.ts';

/** What an account is charged for one local month, line by line. */
export function chargesOf(draft: Draft, account: Account, month: number, paidLate: boolean): Charge[] {
  const lines = account.lines.filter(({ startedAt, endedAt = Infinity }) => startedAt < dayIn(month + 1) && endedAt > dayIn(month));
  const charges = lines.flatMap((line) => [...standing(line, month), ...usageOf(draft, line, month)]);
  return [...charges, ...goodwill(draft, account, month, charges), ...(paidLate ? [lateFee(month)] : [])];
}

/** The part of a monthly amount that falls between two instants, by whole days. */
function share(gross: number, month: number, from: number, to: number): number {
  // Rounding takes out the hour that a clock change adds or takes.
  return round((netOf(gross) * Math.round((to - from) / DAY)) / daysIn(month));
}

function standing(line: Line, month: number): Charge[] {
  const { offer, startedAt, endedAt = Infinity } = line;
  const from = Math.max(dayIn(month), startedAt);
  const to = Math.min(dayIn(month + 1), endedAt);
  const part = from > dayIn(month) || to < dayIn(month + 1) ? ', part of a month' : '';
  const base = { line, rate: VAT, at: from, from, to };
  const charges: Charge[] = [
    { ...base, kind: 'recurring', name: `${offer.name}${part}`, net: share(offer.edition.monthly, month, from, to) },
  ];
  if (startedAt >= dayIn(month) && offer.family.once) {
    charges.push({ line, rate: VAT, at: startedAt, kind: 'one-off', name: `${offer.name}: set-up`, net: netOf(offer.family.once) });
  }
  const cheapUntil = Math.min(to, promotionEnd(line));
  if (offer.family.promotion && cheapUntil > from) {
    const net = -share(offer.family.promotion.off, month, from, cheapUntil);
    charges.push({ ...base, to: cheapUntil, kind: 'discount', name: `${offer.name}: welcome discount`, net });
  }
  return charges;
}

/** Now and then something went wrong and a third of the standing charges comes back. */
function goodwill(draft: Draft, account: Account, month: number, charges: readonly Charge[]): Charge[] {
  const dice = draft.dice('credit', account.id, month);
  if (!dice.chance(0.05)) return [];
  const standingNet = sum(charges.filter(({ kind }) => kind === 'recurring' || kind === 'discount').map(({ net }) => net));
  const net = -round(standingNet / dice.between(3, 8));
  if (net === 0) return [];
  const name = dice.pick(['Credit for a fault on your line', 'Credit after your complaint', 'Thank you for your patience']);
  return [{ kind: 'credit', name, net, rate: VAT, at: dayIn(month, dice.between(3, 20)) }];
}

/** Damages for late payment bear no VAT. */
function lateFee(month: number): Charge {
  return { kind: 'penalty', name: 'Late payment fee', net: 350, rate: 0, at: dayIn(month, 18) };
}
