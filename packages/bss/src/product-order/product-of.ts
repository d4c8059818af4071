import { localDate, startOfDay } from '@faceplate/domain/calendar';
import { chosenOf, holdsFor, pricedAt } from '../catalogue/chosen.ts';
import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { instant, iso, type Json, objects, text } from '../simulator/course.ts';
import { lookAt } from '../store/looking.ts';
import type { Resource } from '../store/store.ts';
import { addMonths } from '../world/products.ts';
import { ZONE } from '../world/zone.ts';
import { addressOfItem, addressOfParty } from './address.ts';
import { isPart } from './item.ts';
import { asked, offeringOf } from './kind.ts';
import { keptKey } from './reserve.ts';

const CATEGORY_LINES: Readonly<Record<string, string>> = { Mobile: 'mobile', Fixed: 'fixed', TV: 'tv', Devices: 'device' };

export interface Piece {
  order: Resource;
  item: Json;
  piece: number;
  id: string;
}

/** The product that one piece of a finished line becomes. */
export async function productOf(act: Act, { order, item, piece, id }: Piece): Promise<Resource> {
  const { path, type } = definitionOf('product');
  const offering = await offeringOf(act, item);
  const [wanted = {}] = objects(item['product']);
  const [account] = [...objects(item['billingAccount']), ...objects(order['billingAccount'])];
  const owner = await ownerOf(act, account, order);
  const name = nameOf(offering, wanted);
  const start = startOfDay(localDate(act.now.getTime(), ZONE), ZONE).toISOString();
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    name,
    status: 'active',
    isBundle: offering?.['isBundle'] === true,
    isCustomerVisible: true,
    startDate: start,
    orderDate: order['orderDate'],
    ...(account && { billingAccount: account }),
    ...(offering && { productOffering: { id: offering.id, name } }),
    ...(wanted['place'] !== undefined && { place: wanted['place'] }),
    relatedParty: owner ? [{ ...owner, role: 'owner' }] : [],
    productCharacteristic: await characteristics(act, offering, { order, item, piece, id }, owner),
    // What is in a bundle is paid for with the bundle.
    productPrice: offering && !isPart(item) ? await pricesOf({ tx: act.tx, now: orderedAt(order, act.now) }, offering, item) : [],
    productTerm: terms(offering, start, lineOf(item, offering)),
    productOrderItem: [{ productOrderId: order.id, orderItemId: item['id'], orderItemAction: item['action'] }],
  };
}

const nameOf = (offering: Resource | undefined, wanted: Json): string => text(offering?.['name']) ?? text(wanted['name']) ?? 'Product';

/** The product belongs to whoever owns the account it is billed to. */
async function ownerOf({ tx }: Act, account: Json | undefined, order: Resource): Promise<Json | undefined> {
  const id = text(account?.['id']);
  const parties = objects(id === undefined ? undefined : (await tx.get('billingAccount', id))?.body['relatedParty']);
  const ordering = objects(order['relatedParty']);
  return parties.find(({ role }) => role === 'owner') ?? ordering.find(({ role }) => role === 'customer') ?? ordering[0];
}

const plain = (name: string, value: string) => ({ name, valueType: 'string', value });

const lineOf = (item: Json, offering: Resource | undefined): string =>
  asked(item, 'lineOfBusiness') ?? CATEGORY_LINES[text(objects(offering?.['category'])[0]?.['name']) ?? ''] ?? 'other';

/** What tells a product from its twin: the number or device kept for it, or the address it comes to. */
async function identifierOf(act: Act, { item, piece }: Piece, owner: Json | undefined): Promise<string | undefined> {
  return asked(item, 'identifier') ?? keptKey(item, 'number', piece) ?? keptKey(item, 'serial', piece) ?? addressOf(act, item, owner);
}

async function characteristics(act: Act, offering: Resource | undefined, whole: Piece, owner: Json | undefined): Promise<Json[]> {
  const { item, piece } = whole;
  const said = objects(objects(item['product'])[0]?.['productCharacteristic']);
  const line = lineOf(item, offering);
  const identifier = await identifierOf(act, whole, owner);
  const sim = keptKey(item, 'sim', piece);
  const rest = said.filter(({ name }) => !['lineOfBusiness', 'identifier', 'simNumber'].includes(String(name)));
  return [
    plain('lineOfBusiness', line),
    ...(identifier === undefined ? [] : [plain('identifier', identifier)]),
    ...(sim === undefined ? [] : [plain('simNumber', sim)]),
    ...rest,
  ];
}

const addressOf = async ({ tx }: Act, item: Json, owner: Json | undefined) => (await addressOfItem(tx, item)) ?? addressOfParty(tx, owner);

/** When it was ordered: what it costs is what it cost then, however long it took to come. */
export const orderedAt = (order: Resource, now: Date): Date => new Date(instant(order['orderDate']) || now.getTime());

/** What an offering costs each month for what an item chooses of it, as a product carries it; at the prices of a moment. */
export async function pricesOf({ tx, now }: Pick<Act, 'tx' | 'now'>, offering: Resource, item: Json): Promise<Json[]> {
  const [chosen, moment] = [chosenOf(offering, item), pricedAt(offering, now)];
  const found: Json[] = [];
  const alterations: Json[] = [];
  for (const reference of objects(offering['productOfferingPrice'])) {
    const price = (await lookAt(tx, 'productOfferingPrice', String(reference['id'])))?.body;
    if (!price || !holdsFor(price, chosen, moment)) continue;
    if (price['priceType'] === 'discount') alterations.push(alterationOf(price));
    if (price['priceType'] === 'recurring') found.push({ name: 'Monthly price', priceType: 'recurring', ...amountsOf(price) });
  }
  const [first, ...rest] = found;
  return first && alterations.length > 0 ? [{ ...first, productPriceAlteration: alterations }, ...rest] : found;
}

const amountsOf = (price: Resource): Json => ({
  recurringChargePeriod: price['recurringChargePeriodType'] ?? 'month',
  price: { taxIncludedAmount: price['price'], taxRate: objects(price['tax'])[0]?.['taxRate'] },
});

/** What a promotion of the catalogue takes from the price of a product, for so many months from its start. */
function alterationOf(price: Resource): Json {
  const months = objects(objects(price['productOfferingTerm'])[0]?.['duration'])[0]?.['amount'];
  const name = text(price['name'])?.split(': ').at(-1) ?? 'discount';
  return {
    name: name.charAt(0).toUpperCase() + name.slice(1),
    priceType: 'discount',
    ...amountsOf(price),
    ...(typeof months === 'number' && { applicationDuration: months }),
  };
}

function terms(offering: Resource | undefined, start: string, line: string): Json[] {
  const months = Number(objects(objects(offering?.['productOfferingTerm'])[0]?.['duration'])[0]?.['amount'] ?? 0);
  if (!Number.isInteger(months) || months < 1) return [];
  // A device is paid in as many parts as one is bound to it for months.
  const names = line === 'device' ? ['Commitment', 'Instalments'] : ['Commitment'];
  return names.map((name) => ({ name, duration: { amount: months, units: 'month' }, validFor: { startDateTime: start, endDateTime: iso(addMonths(Date.parse(start), months)) } }));
}
