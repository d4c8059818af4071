import { CalendarFeed, FreezeList, FreezeRequest, ObjectionRequest, PlannedWork, PlannedWorkList } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { paged, pageQuery, rising } from '../paging/page.ts';
import { bytesOf } from '../papers/paper-bill.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { onceEach, orGap } from '../tmf/gather.ts';
import { ticketsBackend } from '../tickets/tickets.backend.ts';
import { workCalendar } from './calendar.ts';
import { freeze, freezeList, freezesOf, MOST_FREEZES, unfreeze } from './freezes.ts';
import { mayObject, objectionTo, objectTo } from './objections.ts';
import { plannedWork, wholeCalendar } from './planned-work.ts';

const BASE = '/service-levels/planned-work';
const policy = { action: 'service-level.read' } as const;

/** What comes, with the freezes it falls into and what was said about it. */
async function shownWork(call: Call): Promise<Pick<PlannedWorkList, 'items' | 'gaps'>> {
  const [{ items, gaps }, freezes, tickets] = await Promise.all([plannedWork(call), freezesOf(call), orGap('TMF621', ticketsBackend(call).tickets())]);
  const shown = items.map((known): PlannedWork => {
    const objection = tickets.value && objectionTo(tickets.value.rows, known.work.id, call.tenant.zone);
    const conflicts = freezes.conflictsOf(known);
    return { ...known.work, ...(conflicts.length > 0 && { conflicts }), ...(objection && { objection }), mayObject: tickets.value !== undefined && mayObject(call, known, objection) };
  });
  return { items: shown, gaps: onceEach([...gaps, ...freezes.gaps, ...tickets.gaps]) };
}

/** The link of the caller's own feed. Who came by another way than our own pages learns that there is one, and not what it is. */
async function feedOf(call: Call): Promise<CalendarFeed> {
  const { subject, tenant } = call;
  call.demand({ partyIds: [subject.sub] });
  const feed = await call.feeds.of({ tenant: tenant.publicUrl, person: subject.sub });
  if (!feed) return {};
  const { id, madeAt, readAt } = feed;
  const url = call.allows({ partyIds: [subject.sub] }, 'calendar-feed.change') ? `${tenant.publicUrl}/calendar/${await call.link.make({ calendar: id })}.ics` : undefined;
  return { madeAt, ...(readAt !== undefined && { readAt }), ...(url !== undefined && { url }) };
}

async function makeFeed(call: Call): Promise<CalendarFeed> {
  const { subject, tenant, operationKey } = call;
  const id = `c${operationKey.slice(0, 31)}`;
  call.concerns('calendar', id);
  await call.feeds.put({ tenant: tenant.publicUrl, person: subject.sub }, { id, madeAt: call.clock().toISOString() });
  return feedOf(call);
}

async function withdrawFeed(call: Call): Promise<CalendarFeed> {
  await call.feeds.remove({ tenant: call.tenant.publicUrl, person: call.subject.sub });
  return feedOf(call);
}

/** Work that is planned: what comes, when it must not, who asked to have it moved, and the same in a calendar. */
export const plannedWorkRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: BASE,
    summary: 'Work that is announced, or runs, for services of yours; soonest first.',
    detail: '`conflicts` are freeze periods of your organisation that it falls into; `objection` is the last wish of your people to have it moved, and what came of it.',
    query: z.object(pageQuery),
    codes: ['cursor-invalid'],
    answer: PlannedWorkList,
    policy,
    handle: async (call) => {
      const { items, gaps } = await shownWork(call);
      return { gaps, total: items.length, zone: call.tenant.zone, ...(await paged(call, items, [rising(({ from }) => from), rising(({ id }) => id)])) };
    },
  }),
  route({
    method: 'GET',
    path: `${BASE}/calendar.ics`,
    summary: 'Work for services of yours as a calendar file: what comes, and what was, or was called off, in the last 30 days.',
    answer: { media: 'text/calendar' },
    policy,
    routeClass: 'export',
    handle: async (call) => {
      const told = { operator: call.tenant.name, url: `${call.tenant.publicUrl}/service-levels/planned-work`, now: call.clock() };
      return { bytes: bytesOf(workCalendar(await wholeCalendar(call), told)), fileName: 'planned-work.ics' };
    },
  }),
  route({
    method: 'POST',
    path: `${BASE}/:workId/objection`,
    summary: 'Asks to have planned work moved, for companies; the answer comes with the work.',
    detail: 'A ticket about the work: its number, its timeline and what is said there are those of `/tickets`. One at a time; after an answer it can be asked for again.',
    body: ObjectionRequest,
    codes: ['work-begun', 'work-objected', 'busy'],
    answer: PlannedWork,
    status: 201,
    policy: { action: 'planned-work.object' },
    handle: objectTo,
  }),
  route({
    method: 'GET',
    path: `${BASE}/freezes`,
    summary: 'When your organisations want no work, soonest first.',
    answer: FreezeList,
    policy,
    handle: freezeList,
  }),
  route({
    method: 'POST',
    path: `${BASE}/freezes`,
    summary: 'States days in which an organisation wants no work on its services.',
    detail: `The operator sees it; it is a wish, and work that falls into it is marked. At most ${MOST_FREEZES} for an organisation, each 92 days long at most.`,
    body: FreezeRequest,
    codes: ['not-found', 'freezes-full', 'changed-meanwhile', 'busy'],
    answer: FreezeList,
    policy: { action: 'freeze.change' },
    handle: freeze,
  }),
  route({
    method: 'DELETE',
    path: `${BASE}/freezes/:freezeId`,
    summary: 'Takes such days back.',
    codes: ['changed-meanwhile', 'busy'],
    answer: FreezeList,
    policy: { action: 'freeze.change' },
    handle: unfreeze,
  }),
  route({
    method: 'GET',
    path: `${BASE}/feed`,
    summary: 'The secret address by which a calendar program has your planned work, where you have made one.',
    detail: 'Whoever has the address reads the planned work of your services, by your rights at that moment, and nothing else.',
    answer: CalendarFeed,
    policy: { action: 'calendar-feed.read' },
    handle: feedOf,
  }),
  route({
    method: 'POST',
    path: `${BASE}/feed`,
    summary: 'Makes such an address, or another in its place: the one before is worth nothing from then on.',
    body: z.object({}),
    answer: CalendarFeed,
    policy: { action: 'calendar-feed.change' },
    handle: makeFeed,
  }),
  route({
    method: 'DELETE',
    path: `${BASE}/feed`,
    summary: 'Withdraws the address; calendar programs that have it get nothing more.',
    answer: CalendarFeed,
    policy: { action: 'calendar-feed.change' },
    handle: withdrawFeed,
  }),
];
