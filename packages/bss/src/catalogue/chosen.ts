import { type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { conditionsOf } from './prices.ts';
import { isWithin, periodOf, sayable } from './read.ts';

/** What somebody has chosen of an offering, by name of the characteristic; where they said nothing, what it comes with. */
export type Chosen = ReadonlyMap<string, readonly string[]>;

export function chosenOf(offering: Resource, item: Json | undefined): Chosen {
  const usual = objects(offering['prodSpecCharValueUse']).flatMap((use): [string, string[]][] => {
    const values = objects(use['productSpecCharacteristicValue']);
    const defaults = values.filter(({ isDefault }) => isDefault === true);
    const name = text(use['name']);
    return name === undefined ? [] : [[name, (defaults.length > 0 ? defaults : values.slice(0, 1)).flatMap(({ value }) => sayable(value) ?? [])]];
  });
  const said = objects(objects(item?.['product'])[0]?.['productCharacteristic']).flatMap(({ name, value }): [string, string[]][] => {
    const key = text(name);
    return key === undefined ? [] : [[key, [value].flat().flatMap((one) => sayable(one) ?? [])]];
  });
  return new Map([...usual, ...said]);
}

/** The moment whose prices hold: now, or the last in which the offering was sold. */
export const pricedAt = (offering: Resource, now: Date): number => Math.min(now.getTime(), periodOf(offering['validFor']).until - 1);

/** Does a price of the catalogue (TMF620) hold at a moment for what was chosen? */
export const holdsFor = (price: Resource, chosen: Chosen, moment: number): boolean =>
  isWithin(periodOf(price['validFor']), moment) && [...conditionsOf(price)].every(([name, values]) => chosen.get(name)?.some((value) => values.has(value)) ?? false);
