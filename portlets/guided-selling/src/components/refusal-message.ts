import { html, nothing } from 'lit';
import { words } from '../messages.ts';
import type { Refusal } from '../refusal.ts';

/** What stood in the way of what the customer did, with the way on. Style the button with the host's own `buttonStyles`. */
export function refusalMessage({ heading, help, reference, signedOut }: Refusal, signInHref: string, retry: () => void) {
  return html`
    <fp-status-message part="refusal" tone="critical" heading=${heading} reference=${reference ?? nothing}>
      <p>${help}</p>
      ${signedOut
        ? html`<a slot="actions" class="button" href=${signInHref} target="_top">${words.signIn()}</a>`
        : html`<button slot="actions" type="button" @click=${retry}>${words.retry()}</button>`}
    </fp-status-message>
  `;
}
