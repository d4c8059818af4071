import type { Facts } from '../policy/decide.ts';
import type { Call } from '../routing/route.ts';
import { changeRecord } from '../tmf/change-record.ts';
import { type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What the cart needs from the other side (TMF663). A cart is one person's: not their company's, nor their colleagues'. */
export interface CartBackend {
  readonly origin: string;
  carts(): Promise<OwnRows>;
  cart(id: string): Promise<TmfBody>;
  create(items?: readonly TmfBody[]): Promise<TmfBody>;
  /** Puts it by under a name, or takes it up again as the open one. */
  put(id: string, kept: { name?: string; by: boolean }): Promise<TmfBody>;
  forget(id: string): Promise<void>;
  /** Fills the cart with what follows from what is in it; leaves it as it is when nothing does. */
  fill(id: string, items: (cart: TmfBody) => readonly TmfBody[] | undefined): Promise<TmfBody>;
}

/** A cart that was put by names its owner in another role than the open one does. */
const KEEPER = 'keeper';
export const isKept = (cart: TmfBody): boolean => records(cart, 'relatedParty').some((party) => text(party, 'role') === KEEPER);

export function cartBackend(call: Call): CartBackend {
  const { sub, name } = call.subject;
  const client = call.tmf('TMF663');
  const person = (body: TmfBody): Facts => ({ partyIds: records(body, 'relatedParty').some((party) => text(party, 'id') === sub) ? [sub] : [] });
  const owner = (role: string): TmfBody => ({ id: sub, name, role, '@referredType': 'Individual' });
  const cart = (id: string) => ownRecord(call, 'TMF663', 'shoppingCart', id, { facts: person });
  return {
    origin: client.origin,
    carts: () => ownRows(call, 'TMF663', 'shoppingCart', { by: 'relatedParty.id', ids: [sub] }, { facts: person, limit: 50 }),
    cart,
    create: (items = []) => client.post('shoppingCart', { cartItem: items, relatedParty: [owner('customer')] }),
    put: (id, { name: called, by }) =>
      changeRecord(client, {
        resource: 'shoppingCart',
        id,
        read: () => cart(id),
        patch: (body) => (isKept(body) === by && (called === undefined || text(body, 'name') === called) ? undefined : { relatedParty: [owner(by ? KEEPER : 'customer')], ...(called !== undefined && { name: called }) }),
      }),
    forget: async (id) => {
      await cart(id);
      await client.delete('shoppingCart', id);
    },
    fill: (id, items) => {
      const patch = (body: TmfBody) => {
        const cartItem = items(body);
        return cartItem && { cartItem };
      };
      return changeRecord(client, { resource: 'shoppingCart', id, patch, read: () => cart(id) });
    },
  };
}
