import type { Definition, View } from '../definitions/definition.ts';
import { misfit } from '../shapes/check.ts';
import { kindIn } from '../shapes/notation.ts';
import { v4ShapesOf } from '../shapes/v4/shapes.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import { valuesAt } from '../store/match.ts';
import type { Resource } from '../store/store.ts';
import { pathFromV5, shownAsV5, storedFromV5, valuesFromV5 } from '../versions/view.ts';
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
  /** What a filter on a path of this version looks for in the stored form. */
  values(path: readonly string[], values: readonly string[]): string[];
  /** The resource's own address in this version, without an origin. */
  hrefOf(body: Resource): string;
}

/** Where documents of a view live: `/tmf-api/{base}/{version}/{resource}`, inside the outer one where there is one. */
function collectionOf({ under }: Definition, { bases: [base], resource }: View, body: Resource): string {
  if (!under) return `${base}/${resource}`;
  const [outer] = valuesAt(body, under.attribute.split('.'));
  return `${base}/${under.resource}/${encodeURIComponent(String(outer))}/${resource}`;
}

const v5Of = ({ views }: Definition): View | undefined => views.find(({ version }) => version === 'v5');

/** Attributes that v4 does not know may still be v5's, and v5 will show them. */
function misfitInV4(definition: Definition, said: JsonObject): string | undefined {
  const { api, type } = definition;
  const shapes = v4ShapesOf(api);
  const problem = misfit(shapes, type, said);
  const v5 = v5Of(definition);
  if (problem !== undefined || !v5) return problem;
  const unknown = Object.entries(said).filter(([name]) => kindIn(shapes, type, name) === undefined);
  return misfit(v5Shapes, v5.type, shownAsV5(definition, Object.fromEntries(unknown)));
}

/** No way in may leave a value of the wrong kind behind, whichever version knows its name. */
function misfitIn(definition: Definition, { version, type }: View, said: JsonObject): string | undefined {
  if (version === 'v4') return misfitInV4(definition, said);
  const problem = misfit(v5Shapes, type, said);
  if (problem !== undefined || definition.only === 'v5') return problem;
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
    values: (path, values) => (translates ? valuesFromV5(definition, path, values) : [...values]),
  };
}
