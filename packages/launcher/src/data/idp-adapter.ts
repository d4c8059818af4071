import type { Database } from '@faceplate/bss/node';
import type { IdpOptions } from '@faceplate/idp';

type AdapterFactory = Extract<NonNullable<IdpOptions['adapter']>, (model: string) => unknown>;
type Adapter = ReturnType<AdapterFactory>;
type Payload = Parameters<Adapter['upsert']>[1];

// Times as bigint milliseconds and asked for by parameter: clocks of database and process are never mixed.
const TABLES = [
  `create table if not exists launcher_idp (
    model text not null,
    id text not null,
    payload jsonb not null,
    expires_at bigint,
    primary key (model, id)
  )`,
  `create index if not exists launcher_idp_uid on launcher_idp (model, (payload->>'uid')) where payload ? 'uid'`,
  `create index if not exists launcher_idp_grant on launcher_idp (model, (payload->>'grantId')) where payload ? 'grantId'`,
];

const KEEP = `insert into launcher_idp (model, id, payload, expires_at) values ($1, $2, $3::text::jsonb, $4::text::bigint)
  on conflict (model, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`;
const LIVE = '(expires_at is null or expires_at > $3::text::bigint)';

/** What the reference identity provider remembers, in the product's database. */
export interface IdpMemory {
  adapter: AdapterFactory;
  /** Deletes what has expired. */
  sweep(): Promise<void>;
}

/**
 * Several processes on one Postgres are one provider: a sign-in begun at one
 * may be finished at another, and its session is known to all.
 */
export async function idpMemory(database: Database, now: () => number = Date.now): Promise<IdpMemory> {
  for (const table of TABLES) await database.query(table);
  return {
    adapter: (model) => adapterOf(database, model, now),
    sweep: async () => {
      await database.query('delete from launcher_idp where expires_at <= $1::text::bigint', [String(now())]);
    },
  };
}

function adapterOf(database: Database, model: string, now: () => number): Adapter {
  const where = async (condition: string, value: string): Promise<Payload | undefined> => {
    const text = `select payload::text as payload from launcher_idp where model = $1 and ${condition} = $2 and ${LIVE} limit 1`;
    const [row] = await database.query<{ payload: string }>(text, [model, value, String(now())]);
    return row && (JSON.parse(row.payload) as Payload);
  };
  const run = async (text: string, ...parameters: unknown[]) => void (await database.query(text, [model, ...parameters]));
  return {
    // Without a number of seconds, for good.
    upsert: (id, payload, seconds) =>
      run(KEEP, id, JSON.stringify(payload), typeof seconds === 'number' ? String(now() + seconds * 1000) : null),
    find: (id) => where('id', id),
    findByUid: (uid) => where("payload->>'uid'", uid),
    findByUserCode: (code) => where("payload->>'userCode'", code),
    consume: (id) =>
      run(
        `update launcher_idp set payload = jsonb_set(payload, '{consumed}', to_jsonb($3::text::bigint)) where model = $1 and id = $2`,
        id,
        String(Math.floor(now() / 1000)),
      ),
    destroy: (id) => run('delete from launcher_idp where model = $1 and id = $2', id),
    revokeByGrantId: (grantId) => run(`delete from launcher_idp where model = $1 and payload->>'grantId' = $2`, grantId),
  };
}
