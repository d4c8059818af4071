import { ApiProblem, Offline } from '@faceplate/client';
import type { Obstacle } from '@faceplate/contracts';
import { words } from './messages.ts';

/** Why something was not done, in words. */
export interface Refusal {
  heading: string;
  help: string;
  /** What to quote to support. */
  reference: string | undefined;
  /** The session is over: only signing in helps. */
  signedOut: boolean;
}

export function refusalOf(cause: unknown): Refusal {
  if (cause instanceof Offline) return { heading: words.noAnswer(), help: words.noAnswerHelp(), reference: undefined, signedOut: false };
  if (!(cause instanceof ApiProblem)) return { heading: words.notDone(), help: words.notDoneHelp(), reference: undefined, signedOut: false };
  const { problem, signedOut, retryable } = cause;
  if (signedOut) return { heading: words.signedOut(), help: words.signedOutHelp(), reference: undefined, signedOut };
  // A refusal for a reason is worded by the service; a failure is not the customer's to understand.
  if (retryable) return { heading: words.notDone(), help: words.notDoneHelp(), reference: problem.trace, signedOut };
  return { heading: problem.title, help: helpOf(cause), reference: problem.trace, signedOut };
}

function helpOf({ problem }: ApiProblem): string {
  return problem.detail ?? problem.errors?.map(({ message }) => message).join(' ') ?? words.notDoneHelp();
}

/** Staff see what a customer could have; ordering is the customer's own. */
export const staffObstacle = (): Obstacle => ({ code: 'staff', reason: words.staff(), remedy: words.staffHelp() });
