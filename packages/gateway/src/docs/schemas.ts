import * as contracts from '@faceplate/contracts';
import * as z from 'zod/mini';
import type { Schema } from '../routing/route.ts';

export type Json = Record<string, unknown>;

const PLACE = '#/components/schemas/';

/** Every schema of the contracts under the name it is exported by: what the document refers to instead of repeating it. */
const named = z.registry<{ id: string }>();
for (const [id, value] of Object.entries(contracts)) {
  if (value instanceof z.core.$ZodType && !named.has(value)) named.add(value, { id });
}

/** What is asked takes the schema's way in, what is answered its way out: defaults are filled in between. */
type Way = 'input' | 'output';

/** Answers may gain fields (that is how this API grows), so the document does not say that there are no others. */
const OPTIONS = {
  unrepresentable: 'any',
  override: ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) => {
    if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  },
} as const;

/** A reference where the contracts have a name for it, else the schema itself with references inside. */
export function schemaOf(schema: Schema, io: Way): Json {
  const id = named.get(schema)?.id;
  if (id !== undefined) return { $ref: PLACE + id };
  const { $schema: _, $defs: __, ...rest } = z.toJSONSchema(schema, { ...OPTIONS, io, metadata: named }) as Json;
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', `"${PLACE}`)) as Json;
}

/** The whole, without references: for reading its properties. */
export function flatSchemaOf(schema: Schema): { properties?: Record<string, Json>; required?: string[] } {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, Json>; required?: string[] };
}

/** All named schemas, for `components`; those that are only ever sent stand as they are sent. */
export function namedSchemas(): Record<string, Json> {
  const made = (io: Way) => z.toJSONSchema(named, { ...OPTIONS, io, uri: (id) => PLACE + id }).schemas as Record<string, Json>;
  const sent = made('input');
  return Object.fromEntries(
    Object.entries(made('output')).map(([id, schema]) => {
      const { $schema: _, $id: __, ...rest } = id.endsWith('Request') ? (sent[id] ?? schema) : schema;
      return [id, rest];
    }),
  );
}
