import { valueOf, withValues } from '../rules/characteristic.ts';
import { instant, iso, objects, text } from '../simulator/course.ts';
import { afterServiceTime } from '../sla/service-hours.ts';
import type { Span } from '../sla/spans.ts';
import type { Resource } from '../store/store.ts';
import { companyWaits, waitsForCompany } from './approval.ts';
import { type Entitlement, severityOf } from './entitlement.ts';

/** Characteristics of a ticket that we alone write. */
export const OWN_NAMES = [
  'entitlement',
  'clock',
  'responseDue',
  'respondedAt',
  'responseBreachedAt',
  'restoreDue',
  'restoreBreachedAt',
  'decidedAt',
  'decisionReason',
  'creditId',
  'companyWaits',
  'reopenUntil',
] as const;

/** Nobody works on it while it waits for the customer, for a part, or for the word that it works again. */
const PAUSED = ['pending', 'held', 'resolved'];
const OVER = ['closed', 'rejected', 'cancelled'];

/** The stretches in which the restore clock stood; one that lasts has no end yet. */
export function pausesOf(ticket: Resource): Span[] {
  const changes = objects(ticket['statusChange']).toSorted((one, other) => instant(one['changeDate']) - instant(other['changeDate']));
  const ours = changes.flatMap((change, index) => {
    if (!PAUSED.includes(text(change['status']) ?? '')) return [];
    const next = changes[index + 1];
    return [{ from: instant(change['changeDate']), to: next ? instant(next['changeDate']) : Infinity }];
  });
  return [...ours, ...companyWaits(ticket)];
}

/** When somebody first took it up, or said that nobody will; 0 where nobody has. */
function respondedAt(ticket: Resource): number {
  const change = objects(ticket['statusChange']).find(({ status }) => status !== 'acknowledged');
  // Raised by somebody who was at work on it already.
  const fromTheStart = ticket['status'] === 'acknowledged' ? undefined : ticket['creationDate'];
  return instant(change?.['changeDate'] ?? fromTheStart);
}

const restored = (ticket: Resource): boolean => ticket['status'] === 'resolved' || OVER.includes(text(ticket['status']) ?? '');

function stateOf(ticket: Resource): string {
  if (restored(ticket)) return 'stopped';
  return PAUSED.includes(text(ticket['status']) ?? '') || waitsForCompany(ticket) ? 'paused' : 'running';
}

/** Infinity while the clock stands: the date moves on with the waiting. Only the customer's company can keep us from answering. */
interface Due {
  response: number;
  restore: number;
}

function dueOf(ticket: Resource, entitlement: Entitlement): Due {
  const severity = severityOf(ticket);
  const { respond, restore } = entitlement.targets[severity];
  const hours = entitlement.hours[severity];
  const raised = instant(ticket['creationDate']);
  return { response: afterServiceTime(hours, raised, respond, companyWaits(ticket)), restore: afterServiceTime(hours, raised, restore, pausesOf(ticket)) };
}

/** A date that was promised and went by: the moment of the breach, which once recorded stays. */
function breach(ticket: Resource, name: string, due: number, reached: number): string | undefined {
  const known = text(valueOf(ticket['troubleTicketCharacteristic'], name));
  return known ?? (due < reached ? iso(due) : undefined);
}

function readings(ticket: Resource, due: Due, now: number): Record<string, unknown> {
  const begun = respondedAt(ticket);
  // While it stands, the date last promised is what counts.
  const last = instant(valueOf(ticket['troubleTicketCharacteristic'], 'restoreDue'));
  const restoreDue = due.restore === Infinity && last > 0 ? last : due.restore;
  return {
    clock: stateOf(ticket),
    responseDue: due.response < Infinity ? iso(due.response) : undefined,
    respondedAt: begun > 0 ? iso(begun) : undefined,
    responseBreachedAt: breach(ticket, 'responseBreachedAt', due.response, begun > 0 ? begun : now),
    ...(restoreDue < Infinity && { restoreDue: iso(restoreDue) }),
    restoreBreachedAt: breach(ticket, 'restoreBreachedAt', restoreDue, reachedAt(ticket, now)),
  };
}

/**
 * A ticket with its clocks as they stand at `now`: when somebody is to begin
 * and when it is to work again, in service hours; the second stands while we
 * wait. Writes `expectedResolutionDate` unless `promised` says that somebody has set another.
 */
export function clocked(ticket: Resource, entitlement: Entitlement, now: number, promised = false): Resource {
  const due = dueOf(ticket, entitlement);
  const values = { entitlement: entitlement.name, ...readings(ticket, due, now) };
  const dated = !promised && due.restore < Infinity && !restored(ticket);
  return {
    ...ticket,
    troubleTicketCharacteristic: withValues(ticket['troubleTicketCharacteristic'], values),
    ...(dated && { expectedResolutionDate: iso(due.restore) }),
  };
}

/** How far the restore clock has come: to now, or to where it last stood still. */
function reachedAt(ticket: Resource, now: number): number {
  const standing = pausesOf(ticket).find(({ to }) => to === Infinity)?.from;
  if (standing !== undefined) return standing;
  return OVER.includes(text(ticket['status']) ?? '') ? instant(ticket['statusChangeDate']) : now;
}

/** The next moment at which a promise is broken if nothing happens; Infinity where none can be. */
export function nextBreach(ticket: Resource): number {
  const value = (name: string) => text(valueOf(ticket['troubleTicketCharacteristic'], name));
  if (value('clock') !== 'running') return Infinity;
  const response = value('respondedAt') === undefined && value('responseBreachedAt') === undefined;
  const restore = value('restoreBreachedAt') === undefined;
  const dates = [...(response ? [instant(value('responseDue'))] : []), ...(restore ? [instant(value('restoreDue'))] : [])];
  return Math.min(Infinity, ...dates.filter((date) => date > 0));
}
