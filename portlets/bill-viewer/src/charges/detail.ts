import type { Charge, Reason } from '@faceplate/contracts';
import { formatMoney, formatNumber } from '@faceplate/localize';
import { html, nothing } from 'lit';
import { grossOf, quantityText } from './charge-facts.ts';
import { reasonWord, words } from './messages.ts';

export interface DetailFacts {
  locale: string;
  /** The bill the line stands on. */
  billId: string;
  go: (path: string) => void;
}

/** Where what a line goes back to can be seen; nothing where no page shows it. */
function pathTo({ kind, id }: Reason, billId: string): string | undefined {
  const paths: Partial<Record<Reason['kind'], string>> = { ticket: '/support/', payment: '/payments/', bill: '/bills/', charge: `/bills/${encodeURIComponent(billId)}/`, order: '/orders/' };
  if (kind === 'service-level') return '/service-levels';
  const path = paths[kind];
  return path && path + encodeURIComponent(id);
}

function reasonView({ reason }: Charge, { billId, go }: DetailFacts) {
  const path = reason && pathTo(reason, billId);
  if (!reason || !path || reason.kind === 'product') return nothing;
  return html`<div><button class="quiet flush" @click=${() => go(path)}>${reasonWord(reason.kind)}</button></div>`;
}

/** How a line came to its amount: days, what was included, price step by step, tax, and what it goes back to. */
export function detailView(charge: Charge, facts: DetailFacts): unknown {
  const { locale } = facts;
  const { days, included, tiers = [], quantity, net, taxRate } = charge;
  const rate = formatNumber(taxRate / 100, locale, { style: 'percent', maximumFractionDigits: 2 });
  const figure = (value: number) => formatNumber(value, locale);
  return html`
    <ul class="plain stack tight" aria-label=${words.howCome()}>
      ${days ? html`<li>${words.days(figure(days.charged), figure(days.of))}</li>` : nothing}
      ${included ? html`<li>${words.included(quantityText(included, locale))}</li>` : nothing}
      ${quantity && tiers.length === 0 ? html`<li>${words.used(quantityText(quantity, locale))}</li>` : nothing}
      ${tiers.map((tier) => html`<li class="number">${words.tier(quantity ? quantityText({ ...quantity, value: tier.quantity }, locale) : figure(tier.quantity), formatMoney(tier.each, locale), formatMoney(tier.amount, locale))}</li>`)}
      <li>${words.before(formatMoney(net, locale))}, ${words.gross(formatMoney(grossOf(charge), locale), rate)}</li>
    </ul>
    ${reasonView(charge, facts)}
  `;
}
