import type { TmfApi } from '../upstream.ts';
import type { TmfQuery } from '../types.ts';
import { IN_V5, OF_THE_OTHER, type Shape, wrapOf } from './shapes.ts';

/** The list of somebody else's identifiers, which v4 has as one text. */
const identifiersOf = (api: TmfApi): string => IN_V5[api]?.identifiers ?? 'externalIdentifier';

/** Where v5 has what v4 has at this path: `relatedParty.id` is at `relatedParty.partyOrPartyRole.id`. */
function pathInV5(api: TmfApi, resource: string, path: string): string {
  if (path === 'externalId') return `${identifiersOf(api)}.id`;
  return stepsInV5(api, IN_V5[api]?.shapes?.[resource], path.split('.')).join('.');
}

function stepsInV5(api: TmfApi, shape: Shape | undefined, [step = '', ...rest]: readonly string[]): string[] {
  const name = shape?.names?.[step] ?? step;
  const [next] = rest;
  if (next === undefined) return [name];
  const wrap = OF_THE_OTHER.has(next) ? wrapOf(api, step) : undefined;
  return [name, ...(wrap ? [wrap.inner] : []), ...stepsInV5(api, shape?.parts?.[step], rest)];
}

/** `-orderDate,name` */
const sortInV5 = (api: TmfApi, resource: string, keys: string): string =>
  keys.split(',').map((key) => (/^[-+]/.test(key) ? key[0] : '') + pathInV5(api, resource, key.replace(/^[-+]/, ''))).join(',');

const fieldsInV5 = (api: TmfApi, resource: string, fields: string): string =>
  fields.split(',').map((field) => (field === 'externalId' ? identifiersOf(api) : pathInV5(api, resource, field))).join(',');

/** A query in v4's words with the names that v5 knows them by. */
export function queryInV5(api: TmfApi, resource: string, query: TmfQuery): TmfQuery {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      if (name === 'sort' && typeof value === 'string') return [name, sortInV5(api, resource, value)];
      if (name === 'fields' && typeof value === 'string') return [name, fieldsInV5(api, resource, value)];
      return [pathInV5(api, resource, name), value];
    }),
  );
}
