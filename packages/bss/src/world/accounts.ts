import { money } from '../customer-bill/amounts.ts';
import type { Charge } from '../customer-bill/charge.ts';
import { creditLimitOf, creditProfileOf } from './credit.ts';
import { type Draft, known } from './draft.ts';
import type { Segment } from './family.ts';
import { type Party, partyRef } from './parties.ts';
import type { Line } from './lines.ts';
import { iso } from './zone.ts';

/** What became of a bill so many months ago, where it is not simply paid. */
type OpenBills = Readonly<Record<number, 'unpaid' | 'part-paid' | 'on-hold'>>;

/** A line of the bill so many months ago, on a day of its month. */
interface ExtraCharge {
  ago: number;
  day: number;
  charge: Omit<Charge, 'at'>;
}

interface AccountPlan {
  /** Tells the account from its owner's others; decides the id together with the owner. */
  label: string;
  name: string;
  owner: Party;
  payer?: Party;
  segment: Segment;
  open?: OpenBills;
  /** How likely a bill is paid after its due date. */
  tardiness?: number;
  /** Cents the operator owes the customer, beyond any bill. */
  credit?: number;
  /** What came upon its bills beside its lines. */
  extras?: readonly ExtraCharge[];
  /** So many of its last months stand with every single use behind them; without it, it is told in brief. */
  told?: number;
}

export interface Account extends AccountPlan {
  id: string;
  number: string;
  lines: Line[];
}

/** Cents. `due` is all that is owed on bills; `overdue` the part of it past its due date. */
export interface Balances {
  due: number;
  overdue: number;
  unbilled: number;
}

export function openAccount(draft: Draft, plan: AccountPlan): Account {
  const number = `7${draft.dice('account number', plan.owner.id, plan.label).digits(9)}`;
  return { ...plan, id: draft.id('account', plan.owner.id, plan.label), number, lines: [] };
}

export function accountRef({ id, name }: Account) {
  return { id, name, '@referredType': 'BillingAccount' };
}

/** Written last, when its bills are known. */
export function writeAccount(draft: Draft, account: Account, { due, overdue, unbilled }: Balances): void {
  const { id, name, number, owner, payer, credit = 0 } = account;
  const validFor = { startDateTime: iso(draft.now) };
  const balance = (balanceType: string, cents: number) => ({ balanceType, amount: money(cents), validFor });
  draft.add('billingAccount', {
    id,
    name,
    accountNumber: number,
    accountType: account.segment === 'business' ? 'B2B' : 'B2C',
    state: 'active',
    creditLimit: creditLimitOf(draft, account),
    paymentStatus: overdue > 0 ? 'inArrears' : 'paid',
    lastModified: iso(draft.now),
    relatedParty: [partyRef(owner, 'owner'), ...(payer ? [partyRef(payer, 'payer')] : [])],
    accountBalance: [balance('due', due), balance('overdue', overdue), balance('credit', credit), balance('unbilled', unbilled)],
  });
}

/** One customer record for each owner, with all its accounts. */
export function writeCustomers(draft: Draft, accounts: readonly Account[]): void {
  for (const [ownerId, owned] of Map.groupBy(accounts, ({ owner }) => owner.id)) {
    const first = known(owned[0], 'account');
    const { owner, segment } = first;
    draft.add('customer', {
      id: draft.id('customer', ownerId),
      name: owner.name,
      status: 'active',
      engagedParty: partyRef(owner),
      account: owned.map(accountRef),
      creditProfile: creditProfileOf(draft, first),
      characteristic: [{ name: 'segment', valueType: 'string', value: segment }],
    });
  }
}
