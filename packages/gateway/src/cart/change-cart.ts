import type { Cart } from '@faceplate/contracts';
import { notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import type { TmfBody } from '../upstream/types.ts';
import { cartBackend } from './cart.backend.ts';
import type { CartLine } from './cart-line.ts';
import { cartForSure, cartOf, itemBody, type OpenCart, openCart } from './open-cart.ts';
import { type Around, readAround, shownCart } from './view.ts';

export interface Change {
  /** What becomes of the lines. Refusals are thrown here, before anything is written. */
  lines: (cart: OpenCart, around: Around) => readonly CartLine[];
  /** A repeat whose first answer was lost finds its own work. */
  isDone?: (cart: OpenCart) => boolean;
  /** An empty cart will not do. */
  mustExist?: boolean;
}

/** The cart as it is answered after a change: judged anew, and with the prices now as those that were seen. */
export async function changeCart(call: Call, { lines, isDone, mustExist }: Change): Promise<Cart> {
  const backend = cartBackend(call);
  const found = mustExist ? await openCart(call) : await cartForSure(call, backend);
  if (!found) throw notFound();
  const around = await readAround(call, found);
  const filled = await backend.fill(found.id, (body) => {
    const cart = cartOf(call, body);
    if (isDone?.(cart)) return undefined;
    call.demandUnchanged(shownCart(cart, around, call.tenant.currency));
    return lines(cart, around).map(itemBody);
  });
  return answered(call, await withSeen(call, filled));
}

/** What a line costs when it is put in or changed is what its owner has seen; only the operator's answer knows it. */
async function withSeen(call: Call, body: TmfBody): Promise<OpenCart> {
  const isUnseen = ({ price, seen }: CartLine) => price !== undefined && seen === undefined;
  const cart = cartOf(call, body);
  if (!cart.lines.some(isUnseen)) return cart;
  const marked = await cartBackend(call).fill(cart.id, (now) => {
    const { lines } = cartOf(call, now);
    return lines.some(isUnseen) ? lines.map((line) => itemBody(line.price && !line.seen ? { ...line, seen: line.price } : line)) : undefined;
  });
  return cartOf(call, marked);
}

export async function answered(call: Call, cart: OpenCart): Promise<Cart> {
  return shownCart(cart, await readAround(call, cart), call.tenant.currency);
}

/** A line that is otherwise now: what it cost before is forgotten with it. */
export function changed(line: CartLine, change: Partial<CartLine>): CartLine {
  const { seen: _seen, price: _price, ...rest } = line;
  return { ...rest, ...change };
}

/** @throws {Refusal} 404 for a line the cart does not have. */
export function lineIn({ lines }: OpenCart, itemId: string): CartLine {
  const line = lines.find(({ id }) => id === itemId);
  if (!line) throw notFound();
  return line;
}
