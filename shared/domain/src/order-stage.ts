import type { Actor, LocalDate, Milestone, Stage } from '@faceplate/contracts';

/** The way of a line, in the order it is walked (features sheet F08 / F20). */
export const WAY: readonly Stage[] = [
  'captured', 'checked', 'waiting-for-you', 'waiting-for-your-company', 'waiting-for-partner', 'scheduled', 'in-progress', 'partly-done', 'done',
];

const FINAL: readonly Stage[] = ['done', 'cancelled', 'failed'];

/** Nothing more happens to a line that has come to this stage. */
export const isFinal = (stage: Stage): boolean => FINAL.includes(stage);

/** What is needed to judge a line, whoever it comes from. */
export interface Line {
  stage: Stage;
  late: boolean;
  expected?: LocalDate | undefined;
}

export interface Progress {
  stage: Stage;
  late: boolean;
  itemsDone: number;
  itemsTotal: number;
  /** When the last open line is expected. */
  expected?: LocalDate;
}

/**
 * Where an order stands, from its lines. What needs the customer is never hidden behind what goes well: a line that
 * waits for them decides, then one that waits for their company. Cancelled lines say nothing while others live. With
 * some lines done and some not the order is partly done; otherwise it is as far as its slowest open line, and a line
 * on hold only speaks when all open ones are.
 */
export function rollUp(stages: readonly Stage[]): Stage {
  const open = stages.filter((stage) => !isFinal(stage));
  if (open.length === 0) return outcome(stages);
  if (open.includes('waiting-for-you')) return 'waiting-for-you';
  if (open.includes('waiting-for-your-company')) return 'waiting-for-your-company';
  if (stages.includes('done')) return 'partly-done';
  return WAY.find((stage) => open.includes(stage)) ?? 'on-hold';
}

function outcome(stages: readonly Stage[]): Stage {
  if (stages.length === 0) return 'captured';
  const done = stages.includes('done');
  if (stages.includes('failed')) return done ? 'partly-done' : 'failed';
  return done ? 'done' : 'cancelled';
}

/** A line is late while it is open and expected, or still open, after the day it was promised for. */
export function isLate(line: { stage: Stage; promised?: LocalDate | undefined; expected?: LocalDate | undefined }, today: LocalDate): boolean {
  if (isFinal(line.stage) || !line.promised) return false;
  return line.promised < today || (line.expected ?? '') > line.promised;
}

/** Who must act for a line to move on. */
export function actorOf(stage: Stage): Actor {
  if (isFinal(stage)) return 'nobody';
  if (stage === 'waiting-for-you') return 'you';
  if (stage === 'waiting-for-your-company') return 'your-company';
  return stage === 'waiting-for-partner' ? 'partner' : 'provider';
}

export function progress(lines: readonly Line[]): Progress {
  const open = lines.filter((line) => !isFinal(line.stage));
  const expected = open.flatMap((line) => line.expected ?? []).toSorted().at(-1);
  return {
    stage: rollUp(lines.map((line) => line.stage)),
    late: open.some((line) => line.late),
    itemsDone: lines.filter((line) => line.stage === 'done').length,
    itemsTotal: lines.length,
    ...(expected && { expected }),
  };
}

/** A milestone as a backend reports it. */
export interface ReportedMilestone {
  id: string;
  name: string;
  reachedAt?: string | undefined;
  expectedAt?: string | undefined;
}

/**
 * The steps of a line as a customer reads them: those reached, the first not reached as current, the rest ahead; a
 * step whose time is past is missed. A line that has ended has no current step.
 */
export function milestones(reported: readonly ReportedMilestone[], stage: Stage, now: Date): Milestone[] {
  const current = isFinal(stage) ? -1 : reported.findIndex((step) => !step.reachedAt);
  return reported.map(({ id, name, reachedAt, expectedAt }, index) => ({
    id,
    name,
    state: reachedAt ? 'reached' : stateAhead(expectedAt, now, index === current, isFinal(stage)),
    ...(reachedAt && { reachedAt }),
    ...(expectedAt && { expectedAt }),
  }));
}

function stateAhead(expectedAt: string | undefined, now: Date, current: boolean, over: boolean): Milestone['state'] {
  if (!over && expectedAt && Date.parse(expectedAt) < +now) return 'missed';
  return current ? 'current' : 'ahead';
}
