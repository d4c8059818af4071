import type { Gap, PlannedWork } from '@faceplate/contracts';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { optional } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { byParty, ownRows } from '../tmf/owned.ts';
import { characteristic, instant, meaningOf, needed, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

const MOST = 500;

const STATES: Readonly<Record<string, PlannedWork['state']>> = {
  submitted: 'planned',
  acknowledged: 'planned',
  pending: 'planned',
  held: 'planned',
  inProgress: 'running',
  resolved: 'done',
  closed: 'done',
  cancelled: 'cancelled',
  rejected: 'cancelled',
};

/** Planned work of TMF656, as far as it touches services of mine and is not over: nobody learns whom else it touches. */
function workOf(problem: TmfBody, mine: ReadonlyMap<string, string>): PlannedWork | undefined {
  const known = (name: string) => instant({ value: characteristic(records(problem, 'characteristic'), name) }, 'value');
  const touched = records(problem, 'relatedEntity').flatMap((one) => {
    const id = text(one, 'id');
    const name = id !== undefined && mine.get(id);
    return name ? [{ id, name }] : [];
  });
  const state = needed(meaningOf(STATES, text(problem, 'status')), 'status');
  if (touched.length === 0 || (state !== 'planned' && state !== 'running')) return undefined;
  return {
    id: needed(text(problem, 'id'), 'id'),
    title: text(problem, 'name') ?? 'Planned work',
    from: needed(known('expectedStart'), 'expectedStart'),
    to: needed(known('expectedEnd'), 'expectedEnd'),
    state,
    services: touched,
    ...optional({ text: text(problem, 'description'), announcedAt: instant(problem, 'creationDate') }),
  };
}

/** What is announced, or runs, for services of mine; soonest first. */
export async function plannedWork(call: Call, mine: ReadonlyMap<string, string>): Promise<{ items: PlannedWork[]; gaps: Gap[] }> {
  const found = await ownRows(call, 'TMF656', 'serviceProblem', byParty(call), { query: { category: 'plannedMaintenance' }, limit: MOST, action: 'service-level.read' });
  const planned = found.rows.filter((row) => /planned|maintenance/i.test(text(row, 'category') ?? ''));
  const { items, gaps } = readEach('TMF656', { ...found, rows: planned }, (row) => workOf(row, mine));
  return { items, gaps };
}

/** Planned work as a calendar file (RFC 5545): each has a UID of its own, so a calendar that takes the file again moves what it has. */
export function workCalendar(work: readonly PlannedWork[], { operator, url, now }: { operator: string; url: string; now: Date }): string {
  const calendar = ical({ prodId: { company: operator, product: 'Faceplate' }, method: ICalCalendarMethod.PUBLISH });
  for (const { id, title, text: description, from, to, services } of work) {
    calendar.createEvent({
      id: `work-${id}`,
      stamp: now,
      start: new Date(from),
      end: new Date(to),
      summary: `${operator}: ${title}`,
      description: [description, ...services.map(({ name }) => name)].filter((line) => line !== undefined).join('\n'),
      url,
      status: ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
