import type { Definition, View } from '../definitions/definition.ts';
import { misfit } from '../shapes/check.ts';
import { v4ShapesOf } from '../shapes/v4/shapes.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import { valuesAt } from '../store/match.ts';
import type { Resource } from '../store/store.ts';
import { pathFromV5, shownAsV5, storedFromV5 } from '../versions/view.ts';
import type { JsonObject } from './body.ts';

/** How one version of an API sees one stored resource: the same document, said in that version's words. */
export interface Lens {
  definition: Definition;
  view: View;
  /** A stored body as this version says it, `href` with this origin before it. */
  show(origin: string, body: Resource): Resource;
  /** What a client said in this version's words, whole or as a merge patch, in stored form. */
  read(said: JsonObject): JsonObject;
  /** What is wrong with the kind of a value that a client said; undefined when nothing is. */
  misfit(said: JsonObject): string | undefined;
  /** Where the stored form has what this version has at this path. */
  path(path: readonly string[]): string[];
  /** The resource's own address in this version, without an origin. */
  hrefOf(body: Resource): string;
}

/** Where documents of a view live: `/tmf-api/{base}/{version}/{resource}`, inside the outer one where there is one. */
function collectionOf({ under }: Definition, { bases: [base], resource }: View, body: Resource): string {
  if (!under) return `${base}/${resource}`;
  const [outer] = valuesAt(body, under.attribute.split('.'));
  return `${base}/${under.resource}/${encodeURIComponent(String(outer))}/${resource}`;
}

/** What v5 does not know may still be v4's: no way in may leave a value of the wrong kind behind. */
function misfitIn(definition: Definition, { version, type }: View, said: JsonObject): string | undefined {
  const problem = misfit(version === 'v5' ? v5Shapes : v4ShapesOf(definition.api), type, said);
  if (problem !== undefined || version === 'v4' || definition.only === 'v5') return problem;
  return misfit(v4ShapesOf(definition.api), definition.type, storedFromV5(definition, said));
}

export function lensOf(definition: Definition, view: View): Lens {
  const translates = view.version === 'v5';
  const hrefOf = (body: Resource) => `${collectionOf(definition, view, body)}/${encodeURIComponent(body.id)}`;
  return {
    definition,
    view,
    hrefOf,
    show: (origin, body) => {
      const said = translates ? shownAsV5(definition, body) : body;
      return { ...said, id: body.id, href: `${origin}${hrefOf(body)}` };
    },
    misfit: (said) => misfitIn(definition, view, said),
    read: (said) => (translates ? storedFromV5(definition, said) : said),
    path: (path) => (translates ? pathFromV5(definition, path) : [...path]),
  };
}
