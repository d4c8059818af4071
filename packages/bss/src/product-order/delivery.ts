import { localDate, startOfDay } from '@faceplate/domain/calendar';
import { definitionOf } from '../definitions/definitions.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { idOf } from '../world/random.ts';
import { addMonths } from '../world/products.ts';
import { ZONE } from '../world/zone.ts';
import { change, iso, type Json, objects, text } from '../simulator/course.ts';
import { identifierFor } from './identifier.ts';

/** More of one line than this is not handed over one by one. */
const MOST_PIECES = 50;

const CATEGORY_LINES: Record<string, string> = { Mobile: 'mobile', Fixed: 'fixed', TV: 'tv', Devices: 'device' };

/** Puts what a finished line ordered into the inventory; answers the line with its product. Doing it twice does it once. */
export async function deliver(tx: StoreTransaction, order: Resource, item: Json, now: number): Promise<Json> {
  const product = objects(item['product'])[0] ?? {};
  const target = text(product['id']);
  const owned = target === undefined ? undefined : await tx.get('product', target);
  if (item['action'] === 'delete' && owned) await end(tx, owned.body, now);
  else if (item['action'] === 'modify' && owned) await replace(tx, owned.body, item, now);
  else if (item['action'] === 'add') return { ...item, product: { ...product, id: await add(tx, order, item, now) } };
  return item;
}

async function end(tx: StoreTransaction, product: Resource, now: number): Promise<void> {
  if (product['status'] === 'terminated') return;
  // TMF637 has no way from suspended straight to terminated.
  const live = product['status'] === 'suspended' ? await change(tx, 'product', product, { status: 'active' }, now) : product;
  await change(tx, 'product', live, { status: 'terminated', terminationDate: today(now) }, now);
}

async function replace(tx: StoreTransaction, product: Resource, item: Json, now: number): Promise<void> {
  const offering = await offeringOf(tx, item);
  if (!offering) return;
  const facts = { name: offering['name'], productOffering: { id: offering.id, name: offering['name'] }, productPrice: await prices(tx, offering) };
  await change(tx, 'product', product, facts, now);
}

async function offeringOf(tx: StoreTransaction, item: Json): Promise<Resource | undefined> {
  const id = text(objects(item['productOffering'])[0]?.['id']);
  return id === undefined ? undefined : (await tx.get('productOffering', id))?.body;
}

/** Answers the id of the (first) product. */
async function add(tx: StoreTransaction, order: Resource, item: Json, now: number): Promise<string> {
  const pieces = Math.min(Math.max(Number(item['quantity'] ?? 1) || 1, 1), MOST_PIECES);
  const ids = Array.from({ length: pieces }, (_, piece) => idOf(`${order.id}/${String(item['id'])}/${piece}`));
  for (const id of ids) {
    if (!(await tx.get('product', id))) await save(tx, 'product', await productOf(tx, order, item, id, now), new Date(now));
  }
  return ids[0] ?? order.id;
}

const today = (now: number) => startOfDay(localDate(now, ZONE), ZONE).toISOString();

async function productOf(tx: StoreTransaction, order: Resource, item: Json, id: string, now: number): Promise<Resource> {
  const { path, type } = definitionOf('product');
  const offering = await offeringOf(tx, item);
  const wanted = objects(item['product'])[0] ?? {};
  const account = objects(item['billingAccount'])[0] ?? objects(order['billingAccount'])[0];
  const owner = await ownerOf(tx, account, order);
  const name = nameOf(offering, wanted);
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    name,
    status: 'active',
    isBundle: offering?.['isBundle'] === true,
    isCustomerVisible: true,
    startDate: today(now),
    orderDate: order['orderDate'],
    ...(account && { billingAccount: account }),
    ...(offering && { productOffering: { id: offering.id, name } }),
    relatedParty: owner ? [{ ...owner, role: 'owner' }] : [],
    productCharacteristic: await characteristics(tx, offering, wanted, owner, id),
    productPrice: offering ? await prices(tx, offering) : [],
    productTerm: terms(offering, now),
    productOrderItem: [{ productOrderId: order.id, orderItemId: item['id'], orderItemAction: item['action'] }],
  };
}

const nameOf = (offering: Resource | undefined, wanted: Json) => text(offering?.['name']) ?? text(wanted['name']) ?? 'Product';

/** The product belongs to whoever owns the account it is billed to. */
async function ownerOf(tx: StoreTransaction, account: Json | undefined, order: Resource): Promise<Json | undefined> {
  const id = text(account?.['id']);
  const parties = objects(id === undefined ? undefined : (await tx.get('billingAccount', id))?.body['relatedParty']);
  const ordering = objects(order['relatedParty']);
  return parties.find(({ role }) => role === 'owner') ?? ordering.find(({ role }) => role === 'customer') ?? ordering[0];
}

const plain = (name: string, value: string) => ({ name, valueType: 'string', value });

async function characteristics(tx: StoreTransaction, offering: Resource | undefined, wanted: Json, owner: Json | undefined, id: string) {
  const said = objects(wanted['productCharacteristic']);
  const value = (name: string) => text(said.find((one) => one['name'] === name)?.['value']);
  const line = value('lineOfBusiness') ?? CATEGORY_LINES[text(objects(offering?.['category'])[0]?.['name']) ?? ''] ?? 'other';
  const identifier = value('identifier') ?? (await identifierFor(tx, line, id, owner));
  const rest = said.filter(({ name }) => name !== 'lineOfBusiness' && name !== 'identifier');
  return [plain('lineOfBusiness', line), ...(identifier ? [plain('identifier', identifier)] : []), ...rest];
}

async function prices(tx: StoreTransaction, offering: Resource): Promise<Json[]> {
  const found: Json[] = [];
  for (const reference of objects(offering['productOfferingPrice'])) {
    const price = (await tx.get('productOfferingPrice', String(reference['id'])))?.body;
    if (price?.['priceType'] !== 'recurring') continue;
    found.push({
      name: 'Monthly price',
      priceType: 'recurring',
      recurringChargePeriod: price['recurringChargePeriodType'] ?? 'month',
      price: { taxIncludedAmount: price['price'], taxRate: objects(price['tax'])[0]?.['taxRate'] },
    });
  }
  return found;
}

function terms(offering: Resource | undefined, now: number): Json[] {
  const months = Number(objects(objects(offering?.['productOfferingTerm'])[0]?.['duration'])[0]?.['amount'] ?? 0);
  if (!Number.isInteger(months) || months < 1) return [];
  return [{ name: 'Commitment', duration: { amount: months, units: 'month' }, validFor: { startDateTime: today(now), endDateTime: iso(addMonths(now, months)) } }];
}
