import type { Money } from '@faceplate/contracts';
import { type Action, bundles, ruleOf, ties as tieNames } from '../policy/actions.ts';
import type { Tie } from '../policy/ties.ts';
import { at, characteristic, instant, money, records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody, TmfClient } from '../upstream/types.ts';

/** What a grant is about: all of the granter's own, an organisation with all below it, or one account. */
export interface Over {
  kind: 'own' | 'organization' | 'account';
  id: string;
}

/** A TMF672 permission as far as it can be read; whatever cannot gives nothing. */
export interface Granted {
  id: string;
  /** Party ids. */
  by: string;
  to: string;
  actions: Action[];
  over: Over;
  from: string;
  /** RFC 3339 in UTC; the end of all time where the operator's record has none. */
  until: string;
  limit?: Money;
  grantable: boolean;
}

const MOST_GRANTS = 200;
export const FOR_GOOD = '9999-12-31T23:59:59.999Z';
export const LIMIT = 'spendLimit';
export const GRANTABLE = 'grantable';

/** What can be in a grant at all: nothing that is the person's alone. */
export const grantableActions: readonly Action[] = [...new Set(Object.values(bundles).flat())];

/** The current grants to a person. Rights that cannot be read right now are not there: nobody else's data is lost by that. */
export async function receivedGrants(client: TmfClient, sub: string, now: Date): Promise<Granted[]> {
  try {
    const { items } = await client.list('permission', { 'user.id': sub }, { limit: MOST_GRANTS });
    return items.flatMap(grantsOf).filter((grant) => grant.to === sub && grant.by !== sub && isCurrent(grant, now));
  } catch (error) {
    if (error instanceof UpstreamProblem) return [];
    throw error;
  }
}

const isCurrent = ({ from, until }: Granted, now: Date): boolean => Date.parse(from) <= now.getTime() && Date.parse(until) > now.getTime();

/** One permission is as many grants as it names things. */
export function grantsOf(body: TmfBody): Granted[] {
  const facts = termsOf(body);
  if (!facts) return [];
  const over = new Map<string, { over: Over; actions: Set<Action> }>();
  for (const { asset, actions } of [...records(body, 'privilege').map(privilegeOf), ...records(body, 'assetUserRole').map(roleOf)]) {
    const what = overOf(asset, facts.by);
    if (!what || actions.length === 0) continue;
    const entry = over.get(what.id) ?? { over: what, actions: new Set() };
    for (const action of actions) entry.actions.add(action);
    over.set(what.id, entry);
  }
  return [...over.values()].map((entry) => ({ ...facts, over: entry.over, actions: [...entry.actions] }));
}

/** Who gave whom, and how long; `undefined` when any of it is missing. */
function termsOf(body: TmfBody): Omit<Granted, 'over' | 'actions'> | undefined {
  const who = { id: text(body, 'id'), by: text(body, 'granter', 'id'), to: text(body, 'user', 'id') };
  const when = { from: momentOf(body, 'startDateTime', '1970-01-01T00:00:00.000Z'), until: momentOf(body, 'endDateTime', FOR_GOOD) };
  const limit = limitOf(body);
  if (limit === 'unreadable' || [...Object.values(who), ...Object.values(when)].includes(undefined)) return undefined;
  const known = { ...who, ...when } as { [K in keyof typeof who | keyof typeof when]: string };
  return { ...known, ...(limit && { limit }), grantable: characteristic(records(body, 'characteristic'), GRANTABLE) === 'true' };
}

function momentOf(body: TmfBody, end: string, otherwise: string): string | undefined {
  const found = at(body, 'validFor', end);
  return found === undefined || found === null || found === '' ? otherwise : instant(found);
}

/** A limit that is there and cannot be read must not become none. */
function limitOf(body: TmfBody): Money | undefined | 'unreadable' {
  const found = records(body, 'characteristic').find((one) => text(one, 'name') === LIMIT);
  return found && (money('', found, 'value') ?? 'unreadable');
}

interface Named {
  asset: unknown;
  actions: Action[];
}

/** `{ action: 'read', function: 'bill' }` is our `bill.read`. */
function privilegeOf(privilege: TmfBody): Named {
  const action = `${text(privilege, 'function')}.${text(privilege, 'action')}`;
  return { asset: privilege['manageableAsset'], actions: ruleOf(action) && grantableActions.includes(action as Action) ? [action as Action] : [] };
}

/** A role of the operator's over something, in the words of {@link tieNames}. */
function roleOf(role: TmfBody): Named {
  const name = text(role, 'userRole', 'involvementRole') ?? '';
  // A visitor is somebody nobody has given anything.
  const covered = name !== 'visitor' && Object.hasOwn(tieNames, name) ? tieNames[name as keyof typeof tieNames] : [];
  return { asset: role['manageableAsset'], actions: grantableActions.filter((action) => covered === 'all' || (covered as readonly Action[]).includes(action)) };
}

const KINDS: Readonly<Record<string, Over['kind']>> = { individual: 'own', organization: 'organization', billingaccount: 'account' };

function overOf(asset: unknown, by: string): Over | undefined {
  const id = text(asset, 'id');
  const type = (text(asset, 'entityType') ?? text(asset, '@referredType') ?? '').toLowerCase();
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  // Of people only oneself is one's own.
  return id && kind && (kind !== 'own' || id === by) ? { kind, id } : undefined;
}

/** What a granted organisation comes to: it and all below it, and the accounts they own. */
interface Below {
  parties: readonly string[];
  owned: readonly string[];
}

/**
 * A grant as ties: each tie of the granter's that covers some of it passes that on, and nothing beyond itself; of a right
 * that was granted to the granter, only where it may be handed on. What the granter has lost is lost to all.
 */
export function grantedTies(grant: Granted, held: readonly Tie[], below: Below): Tie[] {
  return held.flatMap((tie) => {
    if (tie.as === 'grant' && !tie.grant?.grantable) return [];
    const actions = grant.actions.filter((action) => covers(tie, action));
    const partyIds = tie.partyIds.filter((id) => (grant.over.kind === 'own' ? id === grant.by : below.parties.includes(id)));
    const accountIds = tie.accountIds.filter((id) => isIn(grant.over, id, tie, below));
    const isEmpty = actions.length === 0 || (partyIds.length === 0 && accountIds.length === 0);
    return isEmpty ? [] : [{ as: 'grant' as const, partyIds, accountIds, grant: { ...narrowed(grant, tie), actions } }];
  });
}

/** The terms of a grant, no wider than those of the right it comes from. */
function narrowed({ id, by, until, limit, grantable }: Granted, { grant }: Tie) {
  const least = smaller(limit, grant?.limit);
  const first = grant && Date.parse(grant.until) < Date.parse(until) ? grant.until : until;
  return { id, by, until: first, ...(least && { limit: least }), ...(grantable && { grantable: true }) };
}

function isIn({ kind, id: over }: Over, id: string, tie: Tie, { owned }: Below): boolean {
  if (kind === 'account') return id === over;
  return kind === 'organization' ? owned.includes(id) : tie.as === 'self' || tie.as === 'payer';
}

export function covers({ as, grant }: Tie, action: Action): boolean {
  if (as === 'grant') return grant?.actions.includes(action) ?? false;
  return tieNames[as] === 'all' || (tieNames[as] as readonly Action[]).includes(action);
}

/** Two limits in different money leave nothing to spend. */
function smaller(one: Money | undefined, other: Money | undefined): Money | undefined {
  if (!one || !other) return one ?? other;
  if (one.currency !== other.currency) return { amount: -1, currency: one.currency };
  return one.amount < other.amount ? one : other;
}
