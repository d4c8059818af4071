import { type Call, found } from './call.ts';
import { TmfError } from './tmf-error.ts';
import { valuesAt } from '../store/match.ts';
import type { ReadScope, Resource } from '../store/store.ts';

/**
 * For whom a caller asks: ids in percent-encoding, commas between. They only ever take away from what the caller may do
 * anyway, so whoever may call at all may send them. Sent empty, they leave nothing but what is everybody's.
 */
export const PARTIES_HEADER = 'x-fp-parties';
export const ACCOUNTS_HEADER = 'x-fp-accounts';

function idsIn(text: string): string[] {
  try {
    return text.split(',').map((id) => decodeURIComponent(id.trim())).filter((id) => id !== '');
  } catch {
    throw new TmfError(400, '23', 'Invalid header', `${PARTIES_HEADER} and ${ACCOUNTS_HEADER} hold ids in percent-encoding.`);
  }
}

export function scopeOf({ headers }: Request): ReadScope | undefined {
  const said = [headers.get(PARTIES_HEADER), headers.get(ACCOUNTS_HEADER)].filter((text) => text !== null);
  return said.length === 0 ? undefined : { ids: said.flatMap(idsIn) };
}

/** What is to be changed must be seen by who asks for it; the change itself then has the whole store's view. */
export async function demandSeen(call: Call, id: string): Promise<void> {
  if (call.scope) await found(call, call.surface.store.read(call.scope), id);
}

const PARTIES = ['relatedParty', 'engagedParty'].flatMap((name) => [[name, 'id'], [name, 'partyOrPartyRole', 'id']]);
const ACCOUNTS = [['billingAccount', 'id'], ['account', 'id'], ['productOrderItem', 'billingAccount', 'id']];

const named = (body: Resource, paths: readonly (readonly string[])[]): unknown[] => paths.flatMap((path) => valuesAt(body, path));

/** Nothing is written in the name of others only, and nothing is put on an account that is not the caller's. */
export function refuseForeign({ scope }: Call, body: Resource, before?: Resource): void {
  if (!scope) return;
  const own = new Set<unknown>(scope.ids);
  const parties = named(body, PARTIES);
  const known = new Set(before ? named(before, ACCOUNTS) : []);
  const isOurs = parties.length === 0 || parties.some((id) => own.has(id));
  if (isOurs && named(body, ACCOUNTS).every((id) => own.has(id) || known.has(id))) return;
  throw new TmfError(403, '43', 'Not allowed', 'This is outside of what the call was made for.');
}
