import type { Cart, Money, Offer } from '@faceplate/contracts';
import { sum, times } from '@faceplate/domain';

export interface Commitment {
  /** The longest minimum term in the cart, in months. */
  months: number;
  /** A month of all of it when every promotion is over; absent when that is no other sum. */
  monthlyAfter: Money | undefined;
}

/** What ordering the cart binds the customer to, as far as the offers are known. */
export function commitmentOf({ items, monthly }: Cart, offers: readonly Offer[]): Commitment {
  const lines = items.map((item) => ({ item, offer: offers.find(({ id }) => id === item.offerId) }));
  const later = lines.map(({ item, offer }) => {
    const after = offer?.price.promotion?.monthlyAfter;
    return after ? times(after, item.quantity) : item.monthly;
  });
  const monthlyAfter = sum(later, monthly.currency);
  return {
    months: Math.max(0, ...lines.map(({ offer }) => offer?.termMonths ?? 0)),
    monthlyAfter: monthlyAfter.amount === monthly.amount ? undefined : monthlyAfter,
  };
}
