import type { Cause, CauseKind, Charge } from '@faceplate/contracts';
import { added, type Line } from './bill-change-line.ts';
import { money } from './money.ts';

/** A cause before its amounts are money. */
export type Draft = Omit<Cause, 'amount' | 'before' | 'after'> & { amount: number; before: number; after: number };

/** Lines of the two bills that belong together. */
export interface Pair {
  before: readonly Line[];
  after: readonly Line[];
  currency: string;
}

export const sumOf = (lines: readonly Line[], currency: string): number => added(lines.map(({ gross }) => gross), currency);

const newest = ({ before, after }: Pair): Charge | undefined => (after[0] ?? before[0])?.charge;

function quantityOf({ before, after }: Pair): Draft['quantity'] {
  const quantities = [...before, ...after].map(({ charge }) => charge.quantity);
  const [unit, ...others] = new Set(quantities.map((quantity) => quantity?.unit));
  if (unit === undefined || others.length > 0) return undefined;
  // Thousandths: what tenths and hundredths add up to in binary is not for people.
  const total = (lines: readonly Line[]) => Math.round(lines.reduce((sum, { charge }) => sum + (charge.quantity?.value ?? 0), 0) * 1000) / 1000;
  const [was, is] = [total(before), total(after)];
  return Number.isFinite(was) && Number.isFinite(is) ? { before: was, after: is, unit } : undefined;
}

/** A cause of so much for some lines; all that the lines say of themselves is in it. */
export function draftOf(kind: CauseKind, pair: Pair, amount: number, more: Partial<Draft> = {}): Draft {
  const line = newest(pair);
  const quantity = quantityOf(pair);
  return {
    kind,
    amount,
    name: line?.name ?? '',
    ...(line?.service && { service: line.service }),
    before: sumOf(pair.before, pair.currency),
    after: sumOf(pair.after, pair.currency),
    ...(quantity && { quantity }),
    ...(line?.reason && { reason: line.reason }),
    chargeIds: pair.after.map(({ charge }) => charge.id),
    ...more,
  };
}

/** The same in money. @throws UnreadableAmount */
export const causeOf = (draft: Draft, currency: string): Cause => ({
  ...draft,
  amount: money(draft.amount, currency),
  before: money(draft.before, currency),
  after: money(draft.after, currency),
});
