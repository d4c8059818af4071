import { type BucketFacts, bucketIn, freeIn, keepBucket } from './bucket.ts';
import { fine, inUnits, quantityIn } from './quantity.ts';
import { CURRENCY } from '../customer-bill/amounts.ts';
import { CASH, GOODWILL, prepaid } from '../ledger/accounts.ts';
import { enter, type Side } from '../ledger/entry.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

export const ACTIONS = ['topupBalance', 'adjustBalance', 'transferBalance', 'reserveBalance'] as const;
export type Action = (typeof ACTIONS)[number];

/** What came of an action: done, not possible and why, or nothing yet because what it names is not there. */
export type Outcome = { done: true } | { done: false; reason: string } | undefined;

const failed = (reason: string): Outcome => ({ done: false, reason });
const DONE: Outcome = { done: true };

async function bucketNamed({ tx }: Act, reference: unknown): Promise<BucketFacts | undefined> {
  const id = text(objects(reference)[0]?.['id']);
  const found = id === undefined ? undefined : await tx.get('bucket', id);
  return found && bucketIn(found.body);
}

const isMoney = ({ usageType, units }: BucketFacts): boolean => usageType === 'monetary' && units === CURRENCY;

/** Money moves in the ledger too; minutes and gigabytes do not. */
async function account(act: Act, what: string, bucket: BucketFacts, amount: number, other: string): Promise<void> {
  if (!isMoney(bucket)) return;
  const cents = Math.round(amount * 100);
  const sides: Side[] = [[other, cents], [prepaid(bucket.body.id), -cents]];
  await enter(act, `balance/${newId()}`, what, sides, bucket.body.id);
}

async function topUp(act: Act, bucket: BucketFacts, amount: number): Promise<Outcome> {
  if (amount < 0) return failed('A top-up adds something.');
  await keepBucket(act, { ...bucket, remaining: bucket.remaining + amount });
  await account(act, 'Top-up', bucket, amount, CASH);
  return DONE;
}

async function adjust(act: Act, bucket: BucketFacts, amount: number): Promise<Outcome> {
  if (bucket.remaining + amount < bucket.reserved) return failed(`There is ${freeIn(bucket)} ${bucket.units} to take from.`);
  await keepBucket(act, { ...bucket, remaining: bucket.remaining + amount });
  await account(act, 'Balance adjusted', bucket, amount, GOODWILL);
  return DONE;
}

async function reserve(act: Act, bucket: BucketFacts, amount: number): Promise<Outcome> {
  if (amount < 0 || amount > freeIn(bucket)) return failed(`There is ${freeIn(bucket)} ${bucket.units} to reserve.`);
  await keepBucket(act, { ...bucket, reserved: fine(bucket.reserved + amount) });
  return DONE;
}

async function transfer(act: Act, body: Resource, from: BucketFacts, amount: number): Promise<Outcome> {
  const to = await bucketNamed(act, body['receiverBucket']);
  if (!to) return undefined;
  if (to.body.id === from.body.id) return failed('A bucket cannot give to itself.');
  const received = inUnits({ amount, units: from.units }, to.units);
  if (received === undefined || isMoney(from) !== isMoney(to)) return failed(`${from.units} cannot become ${to.units}.`);
  if (amount < 0 || amount > freeIn(from)) return failed(`There is ${freeIn(from)} ${from.units} to give.`);
  await keepBucket(act, { ...from, remaining: from.remaining - amount });
  await keepBucket(act, { ...to, remaining: to.remaining + received });
  await account(act, 'Balance given away', to, received, prepaid(from.body.id));
  return DONE;
}

/** Does what an action asks for, to the buckets it names. */
export async function perform(act: Act, action: Action, body: Resource): Promise<Outcome> {
  const bucket = await bucketNamed(act, body['bucket']);
  const asked = quantityIn(body['amount']);
  if (!bucket || !asked || asked.amount === 0) return undefined;
  const amount = inUnits(asked, bucket.units);
  if (amount === undefined) return failed(`The bucket counts in ${bucket.units}, not in ${asked.units}.`);
  if (isMoney(bucket) && fine(amount * 100) % 1 !== 0) return failed('Money comes in whole cents.');
  if (action === 'topupBalance') return topUp(act, bucket, amount);
  if (action === 'adjustBalance') return adjust(act, bucket, amount);
  return action === 'reserveBalance' ? reserve(act, bucket, amount) : transfer(act, body, bucket, amount);
}

/** What was reserved is free again. */
export async function unreserve(act: Act, body: Resource): Promise<void> {
  const bucket = await bucketNamed(act, body['bucket']);
  const asked = quantityIn(body['amount']);
  if (!bucket || !asked) return;
  const amount = inUnits(asked, bucket.units) ?? 0;
  await keepBucket(act, { ...bucket, reserved: fine(Math.max(0, bucket.reserved - amount)) });
}
