import type { TmfApi } from '../upstream.ts';
import { attributeOf, nameOf } from '../tidy.ts';
import { isObject, type TmfBody } from '../types.ts';
import { IN_V5, MEDIA, OF_A_MEDIUM, type Shape, wrapOf } from './shapes.ts';

/** Deeper than any honest body; what lies below is left as it is. */
const MOST_DEPTH = 32;

const turned = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).map(([v4, v5]) => [v5, v4]));

const namesInV4 = new WeakMap<Shape, ReadonlyMap<string, string>>();

function v4NameOf(shape: Shape | undefined, name: string): string {
  if (!shape?.names) return name;
  const known = namesInV4.get(shape) ?? turned(shape.names);
  namesInV4.set(shape, known);
  return known.get(name) ?? name;
}

/**
 * A record of v5 in v4's words. A server that mixes both generations is read as well: what is v4's already stays, and
 * where an attribute stands under both names v4's counts.
 */
export function intoV4(api: TmfApi, resource: string, body: TmfBody): TmfBody {
  const shape = IN_V5[api]?.shapes?.[resource];
  return withIdentifier(objectInV4(api, shape, body, 0));
}

function valueInV4(api: TmfApi, attribute: string, shape: Shape | undefined, value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > MOST_DEPTH) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => valueInV4(api, attribute, shape, one, depth + 1));
  return turnedBack(api, attribute, objectInV4(api, shape, value as TmfBody, depth + 1));
}

function objectInV4(api: TmfApi, shape: Shape | undefined, body: TmfBody, depth: number): TmfBody {
  const entries: [string, unknown][] = [];
  for (const [said, value] of Object.entries(body)) {
    const name = nameOf(said);
    const v4 = v4NameOf(shape, name);
    const kept = v4 !== name && Object.hasOwn(body, v4) ? name : v4;
    const attribute = attributeOf(name, value);
    if (attribute !== undefined) entries.push([kept, valueInV4(api, kept, shape?.parts?.[kept], attribute, depth)]);
  }
  return Object.fromEntries(entries);
}

function turnedBack(api: TmfApi, attribute: string, object: TmfBody): TmfBody {
  if (attribute === 'contactMedium') return mediumInV4(object);
  if (attribute === 'productRelationship') return relationshipInV4(object);
  const wrap = wrapOf(api, attribute);
  return wrap ? unwrapped(object, wrap.inner) : object;
}

/** `{role, partyOrPartyRole: {id, name}}` as `{role, id, name}`. `@type` is from there on that of the party. */
function unwrapped(relation: TmfBody, inner: string): TmfBody {
  const { [inner]: other, '@type': _, ...rest } = relation;
  if (!isObject(other)) return relation;
  const facts = inner === 'partyOrPartyRole' ? partyOf(other) : other;
  const { '@type': type, '@referredType': referred } = facts;
  const named = { ...facts, ...rest, ...(referred === undefined && typeof type === 'string' && isWhole(type) && { '@referredType': type }) };
  // Who says two things of whose it is, says nothing.
  const isTorn = new Set([rest['id'], facts['id']].filter((id) => id !== undefined)).size > 1;
  return isTorn ? Object.fromEntries(Object.entries(named).filter(([name]) => name !== 'id')) : named;
}

/** A class that says what something is, and not only that it is referred to. */
const isWhole = (type: string): boolean => !type.endsWith('Ref') && !type.startsWith('Related');

/** A role is played by somebody: in v4 that one is the party. */
function partyOf({ partyId, partyName, engagedParty, ...other }: TmfBody): TmfBody {
  if (partyId === undefined && !isObject(engagedParty)) return other;
  const { id, name } = isObject(engagedParty) ? engagedParty : {};
  const known = { ...other, partyRoleId: other['id'], id: partyId ?? id, name: partyName ?? name ?? other['name'] };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** v5 has a text of somebody else's as a list of identifiers with owners; the first one is v4's. */
function withIdentifier(body: TmfBody): TmfBody {
  const { externalId, externalIdentifier } = body;
  if (typeof externalId === 'string') return body;
  const [first] = [externalId ?? externalIdentifier].flat();
  const id = isObject(first) ? first['id'] : undefined;
  if (externalId === undefined && id === undefined) return body;
  const { externalId: _, ...rest } = body;
  return { ...rest, ...(id !== undefined && { externalId: id }), ...(Array.isArray(externalId) && { externalIdentifier: externalId }) };
}

function mediumInV4(medium: TmfBody): TmfBody {
  const own = Object.entries(medium).filter(([name]) => OF_A_MEDIUM.has(name));
  if (own.length === 0) return medium;
  const rest = Object.entries(medium).filter(([name]) => !OF_A_MEDIUM.has(name));
  const type = MEDIA.find(([attribute]) => Object.hasOwn(medium, attribute))?.[2];
  const { characteristic, ...more } = Object.fromEntries(rest);
  return {
    ...(type !== undefined && { mediumType: type }),
    ...more,
    characteristic: { ...(isObject(characteristic) && characteristic), ...Object.fromEntries(own) },
  };
}

/** v5's relationship is itself the reference that v4's holds. */
function relationshipInV4({ relationshipType, '@type': type, ...product }: TmfBody): TmfBody {
  if (product['product'] !== undefined || product['id'] === undefined) return { relationshipType, ...(type !== undefined && { '@type': type }), ...product };
  return { relationshipType, ...(type !== undefined && { '@type': type }), product };
}
