import { type Dispute, DisputeReason, type DisputeStatus, type DisputeSummary, type Money } from '@faceplate/contracts';
import { zero } from '@faceplate/domain';
import { factsOf } from '../policy/facts.ts';
import type { Facts } from '../policy/decide.ts';
import { optional } from '../products/products.adapter.ts';
import { type Reader, ticketOf } from '../tickets/tickets.adapter.ts';
import { at, instant, meaningOf, money, needed, records, text, Unreadable } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** How a ticket about a bill is told from the others: TM Forum has no dispute of its own. */
export const TICKET_TYPE = 'billDispute';

export const isDispute = (ticket: TmfBody): boolean => text(ticket, 'ticketType')?.toLowerCase() === TICKET_TYPE.toLowerCase();

const UNDECIDED: Readonly<Record<string, DisputeStatus>> = {
  acknowledged: 'submitted',
  inProgress: 'in-review',
  held: 'in-review',
  pending: 'needs-you',
  rejected: 'refused',
  cancelled: 'withdrawn',
};
const DECIDED: Readonly<Record<string, DisputeStatus>> = { granted: 'granted', partlyGranted: 'partly-granted', refused: 'refused', denied: 'refused' };

const OPEN: readonly DisputeStatus[] = ['submitted', 'in-review', 'needs-you'];

/** Does it still hold money back? */
export const isOpen = ({ status }: Pick<DisputeSummary, 'status'>): boolean => OPEN.includes(status);

/** A characteristic of a ticket, under the name v5 gives the list or under the one most v4 systems do. */
const saidIn = (ticket: TmfBody, name: string): unknown =>
  [...records(ticket, 'troubleTicketCharacteristic'), ...records(ticket, 'characteristic')].find((one) => text(one, 'name') === name)?.['value'];

/** An amount is written as TM Forum's Money, or as a plain number in the operator's currency. */
function amountIn(ticket: TmfBody, name: string, currency: string): Money | undefined {
  const said = saidIn(ticket, name);
  return money(currency, typeof said === 'number' || typeof said === 'string' ? { value: said } : said);
}

function statusOf(ticket: TmfBody): DisputeStatus {
  const status = text(ticket, 'status');
  if (status !== 'resolved' && status !== 'closed') return needed(meaningOf(UNDECIDED, status), 'status');
  const outcome = meaningOf(DECIDED, text(saidIn(ticket, 'outcome')));
  // Resolved and nothing said: somebody is about to say it. Closed: nobody will.
  return outcome ?? (status === 'resolved' ? 'in-review' : 'closed');
}

/** What was given, when it is decided. All of it where it is granted and no figure stands beside. */
function grantedOf(ticket: TmfBody, status: DisputeStatus, amount: Money): Money | undefined {
  if (status === 'refused') return zero(amount.currency);
  const stated = amountIn(ticket, 'grantedAmount', amount.currency);
  const granted = stated ?? (status === 'granted' ? amount : undefined);
  if (granted && (granted.currency !== amount.currency || granted.amount < 0)) throw new Unreadable('grantedAmount', 'senseless');
  return granted;
}

const DECISIONS: readonly (DisputeStatus | undefined)[] = Object.values(DECIDED);

/** An appeal opens it again, and what was decided before stays so until it is decided anew. */
function decisionOf(ticket: TmfBody, status: DisputeStatus): DisputeStatus | undefined {
  const decision = isOpen({ status }) ? meaningOf(DECIDED, text(saidIn(ticket, 'outcome'))) : status;
  return DECISIONS.includes(decision) ? decision : undefined;
}

const whyOf = (ticket: TmfBody): string => text(saidIn(ticket, 'decisionReason')) ?? text(ticket, 'statusChangeReason') ?? text(ticket, 'resolution') ?? '';
const decidedAt = (ticket: TmfBody): string | undefined => instant(saidIn(ticket, 'decidedAt')) ?? instant(ticket, 'resolutionDate') ?? instant(ticket, 'statusChangeDate');

function outcomeOf(ticket: TmfBody, status: DisputeStatus, amount: Money): DisputeSummary['outcome'] {
  const decision = decisionOf(ticket, status);
  const granted = decision && grantedOf(ticket, decision, amount);
  return granted && { granted, why: whyOf(ticket), ...optional({ at: decidedAt(ticket), creditId: text(saidIn(ticket, 'creditId')) }) };
}

const entityOf = (ticket: TmfBody, type: string): TmfBody | undefined => records(ticket, 'relatedEntity').find((one) => text(one, '@referredType') === type);

function named(entity: TmfBody | undefined): { id: string; name?: string } | undefined {
  const id = text(entity, 'id');
  const name = text(entity, 'name');
  return id ? { id, ...(name !== undefined && { name }) } : undefined;
}

/** Whose it is: the parties it names, and the account it says it is about. */
export function disputeFacts(ticket: TmfBody): Facts {
  const facts = factsOf(ticket);
  const account = text(entityOf(ticket, 'BillingAccount'), 'id');
  return { ...facts, accountIds: [...facts.accountIds, ...(account ? [account] : [])] };
}

/** A TMF621 ticket of type `billDispute` as a line of a list. */
export function disputeSummaryOf(ticket: TmfBody, currency: string): DisputeSummary {
  const id = needed(text(ticket, 'id'), 'id');
  const bill = needed(named(entityOf(ticket, 'CustomerBill')), 'relatedEntity');
  const amount = needed(amountIn(ticket, 'disputedAmount', currency), 'disputedAmount');
  if (amount.amount <= 0) throw new Unreadable('disputedAmount', 'senseless');
  const status = statusOf(ticket);
  const raisedAt = needed(instant(ticket, 'creationDate') ?? instant(ticket, 'lastUpdate'), 'creationDate');
  const reason = DisputeReason.safeParse(saidIn(ticket, 'disputeReason'));
  return {
    id,
    number: text(ticket, 'externalId') ?? id,
    bill: { id: bill.id, ...(bill.name !== undefined && { number: bill.name }) },
    amount,
    status,
    raisedAt,
    changedAt: instant(ticket, 'lastUpdate') ?? raisedAt,
    ...optional({
      charge: named(entityOf(ticket, 'AppliedCustomerBillingRate')),
      reason: reason.success ? reason.data : undefined,
      expectedBy: isOpen({ status }) ? instant(ticket, 'expectedResolutionDate') : undefined,
      outcome: outcomeOf(ticket, status, amount),
    }),
  };
}

/** Where TM Forum's lifecycle lets a customer cancel. */
const CAN_BE_CANCELLED = ['acknowledged', 'inProgress', 'pending'];

export const canWithdraw = (ticket: TmfBody): boolean => CAN_BE_CANCELLED.includes(text(ticket, 'status') ?? '');

/** Decided, not all of it granted, and not closed for good yet: TM Forum's `resolved` can go back to work. */
export function canAppeal(ticket: TmfBody, { amount, outcome }: Pick<DisputeSummary, 'amount' | 'outcome'>): boolean {
  return at(ticket, 'status') === 'resolved' && outcome !== undefined && outcome.granted.amount < amount.amount;
}

/** The whole of it, as this person reads it. */
export function disputeOf(ticket: TmfBody, currency: string, reader: Reader): Dispute {
  const summary = disputeSummaryOf(ticket, currency);
  const { description, entries, files = [] } = ticketOf(ticket, reader);
  return { ...summary, description, entries, files, canAppeal: canAppeal(ticket, summary), canWithdraw: canWithdraw(ticket) };
}
