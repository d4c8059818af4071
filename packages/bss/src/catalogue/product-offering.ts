import type { Act, Noun } from '../nouns/noun.ts';
import { text } from '../simulator/course.ts';
import type { Condition, Resource, StoreTransaction } from '../store/store.ts';
import { isObject } from '../surface/body.ts';
import { TmfError } from '../surface/tmf-error.ts';

interface Use {
  resource: string;
  path: string;
  /** How so many of them are called. */
  words: readonly [one: string, many: string];
}

const USES: readonly Use[] = [
  { resource: 'product', path: 'productOffering.id', words: ['product was bought', 'products were bought'] },
  { resource: 'shoppingCart', path: 'cartItem.productOffering.id', words: ['cart holds it', 'carts hold it'] },
  { resource: 'productOrder', path: 'productOrderItem.productOffering.id', words: ['order names it', 'orders name it'] },
  { resource: 'productOffering', path: 'bundledProductOffering.id', words: ['bundle contains it', 'bundles contain it'] },
];

const names = (path: string, id: string): Condition => ({ path: path.split('.'), operator: 'eq', values: [id] });

async function refuseUsed(tx: StoreTransaction, uses: readonly Use[], id: string, instead: string): Promise<void> {
  for (const { resource, path, words } of uses) {
    const { total } = await tx.list(resource, { where: [names(path, id)], limit: 1 });
    if (total > 0) throw new TmfError(409, 'stillUsed', 'Still in use', `${total} ${words[total === 1 ? 0 : 1]}. ${instead}`);
  }
}

const isRetired = (body: Resource): boolean => /^(retired|obsolete)$/i.test(text(body['lifecycleStatus']) ?? '');

/** Taken off the market: nobody can buy it from this moment; those who own it keep it as they bought it. */
function retired(body: Resource, now: Date): Resource {
  const period = isObject(body['validFor']) ? body['validFor'] : {};
  const end = text(period['endDateTime']);
  const isOpen = end === undefined || Date.parse(end) > now.getTime();
  return {
    ...body,
    isSellable: false,
    validFor: isOpen ? { ...period, endDateTime: now.toISOString() } : period,
  };
}

export const productOfferingNoun: Noun = {
  resource: 'productOffering',
  changing: async ({ now }: Act, before, after) => (isRetired(after) && !isRetired(before) ? retired(after, now) : after),
  removing: ({ tx }, { id }) =>
    refuseUsed(tx, USES, id, 'Retire the offering instead: set its lifecycleStatus to "Retired"; what was bought stays as it is.'),
};

const OFFERED: readonly Use[] = [
  { resource: 'productOffering', path: 'productOfferingPrice.id', words: ['offering has this price', 'offerings have this price'] },
];

export const productOfferingPriceNoun: Noun = {
  resource: 'productOfferingPrice',
  removing: ({ tx }, { id }) =>
    refuseUsed(tx, OFFERED, id, 'Take it out of the offering first, or end it: set validFor.endDateTime.'),
};
