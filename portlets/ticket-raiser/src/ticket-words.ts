import type { Severity, TicketKind, TicketStatus, TicketSummary } from '@faceplate/contracts';
import { msg } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';
import { words } from './messages.ts';

const statuses: Record<TicketStatus, { tone: Tone; word: () => string }> = {
  received: { tone: 'info', word: () => msg('Received', { id: 'ticket-raiser.status.received', desc: 'Status of a ticket' }) },
  'in-progress': { tone: 'info', word: () => msg('In progress', { id: 'ticket-raiser.status.in-progress', desc: 'Status of a ticket' }) },
  'waiting-for-you': { tone: 'notice', word: () => msg('Waiting for you', { id: 'ticket-raiser.status.waiting-for-you', desc: 'Status of a ticket' }) },
  'on-hold': { tone: 'notice', word: () => msg('On hold', { id: 'ticket-raiser.status.on-hold', desc: 'Status of a ticket' }) },
  fixed: { tone: 'positive', word: () => msg('Fixed', { id: 'ticket-raiser.status.fixed', desc: 'Status of a ticket' }) },
  closed: { tone: 'neutral', word: () => msg('Closed', { id: 'ticket-raiser.status.closed', desc: 'Status of a ticket' }) },
  rejected: { tone: 'neutral', word: () => msg('Not taken on', { id: 'ticket-raiser.status.rejected', desc: 'Status of a ticket: the operator will not work on it' }) },
  cancelled: { tone: 'neutral', word: () => msg('Withdrawn', { id: 'ticket-raiser.status.cancelled', desc: 'Status of a ticket' }) },
};
export const statusOf = (status: TicketStatus) => ({ tone: statuses[status].tone, word: statuses[status].word() });

/** How a ticket stands: what waits for the customer's company is with neither of us. */
export const standingOf = ({ status, companyWaits }: Pick<TicketSummary, 'status' | 'companyWaits'>): { tone: Tone; word: string } => (companyWaits ? { tone: 'notice', word: words.companyWaits() } : statusOf(status));

const OVER: readonly TicketStatus[] = ['closed', 'rejected', 'cancelled'];

/** Nothing more will happen to it: notes are no longer taken. */
export const isOver = (status: TicketStatus): boolean => OVER.includes(status);

export const kinds: Record<TicketKind, () => string> = {
  incident: () => msg('Something does not work', { id: 'ticket-raiser.kind.incident', desc: 'Kind of ticket' }),
  request: () => msg('I need something changed', { id: 'ticket-raiser.kind.request', desc: 'Kind of ticket' }),
  complaint: () => msg('I am not content', { id: 'ticket-raiser.kind.complaint', desc: 'Kind of ticket' }),
};

export const severities: Record<Severity, () => string> = {
  minor: () => msg('A nuisance', { id: 'ticket-raiser.severity.minor', desc: 'How severe it is' }),
  major: () => msg('I can hardly use it', { id: 'ticket-raiser.severity.major', desc: 'How severe it is' }),
  critical: () => msg('Nothing works', { id: 'ticket-raiser.severity.critical', desc: 'How severe it is' }),
};
