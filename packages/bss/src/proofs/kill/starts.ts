import { setTimeout as wait } from 'node:timers/promises';
import { Mortal } from './mortal.ts';
import { inFolder, inNewDatabase, type Place } from './place.ts';
import { type Finding, finding, notShown, type ProofSetting } from '../proof.ts';
import { Dice } from '../../world/random.ts';

/** Customers of the world that a start loads. */
const WORLD = { BSS_CUSTOMERS: '20' };

const offerings = (place: Place): Promise<number> =>
  place.look(async (store) => (await store.read().list('productOffering', { limit: 0 })).total);

async function wholeStart(place: Place): Promise<void> {
  const mortal = new Mortal({ ...place.environment, ...WORLD });
  mortal.start();
  try {
    await mortal.up;
  } finally {
    await mortal.stop();
  }
}

/** Kills a first start after a while; undefined when all is there or nothing, and the next start makes it whole. */
async function cutShort(place: Place, after: number, whole: number): Promise<string | undefined> {
  const mortal = new Mortal({ ...place.environment, ...WORLD });
  mortal.start();
  await wait(after);
  await mortal.kill();
  const left = await offerings(place);
  if (left !== 0 && left !== whole) return `killed after ${after} ms: ${left} of ${whole} offers are there`;
  await wholeStart(place);
  const now = await offerings(place);
  return now === whole ? undefined : `killed after ${after} ms: the next start has ${now} of ${whole} offers`;
}

interface Cuts {
  cuts: number;
  dice: Dice;
  tell: ((progress: string) => void) | undefined;
}

async function onPlaces(name: Place['name'], make: () => Promise<Place>, { cuts, dice, tell }: Cuts): Promise<Finding> {
  const first = await make();
  const begin = performance.now();
  await wholeStart(first);
  const took = performance.now() - begin;
  const whole = await offerings(first);
  await first.clear();
  const cases: (string | undefined)[] = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    const place = await make();
    const after = Math.floor(dice.next() * took);
    cases.push(await cutShort(place, after, whole).catch((cause: Error) => `killed after ${after} ms: ${cause.message}`));
    await place.clear();
    tell?.(`R3 ${cut + 1} of ${cuts} first starts on ${name}`);
  }
  return finding(`first starts killed while they make their tables and load their world, on ${name}`, `killed within ${Math.round(took)} ms`, cases);
}

/** Kills first starts at moments of chance: what is loaded is there whole or not at all, and the next start needs no help. */
export async function cutStarts(cuts: number, { seed, databaseUrl, tell }: Pick<ProofSetting, 'seed' | 'databaseUrl' | 'tell'>): Promise<Finding[]> {
  const chance = (where: string): Cuts => ({ cuts, dice: new Dice(`R3 starts ${where} ${seed}`), tell });
  const embedded = await onPlaces('PGlite', async () => inFolder(), chance('PGlite'));
  if (databaseUrl === undefined) return [embedded];
  try {
    return [embedded, await onPlaces('Postgres', () => inNewDatabase(databaseUrl), chance('Postgres'))];
  } catch (cause) {
    return [embedded, notShown('first starts killed, on Postgres', `no database of its own can be made there: ${(cause as Error).message}`)];
  }
}
