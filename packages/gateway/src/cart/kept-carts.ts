import type { Cart, KeptCart, KeptCartList } from '@faceplate/contracts';
import { invalid, notFound, Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { instant } from '../tmf/read.ts';
import { cartBackend, isKept } from './cart.backend.ts';
import { answered } from './change-cart.ts';
import { cartForSure, cartOf, openCart } from './open-cart.ts';

/** More than this nobody tells apart. */
const MOST = 20;

type OfCart = Call<{ cartId: string }>;

const nameTaken = () => new Refusal({ status: 409, code: 'cart-name-taken', title: 'You keep a cart of that name already. Choose another name.' });
const full = () => new Refusal({ status: 409, code: 'carts-full', title: `You keep ${MOST} carts already. Remove one first.` });

/** Carts that were put by, and the open one where it has a name. */
export async function keptCarts(call: Call): Promise<KeptCartList> {
  const found = await cartBackend(call).carts();
  const { items } = readEach('TMF663', found, (body): KeptCart | undefined => {
    const { id, name, lines, keptUntil } = cartOf(call, body);
    const changedAt = instant(body, 'lastUpdate');
    if (name === undefined) return undefined;
    return { id, name, lines: lines.length, current: !isKept(body), ...(changedAt !== undefined && { changedAt }), ...(keptUntil !== undefined && { keptUntil }) };
  });
  return { items };
}

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Puts the open cart by under a name, and begins a new one. A repeat finds it put by, and the new one empty. */
export async function keepCart(call: Call<unknown, unknown, { name: string }>): Promise<Cart> {
  const { name } = call.body;
  const backend = cartBackend(call);
  const [open, { items }] = await Promise.all([cartForSure(call, backend), keptCarts(call)]);
  const others = items.filter(({ id }) => id !== open.id);
  const same = others.find((one) => sameName(one.name, name));
  if (open.lines.length === 0) {
    if (same) return answered(call, open);
    throw invalid(422, [{ path: 'name', message: 'The cart is empty. Choose an offer first.' }]);
  }
  if (same) throw nameTaken();
  if (others.length >= MOST) throw full();
  await backend.put(open.id, { name, by: true });
  return answered(call, cartOf(call, await backend.create()));
}

/** Goes back to a cart that was put by; the one that is open now is put by in its place, unless it is empty. */
export async function openKept(call: OfCart): Promise<Cart> {
  const { cartId } = call.params;
  const backend = cartBackend(call);
  const wanted = await backend.cart(cartId);
  const open = await openCart(call);
  if (open && open.id !== cartId) {
    if (open.lines.length === 0) await backend.forget(open.id);
    else await backend.put(open.id, { by: true, name: open.name ?? nameNow(call) });
  }
  return answered(call, cartOf(call, isKept(wanted) ? await backend.put(cartId, { by: false }) : wanted));
}

/** Of a cart that got no name: when it was put by, on the clock of the place. */
const nameNow = ({ clock, tenant }: Call): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: tenant.zone }).format(clock());

/** Forgets one that was put by. */
export async function forgetKept(call: OfCart): Promise<KeptCartList> {
  const backend = cartBackend(call);
  if (!isKept(await backend.cart(call.params.cartId))) throw notFound();
  await backend.forget(call.params.cartId);
  return keptCarts(call);
}
