import type { Grant, GrantRequest, GrantScope, Money } from '@faceplate/contracts';
import { type Action, bundles } from '../policy/actions.ts';
import { reachOf, type Tie, tiesFor } from '../policy/ties.ts';
import type { Subject } from '../options.ts';
import { tmfMoney } from '../tmf/money.ts';
import { text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { GRANTABLE, type Granted, LIMIT, type Over } from './received.ts';

const REQUEST = 'request';

export const actionsOf = (scope: readonly GrantScope[]): Action[] => [...new Set(scope.flatMap((name): readonly Action[] => bundles[name]))];

/** What a bundle held when rights were given by earlier versions: a permission keeps its single actions. */
const FORMERLY: Partial<Record<GrantScope, readonly Action[]>> = { tickets: ['ticket.read', 'ticket.raise', 'ticket.note', 'product.read'] };

/** The bundles that are whole in what was granted, as they are now or were then: nobody has a right that nobody is shown. */
const scopeOf = (actions: readonly Action[]): GrantScope[] =>
  (Object.keys(bundles) as GrantScope[]).filter((name) => [bundles[name], FORMERLY[name]].some((all) => all?.every((action) => actions.includes(action))));

export const overOf = ({ over }: GrantRequest, { sub }: Subject): Over => over ?? { kind: 'own', id: sub };

const ENTITIES: Readonly<Record<Over['kind'], string>> = { own: 'Individual', organization: 'Organization', account: 'BillingAccount' };

interface Wanted {
  request: GrantRequest;
  by: Subject;
  /** Party id of whom it is for. */
  to: string;
  /** The same for every repeat of one call. */
  key: string;
  now: Date;
}

/** A TMF672 permission; what it has no word for stands in characteristics. */
export function permissionBody({ request, by, to, key, now }: Wanted): TmfBody {
  const over = overOf(request, by);
  const manageableAsset = { id: over.id, entityType: ENTITIES[over.kind], '@referredType': ENTITIES[over.kind] };
  return {
    description: `Granted: ${request.scope.join(', ')}`,
    validFor: { startDateTime: now.toISOString(), endDateTime: new Date(request.until).toISOString() },
    user: { id: to, name: request.to, role: 'user', '@referredType': 'Individual' },
    granter: { id: by.sub, name: by.name, role: 'granter', '@referredType': 'Individual' },
    privilege: actionsOf(request.scope).map((name) => {
      const [about, action] = name.split('.');
      return { manageableAsset, action, function: about };
    }),
    assetUserRole: [],
    characteristic: [
      { name: REQUEST, valueType: 'string', value: key },
      ...(request.limit ? [{ name: LIMIT, valueType: 'object', value: tmfMoney(request.limit) }] : []),
      ...(request.grantable ? [{ name: GRANTABLE, valueType: 'string', value: 'true' }] : []),
    ],
  };
}

export const requestOf = (body: TmfBody): string | undefined =>
  text((body['characteristic'] as TmfBody[] | undefined)?.find?.((one) => text(one, 'name') === REQUEST), 'value');

/** A grant as the person reads it. `body` is the permission it stands in. */
export function grantOf(granted: Granted, body: TmfBody, sub: string): Grant {
  const { id, by, actions, over, from, until, limit, grantable } = granted;
  const direction = by === sub ? 'given' : 'received';
  const who = text(body, direction === 'given' ? 'user' : 'granter', 'name') ?? '';
  const what = over.kind === 'own' ? {} : { over: { kind: over.kind, id: over.id } };
  return { id, direction, who, scope: scopeOf(actions), ...what, ...(limit && { limit }), ...(grantable && { grantable }), from, until };
}

/** What of a wish is more than the person holds: the field that is too much, or `undefined`. */
export function tooMuch(request: GrantRequest, by: Subject, now: Date): 'scope' | 'until' | 'limit' | undefined {
  const over = overOf(request, by);
  const holding = actionsOf(request.scope).map((action) => tiesFor(by, action, now).filter((tie) => holds(tie, over)));
  if (holding.some((ties) => ties.length === 0)) return 'scope';
  // Each by the widest of the ties that give it.
  if (!holding.every((ties) => ties.some(({ grant }) => !grant || Date.parse(grant.until) >= Date.parse(request.until)))) return 'until';
  return holding.every((ties) => ties.some((tie) => isWithin(request.limit, tie))) ? undefined : 'limit';
}

function holds({ as, partyIds, accountIds, grant }: Tie, { kind, id }: Over): boolean {
  if (grant && !grant.grantable) return false;
  if (kind === 'own') return as === 'self';
  return kind === 'account' ? accountIds.includes(id) : as !== 'self' && partyIds.includes(id);
}

function isWithin(limit: Money | undefined, { grant }: Tie): boolean {
  if (!grant?.limit) return true;
  return limit !== undefined && limit.currency === grant.limit.currency && limit.amount <= grant.limit.amount;
}

/** The organisations whose people one may name by their ids: those one looks after. */
export const ownOrganizations = (by: Subject, now: Date): string[] =>
  (by.ties ?? []).some(({ as }) => as === 'admin') ? reachOf({ ...by, ties: (by.ties ?? []).filter(({ as }) => as === 'admin') }, 'product.read', now).partyIds : [];
