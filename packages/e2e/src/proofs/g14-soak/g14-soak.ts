import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runProducts, type RunningProducts } from '../../product/running-products.ts';
import { sabotaged } from '../../product/sabotage.ts';
import { Visitor } from '../../product/visitor.ts';
import { type Vitals, vitalsOf, withVitals } from '../../product/vitals.ts';
import { type Finding, finding, notShown, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { StreamClient } from '../g13-streams/stream-client.ts';
import { send, type Sent } from '../g15-overload/sender.ts';
import { getOf, signedIn } from '../g15-overload/wire-requests.ts';

interface Size {
  readonly sessions: number;
  readonly streams: number;
  readonly rate: number;
  /** Parts of the soak; after each the vitals are taken. What comes before the first look warms up. */
  readonly parts: number;
  /** Milliseconds of each. */
  readonly part: number;
}

const SMALL: Size = { sessions: 12, streams: 12, rate: 150, parts: 5, part: 5_000 };
const FULL: Size = { sessions: 200, streams: 100, rate: 300, parts: 8, part: 60_000 };
const TWIN: Size = { sessions: 3, streams: 0, rate: 150, parts: 3, part: 4_000 };

const READS = ['/bills', '/orders', '/products', '/tickets', '/session', '/offers'];
/** Parts that count as warming up: caches fill, and code is compiled. */
const WARM = 2;
const MOST_GROWTH = 0.05;
const LONGEST_LOOP_MS = 50;
/** Files that may be open for a moment besides connections: a look at readiness, a connection of the database's. */
const MOST_FILES = 8;
/** Milliseconds in which connections that were closed are gone. */
const SETTLE = 1_000;
/** Milliseconds between two people who sign in, write and sign out. */
const COMING = 1_000;

/** Answers are kept for ever. */
const LEAK = sabotaged({ file: 'gateway/src/node/watch.ts', text: 'const milliseconds = performance.now() - began;', instead: 'const milliseconds = performance.now() - began; ((globalThis as { kept?: unknown[] }).kept ??= []).push(Array.from({ length: 3_000 }, () => Math.random()));' });

const config = { limits: { factor: 1_000 } };

class Soak implements AsyncDisposable {
  readonly products: RunningProducts;
  readonly #folder: string;

  private constructor(products: RunningProducts, folder: string) {
    this.products = products;
    this.#folder = folder;
  }

  static async open(databaseUrl: string, count: number, env: Record<string, string> = {}): Promise<Soak> {
    const folder = mkdtempSync(join(tmpdir(), 'faceplate-vitals-'));
    const products = await runProducts({ databaseUrl, count, portal: false, simulator: false, config, env: withVitals(folder, { FACEPLATE_WORLD: 'customers=2', ...env }) });
    return new Soak(products, folder);
  }

  vitals(): Promise<Vitals[]> {
    return Promise.all(this.products.members.map(({ pid = 0 }) => vitalsOf(pid, this.#folder)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.products.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

interface Soaked {
  readonly sent: Sent[];
  /** Of each process, after each part. */
  readonly vitals: Vitals[][];
  readonly failures: string[];
  /** What people did besides reading. */
  acts: number;
}

/** Somebody comes, raises a ticket and goes, again and again. */
async function comeAndGo({ products }: Soak, soaked: Soaked, over: AbortSignal): Promise<void> {
  for (let visit = 0; !over.aborted; visit += 1) {
    const visitor = await Visitor.signIn(products.url, visit % 2 === 0 ? 'ada' : 'bilal').catch((error: Error) => void soaked.failures.push(error.message));
    if (visitor) {
      const { items } = JSON.parse((await visitor.call('GET', '/products')).text) as { items: { id: string }[] };
      const body = { productId: items[0]?.id, kind: 'request', severity: 'minor', title: `Soak ${visit}`, description: 'While many others read.' };
      // A ticket each time would be another test: lists that grow.
      const acts = [visit % 10 === 0 ? await visitor.call('POST', '/tickets', { body }) : undefined, await visitor.open('/auth/logout', { headers: { 'sec-fetch-site': 'same-origin' } })];
      for (const act of acts) {
        if (!act) continue;
        soaked.acts += 1;
        if (act.status >= 400) soaked.failures.push(`act: ${act.status}`);
      }
      await visitor.close();
    }
    await wait(COMING, undefined, { signal: over }).catch(() => undefined);
  }
}

async function soak(ground: Soak, { sessions, streams, rate, parts, part }: Size, tell: (text: string) => void): Promise<Soaked> {
  const { products } = ground;
  const cookies = await signedIn(products.url, sessions);
  const requests = cookies.flatMap((cookie) => READS.map((path) => getOf(path, cookie)));
  const ports = products.members.map(({ url }) => Number(new URL(url).port));
  const listening = Array.from({ length: streams }, (_, at) => new StreamClient(products.url, cookies[at % cookies.length] ?? '', ''));
  const soaked: Soaked = { sent: [], vitals: [], failures: [], acts: 0 };
  const over = new AbortController();
  const visiting = comeAndGo(ground, soaked, over.signal);
  for (let done = 0; done < parts; done += 1) {
    soaked.sent.push(await send({ ports, requests, rate, during: part }));
    // Files are counted when those who asked have hung up.
    await wait(SETTLE);
    soaked.vitals.push(await ground.vitals());
    tell(`G14 ${done + 1} of ${parts} parts`);
  }
  over.abort();
  await visiting;
  for (const stream of listening) {
    soaked.failures.push(...stream.refusals.map((status) => `stream: ${status}`), ...(stream.connections > 1 ? ['a stream broke off'] : []));
    await stream.stop();
  }
  return soaked;
}

const verdict = (holds: boolean, what: string) => (holds ? undefined : what);

/** Share by which each process's heap grew from the first part that counts to the last. */
const growth = ({ vitals }: Soaked): number[] => (vitals[WARM - 1] ?? []).map(({ heap }, process) => (vitals.at(-1)?.[process]?.heap ?? Number.NaN) / heap - 1);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function findingsOf(soaked: Soaked, { rate, parts, part, sessions, streams }: Size): Finding[] {
  const { sent, vitals, failures, acts } = soaked;
  const answers = sent.flatMap((one) => one.answers.map(({ status, code }) => verdict(status === 200, `${status} ${code}`)));
  const lost = sent.flatMap((one) => Object.entries(one.lost).map(([code, count]) => `${count} × ${code}`));
  const counted = vitals.slice(WARM - 1);
  const files = (counted[0] ?? []).map((_, process) => counted.map((all) => all[process]?.files ?? 0));
  const spread = files.map((all) => Math.max(...all) - Math.min(...all));
  const loop = counted.slice(1).flat().map(({ loopP99 }) => loopP99);
  const bad = [...answers, ...lost, ...failures].filter((one) => one !== undefined).length;
  return [
    finding(`${((parts * part) / 60_000).toFixed(1)} min at ${rate}/s, ${sessions} sessions, ${streams} streams: no error`, `${bad} of ${answers.length + acts}`, [...answers, ...lost, ...failures, ...Array.from({ length: acts - Math.min(acts, failures.length) }, () => undefined)]),
    finding('Heap after collection grows < 5 %', growth(soaked).map(percent).join(', '), growth(soaked).map((one) => verdict(one < MOST_GROWTH, percent(one)))),
    finding('Open files stay flat', spread.map((one) => `± ${one}`).join(', '), spread.map((one) => verdict(one <= MOST_FILES, `${one} more`))),
    finding('Event loop < 50 ms late at p99', `${Math.max(...loop).toFixed(0)} ms at worst`, loop.map((one) => verdict(one < LONGEST_LOOP_MS, `${one.toFixed(0)} ms`))),
  ];
}

/** security.md G14, its part about processes. */
async function proveSoak({ databaseUrl, full, tell }: ProductProofSetting): Promise<Finding[]> {
  if (!databaseUrl) return [notShown('Soak', 'Several processes need a Postgres.')];
  const size = full ? FULL : SMALL;
  const findings: Finding[] = [];
  {
    await using ground = await Soak.open(databaseUrl, 2);
    findings.push(...findingsOf(await soak(ground, size, tell), size));
  }
  await using leaking = await Soak.open(databaseUrl, 1, LEAK);
  const grown = growth(await soak(leaking, TWIN, tell)).map(percent);
  const noticed = grown.some((one) => Number.parseFloat(one) >= MOST_GROWTH * 100);
  return [...findings, finding('Sabotage: a process that keeps something of each answer is noticed', grown.join(', '), [verdict(noticed, 'nothing was noticed')])];
}

export const soaking: ProductProof = { on: 'product', id: 'G14', title: 'Soak: nothing grows, nothing fails', run: proveSoak };
