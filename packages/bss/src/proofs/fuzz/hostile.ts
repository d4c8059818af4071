import { confusions } from './confusions.ts';
import { envelopes } from './envelopes.ts';
import { patches } from './patches.ts';
import { questions } from './questions.ts';
import type { Attack, Hostile, Terrain } from './terrain.ts';
import type { Dice } from '../../world/random.ts';

const ATTACKS: Readonly<Record<string, Attack>> = { ...envelopes, ...questions, ...confusions, ...patches };

/** One hostile request, of a kind picked by chance. */
export function hostile(dice: Dice, terrain: Terrain): Hostile {
  // What passes for sense gets furthest in, so every fourth is of that kind.
  const kind = dice.chance(0.25) ? dice.pick(['plausible', 'plausibleChange']) : dice.pick(Object.keys(ATTACKS));
  const attack = ATTACKS[kind];
  if (!attack) throw new RangeError(`There is no attack ${kind}.`);
  return { kind, ...attack(dice, terrain) };
}
