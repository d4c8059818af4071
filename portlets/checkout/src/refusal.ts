import { ApiProblem, Offline } from '@faceplate/client';
import { html, nothing } from 'lit';
import type { Refused } from './acts.controller.ts';
import { words } from './messages.ts';

/** Why something was not done, in the service's words where it has a reason, with the way on. */
export function refusalMessage({ cause, again }: Refused, signInHref: string): unknown {
  const problem = cause instanceof ApiProblem ? cause : undefined;
  const { heading, help } = wordsOf(cause);
  const way = problem?.signedOut
    ? html`<a slot="actions" class="button" href=${signInHref} target="_top">${words.signIn()}</a>`
    : html`<button slot="actions" type="button" @click=${again}>${words.again()}</button>`;
  return html`<fp-status-message part="refusal" role="alert" tone="critical" heading=${heading} reference=${problem?.problem.trace ?? nothing}>
    ${reasons(problem).map((reason) => html`<p>${reason}</p>`)}
    <p>${help}</p>
    ${way}
  </fp-status-message>`;
}

function wordsOf(cause: unknown): { heading: string; help: string } {
  if (cause instanceof Offline) return { heading: words.noAnswer(), help: words.noAnswerHelp() };
  if (!(cause instanceof ApiProblem) || cause.retryable) return { heading: words.notDone(), help: words.notDoneHelp() };
  return cause.signedOut ? { heading: words.signedOut(), help: words.signedOutHelp() } : { heading: cause.problem.title, help: words.notDoneHelp() };
}

/** What of the request was wrong, where the service says so. */
const reasons = (problem: ApiProblem | undefined): string[] => [
  ...new Set((problem?.problem.errors ?? []).map(({ message }) => message).filter((message) => message !== problem?.problem.title)),
];
