import type { Sql } from '../sql.ts';
import type { KeptSession, SessionStore } from './session-store.ts';

// Times as bigint milliseconds, read back as text: drivers disagree on dates and on 64-bit numbers.
const TABLES = [
  `create table if not exists gateway_session (
    id_hash text primary key,
    issuer text not null,
    sub text not null,
    sid text,
    tokens text not null,
    subject jsonb not null,
    scope_at bigint not null,
    created_at bigint not null,
    seen_at bigint not null,
    ends_at bigint not null
  )`,
  'create index if not exists gateway_session_person on gateway_session (issuer, sub)',
  'create table if not exists gateway_logout_token (jti text primary key, until bigint not null)',
];

const COLUMNS = `id_hash, issuer, sub, sid, tokens, subject::text as subject,
  scope_at::text as scope_at, created_at::text as created_at, seen_at::text as seen_at, ends_at::text as ends_at`;

type Row = Record<'id_hash' | 'issuer' | 'sub' | 'tokens' | 'subject' | 'scope_at' | 'created_at' | 'seen_at' | 'ends_at', string> & {
  sid: string | null;
};

/** Sessions in a database that several processes share. Makes its tables first. */
export async function sqlSessions(sql: Sql): Promise<SessionStore> {
  for (const table of TABLES) await sql.query(table);
  const run = async (text: string, ...parameters: unknown[]) => void (await sql.query(text, parameters));
  return {
    create: (session) => create(sql, session),
    read: async (idHash) => {
      const [row] = await sql.query<Row>(`select ${COLUMNS} from gateway_session where id_hash = $1`, [idHash]);
      return row && sessionOf(row);
    },
    // Two tabs touch at once: the later moment stands.
    touch: (idHash, seenAt) =>
      run('update gateway_session set seen_at = greatest(seen_at, $2::text::bigint) where id_hash = $1', idHash, String(seenAt)),
    rescope: (idHash, subject, scopeAt) =>
      run(
        'update gateway_session set subject = $2::text::jsonb, scope_at = $3::text::bigint where id_hash = $1',
        idHash,
        JSON.stringify(subject),
        String(scopeAt),
      ),
    end: (idHash) => run('delete from gateway_session where id_hash = $1', idHash),
    endAll: async ({ issuer, sub, sid }) => {
      if (sub === undefined && sid === undefined) return 0;
      const gone = await sql.query(
        `delete from gateway_session where issuer = $1 and ($2::text is null or sub = $2::text)
          and ($3::text is null or sid = $3::text) returning id_hash`,
        [issuer, sub ?? null, sid ?? null],
      );
      return gone.length;
    },
    firstSight: async (jti, until) => {
      const noted = await sql.query(
        'insert into gateway_logout_token (jti, until) values ($1, $2::text::bigint) on conflict do nothing returning jti',
        [jti, String(until)],
      );
      return noted.length > 0;
    },
    sweep: async (now, idleSince) => {
      await run('delete from gateway_session where ends_at <= $1::text::bigint or seen_at <= $2::text::bigint', String(now), String(idleSince));
      await run('delete from gateway_logout_token where until <= $1::text::bigint', String(now));
    },
  };
}

async function create(sql: Sql, session: KeptSession): Promise<void> {
  const { idHash, issuer, sub, sid, tokens, subject, scopeAt, createdAt, seenAt, endsAt } = session;
  await sql.query(
    `insert into gateway_session (id_hash, issuer, sub, sid, tokens, subject, scope_at, created_at, seen_at, ends_at)
      values ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text::bigint, $8::text::bigint, $9::text::bigint, $10::text::bigint)`,
    [idHash, issuer, sub, sid ?? null, tokens, JSON.stringify(subject), ...[scopeAt, createdAt, seenAt, endsAt].map(String)],
  );
}

const sessionOf = (row: Row): KeptSession => ({
  idHash: row.id_hash,
  issuer: row.issuer,
  sub: row.sub,
  ...(row.sid !== null && { sid: row.sid }),
  tokens: row.tokens,
  subject: JSON.parse(row.subject) as KeptSession['subject'],
  scopeAt: Number(row.scope_at),
  createdAt: Number(row.created_at),
  seenAt: Number(row.seen_at),
  endsAt: Number(row.ends_at),
});
