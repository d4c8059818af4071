import { sabotaged } from '../../product/sabotage.ts';
import { type Finding, finding, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { type Cell, runCell } from './cell.ts';
import { type Fault, FAULTS } from './faults.ts';
import { Traffic } from './traffic.ts';
import { type Look } from './views.ts';
import { type Api, APIS, openBss, openWorld, type World } from './world.ts';

/** What a customer may wait to be told, and for all to be well again: in milliseconds. */
const TOLD = 3_000;
const WELL = 5_000;
const MOST_CALLS = 1.2;
const SLOWER = 1.2;

interface Size {
  /** Milliseconds of each fault. */
  readonly fault: number;
  /** Of the one that lasts. */
  readonly outage: number;
}

const SMALL: Size = { fault: 1_000, outage: 5_000 };
const FULL: Size = { fault: 1_500, outage: 20_000 };
/** Fewer looks say nothing about a p95, and fewer calls nothing about a share of them. */
const LOOKS = 1_000;
const CALLS = 20;

interface Case {
  readonly api: Api;
  readonly fault: Fault;
}

/** Every API that was asked anything with every fault; in a short run every fault once, each on another API that views ask. */
function casesOf({ calls, proxies }: World, seed: number, full: boolean): Case[] {
  if (full) return APIS.filter((api) => (proxies.get(api)?.calls ?? 0) > 0).flatMap((api) => FAULTS.map((fault) => ({ api, fault })));
  const asked = APIS.filter((api) => [...calls.values()].some((made) => (made.get(api) ?? 0) > 0));
  return FAULTS.map((fault, index) => ({ api: asked[(index + seed) % asked.length] as Api, fault }));
}

const named = ({ api, fault }: Cell) => `${fault.name} at ${api}`;
const told = (cell: Cell, { view, status, milliseconds, text }: Look) => `${named(cell)}: ${view} ${status} after ${Math.round(milliseconds)} ms: ${text.slice(0, 120)}`;

function p95(looks: readonly Look[]): number {
  const sorted = looks.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

const round = (value: number, digits = 0) => Number(value.toFixed(digits));

/** What was asked beside what the same looks ask when all is well: in all, and by fault where there were enough. */
function ratios(cells: readonly Cell[]): Map<string, number> {
  const sum = (some: readonly Cell[], of: 'calls' | 'expected') => some.reduce((sofar, cell) => sofar + cell[of], 0);
  const asked = cells.filter(({ expected }) => expected > 0);
  const byFault = [...Map.groupBy(asked, ({ fault }) => fault.name)].filter(([, some]) => sum(some, 'expected') >= CALLS);
  return new Map([['all faults', asked] as const, ...byFault].map(([name, some]) => [name, sum(some, 'calls') / sum(some, 'expected')]));
}

function judged(cells: readonly Cell[]): Finding[] {
  const unfed = cells.flatMap((cell) => cell.unfed.map((one) => (one.verdict === 'whole' ? undefined : told(cell, one))));
  const fed = cells.flatMap((cell) => cell.fed.map((one) => (one.verdict !== 'wrong' && one.milliseconds <= TOLD ? undefined : told(cell, one))));
  const slowest = Math.max(...cells.flatMap((cell) => cell.fed.map(({ milliseconds }) => milliseconds)));
  const [usual, during] = [p95(cells.flatMap(({ before }) => before)), p95(cells.flatMap((cell) => cell.unfed))];
  const recovery = Math.max(...cells.map((cell) => cell.recovery));
  const all = ratios(cells);
  return [
    finding('Views that do not ask the failing system', `all as without the fault; p95 ${round(during)} ms, without it ${round(usual)} ms, goal +20 %`, [
      ...unfed,
      unfed.length < LOOKS || during <= usual * SLOWER ? undefined : `p95 ${round(during)} ms instead of ${round(usual)} ms`,
    ]),
    finding('Views that ask it', `what is missing is said after ${round(slowest)} ms at most, goal 3,000`, fed),
    finding('After the fault', `all well again after ${round(recovery)} ms at most, goal 5,000`, cells.map((cell) => (cell.recovery <= WELL ? undefined : `${named(cell)}: ${cell.recovery} ms`))),
    finding('Calls of the failing system', `${round(Math.max(...all.values()), 2)} of the usual number at most, goal 1.2`, [...all].map(([name, ratio]) => (ratio <= MOST_CALLS ? undefined : `${name}: ${round(ratio, 2)}`))),
  ];
}

/** One that lasts: the breaker leaves the system alone, and notices that it is back. */
async function outage(world: World, { outage: duration }: Size): Promise<Finding> {
  const fault = FAULTS.find(({ name }) => name === '500') as Fault;
  const traffic = new Traffic(world, ['/bills']);
  const cell = await runCell(world, traffic, { api: 'TMF678', fault, duration });
  await traffic.stop();
  const share = cell.calls / cell.expected;
  return finding(`An outage of ${duration / 1000} s`, `${round(share, 2)} of the usual calls, well again after ${round(cell.recovery)} ms`, [
    share <= 0.9 ? undefined : `${cell.calls} calls of ${cell.expected}`,
    cell.recovery <= WELL ? undefined : `well again after ${cell.recovery} ms`,
  ]);
}

const DEFENCES = [
  { text: 'read: 2_500', instead: 'read: 10_000' },
  { text: 'share: 0.1', instead: 'share: 1' },
  { text: 'least: 20', instead: 'least: 1e9' },
].map((cut) => ({ file: 'gateway/src/upstream/settings.ts', ...cut }));

/** The same gateway with timeouts, retry budget and breaker taken out: it must be noticed. */
async function twins(setting: ProductProofSetting, bss: Awaited<ReturnType<typeof openBss>>, { fault: duration }: Size): Promise<Finding> {
  const world = await openWorld(setting, bss, { apis: ['TMF678'], env: sabotaged(...DEFENCES) });
  const traffic = new Traffic(world, ['/bills']);
  try {
    const again = await runCell(world, traffic, { api: 'TMF678', fault: FAULTS.find(({ name }) => name === '500') as Fault, duration });
    const late = await runCell(world, traffic, { api: 'TMF678', fault: FAULTS.find(({ name }) => name === '10 s late') as Fault, duration });
    const ratio = again.calls / again.expected;
    const slowest = Math.max(...late.fed.map(({ milliseconds }) => milliseconds));
    return finding('With timeouts, retry budget and breaker off', `noticed: ${round(ratio, 1)} times the calls, ${round(slowest)} ms until anything is said`, [
      ratio > MOST_CALLS ? undefined : `not noticed: ${round(ratio, 2)} times the calls`,
      slowest > TOLD ? undefined : `not noticed: said after ${round(slowest)} ms`,
    ]);
  } finally {
    await traffic.stop();
    await world.close();
  }
}

async function run(setting: ProductProofSetting): Promise<readonly Finding[]> {
  const { seed, full, tell } = setting;
  const size = full ? FULL : SMALL;
  const bss = await openBss(setting);
  const world = await openWorld(setting, bss);
  const traffic = new Traffic(world);
  tell(`G9: a look at each view every ${Math.round(traffic.beat)} ms`);
  const cells: Cell[] = [];
  const findings: Finding[] = [];
  try {
    const cases = casesOf(world, seed, full);
    for (const one of cases) {
      cells.push(await runCell(world, traffic, { ...one, duration: size.fault }));
      tell(`G9 ${cells.length} of ${cases.length} faults`);
    }
    await traffic.stop();
    findings.push(...judged(cells), await outage(world, size));
  } finally {
    await traffic.stop();
    await world.close();
  }
  return [...findings, await twins(setting, bss, size)];
}

export const faults: ProductProof = { on: 'product', id: 'G9', title: "No system's bad day becomes the customer's", run };
