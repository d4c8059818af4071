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
  create(): Promise<TmfBody>;
  /** Fills the cart with what follows from what is in it; leaves it as it is when nothing does. */
  fill(id: string, items: (cart: TmfBody) => readonly TmfBody[] | undefined): Promise<TmfBody>;
}

export function cartBackend(call: Call): CartBackend {
  const { sub, name } = call.subject;
  const client = call.tmf('TMF663');
  const person = (body: TmfBody): Facts => ({ partyIds: records(body, 'relatedParty').some((party) => text(party, 'id') === sub) ? [sub] : [] });
  const cart = (id: string) => ownRecord(call, 'TMF663', 'shoppingCart', id, { facts: person });
  return {
    origin: client.origin,
    carts: () => ownRows(call, 'TMF663', 'shoppingCart', { by: 'relatedParty.id', ids: [sub] }, { facts: person, limit: 50 }),
    cart,
    create: () => client.post('shoppingCart', { cartItem: [], relatedParty: [{ id: sub, name, role: 'customer', '@referredType': 'Individual' }] }),
    fill: (id, items) => {
      const patch = (body: TmfBody) => {
        const cartItem = items(body);
        return cartItem && { cartItem };
      };
      return changeRecord(client, { resource: 'shoppingCart', id, patch, read: () => cart(id) });
    },
  };
}
