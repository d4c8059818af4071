import { accumulate } from './accumulated.ts';
import { fine, type Quantity, quantityIn } from './quantity.ts';
import type { Cycle } from '../customer-bill/period.ts';
import type { Act } from '../nouns/noun.ts';
import { instant, iso, objects, oneOf, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';

/** A bucket as a stored document, with what we reckon with read out of it. */
export interface BucketFacts {
  body: Resource;
  usageType: string;
  units: string;
  /** What it holds when full. */
  size: number;
  remaining: number;
  reserved: number;
  until: number | undefined;
  /** Begins anew with each billing cycle. */
  renews: boolean;
}

const amountIn = (value: unknown): number => quantityIn(value)?.amount ?? 0;

export function bucketIn(body: Resource): BucketFacts {
  const size = quantityIn(body['amount']) ?? { amount: 0, units: '' };
  const until = instant(objects(body['validFor'])[0]?.['endDateTime']);
  return {
    body,
    usageType: text(body['usageType']) ?? 'other',
    units: quantityIn(body['remainingValue'])?.units || size.units,
    size: size.amount,
    remaining: body['remainingValue'] === undefined ? size.amount : amountIn(body['remainingValue']),
    reserved: amountIn(body['reservedValue']),
    until: until > 0 ? until : undefined,
    renews: body['renewal'] === 'monthly',
  };
}

/** What can be taken from it now. */
export const freeIn = ({ remaining, reserved, body }: BucketFacts): number => (body['status'] === 'active' ? fine(Math.max(0, remaining - reserved)) : 0);

const shown = ({ amount, units }: Quantity): string => `${amount} ${units}`.trim();

/** The document of a bucket that holds so much. */
export function written({ body, units, size, remaining, reserved }: BucketFacts): Resource {
  const of = (amount: number): Quantity => ({ amount: fine(amount), units });
  const used = of(Math.max(0, size - remaining));
  return {
    ...body,
    remainingValue: of(remaining),
    remainingValueName: shown(of(remaining)),
    ...((reserved > 0 || body['reservedValue'] !== undefined) && { reservedValue: of(reserved) }),
    bucketCounter: [{ id: `${body.id}-used`, counterType: 'used', level: 'global', value: used, valueName: shown(used) }],
  };
}

/** Full again, for another cycle. */
export function filled(bucket: BucketFacts, cycle: Cycle): BucketFacts {
  const validFor = { startDateTime: iso(cycle.from), endDateTime: iso(cycle.to) };
  return { ...bucket, remaining: bucket.size, reserved: 0, body: { ...bucket.body, validFor } };
}

async function bucketsWhere({ tx }: Act, path: string, id: string): Promise<BucketFacts[]> {
  const { rows } = await tx.list('bucket', { where: [oneOf(path, id)] });
  return rows.map(({ body }) => bucketIn(body));
}

export const bucketsOf = (act: Act, accountId: string): Promise<BucketFacts[]> => bucketsWhere(act, 'partyAccount.id', accountId);

/** The allowances a product may use, its own before those it shares. */
export async function bucketsFor(act: Act, productId: string, usageType: string): Promise<BucketFacts[]> {
  const all = await bucketsWhere(act, 'product.id', productId);
  const fitting = all.filter((bucket) => bucket.usageType === usageType);
  return fitting.toSorted((one, other) => Number(one.body['isShared'] === true) - Number(other.body['isShared'] === true));
}

/** Stores a bucket and what the account's buckets of its kind come to together. */
export async function keepBucket(act: Act, bucket: BucketFacts): Promise<Resource> {
  const body = written(bucket);
  await save(act.tx, 'bucket', body, act.now);
  await accumulate(act, body);
  return body;
}
