import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitions } from '../definitions/definitions.ts';
import { schemasOf, specsFolder } from '../testing/specs.ts';
import type { Schema, Schemas } from '../testing/specs-v5.ts';
import { type Dictionary, type Kind, kindIn } from './notation.ts';
import { v4ShapesOf } from './v4/shapes.ts';
import { v5Shapes } from './v5/shapes.ts';

const BASIC = /^(text|number|integer|flag|instant|date|any)(\[\])*$/;
const SHAPE = /^[A-Z]\w*(\[\])*$/;

test('every kind in the tables is a basic one or a shape, and every class served has a shape', () => {
  for (const { shapes } of [v4ShapesOf(''), v5Shapes]) {
    for (const [name, kinds] of Object.entries(shapes)) {
      for (const [attribute, kind] of Object.entries(kinds)) assert.ok(BASIC.test(kind) || SHAPE.test(kind), `${name}.${attribute}: ${kind}`);
    }
  }
  for (const { api, views } of definitions) {
    for (const { version, type } of views) {
      const { shapes } = version === 'v4' ? v4ShapesOf(api) : v5Shapes;
      assert.ok(Object.hasOwn(shapes, type), `The tables of src/shapes/${version} lack ${type}.`);
    }
  }
});

const nameIn = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

const FORMATS: Readonly<Record<string, Kind>> = { 'date-time': 'instant', date: 'date' };
const TYPES: Readonly<Record<string, Kind>> = { boolean: 'flag', integer: 'integer', number: 'number' };

function referredKind(schemas: Schemas, reference: string): Kind | undefined {
  const name = nameIn(reference);
  const target = schemas[name] ?? {};
  return target['properties'] !== undefined || target.allOf || target.oneOf ? name : saidKind(schemas, target);
}

/** What a file says an attribute holds; undefined where it says no more than that it is an object. */
function saidKind(schemas: Schemas, schema: Schema): Kind | undefined {
  if (schema.$ref !== undefined) return referredKind(schemas, schema.$ref);
  if (schema['type'] === 'string') return FORMATS[String(schema['format'])] ?? 'text';
  if (schema['type'] !== 'array') return TYPES[String(schema['type'])];
  const element = saidKind(schemas, (schema['items'] ?? {}) as Schema);
  return element === undefined ? undefined : `${element}[]`;
}

/** Attributes of a class with those of the classes it extends. */
function attributesOf(schemas: Schemas, name: string): Record<string, Schema> {
  const schema = schemas[name] ?? {};
  const inherited = [schema, ...(schema.allOf ?? [])].map((part) => ({
    ...(part.$ref !== undefined && attributesOf(schemas, nameIn(part.$ref))),
    ...(part['properties'] as Record<string, Schema> | undefined),
  }));
  return Object.assign({}, ...inherited) as Record<string, Schema>;
}

/** Where the tables say otherwise than a file, and why. */
const KNOWN: readonly RegExp[] = [
  // The files of v5 differ among themselves; the tables have the wider of the two.
  /v5 TMF\d+ GeographicSite\.relatedParty /,
  /v5 TMF\d+ Intent\.expression /,
  // Not within any resource of this file.
  /v4 TMF676 PaymentMethod\.relatedParty /,
  // The official examples put an object there, and numbers as text.
  /v5 TMF\d+ (Float|Integer|Number)CharacteristicValueSpecification\.value /,
  /v5 TMF\d+ Expression\.expressionValue /,
  /v5 TMF\d+ IntentExpression\.expressionValue /,
];

function differences(api: string, version: 'v4' | 'v5', dictionary: Dictionary): string[] {
  const schemas = schemasOf(api, version);
  return Object.keys(dictionary.shapes).flatMap((shape) =>
    Object.entries(attributesOf(schemas, shape)).flatMap(([attribute, schema]) => {
      const said = saidKind(schemas, schema);
      const known = kindIn(dictionary, shape, attribute);
      if (known === said || (said === undefined && /^any/i.test(known ?? ''))) return [];
      return [`${version} ${api} ${shape}.${attribute} is ${String(said)} in the file, ${String(known)} in the table`];
    }),
  );
}

test('the tables say what the public files say', { skip: specsFolder() === undefined && 'no specification files at hand' }, () => {
  const found = [...new Set(definitions.map(({ api }) => api))].flatMap((api) => [
    ...differences(api, 'v4', v4ShapesOf(api)),
    ...differences(api, 'v5', v5Shapes),
  ]);
  assert.deepEqual(found.filter((difference) => !KNOWN.some((known) => known.test(difference))), []);
});
