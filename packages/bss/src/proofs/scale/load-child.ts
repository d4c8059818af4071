import { openDatabase } from '../../node/database.ts';
import { sqlStore } from '../../node/sql-store.ts';
import { generateWorld } from '../../world/world.ts';

/** What the process says when it is done. */
export interface Loaded {
  documents: number;
  milliseconds: number;
  /** The most memory the process ever had, in bytes: all of it, not the heap alone. */
  mostMemory: number;
}

/** Loads one world and says what it took; told by `R5_*` in the environment, in a process of its own so that its memory can be limited. */
const { R5_DATABASE_URL = '', R5_SEED, R5_CUSTOMERS, R5_NOW = '' } = process.env;

const started = performance.now();
const db = await openDatabase({ databaseUrl: R5_DATABASE_URL });
const store = await sqlStore(db);
const told = (customers: number) => void (customers % 500 === 0 && process.send?.({ customers }));
const { records } = generateWorld({ seed: Number(R5_SEED), customers: Number(R5_CUSTOMERS), now: new Date(R5_NOW), told });
const documents = await store.load(records);
const milliseconds = performance.now() - started;
await store.close();
await db.close();
// Node gives kilobytes.
const loaded: Loaded = { documents, milliseconds, mostMemory: process.resourceUsage().maxRSS * 1024 };
process.send?.({ loaded }, () => process.disconnect());
