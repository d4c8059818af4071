import type { Draft } from './draft.ts';
import type { Dice } from './random.ts';
import { dayIn, iso } from './zone.ts';

/** What reaches a house; speeds in Mbit/s. Our extension of TMF673, which says nothing about networks. */
interface Line {
  technology: 'fibre' | 'cable' | 'dsl';
  maxDownload: number;
  maxUpload: number;
  typicalDownload: number;
  typicalUpload: number;
  freePorts: number;
  /** Left out where it can be used already. */
  availableFrom?: string;
}

const part = (whole: number, dice: Dice, least: number, most: number) => Math.round((whole * dice.between(least, most)) / 100);

function line(technology: Line['technology'], down: number, up: number, dice: Dice, yields: readonly [number, number]): Line {
  const [least, most] = yields;
  return {
    technology,
    maxDownload: down,
    maxUpload: up,
    typicalDownload: part(down, dice, least, most),
    typicalUpload: part(up, dice, least, most),
    freePorts: dice.chance(0.05) ? 0 : dice.between(1, 12),
  };
}

/** Copper yields what its length lets it. */
function copper(dice: Dice): Line {
  const [down, up] = dice.pick([[16, 2], [50, 10], [100, 40], [100, 40], [250, 50]] as const);
  return line('dsl', down, up, dice, [60, 95]);
}

function cable(dice: Dice): Line[] {
  const [down, up] = dice.pick([[250, 25], [500, 50], [1000, 50]] as const);
  return dice.chance(0.65) ? [line('cable', down, up, dice, [68, 92])] : [];
}

/** Laid in two houses of five, planned within a year or so in two more. */
function fibre(draft: Draft, dice: Dice): Line[] {
  const laid = line('fibre', 1000, 500, dice, [93, 98]);
  const chance = dice.between(1, 10);
  if (chance <= 4) return [laid];
  return chance <= 8 ? [{ ...laid, availableFrom: inMonths(draft, dice.between(1, 14)) }] : [];
}

export const inMonths = (draft: Draft, months: number): string => iso(dayIn(draft.month + months));

/** The ways into a house, worst first. A house where companies sit has fibre of their own. */
export function coverageOf(draft: Draft, address: string, business: boolean): Line[] {
  const dice = draft.dice('coverage', address);
  const lines = [copper(dice), ...cable(dice)];
  return business ? [...lines, line('fibre', 1000, 1000, dice, [96, 99])] : [...lines, ...fibre(draft, dice)];
}

/** Fibre may have come to some floors and not yet to others. */
export function flatCoverage(draft: Draft, house: readonly Line[], address: string, unit: number): Line[] | undefined {
  const laid = house.find(({ technology, availableFrom }) => technology === 'fibre' && availableFrom === undefined);
  const dice = draft.dice('flat coverage', address, unit);
  return laid && dice.chance(0.3) ? [{ ...laid, availableFrom: inMonths(draft, dice.between(1, 6)) }] : undefined;
}

/** Houses that the stories of the demo are told about. */
export function storyCoverage(draft: Draft, address: string): Line[] | undefined {
  if (address !== 'Kastanienhof 12, 10437 Berlin') return undefined;
  const dice = draft.dice('coverage', address);
  return [
    { ...line('dsl', 100, 40, dice, [80, 90]), freePorts: 3 },
    { ...line('cable', 1000, 50, dice, [80, 90]), freePorts: 4 },
    { ...line('fibre', 1000, 500, dice, [94, 97]), freePorts: 8, availableFrom: inMonths(draft, 4) },
  ];
}
