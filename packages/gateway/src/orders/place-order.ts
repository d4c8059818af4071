import type { Order, OrderRequest } from '@faceplate/contracts';
import { add, type Applicant } from '@faceplate/domain';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { pricedCart } from '../cart/cart.adapter.ts';
import { cartBackend } from '../cart/cart.backend.ts';
import { cartOf, itemBody, type OpenCart } from '../cart/open-cart.ts';
import { type Catalogue, holding, judged, readApplicant, readCatalogue } from '../offers/catalogue.ts';
import { obstacleRefusal } from '../offers/obstacle-refusal.ts';
import { factsOf } from '../policy/facts.ts';
import { invalid } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { numberFor } from '../tmf/once.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { isVisitor } from '../visitor/visitor.ts';
import { type Ordered, orderBody } from './order-body.ts';
import { orderOf } from './orders.adapter.ts';
import { ordersBackend } from './orders.backend.ts';

/** Turns the cart into one order, billed to the account, and empties the cart. A repeat finds the order it made. */
export async function placeOrder(asked: Call<unknown, unknown, OrderRequest>): Promise<Order> {
  const { call, accountId } = await buyer(asked);
  const backend = ordersBackend(call);
  const carts = cartBackend(call);
  const { cartId } = call.body;
  const [account, cartBody, catalogue, { applicant }, before] = await allOrFirst([
    namedInBody('accountId', 'You have no such account.', accountsBackend(call).billable(accountId)),
    namedInBody('cartId', 'You have no such cart.', carts.cart(cartId)),
    readCatalogue(call),
    readApplicant(call),
    backend.placed(numberFor('O', call)),
  ]);
  const cart = cartOf(call, cartBody);
  // The cart as it is priced now: what the account would pay at once and with the first month.
  const { once, monthly } = pricedCart(cart, catalogue, call.tenant.currency);
  call.demand({ ...factsOf({ billingAccount: account }), spend: add(once, monthly) });
  const order = before ?? (await backend.place(newOrder(call, cart, catalogue, applicant, account)));
  // What came in beside it meanwhile stays.
  const ordered = new Set(cart.lines.map(({ id }) => id));
  await emptied(carts.fill(cart.id, (body) => cartOf(call, body).lines.filter(({ id }) => !ordered.has(id)).map(itemBody)));
  return readOne(backend.origin, () => orderOf(order, settingOf(call)));
}

/** Who buys, on which account. Whoever has none says who they are; nobody becomes a customer by a cart that holds nothing. */
async function buyer(call: Call<unknown, unknown, OrderRequest>): Promise<{ call: typeof call; accountId: string }> {
  const { accountId, cartId, contact } = call.body;
  if (accountId !== undefined) return { call, accountId };
  if (!contact) throw invalid(422, [{ path: 'accountId', message: 'Say which account shall be billed.' }]);
  const [cart, before] = await allOrFirst([
    namedInBody('cartId', 'You have no such cart.', cartBackend(call).cart(cartId)),
    ordersBackend(call).placed(numberFor('O', call)),
  ]);
  if (!before && cartOf(call, cart).lines.length === 0) throw emptyCart();
  const known = await call.introduced(contact);
  return { call: known, accountId: known.subject.accountIds[0] ?? '' };
}

const emptyCart = () => invalid(422, [{ path: 'cartId', message: 'The cart is empty. Choose an offer first.' }]);

/** All at once, yet what is refused is the first in this order, not the fastest: an answer must not tell which of two strange ids exists. */
async function allOrFirst<T extends readonly unknown[]>(work: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

function newOrder(call: Call, cart: OpenCart, catalogue: Catalogue, applicant: Applicant, account: TmfBody) {
  const lines = orderable(cart, catalogue, applicant);
  if (lines.length === 0) throw emptyCart();
  return orderBody(pricedCart(cart, catalogue, call.tenant.currency), lines, account, isVisitor(call.session) ? undefined : call.subject, numberFor('O', call));
}

/** Every line is judged again: between the cart and the order an offer may have ended. */
function orderable({ lines }: OpenCart, catalogue: Catalogue, applicant: Applicant): Ordered[] {
  return lines.flatMap((line) => {
    const entry = catalogue.entries.find(({ offer }) => offer.id === line.offerId);
    if (!entry) return [];
    const others = lines.filter((other) => other !== line).map(({ offerId, name }) => ({ id: offerId, name }));
    const offer = judged(entry, holding(applicant, others), catalogue);
    if (offer.obstacles.length > 0) throw obstacleRefusal(offer.obstacles, 'cartId');
    return [{ offer, quantity: line.quantity }];
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
