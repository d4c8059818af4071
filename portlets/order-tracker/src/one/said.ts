import { ApiProblem, Offline } from '@faceplate/client';
import type { ActingController } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { problems, words } from './messages.ts';

/** What leads on: the same once more, the order as it is now, or somebody to ask. */
type Way = 'again' | 'look' | 'ask';

const KNOWN: Readonly<Record<string, readonly [() => string, Way]>> = {
  'answer-not-needed': [problems.over, 'look'],
  'file-not-accepted': [problems.file, 'again'],
  'line-cannot-change': [problems.late, 'ask'],
  'order-not-payable': [problems.onBill, 'look'],
  'visit-too-late': [problems.late, 'ask'],
  'visit-none': [problems.late, 'ask'],
  'price-moved': [problems.moved, 'look'],
  'slot-taken': [problems.taken, 'again'],
  'changed-meanwhile': [problems.meanwhile, 'look'],
};

function problemOf(cause: unknown): readonly [() => string, Way] {
  if (cause instanceof Offline) return [problems.offline, 'again'];
  const problem = cause instanceof ApiProblem ? cause : undefined;
  if (problem?.forbidden) return [problems.forbidden, 'ask'];
  return KNOWN[problem?.problem.code ?? ''] ?? [problems.failed, 'again'];
}

/** Does it once more, or is the id of the form that does. */
type Again = (() => unknown) | string;

/** How the act of this name goes: that it is on its way, what came of it, or why it was not done and what leads on. */
export function saidOf(host: PartHost, acting: Pick<ActingController, 'state' | 'reset'>, { what, done, again }: { what: string; done: string; again: Again }): unknown {
  const { state } = acting;
  if (state.step === 'idle' || state.what !== what) return nothing;
  if (state.step !== 'failed') return html`<p role="status">${state.step === 'sending' ? words.sending() : done}</p>`;
  const [text, way] = problemOf(state.cause);
  // What was tried to change is read anew by itself: without the message it stands there as it is.
  const look = () => {
    acting.reset();
    host.requestUpdate();
  };
  return html`<fp-status-message part="problem" tone="critical" heading=${text()}>${wayOf(way, { again, look, ask: () => host.askUs() })}</fp-status-message>`;
}

function wayOf(way: Way, { again, look, ask }: { again: Again; look: () => void; ask: () => void }) {
  if (way === 'look') return html`<button slot="actions" type="button" @click=${look}>${words.look()}</button>`;
  if (way === 'ask') return html`<button slot="actions" type="button" @click=${ask}>${words.ask()}</button>`;
  if (typeof again === 'string') return html`<button slot="actions" form=${again}>${words.again()}</button>`;
  return html`<button slot="actions" type="button" @click=${again}>${words.again()}</button>`;
}
