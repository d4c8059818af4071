import { characteristic, type Ref, refOf, refsOf, sayable, wholeOf } from '../catalogue/read.ts';
import { placesIn } from '../place/address.ts';
import { objects, text } from '../simulator/course.ts';
import type { JsonObject } from '../surface/body.ts';
import type { Action } from './situation.ts';

/** One item of a qualification, an order or a cart, as far as it concerns whether it can be had. */
export interface AskedItem {
  id: string;
  action: Action;
  offering: Ref | undefined;
  productId: string | undefined;
  quantity: number;
  taken: ReadonlyMap<string, number>;
  wantedOn: number | undefined;
  place: JsonObject | undefined;
  imei: string | undefined;
  model: string | undefined;
}

/** More parts of one item are not judged one by one. */
const MOST_NESTED = 50;

const ACTIONS: readonly Action[] = ['add', 'modify', 'delete', 'noChange'];
/** Items inside items, by the name that each API gives them. */
const NESTED = ['productOrderItem', 'cartItem', 'checkProductOfferingQualificationItem', 'CheckProductOfferingQualificationItem'];

const nestedIn = (item: JsonObject): JsonObject[] => NESTED.flatMap((name) => objects(item[name]));

const productIn = (item: JsonObject): JsonObject => objects(item['product'])[0] ?? {};

const offeringIn = (item: JsonObject): Ref | undefined =>
  refOf(item['productOffering']) ?? refOf(productIn(item)['productOffering']);

/** How many of each part somebody takes of a bundle: said by products inside the product, or by items inside the item. */
function takenIn(item: JsonObject): Map<string, number> {
  const inside = objects(productIn(item)['product']).flatMap((part) => refsOf(part['productOffering']).map(({ id }) => [id, 1] as const));
  const below = nestedIn(item).flatMap((part) => {
    const offering = offeringIn(part);
    return offering ? [[offering.id, wholeOf(part['quantity']) ?? 1] as const] : [];
  });
  const taken = new Map<string, number>();
  for (const [id, count] of [...inside, ...below]) taken.set(id, (taken.get(id) ?? 0) + count);
  return taken;
}

function dateIn(product: JsonObject, action: Action): number | undefined {
  const said = Date.parse(text(product[action === 'delete' ? 'terminationDate' : 'startDate']) ?? '');
  return Number.isNaN(said) ? undefined : said;
}

function askedItem(item: JsonObject, place: JsonObject | undefined): AskedItem {
  const product = productIn(item);
  const action = ACTIONS.find((one) => one === item['action']) ?? 'add';
  const said = (name: string) => sayable(characteristic(product['productCharacteristic'], name));
  return {
    id: text(item['id']) ?? '',
    action,
    offering: offeringIn(item),
    productId: text(product['id']),
    quantity: Math.max(1, wholeOf(item['quantity']) ?? 1),
    taken: takenIn(item),
    wantedOn: dateIn(product, action),
    place: placesIn(product['place'])[0] ?? place,
    imei: said('imei'),
    model: said('deviceModel'),
  };
}

/** Items in the form in which they are asked about; those of a bundle count for themselves as well. */
export function askedItems(items: unknown, place?: unknown): AskedItem[] {
  const [common] = placesIn(place);
  return objects(items).flatMap((item) => [askedItem(item, common), ...nestedIn(item).slice(0, MOST_NESTED).map((part) => askedItem(part, common))]);
}
