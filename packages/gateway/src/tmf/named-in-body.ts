import { invalid, Refusal } from '../problem.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A record that a request's body names: a stranger's and a missing one are the same mistake in the same field. */
export async function namedInBody<T = TmfBody>(path: string, message: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const missing = (error instanceof Refusal && error.problem.code === 'not-found') || (error instanceof UpstreamProblem && error.fault === 'not-found');
    throw missing ? invalid(422, [{ path, message }]) : error;
  }
}
