import type { Account } from './accounts.ts';
import type { Draft } from './draft.ts';
import { type Party, partyRef } from './parties.ts';
import { type Line, productRef } from './products.ts';
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

export const SUPPORT = 'Meridian support';

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

export function writeTicket(draft: Draft, plan: TicketPlan): void {
  const { account, line, raisedBy, status, raised, hours = status === 'resolved' ? Math.max(1, raised * 24 - 6) : 20, remarks = [] } = plan;
  const id = draft.id('ticket', account.id, plan.label);
  const raisedAt = draft.now - raised * DAY - draft.dice('raised', id).between(0, 300) * 60_000;
  const at = (after: number) => Math.min(raisedAt + after * HOUR, draft.now - 60_000);
  const changes = [{ changeDate: iso(raisedAt), status: 'acknowledged', changeReason: 'We have your ticket' }];
  for (const [index, [next, changeReason]] of WAYS[status].entries()) {
    changes.push({ changeDate: iso(at(1 + (hours * (index + 1)) / WAYS[status].length)), status: next, changeReason });
  }
  const dates = [...changes.map(({ changeDate }) => changeDate), ...remarks.map((remark) => iso(at(remark.hours)))];
  const resolution = changes.find((change) => change.status === 'resolved')?.changeDate;
  draft.add('troubleTicket', {
    id,
    externalId: `T-${draft.dice('ticket number', id).digits(6)}`,
    name: plan.title,
    description: plan.description,
    severity: plan.severity,
    priority: plan.severity === 'Critical' ? 'High' : 'Medium',
    ticketType: plan.type,
    status,
    statusChangeDate: changes.at(-1)?.changeDate,
    statusChangeReason: changes.at(-1)?.changeReason,
    creationDate: iso(raisedAt),
    lastUpdate: dates.toSorted().at(-1),
    expectedResolutionDate: iso(Math.max(raisedAt + 3 * DAY, status === 'acknowledged' || status === 'inProgress' ? draft.now + DAY : 0)),
    ...(resolution && { resolutionDate: resolution }),
    channel: { id: draft.id('channel', 'web'), name: 'Portal' },
    relatedParty: [
      partyRef(account.owner, 'customer'),
      partyRef(raisedBy, 'originator'),
    ],
    relatedEntity: [{ ...productRef(line), role: 'product' }],
    note: remarks.map(({ author, text, hours: after }, index) => ({
      id: `${id}-${index + 1}`,
      date: iso(at(after)),
      author: author?.name ?? SUPPORT,
      ...(author && { authorId: author.id }),
      text,
    })),
    statusChange: changes,
  });
}
