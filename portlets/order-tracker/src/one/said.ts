import { ApiProblem, Offline } from '@faceplate/client';
import type { ActingState } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import { problems, words } from './messages.ts';

const KNOWN: Readonly<Record<string, () => string>> = {
  'answer-not-needed': problems.over,
  'file-not-accepted': problems.file,
  'line-cannot-change': problems.late,
  'visit-too-late': problems.late,
  'visit-none': problems.late,
  'price-moved': problems.moved,
  'slot-taken': problems.taken,
  'changed-meanwhile': problems.meanwhile,
};

function problemOf(cause: unknown): string {
  if (cause instanceof Offline) return problems.offline();
  if (!(cause instanceof ApiProblem)) return problems.failed();
  if (cause.forbidden) return problems.forbidden();
  return (KNOWN[cause.problem.code] ?? problems.failed)();
}

/** How the act of this name goes: that it is on its way, what came of it, or why it was not done. */
export function saidOf(state: ActingState, what: string, done: string): unknown {
  if (state.step === 'idle' || state.what !== what) return nothing;
  if (state.step === 'failed') return html`<fp-status-message part="problem" tone="critical" heading=${problemOf(state.cause)}></fp-status-message>`;
  return html`<p role="status">${state.step === 'sending' ? words.sending() : done}</p>`;
}
