import type { Checkout, PaymentMeansList, PayWay } from '@faceplate/contracts';
import { formatMoney, isolated } from '@faceplate/localize';
import type { Reading } from '@faceplate/portlet-kit';
import { heading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { obstacleList } from '../ways.ts';
import { said } from './messages.ts';

/** The way to pay that holds: what was chosen if it may be, else the first that may; none where nothing is due. */
export function payWayOf({ pay, dueNow }: Checkout, wanted: PayWay['kind'] | undefined): PayWay['kind'] | undefined {
  if (dueNow.amount <= 0) return undefined;
  const allowed = pay.filter((one) => one.allowed);
  return (allowed.find(({ kind }) => kind === wanted) ?? allowed[0])?.kind;
}

/** What is due at once, and how it is paid. A way that is not open says why, and what would open it. */
export function payChoice(host: PartHost, checkout: Checkout, means: Reading<readonly [], PaymentMeansList>): unknown {
  const { pay, dueNow } = checkout;
  if (dueNow.amount <= 0) return nothing;
  const { typed, locale, headingLevel } = host;
  const chosen = payWayOf(checkout, typed.value.pay);
  const way = ({ kind }: PayWay) => html`<label class="choice">
    <input type="radio" name="pay" .value=${kind} .checked=${kind === chosen} @change=${() => typed.change({ pay: kind })} />
    <span>${kind === 'now' ? said.now() : said.nextBill()}</span>
  </label>`;
  const closed = pay.flatMap(({ kind, allowed, why }) => (allowed || !why ? [] : [{ kind, why }]));
  return html`
    <fieldset class="field" part="pay">
      <legend>${heading(headingLevel, said.pay(formatMoney(dueNow, locale)), 1)}</legend>
      ${pay.filter(({ allowed }) => allowed).map(way)} ${chosen === 'now' ? meansChoice(host, means) : nothing}
    </fieldset>
    ${closed.map(({ kind, why }) => html`<div class="stack tight"><p>${kind === 'now' ? said.notNow() : said.notNextBill()}</p>${obstacleList(host, [why])}</div>`)}
  `;
}

/** With what the provider knows already, or something new; without an answer the provider asks. */
function meansChoice({ typed }: PartHost, means: Reading<readonly [], PaymentMeansList>): unknown {
  const usable = means.value?.items.filter((one) => one.usable) ?? [];
  if (usable.length === 0) return html`<p class="hint">${said.nowHelp()}</p>`;
  const onChange = ({ currentTarget }: Event) => {
    typed.change({ means: (currentTarget as HTMLSelectElement).value });
  };
  return html`<div class="field">
    <label for="means">${said.means()}</label>
    <select id="means" @change=${onChange}>
      <option value="" .selected=${!typed.value.means}>${said.newMeans()}</option>
      ${usable.map(({ id, name }) => html`<option value=${id} .selected=${id === typed.value.means}>${isolated(name)}</option>`)}
    </select>
    <p class="hint">${said.nowHelp()}</p>
  </div>`;
}
