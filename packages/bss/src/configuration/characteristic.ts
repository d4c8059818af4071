import { numberOf, refOf, sayable, wholeOf } from '../catalogue/read.ts';
import { objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';

/** A value that may be chosen, a range of numbers, or a pattern that a value must meet. */
export interface Allowed {
  value: unknown;
  from: number | undefined;
  to: number | undefined;
  interval: string;
  unit: string | undefined;
  pattern: string | undefined;
  isDefault: boolean;
}

/** One thing that can be chosen of a product, as the catalogue describes it. */
export interface Trait {
  id: string;
  name: string;
  description: string | undefined;
  valueType: string;
  least: number;
  most: number;
  pattern: string | undefined;
  /** False for what the operator has set. */
  isConfigurable: boolean;
  allowed: readonly Allowed[];
  relations: readonly JsonObject[];
}

function allowedOf(value: JsonObject): Allowed {
  return {
    value: value['value'],
    from: numberOf(value['valueFrom']),
    to: numberOf(value['valueTo']),
    interval: text(value['rangeInterval']) ?? 'closed',
    unit: text(value['unitOfMeasure']),
    pattern: text(value['regex']),
    isDefault: value['isDefault'] === true,
  };
}

const allowedIn = (one: JsonObject): Allowed[] => objects(one['productSpecCharacteristicValue']).map(allowedOf);

function traitOf(one: JsonObject): Trait[] {
  const name = text(one['name']);
  if (name === undefined) return [];
  const least = wholeOf(one['minCardinality']) ?? 0;
  return [
    {
      id: text(one['id']) ?? name,
      name,
      description: text(one['description']),
      valueType: text(one['valueType']) ?? 'string',
      least,
      most: Math.max(least, wholeOf(one['maxCardinality']) ?? 1),
      pattern: text(one['regex']),
      isConfigurable: one['configurable'] !== false,
      allowed: allowedIn(one),
      relations: objects(one['productSpecCharRelationship']),
    },
  ];
}

/** An offering may allow less than its specification, or set a default of its own. */
function narrowed(trait: Trait, use: JsonObject): Trait {
  const own = allowedIn(use);
  const least = wholeOf(use['minCardinality']) ?? trait.least;
  return {
    ...trait,
    description: text(use['description']) ?? trait.description,
    least,
    most: Math.max(least, wholeOf(use['maxCardinality']) ?? trait.most),
    allowed: own.length > 0 ? own : trait.allowed,
  };
}

/** What an offering says of itself alone is so, and not to be chosen; unless it leaves a choice. */
function stated(use: JsonObject): Trait[] {
  return traitOf(use).map((trait) => ({ ...trait, isConfigurable: trait.allowed.length > 1 }));
}

/**
 * What can be chosen of an offering, from catalogue data alone: the characteristics of its specification, narrowed by
 * its own `prodSpecCharValueUse`. A use that speaks of another specification (the guide's questions) is left out.
 */
export function traitsOf(offering: Resource, specification: Resource | undefined): Trait[] {
  const own = refOf(offering['productSpecification'])?.id;
  const uses = objects(offering['prodSpecCharValueUse']).filter((use) => {
    const about = refOf(use['productSpecification'])?.id;
    return about === undefined || about === own;
  });
  const described = objects(specification?.['productSpecCharacteristic']).flatMap(traitOf);
  const known = new Set(described.map(({ name }) => name));
  const useOf = (name: string) => uses.find((use) => use['name'] === name);
  return [
    ...described.map((trait) => narrowed(trait, useOf(trait.name) ?? {})),
    ...uses.filter((use) => !known.has(text(use['name']) ?? '')).flatMap(stated),
  ];
}

const sameValue = (a: unknown, b: unknown): boolean => a === b || (sayable(a) !== undefined && sayable(a) === sayable(b));

function isWithin({ from, to, interval }: Allowed, value: unknown): boolean {
  const number = numberOf(value);
  if (number === undefined) return false;
  const openBelow = interval === 'open' || interval === 'closedTop';
  const openAbove = interval === 'open' || interval === 'closedBottom';
  const low = from ?? -Infinity;
  const high = to ?? Infinity;
  return (openBelow ? number > low : number >= low) && (openAbove ? number < high : number <= high);
}

export const isRange = ({ from, to }: Allowed): boolean => from !== undefined || to !== undefined;

/** One value of this kind, be it named or within a range. */
export function admits(allowed: Allowed, value: unknown): boolean {
  return isRange(allowed) ? isWithin(allowed, value) : sameValue(allowed.value, value);
}

/** The values it has when nobody chooses: the catalogue's defaults, or the only one there is. */
export function defaultsOf({ allowed, least, isConfigurable }: Trait): unknown[] {
  const named = allowed.filter((one) => !isRange(one) && one.value !== undefined);
  const usual = named.filter(({ isDefault }) => isDefault).map(({ value }) => value);
  if (usual.length > 0) return usual;
  const [only] = named;
  return only && named.length === 1 && (least > 0 || !isConfigurable) ? [only.value] : [];
}
