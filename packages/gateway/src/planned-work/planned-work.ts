import type { Gap, PlannedWork } from '@faceplate/contracts';
import { hits, isPlanned, knownAt, problemOf, problemsOf } from '../incidents/problem.ts';
import { type OwnService, ownServices } from '../incidents/own-services.ts';
import { notFound } from '../problem.ts';
import { optional } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { onceEach, readEach } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { instant, meaningOf, needed, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { UpstreamProblem } from '../upstream/problem.ts';

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

/** Planned work, with what only we need to know of it. */
export interface KnownWork {
  work: PlannedWork;
  /** The customers it touches: ids of parties of mine and of others. */
  partyIds: readonly string[];
  /** When something about it changed last, RFC 3339; the announcement where nobody says. */
  changedAt?: string;
}

const labelled = ({ id, name, identifier }: OwnService) => ({ id, name: identifier === undefined ? name : `${name}, ${identifier}` });

/** Planned work of TMF656, as far as it touches services of mine: nobody learns whom else it touches. */
function workOf(problem: TmfBody, mine: readonly OwnService[], wanted: ReadonlySet<PlannedWork['state']>): KnownWork | undefined {
  const touched = mine.filter((service) => hits(problem, service));
  const state = needed(meaningOf(STATES, text(problem, 'status')), 'status');
  if (touched.length === 0 || !wanted.has(state)) return undefined;
  const announcedAt = instant(problem, 'creationDate');
  const work = {
    id: needed(text(problem, 'id'), 'id'),
    title: text(problem, 'name') ?? 'Planned work',
    from: needed(knownAt(problem, 'expectedStart'), 'expectedStart'),
    to: needed(knownAt(problem, 'expectedEnd'), 'expectedEnd'),
    state,
    services: touched.map(labelled),
    ...optional({ text: text(problem, 'description'), announcedAt }),
  };
  const partyIds = records(problem, 'relatedParty').flatMap((party) => text(party, 'id') ?? []);
  return { work, partyIds, ...optional({ changedAt: instant(problem, 'lastUpdate') ?? announcedAt }) };
}

/** What is still to come, or runs. */
export const AHEAD: ReadonlySet<PlannedWork['state']> = new Set<PlannedWork['state']>(['planned', 'running']);
const ALL: ReadonlySet<PlannedWork['state']> = new Set<PlannedWork['state']>(['planned', 'running', 'done', 'cancelled']);

/** What is planned for services of mine, with all that is missing: an inventory that cannot be read hides its services' work. */
export async function plannedWork(call: Call, wanted = AHEAD): Promise<{ items: KnownWork[]; gaps: Gap[] }> {
  const [own, found] = await Promise.all([ownServices(call), problemsOf(call, 'service-level.read', { category: 'plannedMaintenance' })]);
  const { items, gaps } = readEach('TMF656', { ...found, rows: found.rows.filter(isPlanned) }, (row) => workOf(row, own.services ?? [], wanted));
  return { items, gaps: onceEach([...own.gaps, ...gaps]) };
}

/** So long a calendar keeps what is over, or called off. */
const REMEMBERED = 30 * 86_400_000;

/** All that a calendar should hold: what comes, and of late what was, or was called off. @throws {UpstreamProblem} when part of it is missing: a calendar cannot say what it lacks. */
export async function wholeCalendar(call: Call): Promise<KnownWork[]> {
  const { items, gaps } = await plannedWork(call, ALL);
  if (gaps.length > 0) throw new UpstreamProblem('unreachable', 'Service levels', 'part of the planned work is missing');
  const since = call.clock().getTime() - REMEMBERED;
  return items.filter(({ work }) => Date.parse(work.to) > since);
}

/** One, by its id. @throws {Refusal} 404 for work that touches nothing of mine. */
export async function workIn(call: Call<{ workId: string }>): Promise<{ known: KnownWork; problem: TmfBody }> {
  const [problem, { services }] = await Promise.all([problemOf(call, call.params.workId, 'service-level.read'), ownServices(call)]);
  if (!services) throw new UpstreamProblem('unreachable', call.tmf('TMF637').origin, 'nobody can say what it touches');
  const known = isPlanned(problem) ? readOne(call.tmf('TMF656').origin, () => workOf(problem, services, ALL)) : undefined;
  if (!known) throw notFound();
  return { known, problem };
}
