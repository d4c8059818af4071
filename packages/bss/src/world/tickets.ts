import { REOPEN_DAYS } from '../trouble-ticket/window.ts';
import type { Account } from './accounts.ts';
import type { Draft } from './draft.ts';
import { type Line, productRef } from './lines.ts';
import { type Party, partyRef } from './parties.ts';
import { DAY, HOUR, iso } from './zone.ts';

export type TicketStatus = 'acknowledged' | 'inProgress' | 'pending' | 'held' | 'resolved' | 'closed' | 'rejected' | 'cancelled';

/** Something somebody wrote on a ticket. `hours` after it was raised; no author means the operator. */
interface Remark {
  hours: number;
  text: string;
  author?: Party;
}

export interface TicketPlan {
  label: string;
  account: Account;
  line: Line;
  raisedBy: Party;
  title: string;
  description: string;
  type: 'incident' | 'complaint' | 'request';
  severity: 'Critical' | 'Major' | 'Minor';
  status: TicketStatus;
  /** Days before now. */
  raised: number;
  /** Hours until the last change of status; a fix is six hours old unless told. */
  hours?: number;
  remarks?: readonly Remark[];
}

const SUPPORT = 'Meridian support';

/** The statuses on the way to the last one, and why they changed. */
const WAYS: Record<TicketStatus, readonly (readonly [TicketStatus, string])[]> = {
  acknowledged: [],
  inProgress: [['inProgress', 'We have begun to work on it']],
  pending: [['inProgress', 'We have begun to work on it'], ['pending', 'We need an answer from you']],
  held: [['inProgress', 'We have begun to work on it'], ['held', 'We wait for a part']],
  resolved: [['inProgress', 'We have begun to work on it'], ['resolved', 'Fixed']],
  closed: [['inProgress', 'We have begun to work on it'], ['resolved', 'Fixed'], ['closed', 'No answer within five days']],
  rejected: [['rejected', 'This is not part of our service']],
  cancelled: [['cancelled', 'You took it back']],
};

interface Change {
  changeDate: string;
  status: string;
  changeReason: string;
}

/** Instants of a ticket's life, none of them ahead. */
function changesOf(draft: Draft, { status, raised, hours }: TicketPlan, raisedAt: number): Change[] {
  const last = hours ?? (status === 'resolved' ? Math.max(1, raised * 24 - 6) : 20);
  const way = WAYS[status].map(([next, changeReason], index) => ({
    changeDate: after(draft, raisedAt, 1 + (last * (index + 1)) / WAYS[status].length),
    status: next,
    changeReason,
  }));
  return [{ changeDate: iso(raisedAt), status: 'acknowledged', changeReason: 'We have your ticket' }, ...way];
}

function after(draft: Draft, raisedAt: number, hours: number): string {
  return iso(Math.min(raisedAt + hours * HOUR, draft.now - 60_000));
}

function notesOf(draft: Draft, id: string, { remarks = [] }: TicketPlan, raisedAt: number) {
  return remarks.map(({ author, text, hours }, index) => ({
    id: `${id}-${index + 1}`,
    date: after(draft, raisedAt, hours),
    author: author?.name ?? SUPPORT,
    ...(author && { authorId: author.id }),
    text,
  }));
}

function expectedAt(draft: Draft, { status }: TicketPlan, raisedAt: number): number {
  const isOpen = status === 'acknowledged' || status === 'inProgress';
  return Math.max(raisedAt + 3 * DAY, isOpen ? draft.now + DAY : 0);
}

export function writeTicket(draft: Draft, plan: TicketPlan): void {
  const { account, line, raisedBy, status } = plan;
  const id = draft.id('ticket', account.id, plan.label);
  const raisedAt = draft.now - plan.raised * DAY - draft.dice('raised', id).between(0, 300) * 60_000;
  const statusChange = changesOf(draft, plan, raisedAt);
  const note = notesOf(draft, id, plan, raisedAt);
  const dates = [...statusChange.map(({ changeDate }) => changeDate), ...note.map(({ date }) => date)];
  const resolutionDate = statusChange.find((change) => change.status === 'resolved')?.changeDate;
  draft.add('troubleTicket', {
    id,
    externalId: `T-${draft.dice('ticket number', id).digits(6)}`,
    name: plan.title,
    description: plan.description,
    severity: plan.severity,
    priority: plan.severity === 'Critical' ? 'High' : 'Medium',
    ticketType: plan.type,
    status,
    statusChangeDate: statusChange.at(-1)?.changeDate,
    statusChangeReason: statusChange.at(-1)?.changeReason,
    creationDate: iso(raisedAt),
    lastUpdate: dates.toSorted().at(-1),
    expectedResolutionDate: iso(expectedAt(draft, plan, raisedAt)),
    ...(resolutionDate && { resolutionDate }),
    channel: { id: draft.id('channel', 'web'), name: 'Portal' },
    relatedParty: [partyRef(account.owner, 'customer'), partyRef(raisedBy, 'originator')],
    relatedEntity: [{ ...productRef(line), role: 'product' }],
    note,
    statusChange,
    ...(status === 'resolved' && resolutionDate && { troubleTicketCharacteristic: [{ '@type': 'StringCharacteristic', name: 'reopenUntil', valueType: 'string', value: iso(Date.parse(resolutionDate) + REOPEN_DAYS * DAY) }] }),
  });
}
