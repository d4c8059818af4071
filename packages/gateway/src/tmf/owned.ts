import type { TmfApi } from '../options.ts';
import type { Action } from '../policy/actions.ts';
import type { Facts } from '../policy/decide.ts';
import { factsOf } from '../policy/facts.ts';
import { notFound } from '../problem.ts';
import { OPAQUE_ID } from '../routing/read.ts';
import type { Call } from '../routing/route.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody, TmfQuery } from '../upstream/types.ts';
import { chunks } from './chunks.ts';
import type { Rows } from './gather.ts';
import { gathered } from './rows.ts';
import { demandNamed } from './seen-by.ts';

export interface Scope {
  /** `relatedParty.id` */
  by: string;
  ids: readonly string[];
}

export interface OwnRows extends Rows {
  /** All of mine that match, as far as is known. */
  total: number;
  partial: boolean;
}

export const byParty = (call: Call): Scope => ({ by: 'relatedParty.id', ids: call.subject.partyIds });
export const byAccount = (call: Call): Scope => ({ by: 'billingAccount.id', ids: call.subject.accountIds });

interface Options {
  query?: TmfQuery;
  limit?: number;
  facts?: (body: TmfBody) => Facts;
  /** What it takes to see one, when another right than the API's own. */
  action?: Action;
}

/**
 * The caller's rows of a collection: asked for with the scope in the query, and each checked again, since an upstream
 * that knows no filter gives everybody's. Nothing is asked when the scope is empty.
 */
export async function ownRows(call: Call, api: TmfApi, resource: string, scope: Scope, { query, limit = 1_000, facts = factsOf, action = demandNamed(api) }: Options = {}): Promise<OwnRows> {
  const client = call.tmf(api);
  const answers = await Promise.all(chunks([...new Set(within(call, scope, action))]).map((ids) => client.list(resource, { ...query, [scope.by]: ids }, { limit })));
  // A record that names two of my parties may come in two answers.
  const mine = new Map<unknown, TmfBody>();
  const unowned: TmfBody[] = [];
  // Totals of a server that gave a stranger's row count strangers' rows too.
  let trusted = true;
  for (const row of answers.flatMap(({ items }) => items)) {
    const whose = facts(row);
    if (isNobodys(whose)) unowned.push(row);
    if (call.allows(whose, action)) mine.set(row['id'] ?? row, row);
    else trusted = false;
  }
  const rows = [...mine.values()];
  const beyond = answers.reduce((sofar, { partial, total, items }) => sofar + (partial && trusted ? total - items.length : 0), 0);
  const partial = answers.some((answer) => answer.partial);
  const found = gathered(call, api, resource, answers, { rows, isCutShort: partial && beyond === 0, unowned });
  return { ...found, total: rows.length + found.unreadable + beyond, partial };
}

/** Says of nobody that it is theirs: it can safely be shown to no one. */
const isNobodys = ({ partyIds = [], accountIds = [] }: Facts): boolean => partyIds.length === 0 && accountIds.length === 0;

/** Of the ids asked for, those whose records of this kind the person may see: a right to bills names nobody's orders. */
function within(call: Call, { by, ids }: Scope, action: Action): string[] {
  const { partyIds, accountIds } = call.reach(action);
  const mine = new Set(by.endsWith('Party.id') ? partyIds : accountIds);
  return ids.filter((id) => mine.has(id));
}

interface Of {
  facts?: (body: TmfBody) => Facts;
  /** What is to be done to it, when not merely reading. */
  action?: Action;
}

/** One record of the caller's. A stranger's and a missing one answer alike, and so does one the server gives under another id. */
export async function ownRecord(call: Call, api: TmfApi, resource: string, id: string, { facts = factsOf, action = demandNamed(api) }: Of = {}): Promise<TmfBody> {
  if (!OPAQUE_ID.test(id)) throw notFound();
  const body = await found(call.tmf(api).get(resource, id));
  if (body['id'] !== id) throw notFound();
  call.demand(facts(body), action);
  return body;
}

/** Servers say "no such id" in many ways: 404, 410, or 400 for an id of a form they do not know. */
export async function found(work: Promise<TmfBody>): Promise<TmfBody> {
  try {
    return await work;
  } catch (error) {
    const refused = error instanceof UpstreamProblem && error.fault === 'refused' && [400, 403, 410].includes(error.status ?? 0);
    throw refused ? notFound() : error;
  }
}
