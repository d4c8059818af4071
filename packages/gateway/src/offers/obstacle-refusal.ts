import type { Obstacle } from '@faceplate/contracts';
import { type Code, problemCodes } from '../docs/problem-codes.ts';
import { Refusal } from '../problem.ts';

/** The codes of all obstacles that have one of their own; the others are told by `offer-refused`. */
export const OBSTACLES: readonly Code[] = ['offer-not-yet-sold', 'offer-not-sold', 'offer-segment', 'offer-cannot-check', 'offer-requires', 'offer-excludes', 'offer-refused'];

function codeOf(code = ''): Code {
  const own = `offer-${code}`;
  return Object.hasOwn(problemCodes, own) ? (own as Code) : 'offer-refused';
}

/** Why an offer cannot be had, and what would help: the first obstacle speaks, all are listed. */
export function obstacleRefusal(obstacles: readonly Obstacle[], path: string): Refusal {
  const [first] = obstacles;
  return new Refusal({
    status: 422,
    code: codeOf(first?.code),
    title: first?.reason ?? 'This offer cannot be ordered.',
    ...(first?.remedy !== undefined && { detail: first.remedy }),
    errors: obstacles.map(({ reason, remedy }) => ({ path, message: remedy === undefined ? reason : `${reason} ${remedy}` })),
    obstacles: [...obstacles],
  });
}
