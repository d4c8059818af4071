import type { Offering, Share } from './offering.ts';

/** A part of a bundle taken too seldom or too often. */
export interface BundleObstacle {
  kind: 'tooFew' | 'tooMany' | 'notAPart';
  part: Pick<Share, 'id' | 'name'>;
  least: number;
  most: number;
  taken: number;
}

/**
 * Whether so many of each part make this bundle. `taken` counts offerings by
 * id; a part that is not mentioned is taken as often as the catalogue takes it by itself.
 */
export function bundleObstacles(bundle: Offering, taken: ReadonlyMap<string, number>): BundleObstacle[] {
  const known = new Set(bundle.parts.map(({ id }) => id));
  const counted = bundle.parts.flatMap((part): BundleObstacle[] => {
    const count = taken.get(part.id) ?? part.usual;
    const { id, name, least, most } = part;
    if (count < least) return [{ kind: 'tooFew', part: { id, name }, least, most, taken: count }];
    return count > most ? [{ kind: 'tooMany', part: { id, name }, least, most, taken: count }] : [];
  });
  const strangers = [...taken].filter(([id, count]) => count > 0 && !known.has(id));
  return [
    ...counted,
    ...strangers.map(([id, count]) => ({ kind: 'notAPart' as const, part: { id, name: id }, least: 0, most: 0, taken: count })),
  ];
}
