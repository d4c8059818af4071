import type { Obstacle } from '@faceplate/contracts';
import type { Code } from '../docs/problem-codes.ts';
import { Refusal } from '../problem.ts';

/** The codes of all obstacles there are. */
export const OBSTACLES: readonly Code[] = ['offer-not-yet-sold', 'offer-not-sold', 'offer-segment', 'offer-cannot-check', 'offer-requires', 'offer-excludes', 'offer-refused'];

/** Why an offer cannot be had, and what would help: the first obstacle speaks, all are listed. */
export function obstacleRefusal(obstacles: readonly Obstacle[], path: string): Refusal {
  const [first] = obstacles;
  return new Refusal({
    status: 422,
    code: `offer-${first?.code ?? 'refused'}`,
    title: first?.reason ?? 'This offer cannot be ordered.',
    ...(first?.remedy !== undefined && { detail: first.remedy }),
    errors: obstacles.map(({ reason, remedy }) => ({ path, message: remedy === undefined ? reason : `${reason} ${remedy}` })),
  });
}
