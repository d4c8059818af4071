import { IN_EVERY_SHAPE, kindIn } from '../shapes/notation.ts';
import { possibleAt } from '../shapes/shape-of.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import { isObject, type JsonObject } from '../surface/body.ts';
import { isEmpty, split, type Turn } from './turn.ts';

/** What a reference in v4 says of the thing it points at, rather than of the relation to it. */
const OF_THE_OTHER: ReadonlySet<string> = new Set(['id', 'href', 'name', '@referredType']);

/** Where a whole thing stands in place of a reference, everything that its class knows is its own, but for its role here. */
function belongsInside(type: unknown): (name: string) => boolean {
  if (typeof type !== 'string') return (name) => OF_THE_OTHER.has(name);
  return (name) => OF_THE_OTHER.has(name) || (!IN_EVERY_SHAPE.has(name) && name !== 'role' && kindIn(v5Shapes, type, name) !== undefined);
}

/**
 * v4 says in one object who or what is related and how; v5 puts the who or what
 * into an object of its own: `{role, partyOrPartyRole: {id, name}}`.
 *
 * What v5 can say of it and v4 cannot (a party's own role) stays in an object
 * under v5's name in the stored form as well.
 */
export function wrap(inner: string, kind: string): Turn {
  const classes = possibleAt(v5Shapes, kind);
  const classIn = ({ '@type': type }: JsonObject) => (typeof type === 'string' && classes.has(type) ? type : undefined);
  return {
    shown: ({ [inner]: more, ...flat }) => {
      if (more !== undefined && !isObject(more)) return { ...flat, [inner]: more };
      const type = classIn(flat);
      const [own, relation] = split(flat, belongsInside(type));
      const other = { ...own, ...(type !== undefined && { '@type': type }), ...more };
      if (type !== undefined) delete relation['@type'];
      return more === undefined && isEmpty(other) ? relation : { ...relation, [inner]: other };
    },
    stored: ({ [inner]: other, ...relation }) => {
      if (!isObject(other)) return other === undefined ? relation : { ...relation, [inner]: other };
      const type = relation['@type'] === undefined ? classIn(other) : undefined;
      const { '@type': _, ...untyped } = other;
      const [own, more] = split(type === undefined ? other : untyped, belongsInside(type));
      // The relation's own attributes would be lost under the other's.
      const clashes = Object.keys(own).some((name) => Object.hasOwn(relation, name));
      if (clashes || isEmpty(other)) return { ...relation, [inner]: other };
      const said = { ...relation, ...own, ...(type !== undefined && { '@type': type }) };
      return isEmpty(more) ? said : { ...said, [inner]: more };
    },
    step: ([first, second]) => {
      const isHere = second === undefined || [...classes].some((type) => belongsInside(type)(second));
      return first === inner && isHere ? { stored: [], taken: 1 } : undefined;
    },
  };
}
