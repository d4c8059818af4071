import type { Draft } from './draft.ts';
import type { Organization } from './organizations.ts';
import type { Person } from './people.ts';
import { partyRef } from './parties.ts';
import { DAY, iso } from './zone.ts';

/** What each kind of user may do; the words are those of the self-service API's policy. */
const ROLES: Readonly<Record<string, readonly (readonly [action: string, what: string])[]>> = {
  payer: [['read', 'bill'], ['pay', 'bill'], ['read', 'product'], ['change', 'product'], ['raise', 'ticket']],
  member: [['read', 'product'], ['raise', 'ticket']],
  admin: [['read', 'bill'], ['pay', 'bill'], ['read', 'product'], ['change', 'product'], ['raise', 'ticket'], ['approve', 'order'], ['manage', 'user']],
  accountant: [['read', 'bill'], ['pay', 'bill']],
};

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  payer: 'Pays for a household and decides what is ordered',
  member: 'Uses a line that somebody else pays for',
  admin: 'Looks after all that an organisation has with us',
  accountant: 'Sees and pays bills, and nothing else',
};

/** TMF672's roles with what is in them, and TMF669's kinds of role, once for all. */
export function writeRoles(draft: Draft): void {
  for (const [role, entitlements] of Object.entries(ROLES)) {
    draft.add('userRole', { id: draft.id('user role', role), involvementRole: role, entitlement: entitlements.map(([action, what]) => ({ action, function: what })) });
    const specification = { name: role, description: DESCRIPTIONS[role], lifecycleStatus: 'active', isBundle: false, version: '1.0' };
    draft.add('partyRoleSpecification', { id: draft.id('role specification', role), ...specification, lastUpdate: iso(draft.now - 500 * DAY) });
  }
}

interface Grant {
  to: Person;
  by: Person;
  role: string;
  /** What it is about: an organisation, with all its parts. */
  over: Organization;
  /** Days after now; for good when absent. */
  days?: number;
}

/** A right that one person gave another, by role. */
export function writePermission(draft: Draft, { to, by, role, over, days }: Grant): void {
  const from = draft.now - 200 * DAY;
  draft.add('permission', {
    id: draft.id('permission', to.id, role, over.id),
    description: `${to.name} as ${role} of ${over.name}`,
    creationDate: iso(from),
    validFor: { startDateTime: iso(from), ...(days !== undefined && { endDateTime: iso(draft.now + days * DAY) }) },
    user: partyRef(to, 'user'),
    granter: partyRef(by, 'granter'),
    privilege: [],
    assetUserRole: [{ manageableAsset: { id: over.id, name: over.name, entityType: 'Organization', '@referredType': 'Organization' }, userRole: { id: draft.id('user role', role), involvementRole: role } }],
  });
}
