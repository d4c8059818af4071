import type { SentHeaders } from './send.ts';
import type { TmfBody } from './types.ts';

/** The entity tag that came with a record. TM Forum knows none; servers that give one (ours does) say by it which state was read. */
const revs = new WeakMap<TmfBody, string>();

export function withRev(record: TmfBody, headers: SentHeaders): TmfBody {
  const etag = headers.get('etag');
  // Of a sane length, and nothing but what RFC 9110 has in a tag: it is sent back.
  if (etag !== null && /^(W\/)?"[\u0021\u0023-\u007E]{0,128}"$/.test(etag)) revs.set(record, etag);
  return record;
}

/** What became of a record keeps its tag. */
export function copiedRev(record: TmfBody, copy: TmfBody): TmfBody {
  const rev = revs.get(record);
  if (rev !== undefined) revs.set(copy, rev);
  return copy;
}

export const revOf = (record: TmfBody | undefined): string | undefined => record && revs.get(record);
