import type { JsonObject } from '../surface/body.ts';
import { type Dictionary, IN_EVERY_SHAPE, kindIn } from './notation.ts';

function beginningForOne(value: unknown): string | undefined {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Number';
  return typeof value === 'object' && value !== null ? 'Object' : undefined;
}

/** Which of the typed characteristics a value makes one, in the words their names begin with. */
function beginningFor(value: unknown): string | undefined {
  if (!Array.isArray(value)) return beginningForOne(value);
  const [first, ...others] = new Set(value.map(beginningForOne));
  return `${others.length > 0 ? 'Object' : (first ?? 'Object')}Array`;
}

/** How many of an object's attributes a shape knows, beside those that every shape has. */
function knownIn(dictionary: Dictionary, shape: string, object: JsonObject): number {
  const names = Object.keys(object).filter((name) => !IN_EVERY_SHAPE.has(name));
  return names.filter((name) => kindIn(dictionary, shape, name) !== undefined).length;
}

/** The shape that knows most of an object; the first of equals. */
function bestOf(dictionary: Dictionary, shapes: readonly string[], object: JsonObject): string | undefined {
  const scored = shapes.map((shape) => ({ shape, known: knownIn(dictionary, shape, object) }));
  return scored.reduce<(typeof scored)[number] | undefined>((best, one) => (best && best.known >= one.known ? best : one), undefined)
    ?.shape;
}

/** A reference names what it is about (`@referredType`); a value says something that no reference does. */
function memberOf(dictionary: Dictionary, members: readonly string[], object: JsonObject): string {
  const referred = object['@referredType'];
  const named = typeof referred === 'string' ? `${referred}Ref` : '';
  const reference = members.includes(named) ? named : (members.find((member) => member.endsWith('Ref')) ?? '');
  const value = bestOf(dictionary, members.filter((member) => !member.endsWith('Ref')), object);
  if (value === undefined) return reference;
  const inReference = knownIn(dictionary, reference, object);
  const isValue = knownIn(dictionary, value, object) > inReference || typeof object['id'] !== 'string';
  return isValue || reference === '' ? value : reference;
}

function subtypeOf(dictionary: Dictionary, kind: string, subtypes: readonly string[], object: JsonObject): string {
  const typed = `${beginningFor(object['value']) ?? ''}${kind}`;
  if (kind.startsWith('Characteristic')) return subtypes.includes(typed) ? typed : kind;
  return bestOf(dictionary, [kind, ...subtypes], object) ?? kind;
}

/** The class an object must be for what it holds, where a `kind` is expected and it does not say itself. */
export function guessedShape(dictionary: Dictionary, kind: string, object: JsonObject): string {
  const { unions, subtypes } = dictionary;
  const members = Object.hasOwn(unions, kind) ? unions[kind] : undefined;
  if (members) return memberOf(dictionary, members, object);
  const heirs = Object.hasOwn(subtypes, kind) ? subtypes[kind] : undefined;
  return heirs ? subtypeOf(dictionary, kind, heirs, object) : kind;
}

/** TMF670's own values of `@type` begin with a small letter, its classes with a capital one. */
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * The shape an object has where a `kind` is expected: the one its `@type`
 * names, if that may stand here, else the one that fits what it holds. A class
 * that nobody here knows extends the one expected.
 */
export function shapeOf(dictionary: Dictionary, kind: string, object: JsonObject): string {
  const said = object['@type'];
  const names = typeof said === 'string' ? [said, capital(said)] : [];
  return names.find((name) => possibleAt(dictionary, kind).has(name)) ?? guessedShape(dictionary, kind, object);
}

const possible = new WeakMap<Dictionary, Map<string, ReadonlySet<string>>>();

/** Every class that may stand where a `kind` is expected. */
export function possibleAt(dictionary: Dictionary, kind: string): ReadonlySet<string> {
  let known = possible.get(dictionary);
  if (!known) possible.set(dictionary, (known = new Map<string, ReadonlySet<string>>()));
  let names = known.get(kind);
  if (!names) known.set(kind, (names = allAt(dictionary, kind)));
  return names;
}

function allAt({ unions, subtypes }: Dictionary, kind: string): ReadonlySet<string> {
  const members = (Object.hasOwn(unions, kind) ? unions[kind] : undefined) ?? [kind];
  return new Set(members.flatMap((name) => [name, ...((Object.hasOwn(subtypes, name) ? subtypes[name] : undefined) ?? [])]));
}
