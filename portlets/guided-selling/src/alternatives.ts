import type { Offer } from '@faceplate/contracts';

const MOST = 2;

/**
 * What to take when an offer cannot be had: first the offers that its remedies
 * name, then those of the same line of business that cost most nearly as much.
 */
export function alternativesTo(offer: Offer, offers: readonly Offer[]): Offer[] {
  if (offer.obstacles.length === 0) return [];
  const free = offers.filter(({ id, obstacles }) => id !== offer.id && obstacles.length === 0);
  const remedies = offer.obstacles.map(({ remedy = '' }) => remedy).join(' ');
  const named = free.filter(({ name }) => mentions(remedies, name));
  if (named.length > 0) return named.slice(0, MOST);
  const distance = ({ price }: Offer) => Math.abs(price.monthly.amount - offer.price.monthly.amount);
  return free
    .filter(({ lineOfBusiness }) => lineOfBusiness === offer.lineOfBusiness)
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, MOST);
}

/** As a whole name: "Home 50" is not in "Home 500". */
function mentions(words: string, name: string): boolean {
  const at = words.indexOf(name);
  return at >= 0 && !/[\p{L}\p{N}]/u.test(words.charAt(at + name.length));
}
