import type { LocalDate, Obstacle, Way } from '@faceplate/contracts';

export interface OfferName {
  id: string;
  name: string;
}

/** An offer behind a product, or behind a line of the cart. */
export interface HeldOffer extends OfferName {
  product?: OfferName | undefined;
  itemId?: string | undefined;
}

/** The rules of an offer, as its catalogue states them. */
export interface OfferRules extends OfferName {
  /** Kinds of customer it is made for; empty for all. */
  segments: readonly string[];
  /** One of these must be held; a catalogue lists every version of what will do. */
  requires: readonly OfferName[];
  excludes: readonly OfferName[];
  /** The offers it took the place of. */
  replaces: readonly OfferName[];
  sold: boolean;
  validFrom?: LocalDate | undefined;
  validUntil?: LocalDate | undefined;
}

/** What is known of who wants it. */
export interface Applicant {
  /** The kinds of customer they are: a person may be a consumer and act for a business. Absent when nobody could say. */
  segments?: readonly string[] | undefined;
  /** Offers behind the products they have and the lines in their cart. Absent when nobody could say. */
  holds?: readonly HeldOffer[] | undefined;
  today: LocalDate;
}

/**
 * Why this customer may not order the offer: none when they may. `catalogue` holds all offers, so that an exclusion
 * stated by either of the two counts, and one no longer sold can name its successor.
 */
export function obstaclesOf(offer: OfferRules, applicant: Applicant, catalogue: readonly OfferRules[]): Obstacle[] {
  return [...saleObstacles(offer, applicant.today, catalogue), ...segmentObstacles(offer, applicant), ...holdingObstacles(offer, applicant, catalogue)];
}

const plainName = ({ id, name }: OfferName): OfferName => ({ id, name });

function saleObstacles(offer: OfferRules, today: LocalDate, catalogue: readonly OfferRules[]): Obstacle[] {
  if (offer.sold && offer.validFrom && today < offer.validFrom) {
    const way: Way = { kind: 'wait', on: offer.validFrom };
    return [{ code: 'not-yet-sold', family: 'sale', reason: `${offer.name} is sold from ${offer.validFrom}.`, remedy: 'Come back then, or choose another offer.', facts: { offer: offer.name, on: offer.validFrom }, way }];
  }
  if (offer.sold && (!offer.validUntil || today <= offer.validUntil)) return [];
  const successor = catalogue.find(({ sold, replaces }) => sold && replaces.some(({ id }) => id === offer.id));
  const remedy = successor ? `Choose ${successor.name}, which took its place.` : 'Choose another offer.';
  const way: Way = { kind: 'choose', ...(successor && { offer: plainName(successor) }) };
  return [{ code: 'not-sold', family: 'sale', reason: `${offer.name} is not sold any more.`, remedy, facts: { offer: offer.name }, way }];
}

function segmentObstacles({ name, segments }: OfferRules, applicant: Applicant): Obstacle[] {
  if (segments.length === 0 || segments.some((one) => applicant.segments?.includes(one))) return [];
  if (!applicant.segments) return [uncheckable(name)];
  const whom = segments.map((one) => `${one} customers`).join(' and ');
  return [{ code: 'segment', family: 'sale', reason: `${name} is for ${whom} only.`, remedy: 'Choose an offer made for your kind of account.', facts: { offer: name, segments: [...segments] }, way: { kind: 'choose' } }];
}

const hasRivals = (offer: OfferRules, catalogue: readonly OfferRules[]) =>
  offer.excludes.length > 0 || catalogue.some(({ excludes }) => excludes.some(({ id }) => id === offer.id));

/** Not a no: a system that knows the answer is down. */
const uncheckable = (name: string): Obstacle => ({
  code: 'cannot-check', family: 'system', reason: `We cannot check right now whether ${name} fits what you have.`, remedy: 'Try again in a few minutes.', facts: { offer: name }, way: { kind: 'wait' },
});

function requirement({ name, requires }: OfferRules, catalogue: readonly OfferRules[]): Obstacle {
  const names = [...new Set(requires.map((one) => one.name))];
  const what = names.length === 1 ? `${names[0]}` : `one of ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  // Of several versions of what would do only one can still be had.
  const buyable = requires.find(({ id }) => catalogue.some((one) => one.id === id && one.sold));
  const way: Way = buyable ? { kind: 'add', offer: plainName(buyable) } : { kind: 'none' };
  return { code: 'requires', family: 'prerequisite', reason: `${name} needs ${what}.`, remedy: `Add ${what} first.`, facts: { offer: name, needed: names }, way };
}

/** What is in the cart can be taken out; what is owned has to be ended, or makes room for the other. */
function makingRoom({ product, itemId, ...other }: HeldOffer): Way {
  if (itemId !== undefined) return { kind: 'remove', itemId, offer: plainName(other) };
  return { kind: 'remove', ...(product && { product: plainName(product) }) };
}

function holdingObstacles(offer: OfferRules, { holds }: Applicant, catalogue: readonly OfferRules[]): Obstacle[] {
  if (!holds) return offer.requires.length > 0 || hasRivals(offer, catalogue) ? [uncheckable(offer.name)] : [];
  const held = new Map(holds.map((one) => [one.id, one]));
  const missing = offer.requires.length > 0 && !offer.requires.some(({ id }) => held.has(id)) ? [requirement(offer, catalogue)] : [];
  const barred = new Map(offer.excludes.flatMap(({ id }) => held.get(id) ?? []).map((one) => [one.id, one]));
  for (const { id, excludes } of catalogue) {
    const other = held.get(id);
    if (other && excludes.some((one) => one.id === offer.id)) barred.set(id, other);
  }
  const clashes = [...barred.values()].map((other): Obstacle => ({
    code: 'excludes',
    family: 'product',
    reason: `${offer.name} does not go together with ${other.name}.`,
    remedy: `End or remove ${other.name}, or choose another offer.`,
    facts: { offer: offer.name, other: other.name },
    way: makingRoom(other),
  }));
  return [...missing, ...clashes];
}
