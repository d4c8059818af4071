import { type SignIn, type Store, generateWorld } from '@faceplate/bss';
import type { Database } from '@faceplate/bss/node';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { type WorldSize, worldText } from '../config/world.ts';
import type { Kept } from './kept.ts';

/** The world of this database: what it was made from, and who may sign in to it. */
export interface KeptWorld extends WorldSize {
  /** RFC 3339, UTC. Everything in the world is dated in relation to it. */
  createdAt: string;
  signIns: SignIn[];
}

/** Any number will do, as long as every process of ours takes the same. */
const SEEDING_LOCK = 7_083_221;

async function isEmpty(store: Store): Promise<boolean> {
  const { total } = await store.read().list('productOffering', { limit: 1 });
  return total === 0;
}

/** One process at a time: on one Postgres two could find it empty at once. PGlite has one process anyway. */
function alone<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.kind === 'pglite') return work();
  return database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [SEEDING_LOCK]);
    return work();
  });
}

function sameAsAsked(config: Config, world: KeptWorld): void {
  if (!config.worldAsked || worldText(config.world) === worldText(world)) return;
  const where = config.databaseUrl === undefined ? config.dataFolder : 'the database';
  throw new ConfigError(
    `FACEPLATE_WORLD asks for ${worldText(config.world)}, but ${where} holds ${worldText(world)}: leave it out, or start on an empty one`,
  );
}

/**
 * Fills an empty database with the generated world. What the world is made
 * from is kept before the first record, so a start cut short is made good by
 * the next one with the very same world.
 *
 * @throws {ConfigError} when another world was asked for than is there.
 */
export async function settleWorld(config: Config, kept: Kept, store: Store): Promise<KeptWorld | undefined> {
  const known = await kept.read<KeptWorld>('world');
  if (known) sameAsAsked(config, known);
  else if (config.production && !config.worldAsked) return undefined;
  if (!(await isEmpty(store))) return known;
  const { seed, customers, createdAt } = known ?? { ...config.world, createdAt: new Date().toISOString() };
  const { records, signIns } = generateWorld({ seed, customers, now: new Date(createdAt) });
  const world = await kept.keep<KeptWorld>('world', () => ({ seed, customers, createdAt, signIns }));
  if (await isEmpty(store)) await store.load(records);
  return world;
}

/** See {@link settleWorld}. */
export function seedWorld(config: Config, database: Database, kept: Kept, store: Store): Promise<KeptWorld | undefined> {
  return alone(database, () => settleWorld(config, kept, store));
}
