import { localDate, startOfDay } from '@faceplate/domain/calendar';
import { BUNDLED_IN } from '../customer-bill/subscriptions.ts';
import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { wayTo } from '../rules/way.ts';
import { follow, realized } from '../service/realize.ts';
import { change, instant, iso, type Json, objects, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { idOf } from '../world/random.ts';
import { ZONE } from '../world/zone.ts';
import { isPart, partsOf } from './item.ts';
import { keptKey } from './reserve.ts';
import { offeringOf, piecesOf } from './kind.ts';
import { orderedAt, pricesOf, productOf } from './product-of.ts';

export const productIdOf = (order: Resource, item: Json, piece: number): string => idOf(`${order.id}/${String(item['id'])}/${piece}`);

/** Puts what a finished line ordered into the inventory; answers the line with its product. Doing it twice does it once. */
export async function deliver(act: Act, order: Resource, item: Json): Promise<Json> {
  const product = objects(item['product'])[0] ?? {};
  const target = text(product['id']);
  const owned = target === undefined ? undefined : await act.tx.get('product', target);
  if (item['action'] === 'delete' && owned) await end(act, owned.body);
  else if (item['action'] === 'modify' && owned) await replace(act, { product: owned.body, order, item });
  else if (item['action'] === 'add' && saysWhat(item)) return { ...item, product: { ...product, id: await add(act, order, item) } };
  return item;
}

/** A line that names neither an offering nor a product orders nothing that anybody could own. */
function saysWhat(item: Json): boolean {
  const [offering] = objects(item['productOffering']);
  const [product] = objects(item['product']);
  return text(offering?.['id']) !== undefined || text(product?.['name']) !== undefined;
}

/** Over every step that TMF637 wants: it has no way from suspended straight to terminated. What has ended already stays as it is. */
async function end(act: Act, product: Resource): Promise<void> {
  const now = act.now.getTime();
  const terminationDate = startOfDay(localDate(now, ZONE), ZONE).toISOString();
  let live = product;
  for (const status of wayTo(definitionOf('product').lifecycle?.moves ?? {}, String(product['status']), 'terminated') ?? []) {
    live = await change(act.tx, 'product', live, { status, ...(status === 'terminated' && { terminationDate }) }, now);
  }
  if (live !== product) await follow(act, live);
}

async function replace(act: Act, { product, order, item }: { product: Resource; order: Resource; item: Json }): Promise<void> {
  const offering = await offeringOf(act, item);
  const isOver = definitionOf('product').lifecycle?.moves[String(product['status'])]?.length === 0;
  if (!offering || isOver) return;
  const productOffering = { id: offering.id, name: offering['name'] };
  const facts = { name: offering['name'], productOffering, productPrice: priceHistory(act, product, (await pricesOf({ tx: act.tx, now: orderedAt(order, act.now) }, offering, item)).map((price) => ({ ...price, productOffering }))) };
  await change(act.tx, 'product', product, facts, act.now.getTime());
}

/** New prices hold from today on; what it cost until then stays beside them, so that a bill can be explained. */
function priceHistory(act: Act, product: Resource, prices: Json[]): Json[] {
  const today = startOfDay(localDate(act.now.getTime(), ZONE), ZONE).getTime();
  if (instant(product['startDate']) >= today) return prices;
  const at = iso(today);
  const old = objects(product['productPrice']).filter(({ validFor }) => {
    const [time] = objects(validFor);
    return instant(time?.['startDateTime']) < today;
  });
  const ended = old.map((price) => {
    const [time = {}] = objects(price['validFor']);
    const isOver = time['endDateTime'] !== undefined;
    return { ...price, productOffering: price['productOffering'] ?? product['productOffering'], validFor: isOver ? time : { ...time, endDateTime: at } };
  });
  return [...prices.map((price) => ({ ...price, validFor: { startDateTime: at } })), ...ended];
}

/** Answers the id of the (first) product. */
async function add(act: Act, order: Resource, item: Json): Promise<string> {
  for (let piece = 0; piece < piecesOf(item); piece += 1) await addPiece(act, order, item, piece);
  return productIdOf(order, item, 0);
}

async function addPiece(act: Act, order: Resource, item: Json, piece: number): Promise<void> {
  const id = productIdOf(order, item, piece);
  if (await act.tx.get('product', id)) return;
  const product = await productOf(act, { order, item, piece, id });
  const resources = (['number', 'sim', 'serial', 'port', 'modem'] as const).flatMap((space) => {
    const key = keptKey(item, space, piece);
    return key === undefined ? [] : [{ id: key, name: key, '@referredType': 'Resource' }];
  });
  await save(act.tx, 'product', bundling(order, item, piece, await realized(act, product, resources)), act.now);
}

/** The piece of a bundle that a piece of a part is in: the pieces of the part are shared out evenly, in their order. */
const wholeOf = (part: Json, piece: number, bundle: Json): number => Math.floor((piece * piecesOf(bundle)) / piecesOf(part));

/**
 * A bundle and what is in it know each other. Parts come first, and say to what they belong before it is there. What was
 * only ordered beside the parts is in no bundle: it is paid for by itself.
 */
function bundling(order: Resource, item: Json, piece: number, product: Resource): Resource {
  const holder = isPart(item) ? partsOf(order).find((one) => partsOf(one).some(({ id }) => id === item['id'])) : undefined;
  if (holder) return { ...product, productRelationship: [{ relationshipType: BUNDLED_IN, product: { id: productIdOf(order, holder, wholeOf(item, piece, holder)), name: objects(holder['productOffering'])[0]?.['name'], '@referredType': 'Product' } }] };
  const parts = partsOf(item).filter(isPart).flatMap((part) => {
    const pieces = Array.from({ length: piecesOf(part) }, (_, at) => at).filter((at) => wholeOf(part, at, item) === piece);
    return pieces.map((at) => ({ id: productIdOf(order, part, at), name: objects(part['product'])[0]?.['name'], '@referredType': 'Product' }));
  });
  if (parts.length === 0) return product;
  return {
    ...product,
    product: parts,
    productRelationship: parts.map((part) => ({ relationshipType: 'bundles', product: part })),
  };
}
