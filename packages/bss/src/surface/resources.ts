import { lensOf } from './lens.ts';
import type { Lens } from './lens.ts';
import type { Surface } from './call.ts';
import { answer } from './resource.routes.ts';
import { scopeOf } from './scope.ts';
import { notFound } from './tmf-error.ts';
import { definitions } from '../definitions/definitions.ts';

/** Stands for the id of an outer resource in the table's paths. */
const ANY = '*';

/** Every path under which a collection is served, aliases too. */
const collections: ReadonlyMap<string, Lens> = new Map(
  definitions.flatMap((definition) =>
    definition.views.flatMap((view) => {
      const inner = definition.under ? `${definition.under.resource}/${ANY}/${view.resource}` : view.resource;
      return view.bases.map((base) => [`${base}/${inner}`, lensOf(definition, view)] as const);
    }),
  ),
);

interface Target {
  lens: Lens;
  id?: string;
  outer?: string;
}

/** An id as it was before it became part of a path. No store is asked about one that none could hold. */
function idIn(segment: string): string {
  let id: string;
  try {
    id = decodeURIComponent(segment);
  } catch {
    throw notFound();
  }
  if (id === '' || id.includes('\0')) throw notFound();
  return id;
}

const atPath = (segments: readonly string[]): Lens | undefined => collections.get(segments.join('/'));

function nested(segments: readonly string[], outerAt: number): Target | undefined {
  const outer = segments[outerAt];
  const lens = outer === undefined ? undefined : atPath(segments.slice(0, outerAt + 2).with(outerAt, ANY));
  return lens && outer !== undefined ? { lens, outer: idIn(outer) } : undefined;
}

function targetOf(pathname: string): Target | undefined {
  // Clients put base paths and names together with a slash too many, at the end or in between.
  const segments = ['', ...pathname.split('/').filter((segment) => segment !== '')];
  const last = segments.length - 1;
  const whole = atPath(segments);
  if (whole) return { lens: whole };
  const around = atPath(segments.slice(0, last));
  if (around) return { lens: around, id: idIn(segments[last] ?? '') };
  const inner = nested(segments, last - 1);
  if (inner) return inner;
  const one = nested(segments, last - 2);
  return one && { ...one, id: idIn(segments[last] ?? '') };
}

/** Answers a request to any resource of any API in any version; 404 where there is none. */
export async function answerResource(surface: Surface, request: Request): Promise<Response> {
  const target = targetOf(new URL(request.url).pathname);
  if (!target) throw notFound();
  const { lens, id, outer } = target;
  const scope = scopeOf(request);
  return answer({ surface, lens, request, ...(outer !== undefined && { outer }), ...(scope && { scope }) }, id);
}
