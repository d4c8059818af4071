import type { Obstacle } from '@faceplate/contracts';
import { Refusal } from '../problem.ts';

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
