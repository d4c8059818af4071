import { type Account, accountRef } from './accounts.ts';
import type { Draft } from './draft.ts';
import { type Line, productRef } from './lines.ts';
import type { Dice } from './random.ts';
import { daysOf } from './usage.ts';
import { useFacts } from './use-events.ts';
import { dayIn, HOUR, iso } from './zone.ts';
import { money, sum, VAT } from '../customer-bill/amounts.ts';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

const usedIn = (bucket: Resource): { amount: number; units: string } | undefined => {
  const [counter] = objects(bucket['bucketCounter']);
  return counter?.['value'] as { amount: number; units: string } | undefined;
};

/** A day's data of a line, at home or on the way. */
interface Day {
  at: number;
  home: number;
  roaming: number;
}

/** Hundredths that fall on each of so many days, more on some than on others; they come to the whole. */
function spread(dice: Dice, whole: number, count: number): number[] {
  const weights = Array.from({ length: count }, () => dice.between(1, 12));
  const all = sum(weights);
  let [given, passed] = [0, 0];
  return weights.map((weight) => {
    passed += weight;
    const here = Math.round((whole * passed) / all) - given;
    given += here;
    return here;
  });
}

/** The days of the month up to when the network has told, and what of the sum was used on each. */
function daysUsed(draft: Draft, line: Line, hundredths: number): Day[] {
  const dice = draft.dice('use', line.id);
  const begin = Math.max(dayIn(draft.month), line.startedAt);
  const told = Math.max(begin, draft.now - HOUR * dice.between(1, 20));
  const [first, last] = daysOf({ from: begin, to: told + 1 });
  const amounts = spread(dice, hundredths, last - first + 1);
  const travels = line.offer.family.features.some(([name]) => name === 'Use in the EU') && dice.chance(0.5);
  const away = { from: first + dice.between(0, last - first), days: travels ? dice.between(2, 5) : 0 };
  return amounts.map((amount, index) => {
    const day = first + index;
    const share = day >= away.from && day < away.from + away.days ? dice.between(40, 90) : 0;
    const roaming = Math.round((amount * share) / 100);
    return { at: Math.min(dayIn(draft.month, day) + 23 * HOUR, told), home: amount - roaming, roaming };
  });
}

/** What each own allowance has been used for, day by day: the network's sums of the month so far, those of other EU countries apart. */
export function writeUse(draft: Draft, account: Account, buckets: readonly Resource[]): void {
  for (const bucket of buckets.filter(({ isShared }) => isShared !== true)) {
    const line = account.lines.find(({ id }) => objects(bucket['product']).some((product) => product['id'] === id));
    const used = usedIn(bucket);
    if (!line || !used || used.amount <= 0) continue;
    const country = draft.dice('country', line.id).pick(['Austria', 'France', 'Italy', 'Spain', 'Denmark']);
    for (const { at, home, roaming } of daysUsed(draft, line, Math.round(used.amount * 100))) {
      if (home > 0) draft.add('usage', dayBody(draft, account, line, { at, quantity: home / 100, unit: used.units, roaming: false, detail: undefined }));
      if (roaming > 0) draft.add('usage', dayBody(draft, account, line, { at, quantity: roaming / 100, unit: used.units, roaming: true, detail: country }));
    }
  }
  const [first] = buckets;
  if (first && draft.dice('top-up', account.id).chance(0.3)) writeTopUp(draft, account, first);
}

function dayBody(draft: Draft, account: Account, line: Line, day: Parameters<typeof useFacts>[2]) {
  const at = iso(day.at);
  return {
    id: draft.id('usage', line.id, at, String(day.roaming)),
    description: `Data of ${line.identifier}`,
    usageType: 'data',
    status: 'rated',
    usageSpecification: { id: draft.id('usage specification', 'data'), name: 'Mobile data', '@referredType': 'UsageSpecification' },
    ...useFacts(account, line, day),
    ratedProductUsage: [
      {
        productRef: productRef(line), isBilled: false, isTaxExempt: false, ratingDate: at, ratingAmountType: 'Total', usageRatingTag: 'included usage',
        taxRate: VAT, taxExcludedRatingAmount: money(0), taxIncludedRatingAmount: money(0), includedQuantity: day.quantity,
      },
    ],
  };
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
