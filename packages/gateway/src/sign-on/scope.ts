import type { Persona } from '@faceplate/contracts';
import { type Granted, grantedTies, receivedGrants } from '../grants/received.ts';
import type { Subject, TmfApi, Upstreams } from '../options.ts';
import type { TieName } from '../policy/actions.ts';
import type { Tie } from '../policy/ties.ts';
import { at, instant } from '../tmf/read.ts';
import { tmfClient } from '../upstream/client.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody, TmfClient } from '../upstream/types.ts';
import { accountsOf, type FoundAccount, several, withDescendants, word } from './scope-parties.ts';

/**
 * Says whose data a person may see, freshly asked.
 *
 * @throws {UpstreamProblem} `not-found` when the operator does not know the person.
 */
export interface ScopeResolver {
  resolve(sub: string, signal?: AbortSignal): Promise<Subject>;
}

/** A right that was handed on more often than this is lost on the way. */
const LONGEST_CHAIN = 3;

/** Roles in an organisation as operators write them: whose portal it is, and the tie it makes. Other words give nothing. */
const roles: Readonly<Record<string, { persona: Persona; tie?: TieName }>> = {
  admin: { persona: 'business', tie: 'admin' },
  buyer: { persona: 'business', tie: 'buyer' },
  billing: { persona: 'business', tie: 'billing' },
  accountant: { persona: 'business', tie: 'billing' },
  viewer: { persona: 'business', tie: 'viewer' },
  dealer: { persona: 'dealer', tie: 'dealer' },
  agent: { persona: 'agent' },
  payer: { persona: 'consumer' },
  member: { persona: 'consumer' },
};
/** What each may do with accounts that they, or their organisation, pay for others: nothing that they may not do with their own. */
const payingAs: Readonly<Partial<Record<TieName, readonly TieName[]>>> = { self: ['payer'], admin: ['payer'], billing: ['payer'], viewer: ['viewer'], dealer: ['viewer'] };
const strength: readonly Persona[] = ['consumer', 'business', 'dealer', 'agent'];
const roleOf = (role: TmfBody) => (Object.hasOwn(roles, word(role['name'])) ? roles[word(role['name'])] : undefined);

/** Resolves scope from party roles (TMF669), organisations (TMF632), billing accounts (TMF666) and granted rights (TMF672). */
export function tmfScopeResolver(upstreams: Upstreams, clock: () => Date = () => new Date()): ScopeResolver {
  return {
    resolve: async (sub, signal = AbortSignal.timeout(10_000)) => {
      const within = { signal, trace: crypto.randomUUID() };
      const tmf = (api: TmfApi) => tmfClient(api, upstreams(api), within);
      const walk = new ScopeWalk(tmf, clock());
      const [person, ofPerson] = await Promise.all([personOf(tmf('TMF632'), sub), walk.standing(sub)]);
      // Staff act for companies, too: then the company itself is the subject.
      const organization = person ?? (await tmf('TMF632').get('organization', sub));
      const standing = person ? ofPerson : await walk.ofOrganization(sub);
      const { persona, ties, accounts } = standing;
      const accountIds = [...new Set(ties.flatMap((tie) => tie.accountIds))];
      return {
        sub,
        name: nameOf(organization),
        persona,
        partyIds: [...new Set([sub, ...ties.flatMap((tie) => tie.partyIds)])],
        accountIds: accounts.flatMap(({ id }) => (accountIds.includes(id) ? [id] : [])),
        accountNames: Object.fromEntries(accounts.flatMap(({ id, name }) => (accountIds.includes(id) ? [[id, name]] : []))),
        ties,
      };
    },
  };
}

async function personOf(party: TmfClient, sub: string): Promise<TmfBody | undefined> {
  try {
    return await party.get('individual', sub);
  } catch (error) {
    if (error instanceof UpstreamProblem && error.fault === 'not-found') return undefined;
    throw error;
  }
}

/** What is the person's own, or comes with their place in an organisation. */
export function withoutGrants(subject: Subject): Subject {
  const ties = subject.ties?.filter(({ as }) => as !== 'grant');
  if (!ties || ties.length === subject.ties?.length) return subject;
  const accountIds = new Set(ties.flatMap((tie) => tie.accountIds));
  const partyIds = new Set([subject.sub, ...ties.flatMap((tie) => tie.partyIds)]);
  return { ...subject, ties, partyIds: subject.partyIds.filter((id) => partyIds.has(id)), accountIds: subject.accountIds.filter((id) => accountIds.has(id)) };
}

interface Standing {
  persona: Persona;
  ties: Tie[];
  /** Every account met on the way; which of them are the person's is for the ties to say. */
  accounts: FoundAccount[];
}

/** One person's relations, and those of the people who granted something to them. */
class ScopeWalk {
  readonly #tmf: (api: TmfApi) => TmfClient;
  readonly #now: Date;

  constructor(tmf: (api: TmfApi) => TmfClient, now: Date) {
    this.#tmf = tmf;
    this.#now = now;
  }

  /** `before`: those through whom a right came here, the person at the end of the chain first. */
  async standing(sub: string, before: readonly string[] = []): Promise<Standing> {
    const [all, grants] = await Promise.all([
      this.#tmf('TMF669').list('partyRole', { 'engagedParty.id': sub }),
      receivedGrants(this.#tmf('TMF672'), sub, this.#now),
    ]);
    const mine = all.items.filter((role) => engagedId(role) === sub && isCurrent(role, this.#now));
    const persona = personaOf(mine);
    // Staff look after customers; what they have themselves they see with a sign-in of their own.
    if (persona === 'agent') return { persona, ties: [], accounts: [] };
    const [own, granted] = await Promise.all([this.#own(sub, mine), this.#granted(grants, [...before, sub])]);
    return { persona, ties: [...own.ties, ...granted.ties], accounts: [...own.accounts, ...granted.accounts] };
  }

  /** An organisation as its own admin sees it. */
  async ofOrganization(id: string): Promise<Standing> {
    const partyIds = await withDescendants(this.#tmf('TMF632'), [id]);
    const accounts = await accountsOf(this.#tmf('TMF666'), partyIds);
    return { persona: 'business', ties: [{ as: 'self', partyIds, accountIds: accounts.map((account) => account.id) }], accounts };
  }

  async #own(sub: string, mine: readonly TmfBody[]): Promise<Omit<Standing, 'persona'>> {
    const names = [...new Set(mine.flatMap((role) => roleOf(role)?.tie ?? []))];
    const trees = await Promise.all(
      names.map(async (as) => ({
        as,
        partyIds: await withDescendants(this.#tmf('TMF632'), mine.filter((role) => roleOf(role)?.tie === as).flatMap(organizationsOf)),
      })),
    );
    const accounts = await accountsOf(this.#tmf('TMF666'), [...new Set([sub, ...trees.flatMap(({ partyIds }) => partyIds)])]);
    const owned = (partyIds: readonly string[]) => accounts.filter(({ owners }) => owners.some((id) => partyIds.includes(id))).map(({ id }) => id);
    const ties: Tie[] = [{ as: 'self' as const, partyIds: [sub] }, ...trees].map((tie) => ({ ...tie, accountIds: owned(tie.partyIds) }));
    const paid = (partyIds: readonly string[]) => accounts.filter(({ payers }) => payers.some((id) => partyIds.includes(id))).map(({ id }) => id);
    const payers = ties.flatMap(({ as, partyIds }) => (as === 'grant' ? [] : payingAs[as] ?? []).map((name) => ({ as: name, partyIds: [], accountIds: paid(partyIds) })));
    return { ties: [...ties, ...payers.filter(({ accountIds }) => accountIds.length > 0)], accounts };
  }

  /** What was granted, as far as those who granted it hold it themselves, now. */
  async #granted(grants: readonly Granted[], chain: readonly string[]): Promise<Omit<Standing, 'persona'>> {
    const none = { ties: [], accounts: [] };
    const each = await Promise.all(
      grants.map(async (grant) => {
        if (chain.includes(grant.by) || chain.length > LONGEST_CHAIN) return none;
        const { ties, accounts } = await this.standing(grant.by, chain);
        const parties = grant.over.kind === 'organization' ? await withDescendants(this.#tmf('TMF632'), [grant.over.id]) : [];
        const found = grantedTies(grant, ties, { parties, owned: accounts.flatMap(({ id, owners }) => (owners.some((owner) => parties.includes(owner)) ? [id] : [])) });
        return { ties: found, accounts: accounts.filter(({ id }) => found.some(({ accountIds }) => accountIds.includes(id))) };
      }),
    );
    return { ties: each.flatMap(({ ties }) => ties), accounts: each.flatMap(({ accounts }) => accounts) };
  }
}

const engagedId = (role: TmfBody) => (role['engagedParty'] as { id?: unknown } | undefined)?.id;

/** A role that its own record calls over, or not begun, gives nothing. An end that cannot be read is in the past. */
function isCurrent(role: TmfBody, now: Date): boolean {
  if (['inactive', 'terminated', 'suspended', 'cancelled'].includes(word(role['status']).toLowerCase())) return false;
  const starts = at(role, 'validFor', 'startDateTime');
  const ends = at(role, 'validFor', 'endDateTime');
  const moment = (value: unknown) => Date.parse(instant(value) ?? '');
  return (missing(starts) || moment(starts) <= now.getTime()) && (missing(ends) || moment(ends) > now.getTime());
}

const missing = (value: unknown): boolean => value === undefined || value === null || value === '';

const organizationsOf = (role: TmfBody): string[] =>
  several(role['relatedParty']).flatMap((party) => (word(party['role']) === 'organization' ? [word(party['id'])] : []));

function personaOf(all: readonly TmfBody[]): Persona {
  const ranks = all.map((role) => strength.indexOf(roleOf(role)?.persona ?? 'consumer'));
  return strength[Math.max(0, ...ranks)] ?? 'consumer';
}

function nameOf(person: TmfBody): string {
  const full = word(person['fullName']) || `${word(person['givenName'])} ${word(person['familyName'])}`.trim();
  return full || word(person['name']) || word(person['id']);
}
