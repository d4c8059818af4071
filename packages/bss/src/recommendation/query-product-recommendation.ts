import { readCatalogue } from '../catalogue/catalogue.ts';
import type { Offering } from '../catalogue/offering.ts';
import { moneyOf, refsOf } from '../catalogue/read.ts';
import type { Act } from '../nouns/noun.ts';
import { applicantOf, inUse } from '../qualification/applicant.ts';
import { type AskedItem, askedItems } from '../qualification/asked.ts';
import { isFault, judge } from '../qualification/judge.ts';
import { askersOf, partiesIn } from '../qualification/parties.ts';
import { text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { task } from '../task/task.ts';
import { extrasOf } from './extras.ts';
import { recommend, type Recommendation } from './recommend.ts';

const DAY = 86_400_000;
/** Days after which what somebody uses has changed. */
const GOOD_FOR = 30;
const MOST_ITEMS = 10;

/** What TMF680 calls the kinds of recommendation, as it is asked for. */
const TYPES: readonly (readonly [pattern: RegExp, isOfType: (one: Recommendation) => boolean])[] = [
  [/up-?sell|upgrade/i, ({ instead }) => instead !== undefined],
  [/cross-?sell|add-?on/i, ({ instead }) => instead === undefined],
];

async function cartItems(reader: StoreReader, body: Resource): Promise<AskedItem[]> {
  const items: AskedItem[] = [];
  for (const { id } of refsOf(body['shoppingCart']).slice(0, 5)) {
    const cart = await reader.get('shoppingCart', id);
    items.push(...askedItems(cart?.body['cartItem']));
  }
  return items;
}

const requestOf = ({ offering: { id, name }, instead }: Recommendation): JsonObject => ({
  id,
  action: instead ? 'modify' : 'add',
  productOffering: { id, name },
  ...(instead && { product: { id: instead.id } }),
});

/** Only what the customer can really have. */
async function qualified(act: Act, body: Resource, found: readonly Recommendation[], alongside: readonly AskedItem[]): Promise<Recommendation[]> {
  const items = askedItems(found.map(requestOf), body['place']);
  const verdicts = await judge(act.tx, { items, parties: partiesIn(body['relatedParty']), apart: true, alongside }, act.now);
  const can = new Set(verdicts.flatMap((one) => (!isFault(one) && one.qualified ? one.itemId : [])));
  return found.filter(({ offering }) => can.has(offering.id));
}

function isAskedFor(body: Resource): (one: Recommendation) => boolean {
  const categories = new Set(refsOf(body['category']).flatMap(({ id, name }) => [id, name]));
  const [, isOfType = () => true] = TYPES.find(([pattern]) => pattern.test(text(body['recommendationType']) ?? '')) ?? [];
  const isOfCategory = ({ body: offering }: Offering) => categories.size === 0 || refsOf(offering['category']).some(({ id, name }) => categories.has(id) || categories.has(name));
  return (one) => isOfType(one) && isOfCategory(one.offering);
}

function itemOf({ offering, instead, code, label, saving }: Recommendation, index: number): JsonObject {
  const { id, name, isBundle } = offering;
  return {
    id: String(index + 1),
    priority: index + 1,
    productOffering: { id, name, '@referredType': 'ProductOffering' },
    product: { name, isBundle, description: label, ...(instead && { id: instead.id }) },
    // TMF680 has no word for why; customers do.
    reason: { code, label, ...(saving > 0 && { monthlySaving: moneyOf(saving) }) },
  };
}

async function search(act: Act, body: Resource): Promise<JsonObject> {
  const { tx, now } = act;
  const catalogue = await readCatalogue(tx);
  const alongside = await cartItems(tx, body);
  const applicant = await applicantOf(tx, await askersOf(tx, partiesIn(body['relatedParty'])), catalogue.offerings, now.getTime());
  const owned = inUse(applicant?.owned ?? []);
  const found = recommend({
    now: now.getTime(),
    catalogue,
    owned,
    carted: alongside.flatMap(({ offering }) => (offering && catalogue.offerings.get(offering.id)) ?? []),
    extras: await extrasOf(tx, owned.map(({ id }) => id), now.getTime()),
    segment: applicant?.segment,
  });
  const suitable = await qualified(act, body, found.filter(isAskedFor(body)), alongside);
  return {
    state: 'done',
    recommendationItem: suitable.slice(0, MOST_ITEMS).map(itemOf),
    validFor: { startDateTime: now.toISOString(), endDateTime: new Date(now.getTime() + GOOD_FOR * DAY).toISOString() },
  };
}

/** TMF680: what would suit this customer, and why. */
export const queryProductRecommendationNoun = task({
  resource: 'queryProductRecommendation',
  attribute: 'state',
  start: 'accepted',
  running: 'inProgress',
  asked: 'creationDate',
  instant: 'instantSyncRecommendation',
  work: search,
});
