import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Machine, type TmfResource } from '../../product/machine.ts';
import { type RunningProducts, runProducts } from '../../product/running-products.ts';
import { Visitor } from '../../product/visitor.ts';
import { type Finding, finding, notShown, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { type Asking, type Loaded, worker } from './load.ts';

const SMALL = { restarts: 3, crashes: 1 };
const FULL = { restarts: 20, crashes: 4 };
/** Two of each person's: one keeps its connection, one does not. */
const PEOPLE = ['ada', 'bilal', 'ada', 'bilal'];
const LONGEST_DRAIN = 10_000;

async function askings(url: string): Promise<Asking[]> {
  const run = randomUUID().slice(0, 8);
  const found: Asking[] = [];
  for (const username of PEOPLE) {
    const visitor = await Visitor.signIn(url, username);
    const { items } = JSON.parse((await visitor.call('GET', '/products')).text) as { items: { id: string }[] };
    const cookie = [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    found.push({ url, cookie, productId: items[0]?.id ?? '', run });
    await visitor.close();
  }
  return found;
}

/** Asks from all sides while something is done to the processes. */
async function under(products: RunningProducts, change: () => Promise<void>): Promise<Loaded[]> {
  const over = new AbortController();
  const all = await askings(products.url);
  const working = Promise.all(all.flatMap((asking) => [true, false].map((keep) => worker(asking, keep, over.signal))));
  try {
    await wait(300);
    await change();
    await wait(300);
  } finally {
    over.abort();
  }
  return working;
}

/** Both processes get connections again. */
async function bothReady({ balancer, members }: RunningProducts): Promise<void> {
  for (let look = 0; balancer.ready < members.length && look < 200; look += 1) await wait(50);
}

/** Titles of tickets as the BSS has them, with how often. */
async function kept(products: RunningProducts): Promise<Map<string, number>> {
  const machine = new Machine(products);
  const counts = new Map<string, number>();
  for (let offset = 0; ; offset += 500) {
    const rows = await machine.read<TmfResource[]>(`troubleTicket/v4/troubleTicket?fields=id,name&sort=id&limit=500&offset=${offset}`);
    for (const { name } of rows) counts.set(String(name), (counts.get(String(name)) ?? 0) + 1);
    if (rows.length < 500) return counts;
  }
}

const total = (loads: readonly Loaded[], of: 'asked' | 'limited'): number => loads.reduce((sum, load) => sum + load[of], 0);

/** One case an answer, so that N says how many were asked. */
const casesOf = (loads: readonly Loaded[]): (string | undefined)[] => {
  const failures = loads.flatMap((load) => load.failures);
  return [...failures, ...Array.from({ length: total(loads, 'asked') - failures.length }, () => undefined)];
};

async function rolling(products: RunningProducts, restarts: number, tell: (text: string) => void): Promise<Finding[]> {
  const drains: number[] = [];
  const loads = await under(products, async () => {
    for (let restart = 0; restart < restarts; restart += 1) {
      drains.push((await products.members[restart % products.members.length]?.restart()) ?? 0);
      await bothReady(products);
      tell(`G16 ${restart + 1} of ${restarts} restarts`);
    }
  });
  const cases = casesOf(loads);
  const failed = cases.filter((one) => one !== undefined).length;
  const counts = await kept(products);
  const acknowledged = loads.flatMap((load) => load.acknowledged);
  const lost = acknowledged.map((title) => (counts.get(title) === 1 ? undefined : `${title}: ${counts.get(title) ?? 0} times`));
  const longest = (Math.max(...drains) / 1000).toFixed(1);
  return [
    finding(`${restarts} rolling restarts under load: no request fails`, `${failed} of ${cases.length} failed, ${total(loads, 'limited')} limited`, cases),
    finding('What was acknowledged meanwhile is there, once', `${acknowledged.length} writes`, lost),
    finding('A process is gone within 10 s', `longest ${longest} s`, drains.map((took) => (took > LONGEST_DRAIN ? `${(took / 1000).toFixed(1)} s` : undefined))),
  ];
}

/** Killed instead of asked: whoever was being answered must notice, or the count of failures counts nothing. */
async function twin(products: RunningProducts, crashes: number): Promise<Finding> {
  const loads = await under(products, async () => {
    for (let crash = 0; crash < crashes; crash += 1) {
      await products.members[crash % products.members.length]?.crash();
      await bothReady(products);
    }
  });
  const failed = loads.reduce((sum, { failures }) => sum + failures.length, 0);
  return finding(`Sabotage: ${crashes} killed instead of stopped are seen as failed requests`, `${failed} failed`, [failed === 0 ? 'nothing was noticed' : undefined]);
}

/** security.md G16. */
export const rollingRestarts: ProductProof = {
  on: 'product',
  id: 'G16',
  title: 'Rolling restarts: nothing that was accepted fails',
  run: async ({ databaseUrl, full, tell }: ProductProofSetting) => {
    if (!databaseUrl) return [notShown('Rolling restarts', 'Several processes need a Postgres.')];
    const { restarts, crashes } = full ? FULL : SMALL;
    // A real crowd does not come from one address.
    const config = { limits: { factor: 1_000 } };
    const products = await runProducts({ databaseUrl, portal: false, simulator: false, config, env: { FACEPLATE_WORLD: 'customers=2' } });
    try {
      return [...(await rolling(products, restarts, tell)), await twin(products, crashes)];
    } finally {
      await products.stop();
    }
  },
};
