import { type SignIn, type Store, generateWorld, WORLD_SIZES } from '@faceplate/bss';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { type WorldSize, worldText } from '../config/world.ts';
import type { Progress } from '../progress.ts';
import type { Kept } from './kept.ts';

/** The world of this database: what it was made from, and who may sign in to it. */
export interface KeptWorld extends WorldSize {
  /** RFC 3339, UTC. Everything in the world is dated in relation to it. */
  createdAt: string;
  signIns: SignIn[];
}

interface Stores {
  kept: Kept;
  store: Store;
}

async function isEmpty(store: Store): Promise<boolean> {
  const { total } = await store.read().list('productOffering', { limit: 1 });
  return total === 0;
}

function sameAsAsked(config: Config, world: KeptWorld): void {
  if (!config.worldAsked || worldText(config.world) === worldText(world)) return;
  const where = config.databaseUrl === undefined ? config.dataFolder : 'the database';
  throw new ConfigError(
    `FACEPLATE_WORLD asks for ${worldText(config.world)}, but ${where} holds ${worldText(world)}: leave it out, or start on an empty one`,
  );
}

/** More on the embedded database, which has one thread and all its files in one process, is no evaluation any more. */
const MOST_EMBEDDED = WORLD_SIZES.town;

function fitsHere(config: Config, { customers }: WorldSize): void {
  if (config.databaseUrl !== undefined || customers <= MOST_EMBEDDED) return;
  throw new ConfigError(
    `FACEPLATE_WORLD asks for ${customers} customers, and the embedded database takes ${MOST_EMBEDDED}: set DATABASE_URL to a Postgres for more`,
  );
}

/**
 * Fills an empty database with the generated world, and says which world is
 * there. Production is never filled unasked. `progress` hears how many
 * customers are in; what it throws ends the load.
 *
 * A world is there whole or not at all, however large: it is loaded in one
 * transaction. Which one it is, is kept before the first record, so a start cut
 * short is made good by the next with the very same world.
 *
 * @throws {ConfigError} when another world was asked for than is there, or a larger one than the database takes.
 */
export async function seedWorld(config: Config, { kept, store }: Stores, progress?: Progress): Promise<KeptWorld | undefined> {
  const known = await kept.read<KeptWorld>('world');
  if (known) sameAsAsked(config, known);
  else if (config.production && !config.worldAsked) return undefined;
  if (!(await isEmpty(store))) return known;
  const { seed, customers, createdAt } = known ?? { ...config.world, createdAt: new Date().toISOString() };
  fitsHere(config, { seed, customers });
  const told = (done: number) => progress?.(done, customers);
  const { records, signIns } = generateWorld({ seed, customers, now: new Date(createdAt), told });
  const world = await kept.keep<KeptWorld>('world', () => ({ seed, customers, createdAt, signIns }));
  await store.load(records);
  return world;
}
