import type { Lens } from './lens.ts';
import { mergePatch } from './merge-patch.ts';
import { notFound } from './tmf-error.ts';
import { nounOf } from '../nouns/nouns.ts';
import type { Clock, ReadScope, Resource, Store, Stored, StoreReader } from '../store/store.ts';
import type { JsonObject } from './body.ts';

/** What the routes of all resources need. */
export interface Surface {
  store: Store;
  clock: Clock;
  /** Origin before every `href`; the request's own when absent. */
  baseUrl?: string;
  partialStatus?: 200 | 206;
}

/** A request that has found its resource. */
export interface Call {
  surface: Surface;
  lens: Lens;
  request: Request;
  /** Id of the resource around it, where it is inside one. */
  outer?: string;
  /** For whom it is made; without one the caller sees and changes all. */
  scope?: ReadScope;
}

export const originOf = ({ surface: { baseUrl }, request }: Call): string =>
  baseUrl?.replace(/\/$/, '') ?? new URL(request.url).origin;

export const present = (stored: Stored | undefined): Stored => {
  if (!stored) throw notFound();
  return stored;
};

/** Inside another resource, a body names it, at however deep a path. */
export function within({ lens: { definition }, outer }: Call, body: Resource): Resource {
  if (!definition.under || outer === undefined) return body;
  const place = definition.under.attribute.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), outer);
  return mergePatch(body, place as JsonObject) as Resource;
}

export const sourceOf = ({ definition: { resource, from } }: Lens): string => from ?? resource;

/** A stored document as the caller sees it. */
export async function seen({ surface, lens }: Call, origin: string, reader: StoreReader, { body }: Stored): Promise<Resource> {
  const made = await nounOf(lens.definition.resource)?.composed?.(reader, body, surface.clock());
  return lens.show(origin, made ?? body);
}

/** Reads one, if it is where the call says it is. */
export async function found(call: Call, reader: StoreReader, id: string): Promise<Stored> {
  const one = present(await reader.get(sourceOf(call.lens), id));
  if (call.outer !== undefined && !call.lens.hrefOf(one.body).includes(`/${encodeURIComponent(call.outer)}/`)) throw notFound();
  return one;
}
