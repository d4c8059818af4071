import { disputedBy, resolveDispute } from '../customer-bill/dispute.ts';
import type { Act } from '../nouns/noun.ts';
import { valueOf, withValues } from '../rules/characteristic.ts';
import { change, instant, type Json, objects, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';
import { Dice } from '../world/random.ts';
import { type LimitDecision, decideLimit } from './credit-limit.ts';
import { decideDispute, type DisputeDecision, isGoodwill } from './dispute.ts';

const cents = (value: unknown): number | undefined => {
  const amount = Number(objects(value)[0]?.['value']);
  return Number.isFinite(amount) ? Math.round(amount * 100) : undefined;
};

const euros = (amount: number) => ({ unit: 'EUR', value: amount / 100 });

/** The first entity of a type that a ticket names. */
export function entityOf(ticket: Resource, referredType: string): string | undefined {
  return text(objects(ticket['relatedEntity']).find((one) => one['@referredType'] === referredType)?.['id']);
}

/** What we have to ask before we can decide, once; undefined when nothing is missing or it was asked before. */
export function questionFor(ticket: Resource): string | undefined {
  if (objects(ticket['statusChange']).some(({ status }) => status === 'pending')) return undefined;
  if (ticket['ticketType'] === 'creditLimitChange') {
    const known = entityOf(ticket, 'BillingAccount') !== undefined && cents(valueOf(ticket['troubleTicketCharacteristic'], 'requestedLimit')) !== undefined;
    return known ? undefined : 'Please tell us which account this is about and how high its limit should be.';
  }
  if (ticket['ticketType'] !== 'billDispute') return undefined;
  const known = entityOf(ticket, 'CustomerBill') !== undefined || entityOf(ticket, 'AppliedCustomerBillingRate') !== undefined;
  return known ? undefined : 'Please tell us which bill this is about, and which amount on it.';
}

async function scoreOf(reader: StoreReader, account: string): Promise<number | undefined> {
  const { rows } = await reader.list('customer', { where: [{ path: ['account', 'id'], operator: 'eq', values: [account] }], limit: 1 });
  const profiles = objects(rows[0]?.body['creditProfile']).toSorted((one, other) => instant(other['creditProfileDate']) - instant(one['creditProfileDate']));
  const score = profiles[0]?.['creditScore'];
  return typeof score === 'number' ? score : undefined;
}

async function limitDecision({ tx }: Act, ticket: Resource, account: Resource): Promise<LimitDecision | undefined> {
  const list = ticket['troubleTicketCharacteristic'];
  const asked = cents(valueOf(list, 'requestedLimit'));
  if (asked === undefined) return undefined;
  const current = cents(account['creditLimit']);
  const said = text(valueOf(list, 'outcome'));
  if (said === 'refused') return { outcome: 'refused', limit: current, reason: text(ticket['statusChangeReason']) ?? 'We cannot change the limit today.' };
  if (said !== undefined) return { outcome: 'granted', limit: cents(valueOf(list, 'grantedLimit')) ?? asked, reason: 'Your limit is changed.' };
  const overdue = objects(account['accountBalance']).find(({ balanceType }) => balanceType === 'overdue');
  return decideLimit({ asked, current, overdue: cents(overdue?.['amount']) ?? 0, score: await scoreOf(tx, account.id) });
}

const UNKNOWN: Json = { outcome: 'refused', decisionReason: 'We do not know which account or bill this is about.' };

/** TMF has no call for a credit limit: a decided ticket patches the account itself. */
async function decideOnLimit(act: Act, ticket: Resource): Promise<Json> {
  const account = await act.tx.get('billingAccount', entityOf(ticket, 'BillingAccount') ?? '');
  const decision = account && (await limitDecision(act, ticket, account.body));
  if (!account || !decision) return UNKNOWN;
  const { outcome, limit, reason } = decision;
  if (limit !== undefined && outcome !== 'refused') await change(act.tx, 'billingAccount', account.body, { creditLimit: euros(limit) }, act.now.getTime());
  return { outcome, decisionReason: reason, ...(limit !== undefined && { grantedLimit: euros(limit) }) };
}

/** What somebody has decided: all of it, a part, or nothing. Throws a 422 for a part without an amount. */
function saidOn(ticket: Resource, amount: number): DisputeDecision | undefined {
  const list = ticket['troubleTicketCharacteristic'];
  const outcome = text(valueOf(list, 'outcome'));
  if (outcome === undefined) return undefined;
  const reason = text(ticket['statusChangeReason']) ?? 'Our billing people have decided.';
  if (outcome === 'refused') return { outcome, granted: 0, reason };
  const granted = cents(valueOf(list, 'grantedAmount')) ?? (outcome === 'granted' ? amount : undefined);
  if (granted === undefined) throw unprocessable('Say in "grantedAmount" how much of the dispute is granted.');
  return { outcome: granted < amount ? 'partlyGranted' : 'granted', granted, reason };
}

const reasonOf = (ticket: Resource): unknown => valueOf(ticket['troubleTicketCharacteristic'], 'disputeReason');

/** Does a person have to look into it before it is decided? What is given out of goodwill is not looked into. */
export async function needsReview(act: Act, ticket: Resource): Promise<boolean> {
  const amount = ticket['ticketType'] === 'billDispute' ? await disputedBy(act, ticket.id) : undefined;
  return amount !== undefined && !isGoodwill(amount, reasonOf(ticket));
}

/** The money follows the decision: a credit for what is granted, and the rest is due again. */
async function decideOnDispute(act: Act, ticket: Resource): Promise<Json> {
  const amount = await disputedBy(act, ticket.id);
  if (amount === undefined) return UNKNOWN;
  const { outcome, granted, reason } = saidOn(ticket, amount) ?? decideDispute(amount, new Dice(`dispute/${ticket.id}`), reasonOf(ticket));
  const credit = await resolveDispute(act, ticket, { granted, reason: `Credit for dispute ${text(ticket['externalId']) ?? ticket.id}` });
  return { outcome, decisionReason: reason, grantedAmount: euros(granted), ...(credit !== undefined && { creditId: credit }) };
}

/** The type of a ticket that asks for planned work to be moved. */
export const OBJECTION = 'plannedWorkObjection';

/** Whoever plans the work has answered: the ticket carries the answer. */
const answered = async (_act: Act, ticket: Resource): Promise<Json> => ({
  outcome: valueOf(ticket['troubleTicketCharacteristic'], 'outcome') === 'moved' ? 'moved' : 'refused',
  decisionReason: text(ticket['statusChangeReason']) ?? 'The work stays when it is.',
});

const DECISIONS: Readonly<Record<string, (act: Act, ticket: Resource) => Promise<Json>>> = {
  creditLimitChange: decideOnLimit,
  billDispute: decideOnDispute,
  [OBJECTION]: answered,
};

/** Does this kind of ticket end in a decision? */
export const asksForDecision = (ticket: Resource): boolean => Object.hasOwn(DECISIONS, String(ticket['ticketType']));

/**
 * A ticket that asks for a decision, with the decision in it and carried out:
 * what somebody has put into `outcome`, or what our rules say. Decided once;
 * reopened, it keeps what was given.
 */
export async function decided(act: Act, ticket: Resource): Promise<Resource> {
  const list = ticket['troubleTicketCharacteristic'];
  const decide = asksForDecision(ticket) ? DECISIONS[String(ticket['ticketType'])] : undefined;
  if (!decide || valueOf(list, 'decidedAt') !== undefined) return ticket;
  const found = await decide(act, ticket);
  return { ...ticket, troubleTicketCharacteristic: withValues(list, { ...found, decidedAt: act.now.toISOString() }) };
}

/** A dispute that is taken back, or that is none: what was held is due again. */
export async function dropped(act: Act, ticket: Resource): Promise<void> {
  if (ticket['ticketType'] === 'billDispute') await resolveDispute(act, ticket, { granted: 0, reason: 'Dispute withdrawn' });
}
