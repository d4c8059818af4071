import { type Answer, must, type Watch } from './asking.ts';
import type { Definition, View } from '../../definitions/definition.ts';
import { definitions } from '../../definitions/definitions.ts';
import { misfit } from '../../shapes/check.ts';
import { v4ShapesOf } from '../../shapes/v4/shapes.ts';
import { v5Shapes } from '../../shapes/v5/shapes.ts';
import { isObject, type JsonObject } from '../../surface/body.ts';
import { type SpecFault, specFaults } from '../../testing/specs.ts';

interface Served {
  definition: Definition;
  view: View;
}

/** Every collection by its path, with `*` for the resource around it. */
const collections: ReadonlyMap<string, Served> = new Map(
  definitions.flatMap((definition) =>
    definition.views.flatMap((view) => {
      const inner = definition.under ? `/${definition.under.resource}/*/${view.resource}` : `/${view.resource}`;
      return view.bases.map((base) => [base + inner, { definition, view }] as const);
    }),
  ),
);

function servedAt(path: string): Served | undefined {
  const [pathname = ''] = path.split('?');
  const segments = pathname.split('/');
  const one = segments.slice(0, -1);
  const nested = [segments, one].map((steps) => steps.map((step, at) => (at === steps.length - 2 ? '*' : step)));
  const known = [segments, one, ...nested].map((steps) => collections.get(steps.join('/')));
  return known.find((served) => served !== undefined);
}

/** The resources an answer holds whole; a choice of `fields` is not a whole one. */
function bodiesIn({ asked, status, body }: Answer): JsonObject[] {
  if (status < 200 || status > 206 || /[?&]fields=/.test(asked.path)) return [];
  return (Array.isArray(body) ? (body as unknown[]) : [body]).filter(isObject).filter((one) => typeof one['id'] === 'string');
}

/**
 * Is the server to blame? It stores what a client says of inner things as it
 * stands, gaps and all (TMF's kits post `receiver: [{}]`); the whole, where a
 * client can make one, and v5's `@type` everywhere are the server's to complete.
 */
function isOurs({ operations, version }: View, { path, missing }: SpecFault): boolean {
  if (missing === undefined || (missing === '@type' && version === 'v5')) return true;
  return path === '' && operations.includes('create');
}

interface Judge {
  /** Also what a client leaves out of inner things counts: for worlds, whose every word is the operator's own. */
  strict?: boolean;
}

/** Looks whether every resource in an answer fits our own shapes and, where the public files are at hand, theirs. */
export function schemaWatch({ strict = false }: Judge = {}): Watch {
  return (answer) => {
    const served = servedAt(answer.asked.path);
    if (!served) return;
    const { definition, view } = served;
    const shapes = view.version === 'v5' ? v5Shapes : v4ShapesOf(definition.api);
    for (const body of bodiesIn(answer)) {
      const problem = misfit(shapes, view.type, body);
      must(problem === undefined, `a ${view.type} of ${view.version} fits its shape, but ${String(problem)}`, answer);
      const fault = specFaults(definition.api, view.version, view.type, body).find((one) => strict || isOurs(view, one));
      must(fault === undefined, `a ${view.type} is what ${definition.api} ${view.version} says, but ${String(fault?.text)}`, answer);
    }
  };
}
