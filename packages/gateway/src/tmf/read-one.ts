import { UpstreamProblem } from '../upstream/problem.ts';
import { Unreadable } from './read.ts';

/** One record alone: when it cannot be read there is nothing else to show, so it is a broken answer. */
export function readOne<T>(origin: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new UpstreamProblem('garbage', origin, `record lacks ${error.message}`);
  }
}
