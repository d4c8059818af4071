import { type Account, accountRef, type Balances } from './accounts.ts';
import { money, sum, taxOn } from './amounts.ts';
import type { Charge } from './charge.ts';
import { chargesOf } from './charges.ts';
import type { Draft } from './draft.ts';
import { productRef } from './lines.ts';
import { partyRef } from './parties.ts';
import { DAY, dayIn, iso, monthName } from './zone.ts';

/** How far back bills go. */
const BILLED_MONTHS = 24;
const DUE_DAY = 15;

interface Totals {
  net: number;
  taxes: { rate: number; amount: number }[];
  total: number;
}

/** Tax is reckoned once for each rate on the sum of its lines, so cents do not drift with the number of lines. */
function totalsOf(charges: readonly Charge[]): Totals {
  const net = sum(charges.map((charge) => charge.net));
  const taxes = [...Map.groupBy(charges, ({ rate }) => rate)].map(([rate, lines]) => ({
    rate,
    amount: taxOn(sum(lines.map((line) => line.net)), rate),
  }));
  return { net, taxes, total: net + sum(taxes.map(({ amount }) => amount)) };
}

type Settlement = { state: 'settled' | 'sent' | 'onHold'; late: boolean } | { state: 'partiallyPaid'; late: true };

/** Whether and when a month's bill was paid. Bills are due in the middle of the month after theirs. */
function settlement(draft: Draft, account: Account, month: number): Settlement {
  const open = account.open?.[draft.month - month];
  if (open === 'on-hold') return { state: 'onHold', late: false };
  if (open === 'part-paid') return { state: 'partiallyPaid', late: true };
  if (open === 'unpaid') return { state: 'sent', late: true };
  const dice = draft.dice('payment', account.id, month);
  const late = dice.chance(account.tardiness ?? 0);
  const paidAt = dayIn(month + 1) + dice.between(late ? 20 : 2, late ? 26 : 12) * DAY;
  return { state: paidAt <= draft.now ? 'settled' : 'sent', late };
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

const dueDay = (month: number) => dayIn(month + 1, DUE_DAY);

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
  const { net, taxes, total } = totalsOf(charges);
  const { state } = settlement(draft, account, month);
  const paid = { settled: total, sent: 0, onHold: 0, partiallyPaid: Math.floor(total / 250) * 100 }[state];
  const id = draft.id('bill', account.id, month);
  draft.add('customerBill', {
    id,
    billNo: `${monthName(month).replace('-', '')}-${account.number.slice(-6)}`,
    billDate: iso(dayIn(month + 1)),
    billingPeriod: { startDateTime: iso(dayIn(month)), endDateTime: iso(dayIn(month + 1)) },
    paymentDueDate: iso(dueDay(month)),
    nextBillDate: iso(dayIn(month + 2)),
    lastUpdate: iso(dayIn(month + 1)),
    category: 'normal',
    runType: 'onCycle',
    state,
    taxExcludedAmount: money(net),
    taxItem: taxes.map(({ rate, amount }) => ({ taxCategory: 'VAT', taxRate: rate, taxAmount: money(amount) })),
    taxIncludedAmount: money(total),
    amountDue: money(total),
    remainingAmount: money(total - paid),
    ...(paid > 0 && { appliedPayment: [{ appliedAmount: money(paid) }] }),
    billingAccount: accountRef(account),
    relatedParty: [partyRef(account.owner, 'customer')],
  });
  const bill = { id, '@referredType': 'CustomerBill' };
  for (const [index, charge] of charges.entries()) writeRate(draft, charge, draft.id('rate', id, index), { isBilled: true, bill });
  return { cents: total - paid, onHold: state === 'onHold' };
}

/** The running month, as far as it has come. */
function writeUnbilled(draft: Draft, account: Account): number {
  const charges = chargesOf(draft, account, draft.month, wasLate(draft, account, draft.month - 1)).filter(({ at }) => at <= draft.now);
  for (const [index, charge] of charges.entries()) {
    const id = draft.id('rate', account.id, draft.month, index);
    writeRate(draft, charge, id, { isBilled: false, billingAccount: accountRef(account) });
  }
  return totalsOf(charges).total;
}

const TYPES: Partial<Record<Charge['kind'], string>> = {
  credit: 'appliedBillingCredit',
  discount: 'appliedBillingCredit',
  penalty: 'appliedPenaltyCharge',
};

function writeRate(draft: Draft, charge: Charge, id: string, billing: object): void {
  const { kind, name, net, rate, at, line, from, to, quantity, unit } = charge;
  const tax = taxOn(net, rate);
  const facts = Object.entries({ chargeKind: kind, quantity, unit }).filter(([, value]) => value !== undefined);
  draft.add('appliedCustomerBillingRate', {
    id,
    name,
    ...(line && { description: line.identifier }),
    date: iso(at),
    type: TYPES[kind] ?? 'appliedBillingCharge',
    ...billing,
    ...(from !== undefined && to !== undefined && { periodCoverage: { startDateTime: iso(from), endDateTime: iso(to) } }),
    ...(line && { product: productRef(line) }),
    taxExcludedAmount: money(net),
    taxIncludedAmount: money(net + tax),
    appliedTax: [{ taxCategory: 'VAT', taxRate: rate, taxAmount: money(tax) }],
    characteristic: facts.map(([key, value]) => ({ name: key, valueType: typeof value, value })),
  });
}
