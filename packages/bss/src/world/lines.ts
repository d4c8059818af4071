import type { BilledLine } from '../customer-bill/charge.ts';
import type { Offer } from './catalogue.ts';
import type { Party } from './parties.ts';
import { dayIn, dayOfMonth, monthNumber } from './zone.ts';

/** A product somebody owns, as the bills and orders see it. Instants are local midnights. */
export interface Line {
  id: string;
  offer: Offer;
  identifier: string;
  user: Party;
  startedAt: number;
  endedAt?: number;
  suspended?: boolean;
}

/** The line as its bills name it. */
export const billed = ({ id, offer, identifier }: Line): BilledLine => ({ id, name: offer.name, identifier });

export function productRef({ id, offer }: Line) {
  return { id, name: offer.name, '@referredType': 'Product' };
}

/** When the welcome discount of a line ends. */
export function promotionEnd({ offer, startedAt }: Line): number {
  return dayIn(monthNumber(startedAt) + (offer.family.promotion?.months ?? 0), dayOfMonth(startedAt));
}
