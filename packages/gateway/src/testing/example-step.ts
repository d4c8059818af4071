import type { Answer } from './operator.ts';

/** What the steps before have answered, by route. */
export type Found = Readonly<Record<string, Answer<unknown>>>;
/** One example: how a route is asked. */
export interface Step {
  route: string;
  path: (found: Found) => string;
  body?: (found: Found) => unknown;
}
