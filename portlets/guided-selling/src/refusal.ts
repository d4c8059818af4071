import { ApiProblem, Offline } from '@faceplate/client';
import type { Obstacle } from '@faceplate/contracts';
import { words } from './messages.ts';

/** Why something was not done, in words. */
export interface Refusal {
  heading: string;
  help: string;
  /** What to quote to support. */
  reference?: string | undefined;
  /** The session is over: only signing in helps. */
  signedOut?: boolean;
  /** What stands in the way, each with its way on: trying again alone does not help. */
  obstacles?: readonly Obstacle[] | undefined;
}

export function refusalOf(cause: unknown): Refusal {
  if (cause instanceof Offline) return { heading: words.noAnswer(), help: words.noAnswerHelp() };
  if (!(cause instanceof ApiProblem)) return { heading: words.notDone(), help: words.notDoneHelp() };
  const { problem, signedOut, retryable } = cause;
  if (signedOut) return { heading: words.signedOut(), help: words.signedOutHelp(), signedOut };
  // A refusal for a reason is worded by the service; a failure is not the customer's to understand.
  if (retryable) return { heading: words.notDone(), help: words.notDoneHelp(), reference: problem.trace };
  return { heading: problem.title, help: helpOf(cause), reference: problem.trace, obstacles: problem.obstacles };
}

function helpOf({ problem }: ApiProblem): string {
  return problem.detail ?? problem.errors?.map(({ message }) => message).join(' ') ?? words.notDoneHelp();
}
