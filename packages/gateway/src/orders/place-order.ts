import type { Cart, Order, OrderRequest } from '@faceplate/contracts';
import { add } from '@faceplate/domain';
import { customerRef } from '../accounts/accounts.adapter.ts';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { cartBackend } from '../cart/cart.backend.ts';
import { needsOf } from '../cart/needs.ts';
import { cartOf, itemBody, type OpenCart } from '../cart/open-cart.ts';
import { type Around, readAround, shownCart } from '../cart/view.ts';
import { numbersBackend } from '../numbers/numbers.backend.ts';
import type { Catalogue } from '../offers/catalogue.ts';
import { obstacleRefusal } from '../offers/obstacle-refusal.ts';
import { factsOf } from '../policy/facts.ts';
import { invalid } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { numberFor } from '../tmf/once.ts';
import { records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { isVisitor } from '../visitor/visitor.ts';
import { bookHeld, freeVisit, heldVisit } from '../visits/held-visit.ts';
import { conflict } from './lines.ts';
import { type NewOrder, type Ordered, orderBody } from './order-body.ts';
import { ordersBackend, shownOrder } from './orders.backend.ts';
import { begun, paymentFor } from './pay-order.ts';

type Buying = Call<unknown, unknown, OrderRequest>;

/**
 * Turns the cart into one order, billed to the account, and empties the cart. A repeat finds the order it made, its
 * payment and its visit, and goes on from there.
 */
export async function placeOrder(asked: Buying): Promise<Order> {
  const { call, accountId } = await buyer(asked);
  const backend = ordersBackend(call);
  const carts = cartBackend(call);
  const { cartId } = call.body;
  const [account, cartBody, before] = await allOrFirst([
    namedInBody('accountId', 'You have no such account.', accountsBackend(call).billable(accountId)),
    namedInBody('cartId', 'You have no such cart.', carts.cart(cartId)),
    backend.placed(numberFor('O', call)),
  ]);
  const cart = cartOf(call, cartBody);
  const known = await readAround(call.body.contact ? asNewcomer(call) : call, cart);
  // A visit that is held must not be lost to an order that could not ask for it: then nothing is ordered.
  const around = known.visitKnown ? known : { ...known, visit: await heldVisit(call, cart.id) };
  // The cart as it is priced now: what the account would pay at once and with the first month.
  const shown = shownCart(cart, around, call.tenant.currency);
  call.demand({ ...factsOf({ billingAccount: account }), spend: add(shown.once, shown.monthly) });
  if (!before) refuseUnfit(call, shown);
  const ordered = cart.lines.filter(({ later }) => !later);
  const order = before ?? (await placed(call, { cart: shown, lines: orderedOf(cart, shown, around), account, catalogue: around.catalogue }));
  await visitSettled(call, cart, order, around);
  const [payment] = records(order, 'payment');
  if (payment) await begun(call, { id: text(payment, 'id') ?? '' });
  // What came in beside it meanwhile stays, and what is for later.
  const ids = new Set(ordered.map(({ id }) => id));
  await emptied(carts.fill(cart.id, (body) => cartOf(call, body).lines.filter(({ id }) => !ids.has(id)).map(itemBody)));
  return shownOrder(call, order);
}

/** Who buys, on which account. Whoever has none says who they are; nobody becomes a customer by a cart that holds nothing. */
async function buyer(call: Buying): Promise<{ call: Buying; accountId: string }> {
  const { accountId, cartId, contact } = call.body;
  if (accountId !== undefined) return { call, accountId };
  if (!contact) throw invalid(422, [{ path: 'accountId', message: 'Say which account shall be billed.' }]);
  const [cart, before] = await allOrFirst([
    namedInBody('cartId', 'You have no such cart.', cartBackend(call).cart(cartId)),
    ordersBackend(call).placed(numberFor('O', call)),
  ]);
  if (!before && cartOf(call, cart).lines.every(({ later }) => later)) throw emptyCart();
  const known = await call.introduced(contact);
  return { call: known, accountId: known.subject.accountIds[0] ?? '' };
}

const emptyCart = () => invalid(422, [{ path: 'cartId', message: 'The cart is empty. Choose an offer first.' }]);

/** Whoever buys by contact is judged as they were before they became a customer by it: a repeat must not be judged otherwise. */
const asNewcomer = (call: Buying): Buying => ({ ...call, subject: { ...call.subject, accountIds: [] } });

/** All at once, yet what is refused is the first in this order, not the fastest: an answer must not tell which of two strange ids exists. */
async function allOrFirst<T extends readonly unknown[]>(work: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** Every line is judged again: between the cart and the order an offer may have ended, or cost something else. */
function refuseUnfit(call: Buying, { items, once, monthly }: Cart): void {
  const lines = items.filter(({ later }) => !later);
  if (lines.length === 0) throw emptyCart();
  const barred = lines.find(({ obstacles }) => obstacles);
  if (barred) throw obstacleRefusal(barred.obstacles ?? [], 'cartId');
  const { total } = call.body;
  if (total && (!isSame(total.once, once) || !isSame(total.monthly, monthly))) throw conflict('price-moved', 'The price has changed since you looked. Look at it again.');
}

const isSame = (one: { amount: number; currency: string }, other: { amount: number; currency: string }): boolean => one.amount === other.amount && one.currency === other.currency;

function orderedOf({ lines }: OpenCart, { items }: Cart, { catalogue }: Around): Ordered[] {
  return lines.flatMap((line) => {
    const item = items.find(({ id }) => id === line.id);
    const entry = catalogue.byId.get(line.offerId);
    return !item || !entry || line.later ? [] : [{ line, item, lineOfBusiness: entry.offer.lineOfBusiness }];
  });
}

async function placed(call: Buying, { cart, lines, account, catalogue }: Pick<NewOrder, 'cart' | 'lines' | 'account' | 'catalogue'>): Promise<TmfBody> {
  await numbersKept(call, lines, customerRef(account));
  const payment = await paymentFor(call, account, cart.once);
  const subject = isVisitor(call.session) ? undefined : call.subject;
  return ordersBackend(call).place(orderBody({ cart, lines, account, subject, externalId: numberFor('O', call), payment, catalogue }));
}

/** The numbers that were chosen are held for this very customer; one whose time was over is held again, if it is free still. */
async function numbersKept(call: Buying, lines: readonly Ordered[], customer: TmfBody): Promise<void> {
  const wanted = lines.flatMap(({ line }) => line.number ?? []);
  if (wanted.length === 0) return;
  const numbers = numbersBackend(call);
  const before = new Set((await numbers.held()).map(({ number }) => number));
  for (const number of wanted) if (!before.has(number)) await numbers.hold(number);
  for (const one of await numbers.held()) if (wanted.includes(one.number)) await numbers.handOver(one, customer);
}

/** The visit that was held is the order's; one that was held for a line which is not bought is given back. */
async function visitSettled(call: Call, cart: OpenCart, order: TmfBody, { visit, catalogue }: Around): Promise<void> {
  if (!visit) return;
  const itemIds = visited(order, visit.id, catalogue);
  await (itemIds.length > 0 ? bookHeld(call, visit, order, itemIds) : emptied(freeVisit(call, cart.id)));
}

/** Lines of an order that somebody has to come for. */
function visited(order: TmfBody, visitId: string, catalogue: Catalogue): string[] {
  return records(order, 'productOrderItem').flatMap((item) => {
    const entry = catalogue.byId.get(text(item, 'productOffering', 'id') ?? '');
    const isNeeded = text(item, 'appointment', 'id') === visitId || (entry && needsOf(entry, catalogue).includes('visit'));
    return isNeeded ? (text(item, 'id') ?? []) : [];
  });
}

/** The order stands whatever becomes of the cart; a cart left full is seen and can be emptied. */
async function emptied(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof UpstreamProblem)) throw error;
  }
}
