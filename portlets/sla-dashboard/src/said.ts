import { ApiProblem, Offline } from '@faceplate/client';
import { msg } from '@faceplate/localize';
import type { ActingState } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';

const problems = {
  offline: () => msg('No connection. Nothing is lost: try again when you are online.', { id: 'sla-dashboard.said.offline', desc: 'An act could not be sent for want of a connection' }),
  forbidden: () => msg('You may not do this. Whoever manages this account can.', { id: 'sla-dashboard.said.forbidden', desc: 'The person lacks the right' }),
  failed: () => msg('That did not arrive. Try again: nothing is done twice.', { id: 'sla-dashboard.said.failed', desc: 'An act failed, and may be tried again' }),
  again: () => msg('Try again', { id: 'sla-dashboard.said.again', desc: 'Button after an act that failed' }),
  sending: () => msg('Sending …', { id: 'sla-dashboard.said.sending', desc: 'While an act is sent' }),
};

/** What the operator refuses, by its code, in the words of the page. */
export type Refused = Readonly<Record<string, () => string>>;

function problemOf(cause: unknown, refused: Refused): string {
  if (cause instanceof Offline) return problems.offline();
  const problem = cause instanceof ApiProblem ? cause : undefined;
  if (problem?.forbidden) return problems.forbidden();
  const known = refused[problem?.problem.code ?? ''];
  return known ? known() : problems.failed();
}

interface Told {
  what: string;
  done: string;
  again: () => unknown;
  refused?: Refused;
}

/** How the act of this name goes: on its way, what came of it, or why it was not done with a way on. */
export function saidOf(state: ActingState, { what, done, again, refused = {} }: Told): unknown {
  if (state.step === 'idle' || state.what !== what) return html`<p role="status" class="small"></p>`;
  if (state.step !== 'failed') return html`<p role="status" class="small">${state.step === 'sending' ? problems.sending() : done}</p>`;
  const isOver = state.cause instanceof ApiProblem && Object.hasOwn(refused, state.cause.problem.code);
  return html`<fp-status-message part="problem" tone="critical" heading=${problemOf(state.cause, refused)}>
    ${isOver ? nothing : html`<button slot="actions" type="button" @click=${again}>${problems.again()}</button>`}
  </fp-status-message>`;
}
