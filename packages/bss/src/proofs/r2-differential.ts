import { type Target, sequence } from './differential/generate.ts';
import { requestsIn, type Step } from './differential/step.ts';
import { type Difference, difference, shrunk, type Stage, stageOn } from './differential/theatre.ts';
import { type Finding, finding, notShown, type Prove } from './proof.ts';
import { definitions } from '../definitions/definitions.ts';

const LENGTH = 40;
const REQUESTS = { small: 1000, full: 20_000 };
/** One sequence shrunk says more than a dozen that differ alike. */
const MOST_SHRUNK = 3;

const targets: readonly Target[] = definitions.flatMap((definition) => definition.views.map((view) => [definition, view] as const));

const shown = (step: Step): string =>
  step.kind === 'time' ? `${step.seconds} s pass` : JSON.stringify(step.asked);

function told(label: string, steps: readonly Step[], { said }: Difference): string {
  const requests = steps.map((step) => `  ${step.at}. ${shown(step).slice(0, 600)}`);
  return [`${label} differs:`, ...requests, ...said.map(({ name, text }) => `  ${name}: ${text.slice(0, 600).replaceAll('\n', ' | ')}`)].join('\n');
}

async function unlike(stages: readonly Stage[], label: string, steps: readonly Step[], shrinking: boolean): Promise<string | undefined> {
  const found = await difference(stages, label, steps);
  if (!found) return undefined;
  if (!shrinking) return told(label, steps.slice(-1), found);
  const least = await shrunk(stages, label, steps);
  return told(label, least, (await difference(stages, label, least)) ?? found);
}

/** Plays sequences until so many requests were made; each is fine or says where the stores parted. */
export async function playAll(stages: readonly Stage[], seed: number, most: number, tell?: (text: string) => void): Promise<{ requests: number; outcomes: (string | undefined)[] }> {
  const outcomes: (string | undefined)[] = [];
  let requests = 0;
  while (requests < most) {
    const label = `R2 seed ${seed} sequence ${outcomes.length}`;
    const steps = sequence(label, targets, LENGTH);
    const failures = outcomes.filter((one) => one !== undefined).length;
    outcomes.push(await unlike(stages, label, steps, failures < MOST_SHRUNK));
    requests += requestsIn(steps);
    tell?.(`R2 ${requests} requests`);
  }
  return { requests, outcomes };
}

/** R2: the same requests get the same answers on every store, races and hostile words among them. */
export const proveAlike: Prove = async ({ seed, full, databaseUrl = '', tell }) => {
  const names = ['memory', 'PGlite', ...(databaseUrl === '' ? [] : ['Postgres'])];
  const stages = names.map((name) => stageOn(name, databaseUrl));
  try {
    const { requests, outcomes } = await playAll(stages, seed, full ? REQUESTS.full : REQUESTS.small, tell);
    const found = finding(`the same answers from ${names.join(', ')}`, `${requests} requests in ${outcomes.length} sequences`, outcomes);
    const findings: Finding[] = [{ ...found, n: requests }];
    if (databaseUrl === '') findings.push(notShown('the same answers from Postgres', 'There is no Postgres on this machine.'));
    return findings;
  } finally {
    for (const stage of stages) await stage.close();
  }
};
