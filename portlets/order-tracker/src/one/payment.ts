import type { Order } from '@faceplate/contracts';
import { formatMoney } from '@faceplate/localize';
import { html, nothing } from 'lit';
import { words } from './messages.ts';

const SAID: Partial<Record<string, (amount: string) => string>> = {
  'needs-you': words.toPay,
  processing: words.paying,
  failed: words.notPaid,
  abandoned: words.notPaid,
  returned: words.notPaid,
};

/** How the payment of an order stands, in words, with the way on; an order stands though nobody pays, and its sum is on the next bill. */
export function paymentView({ payment }: Order, locale: string): unknown {
  if (!payment) return nothing;
  const { status = '', reference, amount, action } = payment;
  const said = SAID[status]?.(formatMoney(amount, locale)) ?? (status === 'paid' ? words.paid(reference) : words.payment(reference));
  const url = status === 'needs-you' && action ? URL.parse(action.url) : null;
  // An answer must not be able to name a script.
  const link = url && /^https?:$/.test(url.protocol) ? html` <a href=${url.href} target="_top">${words.goOn(url.host)}</a>` : nothing;
  return html`<p part="payment">${said}${link}</p>`;
}
