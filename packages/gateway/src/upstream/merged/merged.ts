import type { Within } from '../exchange.ts';
import { from } from '../origin.ts';
import { UpstreamProblem } from '../problem.ts';
import { copiedRev } from '../rev.ts';
import type { Missing, TmfBody, TmfClient, TmfList, TmfQuery } from '../types.ts';
import type { Merge, Tags, TmfApi, Upstream } from '../upstream.ts';
import { apiOfFilter } from './references.ts';
import { inward, outward, tagIn, tagOf, untagged } from './tags.ts';

interface Part {
  tag: string;
  client: TmfClient;
}

/** Several systems as one upstream. Their names must differ: customers read them, and ids are told apart by them. */
export function mergedUpstream(name: string, parts: readonly Upstream[], tags: Tags): Upstream {
  return { name, baseUrl: '', merge: { parts, tags }, fetch: () => Promise.reject(new TypeError('ask its parts')) };
}

/** Tags of each API that has several systems. */
export const tagsOf = (several: ReadonlyMap<TmfApi, readonly Upstream[]>): Tags =>
  Object.fromEntries([...several].map(([api, upstreams]) => [api, upstreams.map(tagOf)]));

/**
 * Lists are the union of all that answered; a record, and what is written to it, is the affair of the system that has
 * it. What only one system could not say is named as missing.
 */
export function mergedClient(api: TmfApi, origin: string, { parts, tags }: Merge, within: Within, clientOf: (api: TmfApi, upstream: Upstream, within: Within) => TmfClient): TmfClient {
  const all: Part[] = parts.map((upstream) => ({ tag: tagOf(upstream), client: clientOf(api, upstream, within) }));
  const shown = ({ tag, client }: Part, body: TmfBody): TmfBody => copiedRev(body, from(client.origin, outward(api, tags, tag, body)));
  const owner = (id: string): { part: Part; own: string } => {
    const { id: own, tag } = untagged(tags[api] ?? [], id);
    const part = all.find((one) => one.tag === tag);
    if (!part) throw new UpstreamProblem('not-found', origin, 'an id of no system');
    return { part, own };
  };
  return {
    origin,
    list: async (resource, query = {}, options = {}) => {
      const asked = all.flatMap((part) => {
        const words = queryFor(part.tag, api, tags, query);
        return words ? [{ part, answer: part.client.list(resource, words, options) }] : [];
      });
      const answers = await Promise.allSettled(asked.map(({ answer }) => answer));
      const lists = answers.map((answer, index) => shownList(answer, asked[index]?.part, shown));
      return union(lists, query, options.limit);
    },
    get: async (resource, id) => {
      const { part, own } = owner(id);
      return shown(part, await part.client.get(resource, own));
    },
    post: async (resource, body) => {
      const tag = tagIn(tags, body, tags[api] ?? []);
      const part = all.find((one) => one.tag === tag) ?? all[0];
      if (!part) throw new UpstreamProblem('unreachable', origin, 'no system at all');
      return shown(part, await part.client.post(resource, inward(tags, body)));
    },
    patch: async (resource, id, body, seen) => {
      const { part, own } = owner(id);
      return shown(part, await part.client.patch(resource, own, inward(tags, body), seen));
    },
    delete: async (resource, id) => {
      const { part, own } = owner(id);
      await part.client.delete(resource, own);
    },
  };
}

/** The ids of a filter that are of this system, without its mark; as they are where none bears a mark. What they are of need not be said: then their marks tell. */
function valueFor(tag: string, known: readonly string[], value: string | readonly string[]): string | readonly string[] {
  const marked = (typeof value === 'string' ? [value] : value).map((id) => untagged(known, id));
  if (marked.every((one) => one.tag === undefined)) return value;
  return marked.filter((one) => one.tag === undefined || one.tag === tag).map(({ id }) => id);
}

/** A query as one system understands it; `undefined` when it asks for records of others alone. */
function queryFor(tag: string, own: TmfApi, tags: Tags, query: TmfQuery): TmfQuery | undefined {
  const words: Record<string, TmfQuery[string]> = {};
  const every = Object.values(tags).flat();
  for (const [name, value] of Object.entries(query)) {
    const api = apiOfFilter(own, name);
    if (typeof value !== 'string' && typeof value !== 'object') {
      words[name] = value;
      continue;
    }
    const mine = valueFor(tag, api ? (tags[api] ?? []) : every, value);
    if (mine.length === 0 && value.length > 0) return undefined;
    words[name] = mine;
  }
  return words;
}

type Outcome = TmfList | { missing: Missing; error: UpstreamProblem };

function shownList(answer: PromiseSettledResult<TmfList>, part: Part | undefined, shown: (part: Part, body: TmfBody) => TmfBody): Outcome {
  if (answer.status === 'fulfilled') return part ? { ...answer.value, items: answer.value.items.map((row) => shown(part, row)) } : answer.value;
  const error: unknown = answer.reason;
  if (!(error instanceof UpstreamProblem)) throw error;
  return { missing: { origin: error.origin, reason: error.fault === 'unreachable' ? 'unreachable' : 'unreadable' }, error };
}

/** All rows in one order; when none of the systems answered, why the first did not. */
function union(outcomes: readonly Outcome[], query: TmfQuery, limit: number | undefined): TmfList {
  const lists = outcomes.filter((one) => 'items' in one);
  const failed = outcomes.filter((one) => 'error' in one);
  const [first] = failed;
  if (lists.length === 0 && first) throw first.error;
  const items = inOrder(lists.flatMap((list) => list.items), query['sort']);
  const sum = (of: (list: TmfList) => number) => lists.reduce((sofar, list) => sofar + of(list), 0);
  const [asOf] = lists.flatMap((list) => list.asOf ?? []).toSorted();
  return {
    items: limit === undefined ? items : items.slice(0, limit),
    total: sum(({ total }) => total),
    unreadable: sum(({ unreadable }) => unreadable),
    partial: lists.some(({ partial }) => partial) || (limit !== undefined && items.length > limit),
    ...(failed.length > 0 && { missing: failed.map(({ missing }) => missing) }),
    ...(asOf !== undefined && { asOf }),
  };
}

/** By the first key of `sort`, as TMF writes it; rows of equal keys stay in their systems' order. */
function inOrder(rows: readonly TmfBody[], sort: TmfQuery[string]): TmfBody[] {
  if (typeof sort !== 'string') return [...rows];
  const [key = ''] = sort.split(',');
  const [sign, path] = key.startsWith('-') ? [-1, key.slice(1)] : [1, key.replace(/^\+/, '')];
  const of = (row: TmfBody): string => {
    const found = path.split('.').reduce<unknown>((here, step) => (typeof here === 'object' && here !== null ? (here as TmfBody)[step] : undefined), row);
    return typeof found === 'string' ? found : '';
  };
  return rows.toSorted((one, other) => sign * of(one).localeCompare(of(other)));
}
