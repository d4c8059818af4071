import { setTimeout as wait } from 'node:timers/promises';
import { Customers } from './kill/customers.ts';
import { Listener } from './kill/listener.ts';
import { Mortal } from './kill/mortal.ts';
import { inFolder, inTenant, type Place } from './kill/place.ts';
import { cutStarts } from './kill/starts.ts';
import { booksOf, judgeEvents, judgeOrders } from './kill/verdict.ts';
import { type Finding, finding, notShown, type Prove } from './proof.ts';
import { openDatabase } from '../node/database.ts';
import { FolderInUseError } from '../node/lock.ts';
import { Dice } from '../world/random.ts';

const SMALL = { orders: 200, kills: 4, openers: 20, cuts: 2 };
const FULL = { orders: 10_000, kills: 40, openers: 100, cuts: 12 };

/** A share of the lives that are killed before they answer. */
const STILLBORN = 0.25;
const HUB = '/tmf-api/productOrderingManagement/v4/hub';

export interface Killing {
  orders: number;
  kills: number;
  /** Attempts to open an embedded database that is in use. */
  openers: number;
  seed: number;
  tell?: (progress: string) => void;
}

/** One run on one database. */
interface Run extends Killing {
  place: Place;
  dice: Dice;
  mortal: Mortal;
  listener: Listener;
  customers: Customers;
}

async function subscribe({ mortal, listener }: Run): Promise<void> {
  const callback = await listener.open();
  const response = await fetch(`http://127.0.0.1:${await mortal.up}${HUB}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ callback }),
  });
  if (response.status !== 201) throw new Error(`No subscription: ${response.status} ${await response.text()}`);
}

/** Kills at moments of chance while orders come in, some lives before they answer. Ends when all kills are done. */
async function haunt({ mortal, customers, dice, orders, kills, tell }: Run): Promise<void> {
  const moments = Array.from({ length: kills }, () => dice.between(0, orders - 1)).toSorted((a, b) => a - b);
  for (const [at, moment] of moments.entries()) {
    while (customers.submitted.length < moment) await wait(5);
    await mortal.up;
    await wait(dice.between(0, 60));
    await mortal.kill();
    mortal.start();
    if (dice.chance(STILLBORN)) {
      await wait(dice.between(0, 1500));
      await mortal.kill();
      mortal.start();
    }
    tell?.(`R3 ${at + 1} of ${kills} kills, ${customers.submitted.length} of ${orders} orders`);
  }
}

/** Tries to open the folder that the BSS has. Each time it must be refused, in words that name the folder. */
async function intrude({ place, openers, mortal }: Run): Promise<Finding[]> {
  const { dataFolder } = place;
  if (dataFolder === undefined) return [];
  await mortal.up;
  const cases: (string | undefined)[] = [];
  for (let attempt = 0; attempt < openers; attempt += 1) {
    const refused = await openDatabase({ dataFolder }).then(
      async (db) => {
        await db.close();
        return undefined;
      },
      (cause: unknown) => cause,
    );
    const right = refused instanceof FolderInUseError && refused.message.includes(dataFolder);
    cases.push(right ? undefined : `attempt ${attempt + 1}: ${refused instanceof Error ? refused.message : 'it opened'}`);
  }
  const count = cases.filter((one) => one === undefined).length;
  return [finding('a second opener of the folder in use', `${count} of ${openers} refused`, cases)];
}

/** What is in the books when all is quiet, and what the subscriber still waits for then. */
async function settle({ place, mortal, listener }: Run) {
  await listener.quiet(3000);
  await mortal.stop();
  const books = await place.look(booksOf);
  const eventIds = books.changes.map(({ eventId }) => eventId);
  if ((await listener.missing(eventIds, 0)).length === 0) return { books, missing: [] };
  // Not there yet, or never: only another life can tell.
  mortal.start();
  await mortal.up;
  const missing = await listener.missing(eventIds, 60_000);
  await mortal.stop();
  return { books: await place.look(booksOf), missing };
}

async function judge(run: Run): Promise<Finding[]> {
  const { place, mortal, listener, customers, kills } = run;
  const { books, missing } = await settle(run);
  const orders = judgeOrders(books, customers);
  const events = judgeEvents(books, listener, missing);
  const reports = [...Array.from({ length: Math.max(0, mortal.lives - mortal.complaints.length) }, () => undefined), ...mortal.complaints];
  const died = `${kills} kills at work, others at birth, ${mortal.lives} lives`;
  return [
    finding(`orders through kill -9, on ${place.name}`, `${died}, ${customers.unanswered} requests sent again, ${books.orders.length} orders`, orders),
    finding(`events with one effect each, on ${place.name}`, `${listener.deliveries} deliveries of ${books.changes.length} events`, events),
    finding(`nothing for the BSS to report, on ${place.name}`, `${mortal.complaints.length} complaints in ${mortal.lives} lives`, reports),
  ];
}

/** Submits orders while the BSS is killed again and again, and then counts. */
export async function killDuringOrders(place: Place, killing: Killing): Promise<Finding[]> {
  const { seed, orders } = killing;
  const dice = new Dice(`R3 ${place.name} ${seed}`);
  const mortal = new Mortal({ ...place.environment, BSS_TICK: '200', BSS_STILL: '1' });
  const listener = new Listener(new Dice(`R3 listener ${seed}`));
  const customers = new Customers(mortal, new Dice(`R3 customers ${seed}`), `${place.name}-${seed}`);
  const run: Run = { ...killing, place, dice, mortal, listener, customers };
  try {
    mortal.start();
    await subscribe(run);
    await Promise.all([customers.submit(orders), haunt(run)]);
    const refused = await intrude(run);
    return [...(await judge(run)), ...refused];
  } finally {
    await mortal.kill();
    await listener.close();
    await place.clear();
  }
}

/** R3: killed at random while orders come in, a BSS loses none, makes none twice, and tells of each change with one effect. */
export const proveKill: Prove = async (setting) => {
  const { seed, full, databaseUrl, tell } = setting;
  const { cuts, ...size } = full ? FULL : SMALL;
  const killing: Killing = { ...size, seed, ...(tell && { tell }) };
  const embedded = await killDuringOrders(inFolder(), killing);
  const server =
    databaseUrl === undefined
      ? [notShown('orders through kill -9, on Postgres', 'there is no Postgres here')]
      : await killDuringOrders(inTenant(databaseUrl), killing);
  return [...embedded, ...server, ...(await cutStarts(cuts, setting))];
};
