import type { Match, MatchReason, Offer, Shortlist } from '@faceplate/contracts';

/** An answer the customer gave, in the guide's order. */
export interface Wish {
  /** The trait of an offer that speaks to it: "Speed". */
  name: string;
  value: string;
}

/** What an offer says of itself: which answers it satisfies, and in which words. */
export interface Trait {
  name: string;
  values: readonly string[];
  says: string;
}

export interface Candidate {
  offer: Offer;
  traits: readonly Trait[];
}

const MOST = 3;

/**
 * At most three offers for the wishes, best first: most wishes met, then those that meet the earlier question, then
 * those the customer may order, then the cheapest a month, then by name. An offer that meets none is not shown; with
 * no wish at all the cheapest are.
 */
export function shortlist(candidates: readonly Candidate[], wishes: readonly Wish[]): Shortlist {
  const matches = candidates
    .map((candidate) => ({ match: matchOf(candidate, wishes), key: keyOf(candidate, wishes) }))
    .filter(({ match }) => wishes.length === 0 || match.met.length > 0)
    .toSorted((one, other) => compare(one.key, other.key))
    .slice(0, MOST)
    .map(({ match }) => match);
  return { matches, considered: candidates.length };
}

function matchOf({ offer, traits }: Candidate, wishes: readonly Wish[]): Match {
  const met: MatchReason[] = [];
  const unmet: MatchReason[] = [];
  for (const wish of wishes) {
    const trait = traits.find(({ name }) => name === wish.name);
    (trait?.values.includes(wish.value) ? met : unmet).push({ wish: wish.value, says: trait?.says ?? '' });
  }
  return { offer, met, unmet };
}

type Key = readonly (number | string)[];

function keyOf({ offer, traits }: Candidate, wishes: readonly Wish[]): Key {
  const misses = wishes.map((wish) => (traits.some(({ name, values }) => name === wish.name && values.includes(wish.value)) ? 0 : 1));
  const missed: number = misses.reduce<number>((sofar, miss) => sofar + miss, 0);
  return [missed, ...misses, offer.obstacles.length === 0 ? 0 : 1, offer.price.monthly.amount, offer.name, offer.id];
}

function compare(one: Key, other: Key): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at === -1 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}
