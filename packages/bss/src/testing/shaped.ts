import fc from 'fast-check';
import { type BasicKind, type Dictionary, elementOf, isShape, type Kind } from '../shapes/notation.ts';
import { possibleAt } from '../shapes/shape-of.ts';
import type { JsonObject } from '../surface/body.ts';

const BASICS: Readonly<Record<BasicKind, fc.Arbitrary<unknown>>> = {
  text: fc.string({ maxLength: 8 }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  integer: fc.integer(),
  flag: fc.boolean(),
  instant: fc.date({ noInvalidDate: true, min: new Date('1970-01-01'), max: new Date('2999-12-31') }).map((date) => date.toISOString()),
  date: fc.constant('2026-11-21'),
  any: fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.boolean(), fc.constant({ a: [1] }), fc.constant(['a', 1])),
};

/** What has no identity of its own, but names of what it is about. */
const NAMELESS: ReadonlySet<string> = new Set([
  'AgreementItemRef',
  'ProductOfferingQualificationItemRef',
  'QuoteItemRef',
  'RelatedChannel',
  'RelatedEntity',
  'RelatedEntityRefOrValue',
  'RelatedPartyOrPartyRole',
  'RelatedPartyRefOrPartyRoleRef',
  'RelatedPlaceRefOrValue',
]);

/** Objects of a shape, or of one that may stand in for it: some of its attributes, each with a value of its kind. */
function objects(dictionary: Dictionary, kind: string, depth: number): fc.Arbitrary<JsonObject> {
  return fc.constantFrom(...possibleAt(dictionary, kind)).chain((shape) => {
    const kinds = Object.entries(dictionary.shapes[shape] ?? {});
    const attributes = Object.fromEntries(kinds.map(([name, one]) => [name, valuesOf(dictionary, one, depth - 1)]));
    const identity = NAMELESS.has(shape) ? {} : { id: BASICS.text, name: BASICS.text };
    const own = fc.record({ ...identity, anExtension: BASICS.any, ...attributes }, { requiredKeys: [] });
    const named = fc.oneof({ weight: 3, arbitrary: fc.constant(shape) }, fc.constant(undefined));
    return fc.tuple(named, own).map(([type, object]) => (type === undefined || dictionary.plain.has(shape) ? object : { '@type': type, ...object }));
  });
}

/** Values of a kind; nothing below `depth` objects. */
export function valuesOf(dictionary: Dictionary, kind: Kind, depth: number): fc.Arbitrary<unknown> {
  const element = elementOf(kind);
  if (element !== undefined) return depth <= 0 ? fc.constant([]) : fc.array(valuesOf(dictionary, element, depth), { maxLength: 2 });
  if (!isShape(kind)) return BASICS[kind as BasicKind];
  return depth <= 0 ? fc.constant({}) : objects(dictionary, kind, depth);
}
