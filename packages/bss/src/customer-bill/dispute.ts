import { centsOf, money, netOf, readMoney, VAT } from './amounts.ts';
import { billedTo, disputedOf, dueOf, settledBy } from './bill.ts';
import { billOf, type Books, closePaidBooks, keepBill, openBooks } from './books.ts';
import type { BilledLine, Charge } from './charge.ts';
import { accountReference, type CreditGrant, grantCredit, rateOf } from './credit.ts';
import { notBilled } from './documents.ts';
import { chargeIn } from './rates.ts';
import { dispute, GOODWILL, receivable, taxPayable } from '../ledger/accounts.ts';
import { enter } from '../ledger/entry.ts';
import type { Act } from '../nouns/noun.ts';
import { valueOf } from '../rules/characteristic.ts';
import { newId } from '../rules/id.ts';
import { type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';

const SPACE = 'dispute';

/** What a ticket disputes. Cents, tax included. */
interface Matter {
  bill: Resource;
  /** The line, where it is one. */
  rate: Resource | undefined;
  amount: number;
}

const entitiesOf = (ticket: Resource, type: string): string[] =>
  objects(ticket['relatedEntity']).flatMap((entity) => (entity['@referredType'] === type ? (text(entity['id']) ?? []) : []));

/** Only looks: a bill is held after the books of its account, never before. */
async function firstOf({ tx }: Act, resource: string, ids: readonly string[]): Promise<Resource | undefined> {
  if (ids.length === 0) return undefined;
  return (await tx.list(resource, { where: [oneOf('id', ...ids)], limit: 1 })).rows[0]?.body;
}

/** The disputed amount a ticket says: as Money, or as a plain decimal in the operator's currency. */
function saidIn(ticket: Resource): number | undefined {
  const said = ['troubleTicketCharacteristic', 'characteristic'].map((list) => valueOf(ticket[list], 'disputedAmount')).find((value) => value !== undefined);
  if (said === undefined) return undefined;
  const read = readMoney(typeof said === 'object' ? said : { value: said });
  if (!read || read.amount <= 0) throw unprocessable('"disputedAmount" must be an amount above nothing, such as 12.34.');
  return read.amount;
}

async function matterOf(act: Act, ticket: Resource): Promise<Matter | undefined> {
  const rate = await firstOf(act, 'appliedCustomerBillingRate', entitiesOf(ticket, 'AppliedCustomerBillingRate'));
  const billIds = [...entitiesOf(ticket, 'CustomerBill'), text(objects(rate?.['bill'])[0]?.['id']) ?? []].flat();
  const bill = await firstOf(act, 'customerBill', billIds);
  if (!bill) return undefined;
  const most = centsOf((rate ?? bill)['taxIncludedAmount']);
  const amount = saidIn(ticket) ?? most;
  if (amount > most) throw unprocessable(`At most ${money(most).value.toFixed(2)} can be disputed: what the ${rate ? 'line' : 'bill'} comes to.`);
  return { bill, rate, amount };
}

/** What is known of a dispute while it lasts. */
interface Held {
  billId: string;
  rateId?: string;
  amount: number;
  /** The part of it that was still to be paid, and is not due. */
  held: number;
}

/** Cents, tax included, that a ticket disputes; undefined where it disputes nothing, or no longer. */
export async function disputedBy({ tx }: Act, ticketId: string): Promise<number | undefined> {
  return ((await tx.claimOf(SPACE, ticketId))?.body as Held | undefined)?.amount;
}

const booksOf = (act: Act, bill: Resource): Promise<Books | undefined> => openBooks(act, billedTo(bill) ?? '');

const withDisputed = (bill: Resource, disputed: number): Resource => {
  const { disputedAmount: _gone, ...rest } = bill;
  return { ...rest, ...(disputed > 0 && { disputedAmount: money(disputed) }) };
};

/**
 * A dispute begins: what it is about, as far as it is not paid, is not due while
 * it lasts. Once a ticket; a ticket that names no bill of ours changes nothing.
 * Throws a 422 for an amount that is more than what it is about.
 */
export async function openDispute(act: Act, ticket: Resource): Promise<void> {
  const matter = await matterOf(act, ticket);
  const books = matter && (await booksOf(act, matter.bill));
  const bill = books && (await billOf(act, books, matter.bill.id));
  if (!matter || !books || !bill || (await act.tx.holderOf(SPACE, ticket.id)) !== undefined) return;
  const { amount, rate } = matter;
  const held = Math.min(amount, dueOf(bill));
  const body: Held = { billId: bill.id, amount, held, ...(rate && { rateId: rate.id }) };
  await act.tx.claim(SPACE, ticket.id, bill.id, { body });
  await enter(act, `dispute/${ticket.id}`, 'In dispute', [[dispute(books.account.id), held], [receivable(books.account.id), -held]], ticket.id);
  await keepBill(act, books, withDisputed(bill, disputedOf(bill) + held));
  await closePaidBooks(act, books);
}

/** Cents, tax included, that a customer is given; nothing when they are not in the right. */
export interface Resolution {
  granted: number;
  /** The line on the bill it becomes. */
  reason: string;
}

/**
 * A dispute ends: what is granted becomes a credit, against the bill as far as
 * it is to be paid and on the next one as far as it has been; the rest is due
 * again. Answers the id of the credit. Throws a 422 for more than was disputed.
 */
export async function resolveDispute(act: Act, ticket: Resource, { granted, reason }: Resolution): Promise<string | undefined> {
  const known = (await act.tx.claimOf(SPACE, ticket.id))?.body as Held | undefined;
  if (!known) return undefined;
  refuseGrant(granted, known);
  const books = await booksHolding(act, known.billId);
  const bill = books && (await billOf(act, books, known.billId));
  if (!bill) return undefined;
  await act.tx.release(SPACE, ticket.id);
  const open = await letGo(act, books, bill, { ticket, held: known.held });
  const rate = await lineOf(act, known);
  const onBill = Math.min(granted, dueOf(open));
  const credit = onBill > 0 ? await settleByCredit(act, books, { bill: open, amount: onBill, reason, rate }) : undefined;
  await closePaidBooks(act, books);
  if (granted === onBill) return credit;
  const grant = { accountId: books.account.id, amount: granted - onBill, reason, ref: `dispute/${ticket.id}/${known.rateId ?? known.billId}`, ...causeOf(known), ...taxed(rate) };
  const later = await grantCredit(act, grant);
  return credit ?? later;
}

function refuseGrant(granted: number, { amount }: Held): void {
  if (Number.isSafeInteger(granted) && granted >= 0 && granted <= amount) return;
  throw unprocessable(`From nothing to ${money(amount).value.toFixed(2)} can be granted: that much was disputed.`);
}

async function booksHolding(act: Act, billId: string): Promise<Books | undefined> {
  const seen = await firstOf(act, 'customerBill', [billId]);
  return seen && booksOf(act, seen);
}

/** What was held is due like the rest. Answers the bill as it then is. */
async function letGo(act: Act, books: Books, bill: Resource, { ticket, held }: { ticket: Resource; held: number }): Promise<Resource> {
  const { id } = books.account;
  await enter(act, `dispute/${ticket.id}/${newId()}`, 'Dispute decided', [[receivable(id), held], [dispute(id), -held]], ticket.id);
  const open = withDisputed(bill, disputedOf(bill) - held);
  await keepBill(act, books, open);
  return open;
}

async function lineOf({ tx }: Act, { rateId }: Held): Promise<Charge | undefined> {
  const found = rateId === undefined ? undefined : await tx.get('appliedCustomerBillingRate', rateId);
  return found && chargeIn(found.body);
}

/** A credit for a dispute goes back to what was disputed: a line, or a bill. */
const causeOf = ({ rateId, billId }: Pick<Held, 'rateId' | 'billId'>): Pick<CreditGrant, 'about'> => ({ about: rateId === undefined ? { kind: 'bill', id: billId } : { kind: 'charge', id: rateId } });

const taxed = (charge: Charge | undefined): { rate?: number; line?: BilledLine } => (charge ? { rate: charge.rate, ...(charge.line && { line: charge.line }) } : {});

interface Settlement {
  bill: Resource;
  amount: number;
  reason: string;
  rate: Charge | undefined;
}

/** A credit that pays for part of the very bill it is about; it is on no further one. */
async function settleByCredit(act: Act, books: Books, { bill, amount, reason, rate: line }: Settlement): Promise<string> {
  const id = newId();
  const { rate = VAT } = taxed(line);
  const net = netOf(amount, rate);
  const accountId = books.account.id;
  const charge: Charge = { kind: 'credit', name: reason, net: -net, rate, tax: net - amount, at: act.now.getTime(), reasonKind: line?.id === undefined ? 'bill' : 'charge', reason: line?.id ?? bill.id, settled: bill.id, ...(line?.line && { line: line.line }) };
  await act.tx.put('appliedCustomerBillingRate', rateOf(charge, id, notBilled(accountReference(books.account))));
  await enter(act, `credit/${id}`, reason, [[GOODWILL, net], [taxPayable(rate), amount - net], [receivable(accountId), -amount]], bill.id);
  const by: Json = { id, name: reason, '@referredType': 'AppliedCustomerBillingRate' };
  await keepBill(act, books, settledBy(bill, amount, by, act.now));
  return id;
}
