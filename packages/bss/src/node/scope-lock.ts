import type { Database, Sql } from './database.ts';
import { keysSql } from './store-schema.ts';

/** Reads for one caller are made as this role, which is bound by the policy as the tables' owner is not. */
const ROLE = 'faceplate_reader';
/** Between ids: no id holds it. */
const BETWEEN = '\u001f';

const IDS = `string_to_array(current_setting('app.ids', true), chr(31))`;
const references = ['$.*.id[*]', '$.*.*.id[*]'].map((path) => `jsonb_path_query_array(body, '${path}')`).join(' || ');

/**
 * A document is seen by who is named in it (`refersTo` in store/scope.ts says the same). The keys find candidates by
 * their index; being words too, they are no proof. In a case, no other index is thought of.
 */
const POLICY = `(${keysSql} ?| ${IDS} or id = any(${IDS}))
  and case when tenant = current_setting('app.tenant', true) and type = current_setting('app.type', true)
    then id = any(${IDS}) or (${references}) ?| ${IDS} end`;

// Roles belong to all databases of a server: another may have made it, or be making it now.
const MAKE_ROLE = `do $$ begin
  if not exists (select from pg_roles where rolname = '${ROLE}') then create role ${ROLE} nologin nosuperuser nobypassrls; end if;
exception when duplicate_object or unique_violation then null; end $$`;

const BIND = `do $$ begin
  execute format('grant usage on schema %I to ${ROLE}', current_schema());
  grant select on doc to ${ROLE};
  alter table doc enable row level security;
  if not exists (select from pg_policies where schemaname = current_schema() and tablename = 'doc' and policyname = 'doc_of_the_caller') then
    create policy doc_of_the_caller on doc for select to ${ROLE} using (${POLICY});
  end if;
end $$`;

/** Any number will do, as long as every process takes the same one. */
const LOCK = 7_163_202;

/**
 * Makes role and policy where they are missing, and looks whether they hold. `false` on a server where we may not make
 * roles: then the store filters by itself, until somebody who may has said `create role faceplate_reader` and granted it.
 */
export async function lockForScopes(db: Database): Promise<boolean> {
  try {
    await db.transaction(async (sql) => {
      await sql.query('select pg_advisory_xact_lock($1)', [LOCK]);
      if (await isBound(sql)) return;
      await sql.query(MAKE_ROLE);
      await sql.query(`do $$ begin if not pg_has_role(current_user, '${ROLE}', 'member') then execute format('grant ${ROLE} to %I', current_user); end if; end $$`);
      await sql.query(BIND);
    });
    return await holds(db);
  } catch (cause) {
    if (isRefused(cause)) return false;
    throw cause;
  }
}

/** Postgres's words for "you may not" and "there is no such role". */
const isRefused = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && (cause.code === '42501' || cause.code === '42704');

async function isBound(sql: Sql): Promise<boolean> {
  const text = `select 1 from pg_policies join pg_roles on rolname = '${ROLE}'
    where schemaname = current_schema() and tablename = 'doc' and policyname = 'doc_of_the_caller' and pg_has_role(current_user, pg_roles.oid, 'member')`;
  return (await sql.query(text)).length > 0;
}

/** A role that somebody made free of policies would see everything. */
async function holds(db: Database): Promise<boolean> {
  return db.transaction(async (sql) => {
    await enter(sql, { tenant: '', type: '', ids: [] });
    const [row] = await sql.query<{ active: boolean }>(`select row_security_active('doc') as active`);
    return row?.active === true;
  });
}

export interface Caller {
  tenant: string;
  type: string;
  ids: readonly string[];
}

/** Makes the rest of the transaction the caller's: it sees documents of this tenant and type that name one of the ids. */
export async function enter(sql: Sql, { tenant, type, ids }: Caller): Promise<void> {
  const known = ids.filter((id) => id !== '' && !id.includes(BETWEEN)).join(BETWEEN);
  const text = `select set_config('app.ids', $1, true), set_config('app.tenant', $2, true), set_config('app.type', $3, true), set_config('role', '${ROLE}', true)`;
  await sql.query(text, [known, tenant, type]);
}
