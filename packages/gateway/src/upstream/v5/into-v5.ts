import type { TmfApi } from '../upstream.ts';
import { isObject, type TmfBody } from '../types.ts';
import { IN_V5, OF_A_MEDIUM, OF_THE_OTHER, type Shape, type Wrap, wrapOf } from './shapes.ts';
import { typeOf } from './types.ts';

/** What is being written down, as far as its parts must know. */
interface Writing {
  api: TmfApi;
  identifiers: 'externalId' | 'externalIdentifier';
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A resource's own class: `productOrder` is a `ProductOrder`. */
export const classOf = (api: TmfApi, resource: string): string => capital(IN_V5[api]?.resources?.[resource] ?? resource);

/** What the gateway says in v4's words, as v5 has it: a whole body to create, or a merge patch. Every object has its `@type`. */
export function intoV5(api: TmfApi, resource: string, body: TmfBody): TmfBody {
  const { shapes, identifiers = 'externalIdentifier' } = IN_V5[api] ?? {};
  const { '@type': type, ...attributes } = objectInV5({ api, identifiers }, shapes?.[resource], identified(body, identifiers));
  return { '@type': type ?? classOf(api, resource), ...attributes };
}

function objectInV5(writing: Writing, shape: Shape | undefined, body: TmfBody): TmfBody {
  const entries = Object.entries(body).map(([v4, value]): [string, unknown] => [shape?.names?.[v4] ?? v4, valueInV5(writing, v4, shape, value)]);
  return Object.fromEntries(entries);
}

function valueInV5(writing: Writing, v4: string, shape: Shape | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => valueInV5(writing, v4, shape, one));
  if (!isObject(value)) return value;
  const part = shape?.parts?.[v4];
  const object = objectInV5(writing, part, value);
  const wrap = wrapOf(writing.api, v4);
  if (wrap) return wrapped(object, wrap);
  return typed(writing, shape?.names?.[v4] ?? v4, turned(v4, object));
}

function typed({ api }: Writing, attribute: string, object: TmfBody): TmfBody {
  const type = object['@type'] ?? typeOf(attribute, object, api === 'TMF663');
  return type === undefined ? object : { '@type': type, ...object };
}

function turned(v4: string, object: TmfBody): TmfBody {
  if (v4 === 'contactMedium') return mediumInV5(object);
  if (v4 === 'productRelationship' && isObject(object['product'])) {
    const { product, ...rest } = object;
    const { '@type': _, ...reference } = product;
    return { ...rest, ...reference };
  }
  return object;
}

function mediumInV5({ characteristic, mediumType, ...rest }: TmfBody): TmfBody {
  if (!isObject(characteristic)) return { ...rest, ...(mediumType !== undefined && { mediumType }), ...(characteristic !== undefined && { characteristic }) };
  const { '@type': _, ...said } = characteristic;
  const known = Object.entries(said).filter(([name]) => OF_A_MEDIUM.has(name));
  const more = Object.entries(said).filter(([name]) => !OF_A_MEDIUM.has(name));
  const flat = { ...rest, ...Object.fromEntries(known), ...(more.length > 0 && { characteristic: Object.fromEntries(more) }) };
  // The class says it, where there is something to tell it from.
  return known.length > 0 || mediumType === undefined ? flat : { ...flat, mediumType };
}

/** `{role, id, name}` as `{role, partyOrPartyRole: {id, name}}`. */
function wrapped(object: TmfBody, { inner, outer, type }: Wrap): TmfBody {
  const { '@type': said, ...rest } = object;
  if (isObject(rest[inner])) return { '@type': outer, ...object };
  const own = Object.entries(rest).filter(([name]) => OF_THE_OTHER.has(name));
  const relation = Object.fromEntries(Object.entries(rest).filter(([name]) => !OF_THE_OTHER.has(name)));
  // v4's classes of relations (`RelatedParty`) say nothing of the party.
  const ofTheOther = typeof said === 'string' && !said.startsWith('Related') ? said : type;
  return { '@type': outer, ...relation, [inner]: { '@type': ofTheOther, ...Object.fromEntries(own) } };
}

/** v5 has a list of identifiers where v4 has one text. */
function identified(body: TmfBody, list: 'externalId' | 'externalIdentifier'): TmfBody {
  const { externalId, externalIdentifier, ...rest } = body;
  if (externalId === undefined && externalIdentifier === undefined) return body;
  if (externalId === null) return { ...rest, [list]: null };
  const known: unknown[] = Array.isArray(externalIdentifier) ? externalIdentifier : [];
  const first = known.find((one) => isObject(one) && one['id'] === externalId);
  const all = first !== undefined || externalId === undefined ? known : [{ id: externalId }, ...known];
  return { ...rest, [list]: all };
}
