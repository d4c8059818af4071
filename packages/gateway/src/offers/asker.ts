import type { Call } from '../routing/route.ts';
import type { TmfBody } from '../upstream/types.ts';

/** Roles in an organisation: what its people order is its own, where they may order at all. */
const ROLES: ReadonlySet<string> = new Set(['admin', 'buyer', 'dealer', 'billing', 'viewer']);

/** The organisation a person orders for, where they do; its own first, what lies below it after. */
function organizationOf({ subject }: Call): string | undefined {
  if (subject.persona === 'consumer') return undefined;
  return subject.ties?.find(({ as, partyIds }) => ROLES.has(as) && partyIds.length > 0)?.partyIds.find((id) => id !== subject.sub);
}

/** Whose it would be, and who asks in their name: the parties of a question to the operator. Nobody, where somebody only passes by. */
export function askersOf(call: Call): TmfBody[] {
  if (call.session.sessionId === '') return [];
  const { sub, name, persona, accountIds } = call.subject;
  // What is asked of customers (a proof, a credit) is not asked of who is none yet: their order says who they are.
  if (persona === 'consumer' && accountIds.length === 0) return [];
  const organization = organizationOf(call);
  if (organization === undefined) return [{ id: sub, name, role: 'customer', '@referredType': 'Individual' }];
  return [
    { id: organization, role: 'customer', '@referredType': 'Organization' },
    { id: sub, name, role: 'user', '@referredType': 'Individual' },
  ];
}
