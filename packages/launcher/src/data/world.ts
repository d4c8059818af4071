import { type SignIn, type Store, generateWorld } from '@faceplate/bss';
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

/**
 * Fills an empty database with the generated world, and says which world is
 * there. Production is never filled unasked.
 *
 * @throws {ConfigError} when another world was asked for than is there.
 */
export async function seedWorld(config: Config, { kept, store }: Stores): Promise<KeptWorld | undefined> {
  const known = await kept.read<KeptWorld>('world');
  if (known) sameAsAsked(config, known);
  else if (config.production && !config.worldAsked) return undefined;
  if (!(await isEmpty(store))) return known;
  const { seed, customers, createdAt } = known ?? { ...config.world, createdAt: new Date().toISOString() };
  const { records, signIns } = generateWorld({ seed, customers, now: new Date(createdAt) });
  // Kept before the first record: a start cut short here is made good by the next one with the very same world.
  const world = await kept.keep<KeptWorld>('world', () => ({ seed, customers, createdAt, signIns }));
  await store.load(records);
  return world;
}
