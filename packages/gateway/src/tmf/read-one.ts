import { UpstreamProblem } from '../upstream/problem.ts';
import { isUnreadable } from './read.ts';

/** One record alone: when it cannot be read there is nothing else to show, so it is a broken answer. */
export function readOne<T>(origin: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    throw new UpstreamProblem('garbage', origin, `record: ${error.name}`, { cause: error });
  }
}
