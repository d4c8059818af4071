import type { Call } from '../routing/route.ts';
import { needed, QUANTITY, records, text, whole } from '../tmf/read.ts';
import { readOne } from '../tmf/read-one.ts';
import type { TmfBody } from '../upstream/types.ts';
import { broughtAlong } from '../visitor/bring-along.ts';
import { type CartBackend, cartBackend } from './cart.backend.ts';

export interface CartLine {
  id: string;
  offerId: string;
  name: string;
  quantity: number;
}

/** A cart as it stands in TMF663, before prices. */
export interface OpenCart {
  id: string;
  lines: CartLine[];
}

/** What changes one person's cart takes turns under this name. */
export const cartKey = ({ subject }: Call): string => `cart ${subject.sub}`;

/** The most lines a cart takes, and the most of one line. */
export const LIMITS = { lines: 50, ofOne: 20 };

/** This person's cart. Of several (two tabs on a first visit) the eldest is the one; `undefined` when there is none yet. */
export async function openCart(call: Call): Promise<OpenCart | undefined> {
  await broughtAlong(call, async () => ((await ownCart(call)) ?? cartOf(call, await cartBackend(call).create())).id, LIMITS);
  return ownCart(call);
}

async function ownCart(call: Call): Promise<OpenCart | undefined> {
  const { rows } = await cartBackend(call).carts();
  return rows[0] && cartOf(call, rows[0]);
}

/** The same, made on first sight. */
export async function cartForSure(call: Call, backend: CartBackend): Promise<OpenCart> {
  return (await openCart(call)) ?? cartOf(call, await backend.create());
}

/** Lines without an id or an offer cannot be shown, bought or removed; they are left out. */
export function cartOf(call: Call, body: TmfBody): OpenCart {
  const id = readOne(call.tmf('TMF663').origin, () => needed(text(body, 'id'), 'id'));
  return { id, lines: records(body, 'cartItem').flatMap(lineOf) };
}

function lineOf(item: TmfBody): CartLine[] {
  const id = text(item, 'id');
  const offerId = text(item, 'productOffering', 'id');
  if (!id || !offerId || (text(item, 'action') ?? 'add') !== 'add') return [];
  const quantity = whole(QUANTITY, item, 'quantity') ?? 1;
  return [{ id, offerId, name: text(item, 'productOffering', 'name') ?? offerId, quantity }];
}

export const itemBody = ({ id, offerId, name, quantity }: CartLine): TmfBody => ({
  id,
  action: 'add',
  quantity,
  productOffering: { id: offerId, name, '@referredType': 'ProductOffering' },
});
