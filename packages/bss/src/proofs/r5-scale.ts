import { createHash } from 'node:crypto';
import { type Finding, finding, notShown, type Prove } from './proof.ts';
import { type FreshDatabase, freshDatabase } from './scale/databases.ts';
import { type Load, load, loadAndKill } from './scale/load.ts';
import type { Loaded } from './scale/load-child.ts';
import { peopleOf } from './scale/people.ts';
import { type Asked, type Timed, timeLists } from './scale/timing.ts';
import { openDatabase } from '../node/database.ts';
import { sqlStore } from '../node/sql-store.ts';
import { generateWorld, WORLD_SIZES } from '../world/world.ts';

/** How many customers are compared with how many. */
interface Sizes {
  base: number;
  big: number;
  /** How often each list is asked for by each person. */
  rounds: number;
}

const SIZES: Record<'small' | 'full', Sizes> = {
  small: { base: 200, big: 2000, rounds: 4 },
  full: { base: WORLD_SIZES.demo, big: WORLD_SIZES.region, rounds: 12 },
};

const MOST_SECONDS = 600;
const MOST_MEMORY = 4 * 2 ** 30;
const MOST_TIMES = 3;
/** Consumers who live in both worlds, and as many more of the big one's end. */
const CONSUMERS = 6;

const NOW = new Date('2026-11-21T22:00:00.000Z');
const number = new Intl.NumberFormat('en');
const megabytes = (bytes: number) => `${number.format(Math.round(bytes / 2 ** 20))} MB`;

/** A large load is held to its time; a smaller one says what it took. */
function loadFinding(customers: number, { documents, milliseconds, mostMemory }: Loaded): Finding {
  const seconds = milliseconds / 1000;
  const slow = customers === SIZES.full.big && seconds > MOST_SECONDS;
  const size = `${number.format(customers)} customers, ${number.format(documents)} documents`;
  const figure = `${size} in ${seconds.toFixed(1)} s (goal for a region ${MOST_SECONDS} s), ${megabytes(mostMemory)} of memory at most (goal ${megabytes(MOST_MEMORY)})`;
  const cases = [slow ? `took ${seconds.toFixed(1)} s` : undefined, mostMemory > MOST_MEMORY ? `took ${megabytes(mostMemory)}` : undefined];
  return { ...finding('a world loads into Postgres', figure, cases), n: documents };
}

const ratioOf = ({ base, big }: Timed): number => big / base;
const told = (timed: Timed): string => `${timed.name} ${timed.base.toFixed(2)} → ${timed.big.toFixed(2)} ms (${ratioOf(timed).toFixed(2)}×)`;

function listsFinding(times: readonly Timed[], { base, big }: Sizes): Finding {
  const cases = times.map((timed) => (ratioOf(timed) <= MOST_TIMES ? undefined : told(timed)));
  const worst = Math.max(...times.map(ratioOf));
  const figure = `at most ${worst.toFixed(2)}× (goal ${MOST_TIMES}×), medians at ${number.format(base)} → ${number.format(big)} customers: ${times.map(told).join('; ')}`;
  return finding('lists of a customer stay as quick in a large world', figure, cases);
}

function hashOf(seed: number, customers: number): { hash: string; documents: number } {
  const hash = createHash('sha256');
  let documents = 0;
  for (const record of generateWorld({ seed, customers, now: NOW }).records) {
    hash.update(JSON.stringify(record));
    documents += 1;
  }
  return { hash: hash.digest('hex'), documents };
}

function sameFinding(seed: number, customers: number): Finding {
  const [first, second, other] = [hashOf(seed, customers), hashOf(seed, customers), hashOf(seed + 1, customers)];
  const cases = [
    first.hash === second.hash ? undefined : `${first.hash} and then ${second.hash}`,
    first.hash === other.hash ? `seeds ${seed} and ${seed + 1} make the same world` : undefined,
  ];
  const figure = `${number.format(first.documents)} documents, sha-256 ${first.hash.slice(0, 16)}… twice, another seed another`;
  return { ...finding('the same seed makes the same world, byte for byte', figure, cases), n: first.documents };
}

/** Killed within its first thousand customers, a load leaves a table as empty as it was. */
const KILLED_AT = 1000;

async function cutShort(place: Load, customers: number): Promise<Finding> {
  await loadAndKill({ ...place, customers }, KILLED_AT);
  const db = await openDatabase({ databaseUrl: place.url });
  try {
    const [row] = await db.query<{ count: number }>('select count(*)::int as count from doc');
    const cases = [row?.count === 0 ? undefined : `${row?.count} documents were left`];
    return finding('a load killed (-9) half-way leaves nothing, and the next one loads', `${row?.count} documents left after ${KILLED_AT} customers`, cases);
  } finally {
    await db.close();
  }
}

async function askedOf({ url, seed, now, customers }: Load, alsoLast: boolean, closing: AsyncDisposableStack): Promise<Asked> {
  const db = await openDatabase({ databaseUrl: url });
  closing.defer(() => db.close());
  const store = await sqlStore(db);
  closing.defer(() => store.close());
  const group = { seed, now, count: CONSUMERS };
  const people = await peopleOf(store.read(), { ...group, first: 0 });
  if (alsoLast) people.push(...(await peopleOf(store.read(), { ...group, first: customers - CONSUMERS })).slice(2));
  return { store, people };
}

async function fresh(databaseUrl: string, label: string, closing: AsyncDisposableStack): Promise<FreshDatabase> {
  const database = await freshDatabase(databaseUrl, label);
  closing.defer(() => database.drop());
  return database;
}

/** R5: a region loads in minutes and within bounded memory, and its customers' lists are as quick as in the demo. */
export const proveScale: Prove = async ({ seed, full, databaseUrl, tell = () => {} }) => {
  const sizes = SIZES[full ? 'full' : 'small'];
  const same = sameFinding(seed, full ? WORLD_SIZES.town : sizes.big);
  if (databaseUrl === undefined) return [same, notShown('a world loads into Postgres, and its lists stay quick', 'There is no Postgres on this machine.')];
  await using closing = new AsyncDisposableStack();
  const rest = { seed, now: NOW, tell };
  const base = { ...rest, customers: sizes.base, url: (await fresh(databaseUrl, 'r5_base', closing)).url };
  const big = { ...rest, customers: sizes.big, url: (await fresh(databaseUrl, 'r5_big', closing)).url };
  const killed = await cutShort(base, sizes.big);
  await load(base);
  const loaded = await load(big);
  tell(`R5 loaded, now its lists`);
  const times = await timeLists(await askedOf(base, false, closing), await askedOf(big, true, closing), { now: NOW, rounds: sizes.rounds });
  return [loadFinding(sizes.big, loaded), listsFinding(times, sizes), killed, same];
};
