import { instant, iso, type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Act } from '../nouns/noun.ts';
import type { Resource } from '../store/store.ts';

/** TMF666 accountRelationship: the charges of this account stand on the bill of that one. */
export const BILLED_WITH = 'billedWith';
/** The same from the other side, kept by us: charges of that account stand, or have stood, on the bill of this one. */
export const BILLS_FOR = 'billsFor';

/** Bills made from `from` on, and before `until`, have the charges. */
export interface Joining {
  accountId: string;
  from: number;
  until: number;
}

export const relationsOf = (account: Resource, type: string): Json[] => objects(account['accountRelationship']).filter((one) => one['relationshipType'] === type);
export const accountIn = (relation: Json): string | undefined => text(objects(relation['account'])[0]?.['id']);

export function joiningIn(relation: Json): Joining | undefined {
  const [time] = objects(relation['validFor']);
  const accountId = accountIn(relation);
  const from = instant(time?.['startDateTime']);
  if (accountId === undefined || from === 0) return undefined;
  return { accountId, from, until: instant(time?.['endDateTime']) || Infinity };
}

export const joiningsOf = (account: Resource): Joining[] => relationsOf(account, BILLED_WITH).flatMap((one) => joiningIn(one) ?? []);

/** The account on whose bill, made at that moment, the charges of this one stand; its own where it is joined to none. */
export const holderAt = (account: Resource, moment: number): string =>
  joiningsOf(account).find(({ from, until }) => from <= moment && moment < until)?.accountId ?? account.id;

/** How one account says of another that its charges stand there. */
export const billedWith = (account: object, { from, until }: Omit<Joining, 'accountId'>): Json => ({
  relationshipType: BILLED_WITH,
  account,
  validFor: { startDateTime: iso(from), ...(until < Infinity && { endDateTime: iso(until) }) },
});

/** Read without holding it: whoever moves money opens its books, in the order of their ids. */
async function peek({ tx }: Act, ids: readonly string[]): Promise<Resource[]> {
  if (ids.length === 0) return [];
  return (await tx.list('billingAccount', { where: [oneOf('id', ...ids)] })).rows.map(({ body }) => body);
}

/** Whose bill, made at that moment, has the charges of an account; of a joined account whose holder is gone, its own. */
export async function holderOf(act: Act, accountId: string, moment: number): Promise<string> {
  const [account] = await peek(act, [accountId]);
  const holder = account ? holderAt(account, moment) : accountId;
  return holder === accountId || (await peek(act, [holder])).length > 0 ? holder : accountId;
}

/** The accounts whose charges stand on the bill of this one beside its own, in the order of their names. */
export async function membersOf(act: Act, account: Resource, moment: number): Promise<Resource[]> {
  const ids = relationsOf(account, BILLS_FOR).flatMap((one) => accountIn(one) ?? []);
  const members = (await peek(act, ids)).filter((one) => one.id !== account.id && holderAt(one, moment) === account.id);
  return members.toSorted((one, other) => String(one['name']).localeCompare(String(other['name'])) || one.id.localeCompare(other.id));
}

/** Every account whose bills may have, or have had, charges of this one. */
export const everHolding = (account: Resource): string[] => [...new Set([account.id, ...joiningsOf(account).map(({ accountId }) => accountId)])];
