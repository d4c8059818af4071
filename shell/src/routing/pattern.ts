export type Params = Readonly<Record<string, string>>;

interface Placed {
  readonly route: string;
  readonly query?: readonly string[] | undefined;
}

/**
 * What a path says under a pattern such as `/bills/:bill-id?`, or nothing when it
 * does not fit. The parameters' names are the portlet's attributes.
 */
export function matchRoute(pattern: string, path: string): Params | undefined {
  const given = path.split('/').filter(Boolean);
  const wanted = pattern.split('/').filter(Boolean);
  if (given.length > wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index];
    if (segment.startsWith(':')) {
      const optional = segment.endsWith('?');
      if (value === undefined && !optional) return undefined;
      if (value !== undefined) params[segment.slice(1, optional ? -1 : undefined)] = decoded(value);
    } else if (value !== segment) return undefined;
  }
  return params;
}

/** What an address says to a portlet: its route's parameters, and those of the query that it asks for. */
export function paramsOf({ route, query = [] }: Placed, { pathname, search }: Pick<Location, 'pathname' | 'search'>): Params | undefined {
  const params = matchRoute(route, pathname);
  const asked = new URLSearchParams(search);
  return params && { ...Object.fromEntries([...asked].filter(([name]) => query.includes(name))), ...params };
}

/** Where a portlet begins: its route without parameters, `/bills`. */
export function startOf(pattern: string): string {
  return pattern.replace(/\/:.*$/, '') || '/';
}

interface Moved {
  readonly route: string;
  readonly formerly?: readonly string[] | undefined;
}

/** Where an address leads now that was another portlet's once; nothing when it is as it should be. */
export function movedTo(portlets: readonly Moved[], { pathname, search }: Pick<Location, 'pathname' | 'search'>): string | undefined {
  const asked = [...new URLSearchParams(search).keys()].map((name) => `${pathname}?${name}`);
  const owner = portlets.find(({ formerly }) => formerly?.some((place) => asked.includes(place)));
  return owner && startOf(owner.route) + search;
}

/** A hand-written address may hold a stray percent sign. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
