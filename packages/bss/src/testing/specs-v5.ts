export interface Schema {
  $ref?: string;
  oneOf?: Schema[];
  allOf?: Schema[];
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  [keyword: string]: unknown;
}

export type Schemas = Record<string, Schema>;

const nameIn = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** A class as its heirs extend it: itself alone, without a look at `@type`. */
const itself = (name: string): Schema => ({ $ref: `#/definitions/${name}!` });

/** References anew: what a class extends is that class itself, everything else whatever `@type` says. */
function rewritten(value: unknown, isExtended = false): unknown {
  if (Array.isArray(value)) return value.map((one) => rewritten(one, isExtended));
  if (typeof value !== 'object' || value === null) return value;
  const { discriminator: _, ...schema } = value as Schema;
  if (schema.$ref !== undefined) return isExtended ? itself(nameIn(schema.$ref)) : { $ref: `#/definitions/${nameIn(schema.$ref)}` };
  return Object.fromEntries(Object.entries(schema).map(([keyword, member]) => [keyword, rewritten(member, keyword === 'allOf')]));
}

/** The class that `@type` names, out of those that may stand here. */
function byType(mapping: Readonly<Record<string, string>>): Schema[] {
  return Object.entries(mapping).map(([type, reference]) => ({
    if: { required: ['@type'], properties: { '@type': { const: type } } },
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own keyword
    then: itself(nameIn(reference)),
  }));
}

/**
 * v5's schemas so that `@type` chooses the branch. Their `oneOf`s overlap: read
 * as plain JSON Schema they refuse a fifth of the files' own examples.
 */
export function dispatched(schemas: Schemas): Schemas {
  const entries = Object.entries(schemas).flatMap(([name, schema]): [string, Schema][] => {
    const mapping = schema.discriminator?.mapping ?? {};
    if (!schema.oneOf) {
      return [
        [`${name}!`, rewritten(schema) as Schema],
        [name, { allOf: [itself(name), ...byType(mapping)] }],
      ];
    }
    const types = schema.discriminator?.mapping ?? Object.fromEntries(schema.oneOf.map(({ $ref = '' }) => [nameIn($ref), $ref]));
    const oneOfThem: Schema = { required: ['@type'], properties: { '@type': { enum: Object.keys(types) } } };
    const union: Schema = { allOf: [oneOfThem, ...byType(types)] };
    return [
      [`${name}!`, union],
      [name, union],
    ];
  });
  return Object.fromEntries(entries);
}
