import { type Account, accountRef, type Balances } from './accounts.ts';
import { billBody, billedOn, billNumber, notBilled, rateBody } from '../customer-bill/documents.ts';
import { cycleOf } from '../customer-bill/period.ts';
import { totalsOf } from '../customer-bill/totals.ts';
import type { Charge } from '../customer-bill/charge.ts';
import { chargesOf } from './charges.ts';
import type { Draft } from './draft.ts';
import { partyRef } from './parties.ts';
import { writeEvents } from './use-events.ts';
import { runningChargeId } from '../usage/tariffs.ts';
import { DAY, dayIn, monthName } from './zone.ts';

/** How far back bills go. */
export const BILLED_MONTHS = 24;

type Settlement = { state: 'settled'; late: boolean; paidAt: number } | { state: 'sent' | 'onHold'; late: boolean } | { state: 'partiallyPaid'; late: true };

/** Whether and when a month's bill was paid. Bills are due in the middle of the month after theirs. */
function settlement(draft: Draft, account: Account, month: number): Settlement {
  const open = account.open?.[draft.month - month];
  if (open === 'on-hold') return { state: 'onHold', late: false };
  if (open === 'part-paid') return { state: 'partiallyPaid', late: true };
  if (open === 'unpaid') return { state: 'sent', late: true };
  const dice = draft.dice('payment', account.id, month);
  const late = dice.chance(account.tardiness ?? 0);
  const paidAt = dayIn(month + 1) + dice.between(late ? 20 : 2, late ? 26 : 12) * DAY;
  return paidAt <= draft.now ? { state: 'settled', late, paidAt } : { state: 'sent', late };
}

/** Writes every bill of an account and the charges not billed yet; answers what is owed. */
export function writeBills(draft: Draft, account: Account): Balances {
  const first = Math.max(draft.month - BILLED_MONTHS, firstMonth(draft, account));
  const balances: Balances = { due: 0, overdue: 0, unbilled: writeUnbilled(draft, account) };
  for (let month = first; month < draft.month; month += 1) {
    const remaining = writeBill(draft, account, month);
    balances.due += remaining.cents;
    if (!remaining.onHold && dueDay(month) < draft.now) balances.overdue += remaining.cents;
  }
  return balances;
}

const dueDay = (month: number) => cycleOf(month).due;

function firstMonth(draft: Draft, account: Account): number {
  let month = draft.month;
  while (month > draft.month - BILLED_MONTHS && account.lines.some(({ startedAt }) => startedAt < dayIn(month))) month -= 1;
  return month;
}

function wasLate(draft: Draft, account: Account, month: number): boolean {
  const lines = account.lines.some(({ startedAt }) => startedAt < dayIn(month + 1));
  return lines && settlement(draft, account, month).late && dueDay(month) < draft.now;
}

function writeBill(draft: Draft, account: Account, month: number): { cents: number; onHold: boolean } {
  const charges = chargesOf(draft, account, month, wasLate(draft, account, month - 1));
  if (charges.length === 0) return { cents: 0, onHold: false };
  const totals = totalsOf(charges);
  const { state } = settlement(draft, account, month);
  const { total } = totals;
  const paid = { settled: total, sent: 0, onHold: 0, partiallyPaid: Math.floor(total / 250) * 100 }[state];
  const id = draft.id('bill', account.id, month);
  const cycle = cycleOf(month);
  const parties = { billingAccount: accountRef(account), customer: partyRef(account.owner, 'customer') };
  const plan = { id, number: billNumber(cycle, account.number), cycle, runType: 'onCycle' as const, state, paid, billedAt: cycle.to, ...parties };
  draft.add('customerBill', billBody(plan, totals));
  for (const [index, charge] of charges.entries()) {
    writeRate(draft, account, month, charge, draft.id('rate', id, index), billedOn(id));
  }
  return { cents: total - paid, onHold: state === 'onHold' };
}

function writeRate(draft: Draft, account: Account, month: number, charge: Charge, id: string, billing: object): void {
  draft.add('appliedCustomerBillingRate', rateBody(charge, id, billing));
  if (charge.kind === 'usage' && month > draft.month - (account.told ?? 0)) writeEvents(draft, account, charge, id);
}

/** The newest bills that were paid, up to so many months back. */
export function paidBills(draft: Draft, account: Account, months: number): { billId: string; total: number; paidAt: number }[] {
  return Array.from({ length: months }, (_, ago) => draft.month - 1 - ago).flatMap((month) => {
    const settled = settlement(draft, account, month);
    const charges = settled.state === 'settled' ? chargesOf(draft, account, month, wasLate(draft, account, month - 1)) : [];
    if (settled.state !== 'settled' || charges.length === 0) return [];
    return [{ billId: draft.id('bill', account.id, month), total: totalsOf(charges).total, paidAt: settled.paidAt }];
  });
}

/** The running month, as far as it has come. */
function writeUnbilled(draft: Draft, account: Account): number {
  const charges = chargesOf(draft, account, draft.month, wasLate(draft, account, draft.month - 1)).filter(({ at }) => at <= draft.now);
  for (const [index, charge] of charges.entries()) {
    const id = charge.kind === 'usage' ? runningChargeId(charge.line?.id ?? '', charge.name, monthName(draft.month)) : draft.id('rate', account.id, draft.month, index);
    writeRate(draft, account, draft.month, charge, id, notBilled(accountRef(account)));
  }
  return totalsOf(charges).total;
}
