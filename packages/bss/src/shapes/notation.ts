/**
 * What kind of value an attribute holds: a basic kind, or the name of a shape
 * (capital letter first); `[]` behind either for a list of them.
 *
 * A name that no table has is a shape of nothing but what every shape has, as
 * most references are.
 */
export type Kind = string;

export type BasicKind = 'text' | 'number' | 'integer' | 'flag' | 'instant' | 'date' | 'any';

/** Kinds of attributes by shape. What `IN_EVERY_SHAPE` names is not repeated. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, Kind>>>>;

export const IN_EVERY_SHAPE: ReadonlySet<string> = new Set([
  'id',
  'href',
  'name',
  '@type',
  '@baseType',
  '@schemaLocation',
  '@referredType',
]);

/** All shapes of one version. */
export interface Dictionary {
  shapes: Shapes;
  /** Places where one of several shapes may stand; `@type` says which. */
  unions: Readonly<Record<string, readonly string[]>>;
  /** What may stand where a shape is expected, because it extends that shape. */
  subtypes: Readonly<Record<string, readonly string[]>>;
  /** Shapes without `@type`: values, not things. */
  plain: ReadonlySet<string>;
}

/** The kind of one element of a list kind; undefined for any other kind. */
export const elementOf = (kind: Kind): Kind | undefined => (kind.endsWith('[]') ? kind.slice(0, -2) : undefined);

const SHAPE = /^[A-Z]/;

export const isShape = (kind: Kind): boolean => SHAPE.test(kind) && !kind.endsWith('[]');

/** The kind of an attribute, undefined where the shape does not know it. */
export function kindIn({ shapes }: Dictionary, shape: string, attribute: string): Kind | undefined {
  if (IN_EVERY_SHAPE.has(attribute)) return 'text';
  const kinds = Object.hasOwn(shapes, shape) ? shapes[shape] : undefined;
  return kinds && Object.hasOwn(kinds, attribute) ? kinds[attribute] : undefined;
}
