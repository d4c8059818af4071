import { collect } from '../../customer-bill/collect.ts';
import { grantCredit } from '../../customer-bill/credit.ts';
import { openDispute, resolveDispute } from '../../customer-bill/dispute.ts';
import { type Cycle, cycleNamed, cycleOf } from '../../customer-bill/period.ts';
import { billNow, runCycle } from '../../customer-bill/run.ts';
import type { Act, Noun } from '../../nouns/noun.ts';
import { paymentNoun, placePayment } from '../../payment/payment.ts';
import { refundNoun } from '../../payment/refund.ts';
import { save } from '../../store/save.ts';
import type { Resource, Store } from '../../store/store.ts';
import { usageNoun } from '../../usage/usage.ts';
import { Dice, idOf } from '../../world/random.ts';
import { HOUR, DAY } from '../../world/zone.ts';
import type { PlannedAccount } from './plan.ts';

const FIRST = (cycleNamed('2025-01') as Cycle).month;

export const cyclesOf = (count: number): Cycle[] => Array.from({ length: count }, (_, at) => cycleOf(FIRST + at));

/** Does one thing at a moment, in a transaction of its own. */
type Do = <T>(at: number, work: (act: Act) => Promise<T>) => Promise<T>;

const doing = (store: Store): Do => (at, work) => store.transaction((tx) => work({ tx, now: new Date(at) }));

/** What the back office would do by itself: one step of everything of a kind that is open. */
async function step(at: number, act: Act, { courses = [] }: Noun, id: string): Promise<void> {
  for (const course of courses) {
    const found = await act.tx.get(course.resource, id);
    if (found && course.isDue(found.body, { now: at, step: 0 })) await course.advance(act.tx, found.body, { now: at, step: 0 });
  }
}

const euros = (cents: number) => ({ unit: 'EUR', value: cents / 100 });

async function pay(act: Act, account: PlannedAccount, amount: number, billIds: readonly string[]): Promise<string> {
  const paymentItem = billIds.map((id) => ({ item: { id } }));
  const said = { account: { id: account.id }, paymentMethod: { '@type': 'cash', name: 'Cash' }, totalAmount: euros(amount), paymentItem };
  const payment = await placePayment(act, said);
  for (let again = 0; again < 2; again += 1) await step(act.now.getTime(), act, paymentNoun, payment.id);
  return payment.id;
}

const cents = (value: unknown): number => Math.round(((value as { value?: number } | undefined)?.value ?? 0) * 100);

async function openBills(act: Act, { id }: PlannedAccount): Promise<Resource[]> {
  const { rows } = await act.tx.list('customerBill', { where: [{ path: ['billingAccount', 'id'], operator: 'eq', values: [id] }] });
  return rows.map(({ body }) => body).filter((bill) => cents(bill['remainingAmount']) > 0);
}

/** Some pay all, some part, some too much, some nothing; now and then a bank takes it back, or we give some back. */
async function payLikeAnybody(act: Act, account: PlannedAccount, dice: Dice): Promise<void> {
  const open = await openBills(act, account);
  const owed = open.reduce((sum, bill) => sum + cents(bill['remainingAmount']), 0);
  if (owed === 0 || dice.chance(0.2)) return;
  const amount = Math.max(1, dice.pick([owed, owed, owed, Math.floor(owed / 3), owed + dice.between(1, 2000)]));
  const payment = await pay(act, account, amount, dice.chance(0.3) ? open.map(({ id }) => id) : []);
  if (dice.chance(0.05)) await bounce(act, payment);
  else if (dice.chance(0.08)) await giveBack(act, account, payment, dice.between(1, amount));
}

async function bounce(act: Act, id: string): Promise<void> {
  for (const lever of paymentNoun.levers ?? []) await lever.pull(act, { params: { id }, body: {} });
}

async function giveBack(act: Act, account: PlannedAccount, payment: string, amount: number): Promise<void> {
  const id = idOf(`refund/${payment}`);
  const at = act.now.toISOString();
  const body = { id, '@type': 'Refund', status: 'pending', statusDate: at, account: { id: account.id }, paymentMethod: {}, totalAmount: euros(amount), payment: { id: payment } };
  await save(act.tx, 'refund', body, act.now);
  await step(act.now.getTime(), act, refundNoun, id);
}

async function use(act: Act, account: PlannedAccount, dice: Dice): Promise<void> {
  const id = idOf(`use/${account.id}/${act.now.getTime()}`);
  const usageCharacteristic = [{ name: 'quantity', value: dice.between(1, 200) / 10 }];
  const productRef = { id: dice.pick(account.products).id };
  const body = { id, '@type': 'Usage', status: 'received', usageDate: act.now.toISOString(), usageType: dice.pick(['Extra data', 'Calls abroad', 'Special numbers']), usageCharacteristic, ratedProductUsage: [{ productRef }] };
  await save(act.tx, 'usage', body, act.now);
  await step(act.now.getTime(), act, usageNoun, id);
}

/** A dispute about a bill or a line of it; answers its ticket. */
async function disputeSomething(act: Act, account: PlannedAccount, dice: Dice): Promise<Resource | undefined> {
  const { rows } = await act.tx.list('customerBill', { where: [{ path: ['billingAccount', 'id'], operator: 'eq', values: [account.id] }] });
  const bill = rows.at(-1)?.body;
  const most = cents(bill?.['taxIncludedAmount']);
  if (!bill || most === 0) return undefined;
  const amount = dice.between(1, most);
  const ticket = {
    id: idOf(`ticket/${account.id}/${act.now.getTime()}`),
    ticketType: 'billDispute',
    amount,
    relatedEntity: [{ id: bill.id, '@referredType': 'CustomerBill' }],
    troubleTicketCharacteristic: [{ name: 'disputedAmount', value: euros(amount) }],
  };
  await openDispute(act, ticket);
  return ticket;
}

/** One month of one account: what it uses, its bill, and what becomes of it. */
export async function playMonth(store: Store, account: PlannedAccount, cycle: Cycle, seed: number): Promise<void> {
  const act = doing(store);
  const dice = new Dice(`r4 play/${seed}/${account.id}/${cycle.name}`);
  for (let records = dice.between(0, 3); records > 0; records -= 1) {
    await act(cycle.from + dice.between(1, 26) * DAY + dice.between(0, 23) * HOUR, (one) => use(one, account, dice));
  }
  if (dice.chance(0.1)) {
    const amount = dice.between(1, 6000);
    await act(cycle.from + 9 * DAY, (one) => grantCredit(one, { accountId: account.id, amount, reason: 'Goodwill', ref: cycle.name, rate: dice.pick([19, 7]) }));
  }
  if (dice.chance(0.05)) await act(cycle.from + 20 * DAY, (one) => billNow(one, account.id, cycle));
  await act(cycle.to + HOUR, (one) => runCycle(one, account.id, cycle));
  const ticket = dice.chance(0.1) ? await act(cycle.to + 3 * DAY, (one) => disputeSomething(one, account, dice)) : undefined;
  await act(cycle.to + 5 * DAY, (one) => payLikeAnybody(one, account, dice));
  await act(cycle.due, (one) => dueDay(one, account, cycle));
  await act(cycle.due + 3 * DAY, (one) => collect(one, account.id, cycle, true));
  if (!ticket) return;
  const granted = dice.pick([0, Number(ticket['amount']), Math.floor(Number(ticket['amount']) / 2)]);
  await act(cycle.due + 5 * DAY, (one) => resolveDispute(one, ticket, { granted, reason: 'Dispute decided' }));
}

async function dueDay(act: Act, account: PlannedAccount, cycle: Cycle): Promise<void> {
  await collect(act, account.id, cycle, false);
  const where = [{ path: ['account', 'id'], operator: 'eq' as const, values: [account.id] }, { path: ['status'], operator: 'eq' as const, values: ['pendingAuthorization'] }];
  const { rows } = await act.tx.list('payment', { where });
  for (const { body } of rows) for (let again = 0; again < 2; again += 1) await step(act.now.getTime(), act, paymentNoun, body.id);
}
