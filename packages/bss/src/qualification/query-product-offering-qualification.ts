import { readCatalogue } from '../catalogue/catalogue.ts';
import type { Offering } from '../catalogue/offering.ts';
import { refOf } from '../catalogue/read.ts';
import { isOnSale } from '../catalogue/sale.ts';
import type { Act } from '../nouns/noun.ts';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { isObject, type JsonObject } from '../surface/body.ts';
import { task } from '../task/task.ts';
import { askedItems } from './asked.ts';
import { isFault, judge } from './judge.ts';
import { partiesIn } from './parties.ts';
import { GOOD_FOR } from './product-offering-qualification.ts';

const DAY = 86_400_000;

function isAskedFor({ id, body }: Offering, criteria: JsonObject): boolean {
  const offering = refOf(criteria['productOffering']);
  const category = refOf(criteria['category']);
  if (offering && offering.id !== id) return false;
  return !category || objects(body['category']).some((one) => one['id'] === category.id || one['name'] === category.name);
}

function itemOf({ id, name, body }: Offering, index: number): JsonObject {
  const [category] = objects(body['category']);
  return {
    '@type': 'QueryProductOfferingQualificationItem',
    id: String(index + 1),
    productOffering: { id, name, '@type': 'ProductOfferingRef', '@referredType': 'ProductOffering' },
    ...(category && { category: { id: category['id'], name: category['name'], '@type': 'CategoryRef', '@referredType': 'Category' } }),
  };
}

/** TMF679 v5: everything on sale that meets the criteria and that this customer can have. */
async function search({ tx, now }: Act, body: Resource): Promise<JsonObject> {
  const criteria = isObject(body['searchCriteria']) ? body['searchCriteria'] : {};
  const { offerings } = await readCatalogue(tx);
  const candidates = [...offerings.values()].filter((offering) => isOnSale(offering, now.getTime()) && isAskedFor(offering, criteria));
  const product = isObject(criteria['product']) ? criteria['product'] : {};
  const items = candidates.map(({ id, name }) => ({ id, action: 'add', productOffering: { id, name }, product: { ...product, productOffering: { id, name } } }));
  const judgements = await judge(tx, { items: askedItems(items), parties: partiesIn(body['relatedParty']), apart: true, alike: true }, now);
  const qualified = new Set(judgements.flatMap((one) => (!isFault(one) && one.qualified ? one.itemId : [])));
  const found = candidates.filter(({ id }) => qualified.has(id)).map(itemOf);
  return {
    state: 'done',
    qualifiedProductOfferingItem: found,
    effectiveQualificationDate: now.toISOString(),
    expirationDate: new Date(now.getTime() + GOOD_FOR * DAY).toISOString(),
  };
}

export const queryProductOfferingQualificationNoun = task({
  resource: 'queryProductOfferingQualification',
  attribute: 'state',
  start: 'acknowledged',
  running: 'inProgress',
  asked: 'creationDate',
  instant: 'instantSyncQualification',
  work: search,
});
