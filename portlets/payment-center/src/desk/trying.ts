import { formatMoney, msg, str } from '@faceplate/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { PayingState } from './paying.controller.ts';
import type { Sent } from './typed-payment.ts';

/** A try of which nobody knows whether it arrived: to be sent again as it was, or left. */
export function openTry(sent: Sent, { busy, locale, again, leave }: { busy: boolean; locale: string; again: () => void; leave: () => void }): TemplateResult {
  const amount = formatMoney(sent, locale);
  const wording = busy
    ? msg('Sending…', { id: 'payment-center.paying', desc: 'On the button while the payment is sent' })
    : msg('Try again', { id: 'payment-center.try.again', desc: 'Button: send the same payment once more' });
  return html`<fp-status-message
    part="problem"
    tone="notice"
    heading=${msg('We do not know yet whether this arrived', { id: 'payment-center.try.unknown', desc: 'A payment was sent and no answer came' })}
  >
    <p>
      ${msg(str`You sent a payment of ${amount}, and no answer came. Nothing is lost. Try again: it stays one payment, however often it is sent.`, { id: 'payment-center.try.unknown.help', desc: 'A payment was sent and no answer came; an amount' })}
    </p>
    <button slot="actions" type="button" class="primary" aria-disabled=${busy} @click=${again}>${wording}</button>
    ${busy
      ? nothing
      : html`<button slot="actions" type="button" @click=${leave}>${msg('Change something', { id: 'payment-center.try.change', desc: 'Button: do not send the same payment again' })}</button>`}
  </fp-status-message>`;
}

/** What the service said no to, in its words. */
export function refusedNote(state: PayingState, signInHref: string): unknown {
  if (state.step !== 'refused') return nothing;
  const { title, code, trace } = state.cause.problem;
  return html`<fp-status-message
    part="problem"
    tone="critical"
    heading=${msg('This was not paid', { id: 'payment-center.told.failed', desc: 'A payment failed' })}
    reference=${trace ?? nothing}
  >
    <p>${title}</p>
    <p>${msg('Nothing was taken, and what you chose is still here.', { id: 'payment-center.try.refused.help', desc: 'The service refused the payment' })}</p>
    ${code === 'step-up-needed'
      ? html`<a slot="actions" class="button" href=${signInHref} target="_top">${msg('Sign in', { id: 'payment-center.try.sign-in', desc: 'Link to the sign-in page' })}</a>`
      : nothing}
  </fp-status-message>`;
}
