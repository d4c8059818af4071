import type { Cart, CartItem } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import type { Catalogue } from '../offers/catalogue.ts';
import { priceTimes } from '../offers/price.adapter.ts';
import type { OpenCart } from './open-cart.ts';

/** A cart at today's prices. A line whose offer the catalogue no longer has cannot be priced, and is not sold. */
export function pricedCart({ id, lines }: OpenCart, { entries }: Catalogue, currency: string): Cart {
  const offers = new Map(entries.map(({ offer }) => [offer.id, offer]));
  const items = lines.flatMap((line): CartItem[] => {
    const offer = offers.get(line.offerId);
    return offer ? [{ id: line.id, offerId: offer.id, name: offer.name, quantity: line.quantity, ...priceTimes(offer.price, line.quantity) }] : [];
  });
  return { id, items, once: sum(items.map(({ once }) => once), currency), monthly: sum(items.map(({ monthly }) => monthly), currency) };
}
