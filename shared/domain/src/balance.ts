import type { LocalDate, Money } from '@faceplate/contracts';
import { allocate, oldestFirst } from './allocation.ts';
import { add, money, subtract, sum, zero } from './money.ts';

/** What is still open of one bill, as far as it matters to where its cents stand. */
export interface OpenBill {
  id: string;
  /** In the account's zone: the last day on which it is not late. */
  due: LocalDate;
  remaining: Money;
  /** The part of `remaining` that is held back while a dispute lasts. */
  disputed?: Money | undefined;
  /** The whole bill waits for the operator (TMF678 `onHold`). */
  held: boolean;
  /** What is undisputed of it will be taken on the day by itself, and nobody has tried in vain yet. */
  automatic: boolean;
}

/** Money on its way: for one bill, or for the oldest debts. */
export interface MoneyUnderWay {
  billId?: string | undefined;
  amount: Money;
}

/** One account in one currency. */
export interface Standing {
  currency: string;
  today: LocalDate;
  bills: readonly OpenBill[];
  underWay: readonly MoneyUnderWay[];
  /** What the operator owes the customer beyond bills; its sign does not matter. */
  credit: Money;
  /** Charges since the last bill with their taxes. Below zero where credits outweigh them. */
  unbilled: Money;
}

export interface BalanceFigures {
  due: Money;
  overdue: Money;
  disputed: Money;
  scheduled: Money;
  credit: Money;
  unbilled: Money;
  position: Money;
}

/** Where the cents of one bill stand; they add up to what remains of it. */
interface Placed {
  bill: OpenBill;
  /** Neither disputed nor on its way. */
  open: Money;
  disputed: Money;
  scheduled: Money;
}

/**
 * The six figures of an account in one currency. Each open cent is in exactly one:
 * - *disputed* is held back: what a dispute is about, and all of a bill that is on hold; not to be paid now;
 * - *scheduled* is on its way: a payment for this bill, then payments for none in particular, the oldest debt first
 *   (`allocate`), then what will be taken by itself on the day, as long as that day is not past;
 * - *overdue* is what is left and past its day, *due* what is left and not.
 * A bill paid beyond its total, and credits that outweigh the running charges, stand in *credit*. Nothing but credit is
 * below zero, and *position* is the sum of the six.
 * @throws CurrencyMismatch when anything is of another currency.
 */
export function figuresOf({ currency, today, bills, underWay, credit, unbilled }: Standing): BalanceFigures {
  const placed = scheduledBy(underWay, bills.map((bill) => heldBack(bill))).map((one) => automatic(one, today));
  const total = (of: (one: Placed) => Money) => sum(placed.map(of), currency);
  const isLate = ({ bill }: Placed) => bill.due < today;
  const overpaid = sum(bills.map(({ remaining }) => below(remaining)), currency);
  const figures = {
    due: sum(placed.filter((one) => !isLate(one)).map(({ open }) => open), currency),
    overdue: sum(placed.filter(isLate).map(({ open }) => open), currency),
    disputed: total(({ disputed }) => disputed),
    scheduled: total(({ scheduled }) => scheduled),
    credit: sum([money(-Math.abs(credit.amount), credit.currency), overpaid, below(unbilled)], currency),
    unbilled: add(zero(currency), above(unbilled)),
  };
  return { ...figures, position: sum(Object.values(figures), currency) };
}

/** Accounts of one currency together, figure by figure. @throws CurrencyMismatch */
export function allFigures(accounts: readonly BalanceFigures[], currency: string): BalanceFigures {
  const of = (name: keyof BalanceFigures) => sum(accounts.map((figures) => figures[name]), currency);
  return { due: of('due'), overdue: of('overdue'), disputed: of('disputed'), scheduled: of('scheduled'), credit: of('credit'), unbilled: of('unbilled'), position: of('position') };
}

const above = ({ amount, currency }: Money): Money => money(Math.max(0, amount), currency);
const below = ({ amount, currency }: Money): Money => money(Math.min(0, amount), currency);
const lesser = (one: Money, other: Money): Money => (subtract(one, other).amount < 0 ? one : other);

function heldBack(bill: OpenBill): Placed {
  const remaining = above(bill.remaining);
  const asked = bill.held ? remaining : above(bill.disputed ?? zero(remaining.currency));
  const disputed = lesser(asked, remaining);
  return { bill, disputed, open: subtract(remaining, disputed), scheduled: zero(remaining.currency) };
}

/** What is meant for one bill first: it must not pay another's. What is more than there is open becomes credit when it comes. */
function scheduledBy(underWay: readonly MoneyUnderWay[], placed: readonly Placed[]): Placed[] {
  const named = underWay.reduce<readonly Placed[]>((sofar, { billId, amount }) => sofar.map((one) => (one.bill.id === billId ? moved(one, amount) : one)), placed);
  const free = underWay.filter(({ billId }) => billId === undefined);
  return free.reduce<Placed[]>((sofar, { amount }) => {
    const payables = sofar.map(({ bill, open }) => ({ id: bill.id, due: bill.due, open }));
    const parts = new Map(allocate(payables, above(amount)).parts.map((part) => [part.id, part.amount]));
    return sofar.map((one) => moved(one, parts.get(one.bill.id) ?? zero(one.open.currency)));
  }, named.toSorted((one, other) => oldestFirst(one.bill, other.bill)));
}

function moved(placed: Placed, amount: Money): Placed {
  const part = lesser(above(amount), placed.open);
  return { ...placed, open: subtract(placed.open, part), scheduled: add(placed.scheduled, part) };
}

const automatic = (placed: Placed, today: LocalDate): Placed => (placed.bill.automatic && placed.bill.due >= today ? moved(placed, placed.open) : placed);
