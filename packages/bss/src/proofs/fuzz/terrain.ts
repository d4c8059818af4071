import type { Definition, View } from '../../definitions/definition.ts';
import type { Dice } from '../../world/random.ts';

/** A request as bytes go out; `raw` goes out as it is, request line and all. */
export interface Hostile {
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  readonly raw?: Buffer;
}

export type Target = readonly [Definition, View];

/** What a hostile client has to go by: the public table of resources, and ids it has seen. */
export interface Terrain {
  readonly targets: readonly Target[];
  readonly known: readonly string[];
}

export type Attack = (dice: Dice, terrain: Terrain) => Omit<Hostile, 'kind'>;

export const collectionOf = ([, { bases, resource }]: Target): string => `${bases[0]}/${resource}`;

/** The path of something that exists, where anything does. */
export function existing(dice: Dice, { known, targets }: Terrain): string {
  return known.length > 0 && dice.chance(0.8) ? dice.pick(known) : `${collectionOf(dice.pick(targets))}/nobody`;
}
