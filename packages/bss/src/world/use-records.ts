import { type Account, accountRef } from './accounts.ts';
import type { Draft } from './draft.ts';
import { productRef } from './lines.ts';
import { partyRef } from './parties.ts';
import { dayIn, iso } from './zone.ts';
import { money, VAT } from '../customer-bill/amounts.ts';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

const usedIn = (bucket: Resource): { amount: number; units: string } | undefined => {
  const [counter] = objects(bucket['bucketCounter']);
  return counter?.['value'] as { amount: number; units: string } | undefined;
};

/** One record for each own allowance that has been used: the network's sum of the month so far. */
export function writeUse(draft: Draft, account: Account, buckets: readonly Resource[]): void {
  for (const bucket of buckets.filter(({ isShared }) => isShared !== true)) {
    const line = account.lines.find(({ id }) => objects(bucket['product']).some((product) => product['id'] === id));
    const used = usedIn(bucket);
    if (!line || !used || used.amount <= 0) continue;
    const at = iso(Math.max(dayIn(draft.month), line.startedAt, draft.now - 3_600_000 * draft.dice('use', line.id).between(1, 20)));
    draft.add('usage', {
      id: draft.id('usage', line.id, draft.month),
      description: `Data of ${line.identifier}`,
      usageType: 'data',
      usageDate: at,
      status: 'rated',
      relatedParty: [partyRef(line.user, 'user')],
      usageSpecification: { id: draft.id('usage specification', 'data'), name: 'Mobile data', '@referredType': 'UsageSpecification' },
      usageCharacteristic: [
        { name: 'quantity', valueType: 'number', value: used.amount },
        { name: 'unit', valueType: 'string', value: used.units },
      ],
      ratedProductUsage: [
        {
          productRef: productRef(line), isBilled: false, isTaxExempt: false, ratingDate: at, ratingAmountType: 'Total', usageRatingTag: 'included usage',
          taxRate: VAT, taxExcludedRatingAmount: money(0), taxIncludedRatingAmount: money(0), includedQuantity: used.amount,
        },
      ],
    });
  }
  const [first] = buckets;
  if (first && draft.dice('top-up', account.id).chance(0.3)) writeTopUp(draft, account, first);
}

/** More data than the plan has, bought some days ago. */
function writeTopUp(draft: Draft, account: Account, bucket: Resource): void {
  const id = draft.id('top-up', account.id);
  const at = iso(Math.max(dayIn(draft.month), draft.now - 3 * 86_400_000));
  const facts = {
    status: 'completed', usageType: 'data', amount: { amount: 1, units: objects(bucket['amount'])[0]?.['units'] }, reason: 'Extra data', requestedDate: at, confirmationDate: at,
    bucket: { id: bucket.id, name: bucket['name'], '@referredType': 'Bucket' }, partyAccount: accountRef(account), product: bucket['product'],
  };
  draft.add('topupBalance', { id, ...facts });
  draft.add('balanceActionHistory', { id: draft.id('history', id), ...facts, '@baseType': 'TopupBalance', receiverLogicalResource: { id: bucket.id } });
}
