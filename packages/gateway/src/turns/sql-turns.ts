import { Refusal } from '../problem.ts';
import type { Sql } from '../sql.ts';
import { memoryTurns } from './one-at-a-time.ts';
import type { Turns } from './turns.ts';

/** Longer than any call may take (10 s): a turn held longer belongs to a process that died. */
const HELD_FOR = '15 seconds';
/** How long one waits for a turn, below the call's own ten seconds. */
const PATIENCE = 8_000;
const FIRST_LOOK = 4;
const LAST_LOOK = 32;

const TABLE = `create table if not exists gateway_turns (
  key text primary key,
  holder text not null,
  until timestamptz not null
)`;

// Free, or its holder is dead: the primary key decides between simultaneous callers, the database's clock between times.
const CLAIM = `insert into gateway_turns as held (key, holder, until) values ($1, $2, now() + interval '${HELD_FOR}')
  on conflict (key) do update set holder = excluded.holder, until = excluded.until
  where held.until < now()
  returning key`;
const RELEASE = 'delete from gateway_turns where key = $1 and holder = $2';

const busy = () => new Refusal({ status: 503, code: 'busy', title: 'Others are changing this right now. Try again in a moment.' }, { 'retry-after': '1' });

/** The database was not reached, or had no connection left in time: what it answers itself has a severity. */
function unlessAway(error: unknown): void {
  if (!(error instanceof Error) || 'severity' in error) throw error;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/**
 * Turns between processes on one database: a row with an end, not an advisory lock. A lock would hold a connection while the
 * work asks for others of the same pool, and neither poolers nor all Postgres-like databases keep one. Makes its table first.
 */
export async function sqlTurns(sql: Sql): Promise<Turns> {
  await sql.query(TABLE);
  // Within the process a queue: of all who wait here only one looks at the row.
  const here = memoryTurns();
  return { take: (key, work) => here.take(key, () => held(sql, key, work)) };
}

async function held<T>(sql: Sql, key: string, work: () => Promise<T>): Promise<T> {
  const holder = crypto.randomUUID();
  await claim(sql, key, holder);
  try {
    return await work();
  } finally {
    // What is done is done: a turn that cannot be given back for want of a connection ends by itself.
    await sql.query(RELEASE, [key, holder]).catch(unlessAway);
  }
}

async function claim(sql: Sql, key: string, holder: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (let look = FIRST_LOOK; ; look = Math.min(look * 2, LAST_LOOK)) {
    const [taken] = await sql.query(CLAIM, [key, holder]).catch((error: unknown) => {
      unlessAway(error);
      throw busy();
    });
    if (taken) return;
    if (performance.now() + look > end) throw busy();
    // Not all who wait look at the same moment.
    await pause(look * (0.5 + Math.random()));
  }
}
