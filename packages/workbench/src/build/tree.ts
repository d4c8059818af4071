/** What we look at of a syntax tree in ESTree's words, as the bundler's parser gives it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Every node, parents before children. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  else if (value !== null && typeof value === 'object') {
    if ('type' in value) yield value as Node;
    for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesOf(child);
  }
}

export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `code` with these places, which do not overlap, replaced. */
export function replaced(code: string, places: readonly Replacement[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text } of places.toSorted((a, b) => a.start - b.start)) {
    out += code.slice(at, start) + text;
    at = end;
  }
  return out + code.slice(at);
}
