import type { TmfApi } from '../../options.ts';
import type { TmfQuery } from '../types.ts';
import { IN_V5, OF_THE_OTHER, type Shape, wrapOf } from './shapes.ts';

/** Where v5 has what v4 has at this path: `relatedParty.id` is at `relatedParty.partyOrPartyRole.id`. */
function pathInV5(api: TmfApi, resource: string, path: string): string {
  const steps = path.split('.');
  if (path === 'externalId') return `${IN_V5[api]?.identifiers ?? 'externalIdentifier'}.id`;
  const inV5: string[] = [];
  let shape: Shape | undefined = IN_V5[api]?.shapes?.[resource];
  for (const [index, step] of steps.entries()) {
    inV5.push(shape?.names?.[step] ?? step);
    const wrap = wrapOf(api, step);
    if (wrap && OF_THE_OTHER.has(steps[index + 1] ?? '')) inV5.push(wrap.inner);
    shape = shape?.parts?.[step];
  }
  return inV5.join('.');
}

/** `-orderDate,name` */
const sortInV5 = (api: TmfApi, resource: string, keys: string): string =>
  keys.split(',').map((key) => (/^[-+]/.test(key) ? key[0] : '') + pathInV5(api, resource, key.replace(/^[-+]/, ''))).join(',');

const fieldsInV5 = (api: TmfApi, resource: string, fields: string): string =>
  fields.split(',').map((field) => (field === 'externalId' ? (IN_V5[api]?.identifiers ?? 'externalIdentifier') : pathInV5(api, resource, field))).join(',');

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
