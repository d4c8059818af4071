import type { LocalDate, Money } from '@faceplate/contracts';
import { money, subtract } from './money.ts';

/** Something that can be paid: a bill, or what is open of it. */
export interface Payable {
  id: string;
  due: LocalDate;
  /** At most so much. */
  open: Money;
}

export interface Allocation {
  /** What of the amount goes where, oldest first; nothing of nothing. */
  parts: { id: string; amount: Money }[];
  /** What is more than all that is open. */
  left: Money;
}

/**
 * An amount goes to the oldest debt first (the rule of most civil codes where a debtor says nothing else), each in full
 * before the next; what is due on one day goes by id, so that page and service cut alike. Parts and rest add up to it.
 * @throws CurrencyMismatch when a payable is of another currency; RangeError below zero
 */
export function allocate(payables: readonly Payable[], amount: Money): Allocation {
  if (amount.amount < 0) throw new RangeError('Nothing can be paid back here');
  let left = amount;
  const parts: Allocation['parts'] = [];
  for (const { id, open } of payables.toSorted(oldestFirst)) {
    const most = money(Math.max(0, open.amount), open.currency);
    const part = subtract(left, most).amount < 0 ? left : most;
    left = subtract(left, part);
    if (part.amount > 0) parts.push({ id, amount: part });
  }
  return { parts, left };
}

/** By due date, then by id in code points: no locale has a say in who is paid. */
export function oldestFirst(one: Pick<Payable, 'id' | 'due'>, other: Pick<Payable, 'id' | 'due'>): number {
  return one.due === other.due ? (one.id < other.id ? -1 : Number(one.id > other.id)) : one.due < other.due ? -1 : 1;
}
