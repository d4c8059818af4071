import { type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { conditionsOf } from './prices.ts';
import { sayable } from './read.ts';

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

/** Does a price of the catalogue (TMF620) hold for what was chosen? */
export const isMet = (price: Resource, chosen: Chosen): boolean =>
  [...conditionsOf(price)].every(([name, values]) => chosen.get(name)?.some((value) => values.has(value)) ?? false);
