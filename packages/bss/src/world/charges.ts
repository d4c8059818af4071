import type { Account } from './accounts.ts';
import { round, sum, VAT, withTax } from '../customer-bill/amounts.ts';
import type { Charge } from '../customer-bill/charge.ts';
import { cycleOf } from '../customer-bill/period.ts';
import { lateFee } from '../customer-bill/late-fee.ts';
import { standingCharges, type Subscription } from '../customer-bill/standing.ts';
import type { Draft } from './draft.ts';
import { billed, type Line, partsOf, promotionsOf } from './lines.ts';
import { usageOf } from './usage.ts';
import { dayIn } from './zone.ts';

/** When the fee for a bill of the month before falls due. */
const FEE_DAY = 18;

/** What an account is charged for one local month, line by line. */
export function chargesOf(draft: Draft, account: Account, month: number, paidLate: boolean): Charge[] {
  const lines = account.lines.filter(({ startedAt, endedAt = Infinity }) => startedAt < dayIn(month + 1) && endedAt > dayIn(month));
  const charges = lines.flatMap((line) => [...standingCharges(subscriptionOf(line), cycleOf(month)), ...usageOf(draft, line, month)]);
  const extras = (account.extras ?? []).filter(({ ago }) => draft.month - ago === month).map(({ day, charge }) => ({ ...charge, at: dayIn(month, day) }));
  return [...charges, ...extras, ...goodwill(draft, account, month, charges), ...(paidLate ? [lateFee(dayIn(month, FEE_DAY), draft.id('bill', account.id, month - 1))] : [])];
}

/** A line as the bill run sees it. */
function subscriptionOf(line: Line): Subscription {
  const { offer, startedAt, endedAt, prices, moved } = line;
  const { once } = offer.family;
  const parts = partsOf(line);
  const promotions = promotionsOf(line);
  return {
    ...billed(line),
    ...(parts !== undefined && { parts }),
    ...(prices && { prices }),
    monthly: offer.edition.monthly,
    rate: VAT,
    startedAt: Math.max(startedAt, moved?.on ?? 0),
    ...(endedAt !== undefined && { endedAt }),
    ...(once !== undefined && !moved && { once }),
    ...(promotions.length > 0 && { promotions }),
  };
}

/** So many of the last months have a ticket behind what was given out of goodwill. */
const MONTHS_TOLD = 3;

export const goodwillLabel = (month: number): string => `goodwill ${month}`;

/** What was given out of goodwill in the last months, for whoever tells how that came about. */
export function toldGoodwill(draft: Draft, account: Account): { month: number; charge: Charge }[] {
  const months = Array.from({ length: MONTHS_TOLD }, (_, ago) => draft.month - ago);
  return months.flatMap((month) => chargesOf(draft, account, month, false).flatMap((charge) => (charge.reasonKind === 'ticket' && charge.at <= draft.now ? [{ month, charge }] : [])));
}

/** Now and then something went wrong and a third of the standing charges comes back. */
function goodwill(draft: Draft, account: Account, month: number, charges: readonly Charge[]): Charge[] {
  const dice = draft.dice('credit', account.id, month);
  if (!dice.chance(0.05)) return [];
  const standing = sum(charges.filter(({ kind }) => kind === 'recurring' || kind === 'discount').map(({ net, tax = 0 }) => net + tax));
  const amount = withTax(-round(standing / dice.between(3, 8)));
  if (amount.net === 0) return [];
  const name = dice.pick(['Credit for a fault on your line', 'Credit after your complaint', 'Thank you for your patience']);
  const isTold = account.told && month > draft.month - MONTHS_TOLD;
  const reason = isTold ? { reasonKind: 'ticket' as const, reason: draft.id('ticket', account.id, goodwillLabel(month)) } : {};
  return [{ kind: 'credit', name, ...amount, rate: VAT, at: dayIn(month, dice.between(3, 20)), ...reason }];
}
