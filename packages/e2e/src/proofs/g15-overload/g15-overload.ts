import { setTimeout as wait } from 'node:timers/promises';
import { sabotaged } from '../../product/sabotage.ts';
import { type RunningProducts, runProducts } from '../../product/running-products.ts';
import { Visitor } from '../../product/visitor.ts';
import { quantile } from '../quantile.ts';
import { type Finding, finding, notShown, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { load } from '../v9-gateway/load.ts';
import { type Answered, send, type Sent } from './sender.ts';
import { getOf, signedIn } from './wire-requests.ts';

/** `count`: requests to each process of each kind by which the capacity is found. */
const SMALL = { times: 3, during: 8_000, count: 150 };
const FULL = { times: 4, during: 60_000, count: 1_500 };
const SESSIONS = 6;
const READS = ['/bills', '/orders', '/products', '/tickets'];

/** An answer that comes later is of no use to anybody any more. */
const GOOD_WITHIN = 1_000;
const LEAST_GOODPUT = 0.8;
const LONGEST_STEP = 1_000;
const LONGEST_RECOVERY = 5_000;

const NO_ADMISSION = sabotaged({ file: 'gateway/src/node/admission.ts', text: 'if (this.inFlight >= ', instead: 'if (this.inFlight < 0 && this.inFlight >= ' });

interface Ground {
  readonly products: RunningProducts;
  readonly ports: readonly number[];
  readonly requests: readonly Buffer[];
}

/** What would refuse for other reasons is lifted: here it is about time alone. */
const config = { limits: { factor: 1_000, inFlight: 4 } };

async function layOut(databaseUrl: string, env: Record<string, string> = {}): Promise<Ground> {
  const products = await runProducts({ databaseUrl, portal: false, simulator: false, config, env: { FACEPLATE_WORLD: 'customers=2', ...env } });
  const cookies = await signedIn(products.url, SESSIONS);
  const requests = cookies.flatMap((cookie) => READS.map((path) => getOf(path, cookie)));
  const ports = products.members.map(({ url }) => Number(new URL(url).port));
  return { products, ports, requests };
}

const good = ({ status, took }: Answered): boolean => status === 200 && took <= GOOD_WITHIN;
const goodput = ({ answers }: Sent, during: number): number => answers.filter(good).length / (during / 1000);

/** Requests a second that both processes answer together, asked one after the other over a few connections: as much as there is, and no queue. */
async function capacityOf({ ports, requests }: Ground, count: number, tell: (text: string) => void): Promise<number> {
  const pace = async (each: number): Promise<number> => {
    let seconds = 0;
    for (const request of requests.slice(0, READS.length).map((one) => one.toString('latin1'))) {
      const took = await Promise.all(ports.map((port) => load({ port, request, requests: each, connections: 4 })));
      seconds += Math.max(...took.map((one) => one.seconds));
    }
    return (each * ports.length * READS.length) / seconds;
  };
  // Once without counting: code is compiled, caches fill.
  await pace(count / 3);
  // The middle one of three: on a machine with others at work one of them is luck, and one is not.
  const paces = [await pace(count / 3), await pace(count / 3), await pace(count / 3)];
  const capacity = quantile(paces, 0.5);
  tell(`G15 capacity ${capacity.toFixed(0)}/s`);
  return capacity;
}

interface Steps {
  /** Milliseconds of each request of a sign-in or sign-out. */
  readonly took: number[];
  /** Of whole sign-ins. */
  readonly whole: number[];
  readonly failed: string[];
}

/** Somebody who signs in and out while all others press on. */
async function comeAndGo(url: string, over: AbortSignal): Promise<Steps> {
  const steps: Steps = { took: [], whole: [], failed: [] };
  while (!over.aborted) {
    const visitor = new Timed(url, steps.took);
    const began = performance.now();
    try {
      await visitor.signIn('ada', 'demo');
      steps.whole.push(performance.now() - began);
      const { status } = await visitor.open('/auth/logout', { method: 'POST', headers: { 'x-fp-csrf': '1', origin: url, 'content-type': 'application/json' }, body: '{}' });
      if (status >= 400) steps.failed.push(`sign-out: ${status}`);
    } catch (error) {
      steps.failed.push(error instanceof Error ? error.message : String(error));
    }
    await visitor.close();
    await wait(100);
  }
  return steps;
}

class Timed extends Visitor {
  readonly #took: number[];

  constructor(url: string, took: number[]) {
    super(url);
    this.#took = took;
  }

  override async open(path: string, facts?: Parameters<Visitor['open']>[1]): ReturnType<Visitor['open']> {
    const began = performance.now();
    const answer = await super.open(path, facts);
    if (path !== '/') this.#took.push(performance.now() - began);
    return answer;
  }
}

const p99 = (values: readonly number[]): number => quantile(values, 0.99);

async function overloaded(ground: Ground, rate: number, during: number): Promise<{ sent: Sent; steps: Steps }> {
  const over = new AbortController();
  const visiting = comeAndGo(ground.products.url, over.signal);
  const sent = await send({ ...ground, rate, during });
  over.abort();
  return { sent, steps: await visiting };
}

/** Milliseconds until half a second passes in which all goes well at half the capacity. */
async function recovery({ ports, requests }: Ground, rate: number): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < 2 * LONGEST_RECOVERY) {
    const since = performance.now() - began;
    const { answers, lost } = await send({ ports, requests, rate, during: 500 });
    if (answers.length > 0 && answers.every(good) && Object.keys(lost).length === 0) return since;
  }
  return Number.POSITIVE_INFINITY;
}

const verdict = (holds: boolean, what: string) => (holds ? undefined : what);

/** A refusal is one that says when to come back; anything else that is not an answer is a failure. */
const refusedWell = ({ status, retryAfter }: Answered) => verdict((status === 503 || status === 429) && retryAfter, `${status}${retryAfter ? '' : ' without Retry-After'}`);

async function shed(setting: ProductProofSetting, databaseUrl: string): Promise<Finding[]> {
  const { full, tell } = setting;
  const { times, during, count } = full ? FULL : SMALL;
  const ground = await layOut(databaseUrl);
  try {
    const capacity = await capacityOf(ground, count, tell);
    tell(`G15 ${times} × ${capacity.toFixed(0)}/s`);
    const { sent, steps } = await overloaded(ground, capacity * times, during);
    const share = goodput(sent, during) / capacity;
    const refusals = sent.answers.filter(({ status }) => status !== 200);
    const back = await recovery(ground, capacity / 2);
    const lost = Object.entries(sent.lost).flatMap(([code, count]) => Array.from({ length: count }, () => code));
    return [
      finding(`${times} × capacity for ${during / 1000} s: goodput ≥ 80 % of it`, `${(share * 100).toFixed(0)} % of ${capacity.toFixed(0)}/s on two processes`, [verdict(share >= LEAST_GOODPUT, `${(share * 100).toFixed(0)} %`)]),
      finding('Each request of a sign-in or sign-out meanwhile < 1 s at p99', `${p99(steps.took).toFixed(0)} ms (whole sign-ins ${p99(steps.whole).toFixed(0)} ms)`, [verdict(p99(steps.took) < LONGEST_STEP, `${p99(steps.took).toFixed(0)} ms`), ...steps.failed, ...steps.whole.map(() => undefined)]),
      finding('Whoever is turned away is told when to come back', `${refusals.length} refusals of ${sent.answers.length}`, [...refusals.map(refusedWell), ...lost]),
      finding('All is well within 5 s after', `${(back / 1000).toFixed(1)} s`, [verdict(back <= LONGEST_RECOVERY, `${(back / 1000).toFixed(1)} s`)]),
    ];
  } finally {
    await ground.products.stop();
  }
}

/** Taking on whatever comes, the processes answer everybody too late. */
async function twin(databaseUrl: string, tell: (text: string) => void): Promise<Finding> {
  const ground = await layOut(databaseUrl, NO_ADMISSION);
  try {
    const capacity = await capacityOf(ground, SMALL.count, tell);
    const { sent, steps } = await overloaded(ground, capacity * SMALL.times, SMALL.during);
    const share = goodput(sent, SMALL.during) / capacity;
    const noticed = share < LEAST_GOODPUT || p99(steps.took) >= LONGEST_STEP || steps.failed.length > 0;
    return finding('Sabotage: with nobody turned away, it is noticed', `goodput ${(share * 100).toFixed(0)} %, sign-in steps ${p99(steps.took).toFixed(0)} ms`, [verdict(noticed, 'nothing was noticed')]);
  } finally {
    await ground.products.stop();
  }
}

/** security.md G15. */
export const overload: ProductProof = {
  on: 'product',
  id: 'G15',
  title: 'Overload: shed early, and answer the rest in time',
  run: async (setting) => {
    const { databaseUrl, tell } = setting;
    if (!databaseUrl) return [notShown('Overload', 'Several processes need a Postgres.')];
    return [...(await shed(setting, databaseUrl)), await twin(databaseUrl, tell)];
  },
};
