import '@faceplate/client/nouns/orders.js';
import type { Order } from '@faceplate/contracts';
import { formatMoney } from '@faceplate/localize';
import type { ActingController } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { words } from './messages.ts';
import { saidOf } from './said.ts';

const SAID: Partial<Record<string, (amount: string) => string>> = {
  'needs-you': words.toPay,
  processing: words.paying,
  failed: words.notPaid,
  abandoned: words.notPaid,
  returned: words.notPaid,
};

/** How the payment of an order stands, in words, with the way on; an order stands though nobody pays, and its sum is on the next bill. */
export function paymentView(order: Order, host: PartHost, acting: ActingController): unknown {
  const { payment } = order;
  if (!payment) return nothing;
  const { status = '', reference, amount } = payment;
  const said = SAID[status]?.(formatMoney(amount, host.locale)) ?? (status === 'paid' ? words.paid(reference) : words.payment(reference));
  return html`<p part="payment" tabindex="-1">${said}${linkOf(payment)}</p>
    ${payment.again ? againView(order, host, acting) : nothing}`;
}

/** An answer must not be able to name a script. */
function linkOf({ status, action }: NonNullable<Order['payment']>): unknown {
  const url = status === 'needs-you' && action ? URL.parse(action.url) : null;
  return url && /^https?:$/.test(url.protocol) ? html` <a href=${url.href} target="_top">${words.goOn(url.host)}</a>` : nothing;
}

/** What came to nothing can be begun anew; whatever becomes of the answer, the order knows of one. */
function againView({ id, payment }: Order, host: PartHost, acting: ActingController): unknown {
  const what = `pay ${id}`;
  const pay = () =>
    host.run(async () => {
      const begun = await acting.act(what, `${what} ${payment?.id}`, (options) => host.services.client.orders.pay(id, { back: `/orders/${encodeURIComponent(id)}` }, options));
      if (!begun) return;
      await host.updateComplete;
      host.renderRoot.querySelector<HTMLElement>('[part=payment]')?.focus();
    });
  return html`<div><button type="button" aria-disabled=${acting.busy} @click=${pay}>${payment && words.payAgain(formatMoney(payment.amount, host.locale))}</button></div>
    ${saidOf(host, acting, { what, done: words.begun(), again: pay })}`;
}
