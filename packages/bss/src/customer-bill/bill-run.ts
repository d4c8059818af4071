import { collect } from './collect.ts';
import { GRACE_DAYS } from './late-fee.ts';
import { type Cycle, cycleAt, cycleNamed, cycleOf } from './period.ts';
import { runCycle } from './run.ts';
import { tellOfBill, tellOfOverdue } from '../communication/bill-news.ts';
import type { Act, Lever, Noun } from '../nouns/noun.ts';
import { type Course, instant, iso, oneOf, text } from '../simulator/course.ts';
import type { Resource, Stored } from '../store/store.ts';
import { invalidField, notFound, unprocessable } from '../surface/tmf-error.ts';
import { DAY } from '../world/zone.ts';
import { idOf } from '../world/random.ts';

/** At most so many accounts in one step, and no more begun after so many milliseconds: others wait for the same database. */
const BATCH = 200;
const PATIENCE = 400;

/** A cycle goes through these stages, in this order, over all accounts each time. */
const STAGES = ['billing', 'collecting', 'reminding'] as const;
type Stage = (typeof STAGES)[number];

/** When a stage of a cycle begins. */
function beginOf(stage: Stage, cycle: Cycle): number {
  if (stage === 'billing') return cycle.to;
  return stage === 'collecting' ? cycle.due : cycle.due + GRACE_DAYS * DAY;
}

export const billRunId = (cycle: Cycle): string => idOf(`bill-run/${cycle.name}`);

/** How far the billing of a cycle has come. Kept as v5's billCycle, with a place of its own in it. */
export function billCycleBody(cycle: Cycle, stage: Stage | 'closed'): Resource {
  const id = billRunId(cycle);
  return {
    id,
    href: `/tmf-api/customerBillManagement/v5/billCycle/${id}`,
    '@type': 'BillCycle',
    name: cycle.name,
    billingPeriod: 'month',
    billingDate: iso(cycle.to),
    chargeDate: iso(cycle.to),
    creditDate: iso(cycle.to),
    mailingDate: iso(cycle.to),
    paymentDueDate: iso(cycle.due),
    validFor: { startDateTime: iso(cycle.from), endDateTime: iso(cycle.to) },
    stage,
    progress: 0,
  };
}

const cycleIn = (body: Resource): Cycle | undefined => cycleNamed(text(body['name']) ?? '');
const stageIn = (body: Resource): Stage | undefined => STAGES.find((stage) => stage === body['stage']);

async function workOn(act: Act, stage: Stage, cycle: Cycle, accountId: string): Promise<void> {
  if (stage === 'billing') {
    const bill = await runCycle(act, accountId, cycle);
    if (bill !== undefined) await tellOfBill(act, bill);
    return;
  }
  await collect(act, accountId, cycle, stage === 'reminding');
  if (stage === 'reminding') await tellOfOverdue(act, accountId);
}

/** Answers how many it came to before it ran out of patience; one at least, so that it gets on. */
async function workThrough(rows: readonly Stored[], work: (accountId: string) => Promise<void>): Promise<number> {
  const start = performance.now();
  let worked = 0;
  for (const { body } of rows) {
    if (worked > 0 && performance.now() - start > PATIENCE) break;
    await work(body.id);
    worked += 1;
  }
  return worked;
}

async function step(act: Act, body: Resource, cycle: Cycle, stage: Stage): Promise<void> {
  const offset = typeof body['progress'] === 'number' ? body['progress'] : 0;
  const { rows, total } = await act.tx.list('billingAccount', { offset, limit: BATCH });
  const worked = await workThrough(rows, (accountId) => workOn(act, stage, cycle, accountId));
  const done = offset + worked >= total;
  const next = done ? (STAGES[STAGES.indexOf(stage) + 1] ?? 'closed') : stage;
  await act.tx.put('billCycle', { ...body, stage: next, progress: done ? 0 : offset + worked, steppedAt: iso(act.now.getTime()) });
  // The cycle that follows is on the books when this one is billed.
  const following = cycleOf(cycle.month + 1);
  if (done && stage === 'billing' && !(await act.tx.get('billCycle', billRunId(following)))) {
    await act.tx.put('billCycle', billCycleBody(following, 'billing'));
  }
}

/** Next month's bills make themselves when the month has passed, are collected when they are due, and reminded of after that. */
const course: Course = {
  resource: 'billCycle',
  open: [oneOf('stage', ...STAGES)],
  isDue: (body, { now, step: pause }) => {
    const [cycle, stage] = [cycleIn(body), stageIn(body)];
    return cycle !== undefined && stage !== undefined && now >= beginOf(stage, cycle) && now >= instant(body['steppedAt']) + pause;
  },
  advance: async (tx, body, { now }) => {
    const [cycle, stage] = [cycleIn(body), stageIn(body)];
    if (cycle && stage) await step({ tx, now: new Date(now) }, body, cycle, stage);
  },
};

/** The cycle a lever means: the last that has ended, unless it names one that has. */
function endedCycle({ now }: Act, name: string | undefined): Cycle {
  const last = cycleOf(cycleAt(now.getTime()).month - 1);
  if (name === undefined) return last;
  const cycle = cycleNamed(name);
  if (!cycle) throw invalidField('"cycle" must be a month such as 2026-11.');
  if (cycle.to > now.getTime()) throw unprocessable(`The cycle ${name} ends at ${iso(cycle.to)}; let time pass until then.`);
  return cycle;
}

const running: Lever = {
  path: 'bill-cycles',
  summary: 'Runs a billing cycle, for one account or for all; what has been billed stays as it is.',
  body: { account: 'text', cycle: 'text' },
  optional: ['account', 'cycle'],
  pull: async (act, { body }) => {
    const cycle = endedCycle(act, text(body['cycle']));
    const accountId = text(body['account']);
    if (accountId !== undefined && !(await act.tx.get('billingAccount', accountId))) throw notFound();
    const ids = accountId === undefined ? (await act.tx.list('billingAccount')).rows.map(({ body: { id } }) => id) : [accountId];
    const bills: string[] = [];
    for (const id of ids) bills.push(...[await runCycle(act, id, cycle)].filter((bill) => bill !== undefined));
    return { cycle: cycle.name, bills };
  },
};

export const billCycleNoun: Noun = { resource: 'billCycle', courses: [course], levers: [running] };
