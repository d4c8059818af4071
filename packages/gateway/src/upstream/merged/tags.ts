import { quickDigest } from '../../http/etag.ts';
import type { TmfBody } from '../types.ts';
import type { Tags, TmfApi, Upstream } from '../upstream.ts';
import { withReferences } from './references.ts';

/** A system's mark follows from its name, so that ids stay what they are when another system is added, or one moves. */
export const tagOf = ({ name }: Pick<Upstream, 'name'>): string => quickDigest(name).slice(0, 5);

const BETWEEN = '~';

/** An id as it came, and the mark it bears, if it bears one of these. */
export function untagged(tags: readonly string[], id: string): { id: string; tag: string | undefined } {
  const at = id.lastIndexOf(BETWEEN);
  const tag = at < 1 ? undefined : id.slice(at + 1);
  return tag !== undefined && tags.includes(tag) ? { id: id.slice(0, at), tag } : { id, tag: undefined };
}

export const tagged = (id: string, tag: string): string => `${id}${BETWEEN}${tag}`;

/** A record of one system with its own id, and those of what it points at, told apart from other systems'. */
export function outward(api: TmfApi, tags: Tags, tag: string, body: TmfBody): TmfBody {
  const mark = (other: TmfApi, id: string) => (tags[other]?.includes(tag) ? tagged(id, tag) : id);
  const marked = withReferences(body, mark);
  return typeof marked['id'] === 'string' ? { ...marked, id: mark(api, marked['id']) } : marked;
}

/** The same on the way back. */
export const inward = (tags: Tags, body: TmfBody): TmfBody => withReferences(body, (api, id) => untagged(tags[api] ?? [], id).id);

/** The system that what a body points at lives in; `undefined` when it points at nothing of that kind. */
export function tagIn(tags: Tags, body: TmfBody, among: readonly string[]): string | undefined {
  const found: string[] = [];
  withReferences(body, (api, id) => {
    const { tag } = untagged(tags[api] ?? [], id);
    if (tag !== undefined && among.includes(tag)) found.push(tag);
    return id;
  });
  return found[0];
}
