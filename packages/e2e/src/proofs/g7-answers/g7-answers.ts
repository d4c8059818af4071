import { type Finding, finding, type ProofSetting } from '@faceplate/bss/proofs';
import { apiRoutes, type Route } from '@faceplate/gateway';
import * as z from 'zod/mini';
import type { BssProof } from '../proof.ts';
import { CORPUS } from './corpus.ts';
import type { Version } from './recorded.ts';
import { type Trial, trial } from './trial.ts';

const SMALL = 3_000;
const FULL = 300_000;
const VERSIONS: readonly Version[] = ['v4', 'v5', 'both'];
/** So many cases a twin has to be found out. */
const TWIN_CASES = 600;

interface Run {
  /** Answers that were hurt. */
  answers: number;
  calls: number;
  faults: string[];
}

/** Hurts answers until there were `most` of them. */
async function runUntil(most: number, one: Trial, { seed, tell }: ProofSetting): Promise<Run> {
  const faults: string[] = [];
  let calls = 0;
  while (one.world.hurt() < most) {
    calls += 1;
    const fault = await one.run(seed, calls);
    if (fault) faults.push(`${one.version} seed ${seed} case ${calls}: ${fault}`);
    if (calls % 10_000 === 0) tell?.(`G7 ${one.version}: ${one.world.hurt()} answers`);
  }
  return { answers: one.world.hurt(), calls, faults };
}

async function replayed(trials: readonly Trial[]): Promise<string[]> {
  const faults = await Promise.all(
    CORPUS.map(async ({ version, seed, number, broke }) => {
      const fault = await trials.find((one) => one.version === version)?.run(seed, number);
      return fault && `${version} seed ${seed} case ${number} (${broke}): ${fault}`;
    }),
  );
  return faults.filter((fault) => fault !== undefined);
}

/** Errors that no one awaited: they would end the process. */
function loose(): { stop(): string[] } {
  const errors: string[] = [];
  const note = (error: unknown) => void errors.push(`nobody caught ${String(error)}`);
  process.on('unhandledRejection', note);
  return {
    stop: () => {
      process.off('unhandledRejection', note);
      return errors;
    },
  };
}

/** Of N answers those in `faults` were wrong. */
const told = (what: string, figure: string, { answers, faults }: Pick<Run, 'answers' | 'faults'>): Finding => ({
  ...finding(what, figure, faults),
  n: answers,
  failures: faults.length,
});

async function hurtAnswers(setting: ProofSetting): Promise<Finding[]> {
  const each = (setting.full ? FULL : SMALL) / VERSIONS.length;
  const unawaited = loose();
  const began = performance.now();
  const trials = await Promise.all(VERSIONS.map((version) => trial({ version })));
  const old = await replayed(trials);
  const runs: Run[] = [];
  for (const one of trials) runs.push(await runUntil(each, one, setting));
  const seconds = (performance.now() - began) / 1_000;
  const answers = runs.reduce((sum, run) => sum + run.answers, 0);
  const calls = runs.reduce((sum, run) => sum + run.calls, 0);
  const faults = [...old, ...runs.flatMap((run) => run.faults), ...unawaited.stop()];
  const uncaught = faults.filter((fault) => fault.includes('nobody caught') || fault.includes('threw'));
  const pace = `${calls} calls, ${Math.round(answers / seconds)} answers/s`;
  return [
    told('Hurt answers of v4, v5 and merged upstreams through the route table: errors nobody caught', `${uncaught.length} (goal 0); ${pace}`, { answers, faults: uncaught }),
    told('The same: answers that break our own contract', `${faults.length - uncaught.length} (goal 0)`, { answers, faults: faults.filter((one) => !uncaught.includes(one)) }),
  ];
}

/** What an adapter without care would make of an interaction. */
const careless = (table: readonly Route[]): readonly Route[] =>
  table.map((one): Route => {
    if (one.path !== '/interactions') return one;
    return {
      ...one,
      handle: async (call) => {
        const { items, total } = await (call as Parameters<Route['handle']>[0] & { tmf: Tmf }).tmf('TMF683').list('partyInteraction');
        return { items: items.map((row) => ({ id: row['id'], at: momentIn(row), channel: 'Other', direction: 'to-you', reason: row['reason'] })), total, gaps: [] };
      },
    };
  });

type Tmf = (api: 'TMF683') => { list(resource: string): Promise<{ items: Record<string, unknown>[]; total: number }> };
const momentIn = (row: Record<string, unknown>): unknown => (row['interactionDate'] as { startDateTime?: unknown } | undefined)?.startDateTime;

/** The table without its last look at what goes out. */
const unchecked = (table: readonly Route[]): readonly Route[] => table.map((one) => (one.answer && !('media' in one.answer) ? { ...one, answer: z.unknown() } : one));

/** The table with an adapter that takes it for granted that every reason is text. */
const throwing = (table: readonly Route[]): readonly Route[] =>
  table.map((one): Route => {
    if (one.path !== '/interactions') return one;
    return {
      ...one,
      handle: async (call) => {
        const { items } = await (call as Parameters<Route['handle']>[0] & { tmf: Tmf }).tmf('TMF683').list('partyInteraction');
        for (const row of items) (row['reason'] as string).trim();
        return one.handle(call);
      },
    };
  });

/** How many of a twin's cases are found wrong. */
async function faultsOfTwin(routes: readonly Route[], seed: number): Promise<number> {
  const twin = await trial({ version: 'v4', routes, only: ({ path }) => path === '/interactions' });
  let faults = 0;
  for (let number = 1; number <= TWIN_CASES; number += 1) {
    if (await twin.run(seed, number)) faults += 1;
  }
  return faults;
}

async function twins({ seed }: ProofSetting): Promise<Finding> {
  const held = await faultsOfTwin(careless(apiRoutes), seed);
  const found = { unchecked: await faultsOfTwin(unchecked(careless(apiRoutes)), seed), throwing: await faultsOfTwin(throwing(apiRoutes), seed) };
  return finding('With the look at what goes out switched off, or an adapter that throws, it is noticed', `a careless adapter: ${held} wrong with the look, ${found.unchecked} without; a throwing one: ${found.throwing} of ${TWIN_CASES}`, [
    held === 0 ? undefined : `a careless adapter got ${held} answers past the contract`,
    found.unchecked > 0 ? undefined : 'answers that nobody looks at were not noticed',
    found.throwing > 0 ? undefined : 'an adapter that throws was not noticed',
  ]);
}

/** security.md, G7: nothing an upstream can answer brings the gateway to fall, or to say what its contract does not know. */
export const hurtUpstreams: BssProof = {
  on: 'bss',
  id: 'G7',
  title: 'No answer of an upstream breaks ours',
  run: async (setting) => [...(await hurtAnswers(setting)), await twins(setting)],
};
