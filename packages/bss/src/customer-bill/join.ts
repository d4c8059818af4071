import { accountReference } from './credit.ts';
import { accountIn, billedWith, BILLED_WITH, BILLS_FOR, type Joining, joiningsOf, relationsOf } from './joined.ts';
import { cycleAt } from './period.ts';
import type { Act } from '../nouns/noun.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { type Json, objects, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { TmfError } from '../surface/tmf-error.ts';

/** Why charges of one account cannot stand on the bill of another; the message says what would make it possible. */
const refused = (code: string, message: string) => new TmfError(422, code, 'Not possible', message);

const idsOf = (account: Resource, role: string): string =>
  objects(account['relatedParty']).filter((party) => party['role'] === role).map(({ id }) => String(id)).toSorted().join();

const unitOf = (account: Resource): string | undefined =>
  objects(account['accountBalance']).flatMap(({ amount }) => text(objects(amount)[0]?.['unit']) ?? [])[0];

const isOver = ({ state }: Resource): boolean => /clos|inactive|terminat/i.test(String(state));

/** One bill is one debt of one customer, in one currency, asked of one payer. */
function refuseApart(account: Resource, holder: Resource, now: number): void {
  const [own, other] = [account, holder].map((one) => text(one['name']) ?? one.id);
  if (account.id === holder.id) throw refused('joinSame', `${own} is on its own bill already.`);
  if (isOver(account) || isOver(holder)) throw refused('joinClosed', 'An account that is closed has no further bills.');
  if (idsOf(account, 'owner') !== idsOf(holder, 'owner')) throw refused('joinOtherOwner', `${own} and ${other} belong to different customers. Have one of them taken over first.`);
  if (idsOf(account, 'payer') !== idsOf(holder, 'payer')) throw refused('joinOtherPayer', `${own} and ${other} are paid by different people. Have one of them pay for both first.`);
  const [unit, otherUnit] = [unitOf(account), unitOf(holder)];
  if (unit !== undefined && otherUnit !== undefined && unit !== otherUnit) throw refused('joinOtherCurrency', `${own} is billed in ${unit}, ${other} in ${otherUnit}.`);
  if (isWith(holder, now)) throw refused('joinChain', `${other} is on another bill itself. Join that one.`);
}

/** On somebody's bill now, or going to be. */
const isWith = (account: Resource, now: number): boolean => joiningsOf(account).some(({ until }) => until > now);

/** Others stand on its bill now, or are going to. */
async function holds({ tx, now }: Act, account: Resource): Promise<boolean> {
  for (const relation of relationsOf(account, BILLS_FOR)) {
    const other = await tx.get('billingAccount', accountIn(relation) ?? '');
    if (other && joiningsOf(other.body).some(({ accountId, until }) => accountId === account.id && until > now.getTime())) return true;
  }
  return false;
}

/** What a caller asks for: the account named without an end. The days are ours to set. */
function wanted(after: Resource): string | undefined {
  const open = relationsOf(after, BILLED_WITH).find((one) => objects(one['validFor'])[0]?.['endDateTime'] === undefined);
  return open && accountIn(open);
}

/** Past joinings stand; one to come that nobody wants any more is gone; one that holds ends with the next bill, or goes on. */
function joinings(before: Resource, target: string | undefined, { now, next }: { now: number; next: number }): Joining[] {
  const kept = joiningsOf(before).flatMap((one): Joining[] => {
    if (one.until <= now) return [one];
    if (one.accountId === target) return [{ ...one, until: Infinity }];
    return one.from > now ? [] : [{ ...one, until: Math.min(one.until, next) }];
  });
  const isKept = kept.some(({ accountId, until }) => accountId === target && until === Infinity);
  return target === undefined || isKept ? kept : [...kept, { accountId: target, from: next, until: Infinity }];
}

/** @throws TmfError 422 with what would make it possible. */
async function refuseJoin(act: Act, before: Resource, after: Resource, holder: Resource): Promise<void> {
  const now = act.now.getTime();
  // What holds already may be asked for again.
  if (joiningsOf(before).some(({ accountId, until }) => accountId === holder.id && until > now)) return;
  refuseApart(after, holder, now);
  await refuseHolding(act, before);
}

async function holderWanted(act: Act, before: Resource, after: Resource): Promise<Resource | undefined> {
  const target = wanted(after);
  if (target === undefined) return undefined;
  const holder = (await act.tx.get('billingAccount', target))?.body;
  if (!holder) throw refused('joinUnknown', `There is no billing account ${target}.`);
  await refuseJoin(act, before, after, holder);
  return holder;
}

const isOurs = ({ relationshipType }: Json): boolean => relationshipType === BILLED_WITH || relationshipType === BILLS_FOR;

/** The account with its charges on the bill of another, or on its own again, from the next bill on. */
async function joined(act: Act, before: Resource, after: Resource): Promise<Resource> {
  const holder = await holderWanted(act, before, after);
  const now = act.now.getTime();
  const names = new Map(relationsOf(before, BILLED_WITH).map((one) => [accountIn(one), objects(one['account'])[0]]));
  if (holder) names.set(holder.id, accountReference(holder));
  const own = joinings(before, holder?.id, { now, next: cycleAt(now).to }).map((one) => billedWith(names.get(one.accountId) ?? { id: one.accountId }, one));
  if (holder) await known(act, holder, before);
  const others = objects(after['accountRelationship']).filter((one) => !isOurs(one));
  return { ...after, accountRelationship: [...others, ...relationsOf(before, BILLS_FOR), ...own] };
}

/** The holder knows whose charges to look for. */
async function known({ tx, now }: Act, holder: Resource, account: Resource): Promise<void> {
  if (relationsOf(holder, BILLS_FOR).some((one) => accountIn(one) === account.id)) return;
  const relation = { relationshipType: BILLS_FOR, account: accountReference(account) };
  await save(tx, 'billingAccount', { ...holder, accountRelationship: [...objects(holder['accountRelationship']), relation] }, now);
}

/** A PATCH of the relationships of an account: what it asks for about bills is checked, and dated by us. */
export async function joining(act: Act, before: Resource, after: Resource): Promise<Resource> {
  if (sameJson(before['accountRelationship'], after['accountRelationship'])) return after;
  const relates = [before, after].some((one) => relationsOf(one, BILLED_WITH).length + relationsOf(one, BILLS_FOR).length > 0);
  return relates ? joined(act, before, after) : after;
}

/** @throws TmfError 422: an account that is not there yet has no bill to join. */
export function refuseJoined(body: Resource): void {
  if (relationsOf(body, BILLED_WITH).length + relationsOf(body, BILLS_FOR).length > 0) throw refused('joinUnknown', 'Open the account first, then have it billed with another.');
}

/** @throws TmfError 422 while another account stands on its bill: nobody would be asked for that money. */
export async function refuseHolding(act: Act, account: Resource): Promise<void> {
  if (await holds(act, account)) throw refused('joinHolds', 'Other accounts stand on its bill. Have them back on their own first.');
}

