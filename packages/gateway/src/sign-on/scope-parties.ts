import { chunks } from '../tmf/chunks.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { isObject, type TmfBody, type TmfClient } from '../upstream/types.ts';

/** Deeper trees than this are a mistake in the data, or a circle. */
const DEEPEST = 8;
const MOST_ORGANIZATIONS = 500;
export const MOST_ACCOUNTS = 2_000;

/** Servers write one reference as an object and several as an array. */
export const several = (value: unknown): TmfBody[] => (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isObject);
export const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Rights flow down the tree, never up: the organisations named and all below them. Circles end where they began. One
 * request a level asks for fifty organisations.
 */
export async function withDescendants(party: TmfClient, tops: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  let level = [...new Set(tops)];
  for (let depth = 0; depth < DEEPEST && level.length > 0 && found.size < MOST_ORGANIZATIONS; depth += 1) {
    for (const id of level) found.add(id);
    const bodies = (await Promise.all(chunks(level).map((ids) => organizations(party, ids)))).flat();
    level = [...new Set(bodies.flatMap(childrenOf))].filter((id) => !found.has(id)).slice(0, MOST_ORGANIZATIONS - found.size);
  }
  return [...found];
}

/** Those of the ids that are there. A server that knows no such filter is asked one by one. */
async function organizations(party: TmfClient, ids: readonly string[]): Promise<TmfBody[]> {
  const listed = ids.length > 1 ? await orElse([], async () => (await party.list('organization', { id: ids }, { limit: ids.length })).items) : [];
  const byId = new Map(listed.map((body) => [body['id'], body]));
  // One that is named and no longer there has nothing below it; that must not shut its namers out.
  return Promise.all(ids.map(async (id) => byId.get(id) ?? (await orElse({}, () => party.get('organization', id)))));
}

async function orElse<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UpstreamProblem && ['not-found', 'refused'].includes(error.fault)) return otherwise;
    throw error;
  }
}

const childrenOf = (organization: TmfBody): string[] =>
  several(organization['organizationChildRelationship'])
    .flatMap((child) => several(child['organization']))
    .flatMap(({ id }) => (typeof id === 'string' && id !== '' ? [id] : []));

/** A billing account with whom it belongs to and who pays it. A user of its services sees no bill by that. */
export interface FoundAccount {
  id: string;
  name: string;
  owners: string[];
  payers: string[];
}

/** Those that one of the parties owns or pays, the first party's first. Upstreams may answer more than was asked: each is checked again. */
export async function accountsOf(tmf: TmfClient, partyIds: readonly string[]): Promise<FoundAccount[]> {
  const lists = await Promise.all(chunks(partyIds).map((ids) => tmf.list('billingAccount', { 'relatedParty.id': ids }, { limit: MOST_ACCOUNTS })));
  const found = new Map(lists.flatMap(({ items }) => items.flatMap(accountOf)).map((account) => [account.id, account]));
  const place = new Map(partyIds.map((id, index) => [id, index]));
  const first = ({ owners, payers }: FoundAccount) => Math.min(...[...owners, ...payers].map((id) => place.get(id) ?? Infinity));
  return [...found.values()]
    .filter((account) => first(account) < Infinity)
    .toSorted((one, other) => first(one) - first(other))
    .slice(0, MOST_ACCOUNTS);
}

function accountOf(account: TmfBody): FoundAccount[] {
  const id = word(account['id']);
  const as = (role: string) => several(account['relatedParty']).flatMap((party) => (party['role'] === role ? [word(party['id'])] : []));
  return id === '' ? [] : [{ id, name: word(account['name']) || id, owners: as('owner'), payers: as('payer') }];
}
