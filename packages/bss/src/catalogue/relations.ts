import type { Offering } from './offering.ts';

/** Something a customer has or is about to have. */
export interface Holding {
  offering: Offering;
  /** The product that is owned, or the item that is wanted. */
  id: string;
  where: 'owned' | 'wanted';
}

/** Two offerings that do not go together, or one that lacks another. */
export type RelationObstacle =
  | { kind: 'excludes'; with: Holding }
  | { kind: 'requires'; anyOf: readonly Offering[]; names: readonly string[] };

const names = (offering: Offering, other: Offering): boolean => offering.excludes.some(({ id }) => id === other.id);

/** A bundle is also everything in it. */
function contents(holding: Holding, all: ReadonlyMap<string, Offering>): Offering[] {
  const parts = holding.offering.parts.flatMap(({ id }) => all.get(id) ?? []);
  return [holding.offering, ...parts];
}

/**
 * What speaks against having an offering beside all this. An exclusion counts
 * whichever of the two names the other; `requires` is met by any one of those named.
 */
export function relationObstacles(
  offering: Offering,
  beside: readonly Holding[],
  all: ReadonlyMap<string, Offering>,
): RelationObstacle[] {
  const conflicts = beside.filter(({ offering: other }) => names(offering, other) || names(other, offering));
  const held = new Set(beside.flatMap((holding) => contents(holding, all)).map(({ id }) => id));
  const { requires } = offering;
  const missing = requires.length > 0 && !requires.some(({ id }) => held.has(id));
  return [
    ...conflicts.map((holding) => ({ kind: 'excludes' as const, with: holding })),
    ...(missing
      ? [{ kind: 'requires' as const, anyOf: requires.flatMap(({ id }) => all.get(id) ?? []), names: requires.map(({ name }) => name) }]
      : []),
  ];
}
