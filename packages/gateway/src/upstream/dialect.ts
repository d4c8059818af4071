import { basePathOf } from './bases.ts';
import { tidied } from './tidy.ts';
import type { TmfBody, TmfQuery } from './types.ts';
import type { TmfApi, TmfVersion } from './upstream.ts';
import { intoV4 } from './v5/into-v4.ts';
import { intoV5 } from './v5/into-v5.ts';
import { queryInV5 } from './v5/query.ts';
import { IN_V5 } from './v5/shapes.ts';

/** How one generation of an API is spoken. The gateway itself speaks v4; this stands between it and the wire. */
export interface Dialect {
  basePath: string;
  /** Of a merge patch. */
  patchType: string;
  resource(name: string): string;
  query(resource: string, query: TmfQuery): TmfQuery;
  /** `tidy`: nothing in the answer's text needs to be put in order. */
  heard(resource: string, body: TmfBody, tidy: boolean): TmfBody;
  said(resource: string, body: TmfBody): TmfBody;
}

const v4 = (api: TmfApi): Dialect => ({
  basePath: basePathOf(api, 'v4'),
  patchType: 'application/json',
  resource: (name) => name,
  query: (_, query) => query,
  heard: (resource, body, tidy) => {
    if (isMixed(renamed(api, resource), body)) return intoV4(api, resource, body);
    return tidy ? body : tidied(body);
  },
  said: (_, body) => body,
});

const v5 = (api: TmfApi): Dialect => ({
  basePath: basePathOf(api, 'v5'),
  patchType: 'application/merge-patch+json',
  resource: (name) => IN_V5[api]?.resources?.[name] ?? name,
  query: (resource, query) => queryInV5(api, resource, query),
  heard: (resource, body) => intoV4(api, resource, body),
  said: (resource, body) => intoV5(api, resource, body),
});

/** Attributes of relations that no record of v4 has: where one stands, a server of v4 gives v5's records. */
const OF_V5 = ['partyOrPartyRole', 'entity', 'channel', 'place'] as const;

type Renamed = readonly (readonly [v4: string, v5: string])[];
const none: Renamed = [];
const renamedBy = new Map(Object.entries(IN_V5).flatMap(([api, { shapes = {} }]) => Object.entries(shapes).map(([resource, { names = {} }]) => [`${api} ${resource}`, Object.entries(names)] as const)));
const renamed = (api: TmfApi, resource: string): Renamed => renamedBy.get(`${api} ${resource}`) ?? none;

function isMixed(names: Renamed, body: TmfBody): boolean {
  const { externalId, externalIdentifier, relatedParty, relatedEntity, channel, place } = body;
  if (Array.isArray(externalId) || (externalIdentifier !== undefined && externalId === undefined)) return true;
  if (names.some(([inV4, inV5]) => body[inV5] !== undefined && body[inV4] === undefined)) return true;
  return isWrapped(relatedParty) || isWrapped(relatedEntity) || isWrapped(channel) || isWrapped(place);
}

function isWrapped(relation: unknown): boolean {
  const one: unknown = Array.isArray(relation) ? relation[0] : relation;
  return typeof one === 'object' && one !== null && OF_V5.some((name) => typeof (one as TmfBody)[name] === 'object');
}

const known = new Map<string, Dialect>();

/**
 * TMF623 is older than both generations; of the others TM Forum has made no v5, and TMF679 of v5 asks by another resource.
 * They are spoken as v4 everywhere. TMF760 was born in v5 and has no other words to be turned into.
 */
const ALWAYS_V4: ReadonlySet<TmfApi> = new Set<TmfApi>([
  'TMF623', 'TMF635', 'TMF645', 'TMF646', 'TMF648', 'TMF653', 'TMF654', 'TMF667', 'TMF670', 'TMF673', 'TMF676', 'TMF679', 'TMF680', 'TMF681', 'TMF687', 'TMF760',
]);

export function dialectOf(api: TmfApi, version: TmfVersion = 'v4'): Dialect {
  const key = `${api} ${version}`;
  const dialect = known.get(key) ?? (version === 'v5' && !ALWAYS_V4.has(api) ? v5(api) : v4(api));
  known.set(key, dialect);
  return dialect;
}
