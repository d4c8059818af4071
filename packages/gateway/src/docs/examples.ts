import made from './examples.json' with { type: 'json' };

/** A call and its answer as they go over the wire. Of a paper the first words, where it is text. */
export interface Example {
  /** Path and query, below `/api/v1`. */
  path: string;
  request?: unknown;
  response?: unknown;
}

/**
 * `GET /bills` → a call that was really made: the reference world answered it. `testing/make-examples.ts` writes the
 * file; a test holds each one to its route's contract.
 */
export const examples: Readonly<Record<string, Example>> = made;
