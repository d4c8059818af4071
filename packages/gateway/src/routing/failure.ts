import type { Log } from '../options.ts';
import { notFound, problemResponse, Refusal } from '../problem.ts';
import { UpstreamProblem } from '../upstream/problem.ts';

/** An answer that does not fit its own contract. The upstream's data is at fault, or our adapter; the customer is not. */
export class AnswerMismatch extends Error {
  override readonly name = 'AnswerMismatch';
}

/** Any error as what the customer may know of it. What was thrown stays in the log, found by its trace. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof UpstreamProblem) return upstreamRefusal(error);
  if (error instanceof AnswerMismatch) {
    return new Refusal({ status: 502, code: 'answer-unreadable', title: 'The answer could not be read. Try again later.' });
  }
  return new Refusal({ status: 500, code: 'internal', title: 'Something went wrong here. Try again later.' });
}

function upstreamRefusal({ fault, origin, status }: UpstreamProblem): Refusal {
  if (fault === 'not-found') return notFound();
  if (fault === 'unreachable') {
    const title = `${origin} cannot be reached right now. Try again in a moment.`;
    return new Refusal({ status: 503, code: 'upstream-unreachable', title }, { 'retry-after': '5' });
  }
  if (fault === 'refused' && (status === 409 || status === 412 || status === 422)) {
    return new Refusal({ status: 409, code: 'upstream-refused', title: `${origin} did not accept this.` });
  }
  return new Refusal({ status: 502, code: `upstream-${fault}`, title: `${origin} gave an answer that cannot be used.` });
}

/** The problem answer for an error, logged by kind: refusals are a customer's business, the rest is ours. */
export function failureResponse(error: unknown, trace: string, log: Log | undefined, route?: string): Response {
  const { problem, headers } = refusalOf(error);
  const upstream = error instanceof UpstreamProblem ? { upstream: error.origin } : {};
  if (problem.status >= 500) {
    log?.('error', { event: 'failed', trace, status: problem.status, reason: reasonOf(error), ...(route !== undefined && { route }), ...upstream });
  }
  return problemResponse(problem, trace, headers);
}

/** A few safe words: messages of foreign code can quote a customer's data, so only their class is kept. */
function reasonOf(error: unknown): string {
  if (error instanceof UpstreamProblem) return `${error.fault} ${error.status ?? ''} ${error.code ?? ''}`.trim();
  if (error instanceof AnswerMismatch) return `AnswerMismatch ${error.message}`;
  return error instanceof Error ? error.name : 'unknown';
}
