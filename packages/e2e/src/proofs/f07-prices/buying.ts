import type { Bill, BillList, Cart, Order, Quote } from '@faceplate/contracts';
import type { Resource } from '@faceplate/bss';
import type { Customer, Said, Shop } from '../shop/shop.ts';
import { type Buying, fill } from './carts.ts';

const ORDERS = '/tmf-api/productOrderingManagement/v4/productOrder';
const PRODUCTS = '/tmf-api/productInventory/v4/product';

/** The month that the first bill is about, and a moment in the next. All of it is delivered as it begins. */
const DELIVERED = '2026-11-30T23:30:00.000Z';
const CYCLE = '2026-12';
const BILLED = '2027-01-02T08:00:00.000Z';

export interface TmfPrice {
  priceType: string;
  price: { taxIncludedAmount: { value: number } };
  priceAlteration?: { price: { taxIncludedAmount: { value: number } } }[];
}

export interface TmfOrder {
  id: string;
  productOrderItem: { id: string; quantity: number; productOffering: { name: string }; itemTotalPrice?: TmfPrice[] }[];
}

/** One cart on its way, with what each place says it costs. */
export interface Bought {
  name: string;
  customer: Customer;
  refused: readonly string[];
  cart: Cart;
  quote?: Quote;
  order?: Order;
  /** The order as the BSS keeps it: a bundle has its price as a whole, and the order's page shows its parts. */
  record?: TmfOrder;
  /** Products by the line of the order they came of. */
  products?: ReadonlyMap<string, readonly string[]>;
  bill?: Bill;
  /** Why there is no quote, no order. */
  stuck?: { quote?: string; order?: string };
}

/** @throws with what was answered where that was no success. */
function success<Body>({ status, body }: Said<Body>, what: string): Body {
  if (status >= 300) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
  return body;
}

const STOPPED = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function ordered({ shop }: Buying, { customer, cart: { id, once, monthly } }: Bought): Promise<Pick<Bought, 'order' | 'record'>> {
  const placed = success(await shop.as<Order>(customer, 'POST', '/orders', { cartId: id, accountId: customer.account, total: { once, monthly } }), 'POST /orders');
  const order = success(await shop.as<Order>(customer, 'GET', `/orders/${placed.id}`), 'GET /orders/{id}');
  return { order, record: await shop.machine<TmfOrder>('GET', `${ORDERS}/${placed.id}`) };
}

/** A cart of a new customer's, its quote, and the order that comes of it. */
export async function buy(buying: Buying, nth: number): Promise<Bought> {
  const { shop } = buying;
  const customer = await shop.customer(nth % 3 === 2 ? 'business' : 'consumer');
  const { cart, refused } = await fill(buying, customer, nth);
  const bought: Bought = { name: `cart ${nth}`, customer, refused, cart };
  if (cart.items.length === 0) return bought;
  try {
    bought.quote = success(await shop.as<Quote>(customer, 'POST', '/quotes', { cartId: cart.id, accountId: customer.account }), 'POST /quotes');
  } catch (error) {
    bought.stuck = { quote: STOPPED(error) };
  }
  try {
    Object.assign(bought, await ordered(buying, bought));
  } catch (error) {
    bought.stuck = { ...bought.stuck, order: STOPPED(error) };
  }
  return bought;
}

/** Everything is handed over at the beginning of a month: what is billed first is a whole one. */
export async function deliver(shop: Shop, all: readonly Bought[]): Promise<void> {
  shop.itIs(DELIVERED);
  for (const bought of all) {
    if (!bought.order) continue;
    const path = `${ORDERS}/${bought.order.id}`;
    for (const state of ['inProgress', 'completed']) await shop.machine('PATCH', path, { state });
    const products = await shop.machine<Resource[]>('GET', `${PRODUCTS}?billingAccount.id=${bought.customer.account}&limit=1000`);
    bought.products = byLine(products);
  }
}

function byLine(products: readonly Resource[]): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const { id, productOrderItem } of products) {
    const [{ orderItemId } = { orderItemId: '' }] = (productOrderItem ?? []) as { orderItemId: string }[];
    lines.set(orderItemId, [...(lines.get(orderItemId) ?? []), id]);
  }
  return lines;
}

/** The month passes, and each account has its first bill. */
export async function bill(shop: Shop, all: readonly Bought[]): Promise<void> {
  shop.itIs(BILLED);
  for (const bought of all) {
    if (!bought.order) continue;
    await shop.machine('POST', '/sim/v1/bill-cycles', { account: bought.customer.account, cycle: CYCLE });
    const { items } = success(await shop.as<BillList>(bought.customer, 'GET', '/bills'), 'GET /bills');
    const [first] = items;
    if (first) bought.bill = success(await shop.as<Bill>(bought.customer, 'GET', `/bills/${first.id}`), 'GET /bills/{id}');
  }
}
