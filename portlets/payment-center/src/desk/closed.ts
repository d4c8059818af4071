import { ApiProblem } from '@faceplate/client';
import { msg } from '@faceplate/localize';
import { html, type TemplateResult } from 'lit';

/** Why nobody can pay from here, though what is open may be seen. */
export type Closed = 'not-here' | 'acting' | 'forbidden' | 'not-offered';

/** What a refusal of the ways to pay says about paying as such; nothing when it only failed. */
export function closedBy(cause: unknown): Closed | undefined {
  if (!(cause instanceof ApiProblem)) return undefined;
  const { code } = cause.problem;
  if (code === 'not-here' || code === 'not-offered') return code;
  if (code === 'not-while-acting') return 'acting';
  return cause.forbidden ? 'forbidden' : undefined;
}

const notes: Record<Closed, { heading: () => string; help: () => string }> = {
  'not-here': {
    heading: () => msg('You pay in the portal itself', { id: 'payment-center.closed.not-here', desc: 'Paying is not possible on a page of somebody else’s' }),
    help: () => msg('Your money is safer there. Open the portal to pay.', { id: 'payment-center.closed.not-here.help', desc: 'Paying is not possible on a page of somebody else’s' }),
  },
  acting: {
    heading: () => msg('Only the customer can pay', { id: 'payment-center.closed.acting', desc: 'For staff who act for a customer' }),
    help: () => msg('While you act for somebody you see what is open, and cannot pay it.', { id: 'payment-center.closed.acting.help', desc: 'For staff who act for a customer' }),
  },
  forbidden: {
    heading: () => msg('You cannot pay these bills', { id: 'payment-center.closed.forbidden', desc: 'The person lacks the right to pay' }),
    help: () => msg('Whoever manages the account can pay them, or let you do it.', { id: 'payment-center.closed.forbidden.help', desc: 'Who could allow it' }),
  },
  'not-offered': {
    heading: () => msg('You cannot pay online here', { id: 'payment-center.closed.not-offered', desc: 'The operator takes no payments online' }),
    help: () => msg('Your bill says how to pay it.', { id: 'payment-center.closed.not-offered.help', desc: 'The operator takes no payments online' }),
  },
};

export function closedNote(closed: Closed): TemplateResult {
  const { heading, help } = notes[closed];
  return html`<fp-status-message part="closed" tone="info" heading=${heading()}><p>${help()}</p></fp-status-message>`;
}
