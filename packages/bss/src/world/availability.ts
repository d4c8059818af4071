import type { Account } from './accounts.ts';
import type { Draft } from './draft.ts';
import { type ProblemRef, writeProblem } from './problems.ts';
import { type Interval, type Service, writeInterval, writeSla, writeViolation } from './service-levels.ts';
import { DAY, dayIn, HOUR, monthName } from './zone.ts';

/** The running month and twelve before it. */
const MONTHS_BACK = 12;
const MINUTE = 60_000;

/** Days are kept apart by kind, so that intervals of one service never overlap. */
const OUTAGE_DAYS = [2, 4, 6, 17, 19, 21, 23] as const;
const WORK_DAY = 10;
const WAITING_DAY = 13;
const GAP_DAY = 26;

/** What must be found in a demo whatever the chance: months ago → minutes of outage. */
type Troubles = Readonly<Record<number, number>>;

interface ServiceStory {
  service: Service;
  troubles?: Troubles;
  /** Months ago in which the customer kept us waiting, and in which nothing was measured. */
  waiting?: readonly number[];
  gaps?: readonly number[];
}

const TARGETS: readonly (readonly [family: string, target: number])[] = [
  ['site-1000', 0.9995], ['site-100', 0.999], ['office-1000', 0.999], ['sip-trunk', 0.999], ['office-250', 0.995],
  ['home-250', 0.995], ['tv-plus', 0.99], ['mobile-l', 0.99],
];

export function serviceOf(account: Account, line: Account['lines'][number]): Service {
  const target = TARGETS.find(([key]) => key === line.offer.family.key)?.[1] ?? 0.98;
  return { line, owner: account.owner, target };
}

/** Writes targets, what happened to the services month by month, and where a target was missed. */
export function writeAvailability(draft: Draft, group: string, stories: readonly ServiceStory[]): void {
  for (const { service } of stories) writeSla(draft, service);
  for (let month = draft.month - MONTHS_BACK; month <= draft.month; month += 1) {
    const work = plannedWork(draft, group, stories, month);
    for (const story of stories) {
      if (story.service.line.startedAt >= dayIn(month + 1)) continue;
      const all = [...outages(draft, story, month), ...pauses(draft, story, month), ...(work ? [work] : [])];
      // The last hours are left to the outage that is still on (writeNews).
      const intervals = all.filter(({ from, to = draft.now }) => to <= draft.now - 3 * HOUR && from >= story.service.line.startedAt);
      for (const interval of intervals) writeInterval(draft, story.service, interval);
      writeViolation(draft, story.service, month, intervals);
    }
  }
}

/** Every third month the network behind a group of services is worked on, in the night. */
function plannedWork(draft: Draft, group: string, stories: readonly ServiceStory[], month: number): Interval | undefined {
  if ((draft.month - month) % 3 !== 2) return undefined;
  const from = dayIn(month, WORK_DAY) + 2 * HOUR;
  const to = from + 3 * HOUR;
  const affected = stories.filter(({ service }) => service.line.startedAt < from).map(({ service }) => service);
  if (affected.length === 0) return undefined;
  const description = 'New software for the routers in our exchange';
  const problem = writeProblem(draft, {
    label: `work ${group} ${month}`, category: 'plannedMaintenance', name: `Planned work, ${monthName(month)}`, description,
    lines: affected.map(({ line }) => line), owners: affected.map(({ owner }) => owner), from, to,
  });
  return { state: 'maintenance', from, to, description, problem };
}

const FAULTS = ['Power cut in the exchange', 'Cable cut by road works', 'Faulty card in the street cabinet', 'Wrong setting after a change'];
const BLIPS = ['Short break, line came back by itself', 'Router restarted', 'Change to the other way in'];

function outages(draft: Draft, { service, troubles }: ServiceStory, month: number): Interval[] {
  const dice = draft.dice('outages', service.line.id, month);
  const told = troubles?.[draft.month - month];
  const minutes = told === undefined ? Array.from({ length: dice.pick([0, 0, 1, 1, 2]) }, () => length(dice.next())) : [told];
  return minutes.map((lasting, index) => {
    const from = dayIn(month, OUTAGE_DAYS[(month + index * 3) % OUTAGE_DAYS.length] ?? 2) + dice.between(0, 13 * 60) * MINUTE;
    const to = from + lasting * MINUTE;
    if (lasting < 45) return { state: 'outage', from, to, description: dice.pick(BLIPS) };
    const description = dice.pick(FAULTS);
    if (from < service.line.startedAt || to > draft.now) return { state: 'outage', from, to, description };
    return { state: 'outage', from, to, description, problem: incident(draft, service, from, to, description) };
  });
}

/** Mostly minutes, now and then hours. */
function length(chance: number): number {
  return chance < 0.85 ? Math.round(2 + chance * 20) : Math.round(60 + (chance - 0.85) * 2400);
}

function incident(draft: Draft, { line, owner }: Service, from: number, to: number, description: string): ProblemRef {
  const label = `incident ${line.id} ${from}`;
  return writeProblem(draft, { label, category: 'incident', name: `Outage of ${line.offer.name}`, description, lines: [line], owners: [owner], from, to });
}

function pauses(draft: Draft, { waiting = [], gaps = [] }: ServiceStory, month: number): Interval[] {
  const ago = draft.month - month;
  const intervals: Interval[] = [];
  if (waiting.includes(ago)) {
    const from = dayIn(month, WAITING_DAY) + 9 * HOUR;
    intervals.push({ state: 'customerPending', from, to: from + 7 * HOUR, description: 'Nobody on site could let our technician in' });
  }
  if (gaps.includes(ago)) {
    const from = dayIn(month, GAP_DAY) + 3 * HOUR;
    intervals.push({ state: 'noData', from, to: from + 11 * HOUR, description: 'Our measuring probe did not answer' });
  }
  return intervals;
}

/** An outage that goes on as the demo begins, and work that is announced: the simulator ends the one and does the other. */
export function writeNews(draft: Draft, services: readonly Service[]): void {
  const [down] = services;
  if (!down) return;
  const from = draft.now - 95 * MINUTE;
  const description = 'Cable cut by road works, our people are on site';
  const problem = writeProblem(draft, {
    label: 'incident now', category: 'incident', name: `Outage of ${down.line.offer.name}`, description,
    lines: [down.line], owners: [down.owner], from, to: draft.now + 40 * MINUTE,
    told: {
      updates: [
        { at: draft.now - 80 * MINUTE, text: 'A digger has cut our cable. Our people are on their way.' },
        { at: draft.now - 20 * MINUTE, text: 'The hole is open, and we join the fibres one by one.' },
      ],
      nextUpdate: draft.now + 25 * MINUTE, reports: 3,
    },
  });
  writeInterval(draft, down, { state: 'outage', from, description, problem });
  const start = draft.now + 3 * DAY;
  writeProblem(draft, {
    label: 'work ahead', category: 'plannedMaintenance', name: 'Planned work', description: 'We renew the fibre between two exchanges',
    lines: services.map(({ line }) => line), owners: services.map(({ owner }) => owner), from: start, to: start + 2 * HOUR,
  });
}
