import type { Persona } from '@faceplate/contracts';
import type { Subject, TmfApi, Upstreams } from '../options.ts';
import { at, instant } from '../tmf/read.ts';
import { tmfClient } from '../upstream/client.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody, TmfClient } from '../upstream/types.ts';

/**
 * Says whose data a person may see, freshly asked.
 *
 * @throws {UpstreamProblem} `not-found` when the operator does not know the person.
 */
export interface ScopeResolver {
  resolve(sub: string, signal?: AbortSignal): Promise<Subject>;
}

/** Deeper trees than this are a mistake in the data, or a circle. */
const DEEPEST = 8;
const MOST_ORGANIZATIONS = 500;
const MOST_ACCOUNTS = 2_000;

/** Roles that reach data of an organisation, and how far. Other words give nothing. */
const reach: Readonly<Record<string, { persona: Persona; organization: boolean }>> = {
  admin: { persona: 'business', organization: true },
  dealer: { persona: 'dealer', organization: true },
  agent: { persona: 'agent', organization: false },
  payer: { persona: 'consumer', organization: false },
  member: { persona: 'consumer', organization: false },
};
const strength: readonly Persona[] = ['consumer', 'business', 'dealer', 'agent'];

/** Resolves scope from party roles (TMF669), organisations (TMF632) and billing accounts (TMF666). */
export function tmfScopeResolver(upstreams: Upstreams, clock: () => Date = () => new Date()): ScopeResolver {
  return {
    resolve: async (sub, signal = AbortSignal.timeout(10_000)) => {
      const within = { signal, trace: crypto.randomUUID() };
      const tmf = (api: TmfApi) => tmfClient(api, upstreams(api), within);
      const [person, roles] = await Promise.all([
        tmf('TMF632').get('individual', sub),
        tmf('TMF669').list('partyRole', { 'engagedParty.id': sub }),
      ]);
      const mine = roles.items.filter((role) => engagedId(role) === sub && isCurrent(role, clock()));
      const tops = mine.filter((role) => reach[String(role['name'])]?.organization).flatMap((role) => organizationsOf(role));
      const partyIds = [sub, ...(await withDescendants(tmf('TMF632'), tops))];
      const accounts = await accountsOf(tmf('TMF666'), partyIds);
      return {
        sub,
        name: nameOf(person),
        persona: personaOf(mine),
        partyIds,
        accountIds: accounts.map(({ id }) => id),
        accountNames: Object.fromEntries(accounts.map(({ id, name }) => [id, name])),
      };
    },
  };
}

const isObject = (value: unknown): value is TmfBody => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Servers write one reference as an object and several as an array. */
const several = (value: unknown): TmfBody[] => (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isObject);
const engagedId = (role: TmfBody) => (role['engagedParty'] as { id?: unknown } | undefined)?.id;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A role that its own record calls over, or not begun, gives nothing. An end that cannot be read is in the past. */
function isCurrent(role: TmfBody, now: Date): boolean {
  if (['inactive', 'terminated', 'suspended', 'cancelled'].includes(text(role['status']).toLowerCase())) return false;
  const starts = at(role, 'validFor', 'startDateTime');
  const ends = at(role, 'validFor', 'endDateTime');
  const moment = (value: unknown) => Date.parse(instant(value) ?? '');
  return (missing(starts) || moment(starts) <= now.getTime()) && (missing(ends) || moment(ends) > now.getTime());
}

const missing = (value: unknown): boolean => value === undefined || value === null || value === '';

const organizationsOf = (role: TmfBody): string[] =>
  several(role['relatedParty']).flatMap((party) => (text(party['role']) === 'organization' ? [text(party['id'])] : []));

function personaOf(roles: readonly TmfBody[]): Persona {
  const ranks = roles.map((role) => strength.indexOf(reach[text(role['name'])]?.persona ?? 'consumer'));
  return strength[Math.max(0, ...ranks)] ?? 'consumer';
}

function nameOf(person: TmfBody): string {
  const full = text(person['fullName']) || `${text(person['givenName'])} ${text(person['familyName'])}`.trim();
  return full || text(person['name']) || text(person['id']);
}

/** Rights flow down the tree, never up: the organisations named and all below them. Circles end where they began. */
async function withDescendants(party: TmfClient, tops: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  let level = [...new Set(tops)];
  for (let depth = 0; depth < DEEPEST && level.length > 0 && found.size < MOST_ORGANIZATIONS; depth += 1) {
    for (const id of level) found.add(id);
    const bodies = await Promise.all(level.map((id) => organizationOf(party, id)));
    level = [...new Set(bodies.flatMap(childrenOf))].filter((id) => !found.has(id)).slice(0, MOST_ORGANIZATIONS - found.size);
  }
  return [...found];
}

/** One that is named and no longer there has nothing below it; that must not shut its namers out. */
async function organizationOf(party: TmfClient, id: string): Promise<TmfBody> {
  try {
    return await party.get('organization', id);
  } catch (error) {
    if (error instanceof UpstreamProblem && error.fault === 'not-found') return {};
    throw error;
  }
}

const childrenOf = (organization: TmfBody): string[] =>
  several(organization['organizationChildRelationship'])
    .flatMap((child) => several(child['organization']))
    .flatMap(({ id }) => (typeof id === 'string' && id !== '' ? [id] : []));

/** The person's own accounts first. Upstreams may answer more than was asked: each account is checked again. */
async function accountsOf(tmf: TmfClient, partyIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  const found = new Map<string, { id: string; name: string }>();
  const lists = await Promise.all(partyIds.map((id) => tmf.list('billingAccount', { 'relatedParty.id': id }, { limit: MOST_ACCOUNTS })));
  lists.forEach(({ items }, index) => {
    for (const account of items) {
      const id = text(account['id']);
      if (id && holders(account).includes(partyIds[index] ?? '')) found.set(id, { id, name: text(account['name']) || id });
    }
  });
  return [...found.values()].slice(0, MOST_ACCOUNTS);
}

/** Owners and payers; a user of the account's services sees no bill by that. */
const holders = (account: TmfBody): string[] =>
  several(account['relatedParty']).flatMap((party) => (['owner', 'payer'].includes(text(party['role'])) ? [text(party['id'])] : []));
