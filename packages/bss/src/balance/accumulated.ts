import { fine, inUnits, quantityIn } from './quantity.ts';
import type { Act } from '../nouns/noun.ts';
import { objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { idOf } from '../world/random.ts';

const NAMES: Readonly<Record<string, string>> = { data: 'Data', voice: 'Minutes', sms: 'Texts', monetary: 'Money', other: 'Other' };

const reference = ({ id, href, name }: Resource) => ({ id, href, ...(text(name) !== undefined && { name }), '@referredType': 'Bucket' });

/** What some buckets of one kind come to; TMF654 calls it accumulatedBalance. */
export function accumulatedBody(accountId: string, usageType: string, buckets: readonly Resource[]): Resource {
  const units = quantityIn(buckets[0]?.['remainingValue'])?.units ?? '';
  const amounts = buckets.map(({ remainingValue }) => inUnits(quantityIn(remainingValue) ?? { amount: 0, units }, units) ?? 0);
  const products = buckets.flatMap(({ product }) => objects(product));
  return {
    id: idOf(`accumulated/${accountId}/${usageType}`),
    name: NAMES[usageType] ?? usageType,
    bucket: buckets.map(reference),
    partyAccount: buckets[0]?.['partyAccount'],
    product: [...new Map(products.map((product) => [product['id'], product])).values()],
    totalBalance: { amount: fine(amounts.reduce((sum, amount) => sum + amount, 0)), units },
  };
}

/** Reckons anew what the account of a bucket has of its kind. A bucket of no account is in no sum. */
export async function accumulate({ tx }: Act, bucket: Resource): Promise<void> {
  const accountId = text(objects(bucket['partyAccount'])[0]?.['id']);
  const usageType = text(bucket['usageType']);
  if (accountId === undefined || usageType === undefined) return;
  const { rows } = await tx.list('bucket', { where: [oneOf('partyAccount.id', accountId), oneOf('usageType', usageType)] });
  const { id, ...body } = accumulatedBody(accountId, usageType, rows.map((row) => row.body));
  const href = `/tmf-api/prepayBalanceManagement/v4/accumulatedBalance/${id}`;
  await tx.put('accumulatedBalance', { id, href, '@type': 'AccumulatedBalance', ...body });
}
