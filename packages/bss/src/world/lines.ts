import type { BilledLine } from '../customer-bill/charge.ts';
import type { Price, Promotion } from '../customer-bill/standing.ts';
import type { Offer } from './catalogue.ts';
import type { Party } from './parties.ts';
import { dayIn, dayOfMonth, monthNumber } from './zone.ts';

/** A product somebody owns, as the bills and orders see it. Instants are local midnights. */
export interface Line extends LineStory {
  id: string;
  offer: Offer;
  identifier: string;
  user: Party;
  startedAt: number;
  endedAt?: number;
  suspended?: boolean;
  /** What it is booked to at a company, where that is not what its unit's costs are. */
  costCentre?: string;
}

/** What has happened to a line while it was somebody's. */
export interface LineStory {
  /** What it has cost at which times, where that has changed; in order. */
  prices?: readonly Price[];
  /** Beside the welcome discount. */
  promotions?: readonly Promotion[];
  /** The product that it took the place of. */
  replaces?: string;
  /** It was billed to another account until then. */
  moved?: { from: string; on: number };
  /** What was used of which tariff so many months ago, where that is no matter of chance. */
  uses?: Readonly<Record<number, readonly Use[]>>;
}

/** So much of a tariff, and where or with whom, use by use in turn. */
export interface Use {
  tariff: string;
  quantity: number;
  details?: readonly string[];
  /** Days of the month, where each use is one. */
  days?: readonly number[];
}

/** The line as its bills name it. */
export const billed = ({ id, offer, identifier }: Line): BilledLine => ({ id, name: offer.name, identifier });

export function productRef({ id, offer }: Line) {
  return { id, name: offer.name, '@referredType': 'Product' };
}

/** When the welcome discount of a line ends. */
export function promotionEnd({ offer, startedAt }: Pick<Line, 'offer' | 'startedAt'>): number {
  return dayIn(monthNumber(startedAt) + (offer.family.promotion?.months ?? 0), dayOfMonth(startedAt));
}

/** Everything that is taken from the price of a line at some time. Whoever moves a line to another account is welcomed no second time. */
export function promotionsOf(line: Line): Promotion[] {
  const { promotion } = line.offer.family;
  const welcome = promotion && !line.moved ? [{ off: promotion.off, from: line.startedAt, until: promotionEnd(line) }] : [];
  return [...welcome, ...(line.promotions ?? [])];
}

/** A device is paid in as many parts as one is bound to it for months. */
export const partsOf = ({ offer: { family } }: Line): number | undefined => (family.line === 'device' && family.term > 0 ? family.term : undefined);
