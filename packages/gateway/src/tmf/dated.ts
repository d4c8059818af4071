import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfQuery } from '../upstream/types.ts';

/** Asked for by its dates; not every server compares them, and of one that does not all is read: whoever asks keeps what it wants. */
export async function dated<T>(dates: TmfQuery, read: (query: TmfQuery) => Promise<T>): Promise<T> {
  try {
    return await read(dates);
  } catch (error) {
    if (error instanceof UpstreamProblem && error.fault === 'refused' && error.status === 400) return read({});
    throw error;
  }
}
