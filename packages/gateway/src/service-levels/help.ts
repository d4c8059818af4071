import type { Gap, ServiceClock, ServiceHelp } from '@faceplate/contracts';
import { localDate } from '@faceplate/domain';
import { promiseClock } from '@faceplate/domain/service-level';
import { optional } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { type ClockSpan, clockOf, clockSpans } from '../tickets/clock.ts';
import { isOver } from '../tickets/tickets.adapter.ts';
import { orGap } from '../tmf/gather.ts';
import { byParty, ownRows } from '../tmf/owned.ts';
import { instant, needed, records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import type { ServiceRecord } from './record.ts';

const MOST_TICKETS = 500;
const MOST_VISITS = 500;
/** Visits that took place, or are to. */
const TAKEN = new Set(['confirmed', 'inProgress', 'completed', 'attempted']);

const names = (body: TmfBody, ids: ReadonlySet<string>): boolean => records(body, 'relatedEntity').some((one) => ids.has(text(one, 'id') ?? ''));

/** When a promised time runs out by the agreement alone, where the operator's desk gives no date. */
function dueBy(seconds: number | undefined, ticket: TmfBody, { calendar }: ServiceRecord, call: Call): string | undefined {
  const raised = instant(ticket, 'creationDate');
  if (seconds === undefined || raised === undefined) return undefined;
  const { now, zone } = settingOf(call);
  const stands = ({ whose }: ClockSpan) => whose !== 'provider';
  const pauses = clockSpans(ticket, +now).filter(stands).map(({ from, to }) => ({ from: new Date(from), ...(to < +now && { to: new Date(to) }) }));
  return promiseClock({ zone, calendar, seconds, startedAt: new Date(raised), pauses }, now).dueAt?.toISOString();
}

/** The clocks of a ticket as its desk tells them, or else as the agreement has them. */
function clockIn(ticket: TmfBody, service: ServiceRecord, call: Call): ServiceClock {
  const { running, responseDue, respondedAt, responseBreachedAt, restoreDue, restoreBreachedAt } = clockOf(ticket, settingOf(call).now);
  const stands = running !== 'provider';
  return {
    ticketId: needed(text(ticket, 'id'), 'id'),
    title: text(ticket, 'name') ?? text(ticket, 'externalId') ?? '',
    waitsFor: running,
    late: responseBreachedAt !== undefined || restoreBreachedAt !== undefined,
    ...optional({
      respondBy: responseDue ?? dueBy(service.help.respondSeconds, ticket, service, call),
      respondedAt,
      restoreBy: stands ? undefined : (restoreDue ?? dueBy(service.help.restoreSeconds, ticket, service, call)),
    }),
  };
}

/** Of these tickets: visits of this calendar year that took place or are booked. */
async function visitsFor(call: Call, tickets: readonly TmfBody[]): Promise<{ used: number; gaps: Gap[] }> {
  const ids = new Set(tickets.flatMap((ticket) => text(ticket, 'id') ?? []));
  if (ids.size === 0) return { used: 0, gaps: [] };
  const found = await orGap('TMF646', ownRows(call, 'TMF646', 'appointment', byParty(call), { limit: MOST_VISITS, action: 'ticket.read' }));
  const { zone, today } = settingOf(call);
  const isThisYear = (visit: TmfBody) => localDate(instant(visit, 'validFor', 'startDateTime') ?? '1970-01-01T00:00:00Z', zone).slice(0, 4) === today.slice(0, 4);
  const used = found.value?.rows.filter((visit) => names(visit, ids) && TAKEN.has(text(visit, 'status') ?? '') && isThisYear(visit));
  return { used: used?.length ?? 0, gaps: [...found.gaps, ...(found.value?.gaps ?? [])] };
}

/** The person's tickets about a service. */
async function ticketsAbout(call: Call, service: string): Promise<{ tickets: TmfBody[]; gaps: Gap[] }> {
  const { value, gaps } = await orGap('TMF621', ownRows(call, 'TMF621', 'troubleTicket', byParty(call), { query: { sort: '-lastUpdate' }, limit: MOST_TICKETS, action: 'ticket.read' }));
  return { tickets: value?.rows.filter((ticket) => names(ticket, new Set([service]))) ?? [], gaps: [...gaps, ...(value?.gaps ?? [])] };
}

const isOpen = (ticket: TmfBody): boolean => !isOver(text(ticket, 'status')) && text(ticket, 'status') !== 'resolved';

/** What help belongs to a service, how much of it is left, and the clocks of its tickets that are not over. */
export async function helpFor(call: Call, service: ServiceRecord): Promise<{ help?: ServiceHelp; gaps: Gap[] }> {
  const { visits: included, ...times } = service.help;
  const { tickets, gaps } = await ticketsAbout(call, service.id);
  const clocks = tickets.filter(isOpen).map((ticket) => clockIn(ticket, service, call));
  if (included === undefined) return { ...((clocks.length > 0 || Object.keys(times).length > 0) && { help: { ...times, clocks } }), gaps };
  const visits = await visitsFor(call, tickets);
  const all = [...gaps, ...visits.gaps];
  // Without the tickets, or the visits, nobody knows how many there were.
  return { help: { ...times, ...(all.length === 0 && { visits: { included, used: visits.used } }), clocks }, gaps: all };
}
