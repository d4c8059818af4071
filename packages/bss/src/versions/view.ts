import type { Definition } from '../definitions/definition.ts';
import { elementOf, isShape, type Kind, kindIn } from '../shapes/notation.ts';
import { guessedShape, possibleAt, shapeOf } from '../shapes/shape-of.ts';
import { v4Shapes, v4ShapesOf } from '../shapes/v4/shapes.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import type { JsonObject } from '../surface/body.ts';
import { namesInV4, namesInV5, valueInV4, valueInV5 } from './renames.ts';
import type { Turn } from './turn.ts';
import { TURNS } from './turns.ts';

/** Deeper than any body that is let in; what lies below is left as it is. */
const MAX_DEPTH = 64;

/** Where a value stands: what v5 expects there, and how to call the place itself (`Individual.externalReference`). */
interface Place {
  kind: Kind;
  name: string;
  depth: number;
  /** What only v5 knows is stored as v5 has it: the same names and classes, and no turns. */
  isV5Only: boolean;
  /** The whole resource, where the place is that. */
  whole?: Definition;
}

type Convert = (place: Place, object: JsonObject) => JsonObject;

const turnAt = ({ kind, isV5Only }: Place): Turn | undefined => (!isV5Only && Object.hasOwn(TURNS, kind) ? TURNS[kind] : undefined);

/** Is it an attribute of the whole that v4 has no place for, and no turn speaks of? */
function isAlone(place: Place, inV4: string, inV5: string): boolean {
  const { whole } = place;
  return whole !== undefined && kindIn(v4ShapesOf(whole.api), whole.type, inV4) === undefined && turnAt(place)?.step([inV5]) === undefined;
}

/** Where an attribute stands, by its names in both versions; undefined where v5 does not know it. */
function placeIn(place: Place, shape: string, inV4: string, inV5: string): Place | undefined {
  const kind = kindIn(v5Shapes, shape, inV5);
  if (kind === undefined) return undefined;
  const { whole: _, ...rest } = place;
  return { ...rest, kind, name: `${shape}.${inV5}`, depth: place.depth + 1, isV5Only: place.isV5Only || isAlone(place, inV4, inV5) };
}

/** A value at a place, whatever is in it: lists where objects belong and the other way round are gone through alike. */
function convert(place: Place | undefined, value: unknown, by: Convert): unknown {
  if (!place || place.depth > MAX_DEPTH || typeof value !== 'object' || value === null) return value;
  const kind = elementOf(place.kind) ?? place.kind;
  if (Array.isArray(value)) return value.map((member) => convert({ ...place, kind, depth: place.depth + 1 }, member, by));
  return isShape(kind) ? by({ ...place, kind }, value as JsonObject) : value;
}

const typeIn = (object: JsonObject): string | undefined => (typeof object['@type'] === 'string' ? object['@type'] : undefined);

/** Attributes in v5's words, each with its value as v5 has it. */
function attributesInV5(place: Place, shape: string, object: JsonObject): JsonObject {
  const names = place.isV5Only ? undefined : namesInV5(shape, place.name);
  const entries = Object.entries(object).map(([v4, value]): [string, unknown] => {
    const name = names?.get(v4) ?? v4;
    return [name, valueInV5(`${shape}.${name}`, convert(placeIn(place, shape, v4, name), value, inV5))];
  });
  return Object.fromEntries(entries);
}

function attributesInV4(place: Place, shape: string, object: JsonObject): JsonObject {
  const names = namesInV4(shape, place.name);
  const entries = Object.entries(object).map(([name, value]): [string, unknown] => {
    const v4 = names.get(name) ?? name;
    return [v4, valueInV4(`${shape}.${name}`, convert(placeIn(place, shape, v4, name), value, inV4))];
  });
  return Object.fromEntries(entries);
}

/** A class of v4's that v5 does not have at a place (`RelatedParty`) says nothing there; extensions do. */
function saysNothing({ kind, isV5Only }: Place, type: unknown): boolean {
  if (isV5Only || typeof type !== 'string' || possibleAt(v5Shapes, kind).has(type)) return false;
  return Object.hasOwn(v4Shapes.shapes, type);
}

/** v5 wants `@type` on every thing. */
function inV5(place: Place, object: JsonObject): JsonObject {
  const turned = turnAt(place)?.shown(object) ?? object;
  const { '@type': type, ...shown } = attributesInV5(place, shapeOf(v5Shapes, place.kind, turned), turned);
  const isPlain = v5Shapes.plain.has(place.kind);
  if (type !== undefined && (isPlain || !saysNothing(place, type))) return { '@type': type, ...shown };
  return isPlain ? shown : { '@type': guessedShape(v5Shapes, place.kind, turned), ...shown };
}

/** A `@type` that says no more than the place and the object itself is not stored. */
function inV4(place: Place, object: JsonObject): JsonObject {
  if (place.isV5Only) return object;
  const shape = shapeOf(v5Shapes, place.kind, object);
  const { '@type': said, ...attributes } = attributesInV4(place, shape, object);
  const isPlain = v5Shapes.plain.has(place.kind);
  const guessed = guessedShape(v5Shapes, place.kind, attributes);
  const type = said === undefined && !isPlain ? shape : said;
  const kept = type === undefined || (type === guessed && !isPlain) ? attributes : { '@type': type, ...attributes };
  return turnAt(place)?.stored(kept) ?? kept;
}

const typesOf = ({ type, v5 }: Definition) => ({ v4: type, v5: v5?.type ?? type });

function whole(definition: Definition): Place {
  const kind = typesOf(definition).v5;
  return { kind, name: kind, depth: 0, isV5Only: definition.only === 'v5', whole: definition };
}

const shapeOfWhole = (place: Place, body: JsonObject): string => shapeOf(v5Shapes, place.kind, body);

/** A stored body as v5 says it. */
export function shownAsV5(definition: Definition, body: JsonObject): JsonObject {
  const place = whole(definition);
  const types = typesOf(definition);
  const turned = turnAt(place)?.shown(body) ?? body;
  const type = typeIn(body);
  return {
    ...attributesInV5(place, shapeOfWhole(place, turned), turned),
    '@type': type === undefined || type === types.v4 ? types.v5 : type,
  };
}

/**
 * What a client of v5 said, whole or as a merge patch, in the stored form.
 * `null` stands for what is no longer, also where one attribute of v5's is kept
 * in two.
 */
export function storedFromV5(definition: Definition, said: JsonObject): JsonObject {
  if (definition.only === 'v5') return said;
  const place = whole(definition);
  const types = typesOf(definition);
  const attributes = attributesInV4(place, shapeOfWhole(place, said), said);
  const stored = turnAt(place)?.stored(attributes) ?? attributes;
  return stored['@type'] === types.v5 ? { ...stored, '@type': types.v4 } : stored;
}

/** The class at a place that knows an attribute, where several may stand there. */
function shapeWith(place: Place, attribute: string): string {
  const shapes = [...possibleAt(v5Shapes, place.kind)];
  return shapes.find((shape) => kindIn(v5Shapes, shape, attribute) !== undefined) ?? place.kind;
}

interface Stage {
  /** What this stage adds to the stored path. */
  stored: readonly string[];
  rest: readonly string[];
  place: Place | undefined;
}

/** Goes one step along a path in v5's words, to where the next of its names is looked up. */
function along(place: Place, path: readonly string[]): Stage {
  const [name = ''] = path;
  const element: Place = { ...place, kind: elementOf(place.kind) ?? place.kind };
  const shape = shapeWith(element, name);
  const step = turnAt(element)?.step(path);
  const v4 = (element.isV5Only ? undefined : namesInV4(shape, element.name).get(name)) ?? name;
  return {
    stored: step?.stored ?? [v4],
    rest: path.slice(step?.taken ?? 1),
    place: placeIn(element, shape, v4, name),
  };
}

/** Where the stored form keeps what v5 has at this path. */
export function pathFromV5(definition: Definition, path: readonly string[]): string[] {
  if (definition.only === 'v5') return [...path];
  const stored: string[] = [];
  let place: Place | undefined = whole(definition);
  let rest = path;
  while (place && rest.length > 0) {
    const stage = along(place, rest);
    stored.push(...stage.stored);
    ({ place, rest } = stage);
  }
  return [...stored, ...rest];
}

/** What a filter on a path in v5 looks for in the stored form: few values are said otherwise, among them the whole's own `@type`. */
export function valuesFromV5(definition: Definition, path: readonly string[], values: readonly string[]): string[] {
  const { v4, v5 } = typesOf(definition);
  const place = `${v5}.${path.join('.')}`;
  return values.map((value) => (place === `${v5}.@type` && value === v5 ? v4 : String(valueInV4(place, value))));
}
