import '@faceplate/client/nouns/cart.js';
import type { Quote } from '@faceplate/contracts';
import { formatMoney, formatNumber } from '@faceplate/localize';
import { heading, offerFile } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { totals } from '../cart/cart-view.ts';
import { here, words } from '../messages.ts';
import type { PartHost } from '../part.ts';
import { said } from './messages.ts';

/** One quote: every line and price, until when they stand, the talk about it, and the yes that makes an order of it. */
export function quoteView(host: PartHost, quote: Quote, ask: (number: string) => void): unknown {
  const { headingLevel, locale, cart } = host;
  const { number, version, status, validUntil, askedAt, orderId } = quote;
  const isOpen = status === 'asked' || status === 'offered';
  const hasCart = cart.value?.items.some(({ later }) => !later) ?? false;
  return html`
    ${heading(headingLevel, said.title(number, formatNumber(version, locale)))}
    <p class="row"><fp-tag tone=${status === 'offered' ? 'notice' : 'neutral'}>${said.status(status)}</fp-tag><span class="quiet">${said.askedAt(here(askedAt, locale, 'day'))}</span></p>
    ${status === 'offered' ? until(validUntil, locale) : nothing}
    ${lines(host, quote)} ${totals(quote, locale)} ${approvals(host, quote)} ${host.refusal('quote')}
    ${status === 'offered' ? answer(host, quote) : nothing}
    <div class="row">
      ${orderId ? html`<button class="primary" type="button" @click=${() => host.services.navigate(`/orders/${encodeURIComponent(orderId)}`)}>${said.order()}</button>` : nothing}
      <button type="button" @click=${() => void host.run(() => host.acts.do('quote document', async () => offerFile(await host.services.client.quotes.document(quote.id), `${number}.pdf`)))}>${said.document()}</button>
      ${isOpen && hasCart ? html`<button class="quiet" type="button" @click=${() => ask(number)}>${said.askAgain()}</button>` : nothing}
    </div>
    ${talk(host, quote, isOpen)} ${versions(host, quote)}
  `;
}

const until = (validUntil: string | undefined, locale: string): unknown => (validUntil ? html`<p class="lead">${said.until(here(validUntil, locale, 'day'))}</p>` : nothing);

function lines({ headingLevel, locale }: PartHost, quote: Quote): unknown {
  return html`${heading(headingLevel, said.lines(), 1)}
    <ul class="plain lines" part="quote-lines">
      ${quote.lines.map(
        ({ name, quantity, once, monthly, after, place }) => html`<li class="stack tight">
          <div class="row apart"><p><bdi>${name}</bdi> × ${formatNumber(quantity, locale)}</p><p class="number">${words.monthly(formatMoney(monthly, locale))} · ${words.once(formatMoney(once, locale))}</p></div>
          ${after ? html`<p class="quiet small">${words.after(after.months, formatMoney(after.monthly, locale), locale)}</p>` : nothing} ${place ? html`<p class="quiet small">${words.placeOf(place)}</p>` : nothing}
        </li>`,
      )}
    </ul>`;
}

function approvals({ headingLevel }: PartHost, { approvals: all = [] }: Quote): unknown {
  if (all.length === 0) return nothing;
  return html`${heading(headingLevel, said.approvals(), 1)}
    <ul class="plain">${all.map(({ name, state }) => html`<li><bdi>${name}</bdi>: ${said.approval(state)}</li>`)}</ul>`;
}

function answer(host: PartHost, { id, once, monthly }: Quote): unknown {
  const { acts, services, locale } = host;
  const accept = () =>
    void host.run(async () => {
      let orderId: string | undefined;
      const done = await acts.do(`quote accept ${id}`, async (idempotencyKey) => {
        ({ orderId } = await services.client.quotes.accept(id, { idempotencyKey }));
      });
      if (done && orderId) host.go(`done?order=${encodeURIComponent(orderId)}`);
    });
  const decline = () => void host.run(() => acts.do(`quote decline ${id}`, (idempotencyKey) => services.client.quotes.decline(id, { idempotencyKey })));
  return html`<div class="stack tight">
    <div class="row">
      <button class="primary" type="button" aria-describedby="accepting" @click=${accept}>${said.accept(formatMoney(once, locale), formatMoney(monthly, locale))}</button>
      <button type="button" @click=${decline}>${said.decline()}</button>
    </div>
    <p class="quiet small" id="accepting">${said.acceptHelp()}</p>
  </div>`;
}

function talk(host: PartHost, { id, notes }: Quote, isOpen: boolean): unknown {
  const { acts, services, typed, headingLevel, locale } = host;
  if (notes.length === 0 && !isOpen) return nothing;
  const begun = typed.value.said?.[id] ?? '';
  const say = (words: string) => typed.change({ said: { ...typed.value.said, [id]: words } });
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const text = typed.value.said?.[id]?.trim();
    if (!text) return;
    void host.run(async () => {
      if (await acts.do(`quote say ${id} ${text}`, (idempotencyKey) => services.client.quotes.say(id, text, { idempotencyKey }))) say('');
    });
  };
  return html`${heading(headingLevel, said.talk(), 1)}
    <ul class="plain stack tight" part="talk">
      ${notes.map(({ at, by, name, text }) => html`<li><p class="quiet small"><bdi>${by === 'you' ? said.you() : name}</bdi>${at ? `, ${here(at, locale, 'day')}` : nothing}</p><p><bdi>${text}</bdi></p></li>`)}
    </ul>
    ${isOpen
      ? html`<form class="field" novalidate @submit=${onSubmit}>
          <label for="say">${said.say()}</label>
          <textarea id="say" maxlength="2000" .value=${begun} @input=${({ currentTarget }: Event) => say((currentTarget as HTMLTextAreaElement).value)}></textarea>
          <div><button type="submit">${said.send()}</button></div>
        </form>`
      : nothing}`;
}

function versions(host: PartHost, { id: shown, versions: all }: Quote): unknown {
  if (all.length < 2) return nothing;
  const { headingLevel, locale } = host;
  return html`${heading(headingLevel, said.versions(), 1)}
    <ul class="plain">
      ${all.map(({ id, version, status }) => {
        const word = said.version(formatNumber(version, locale), said.status(status));
        return html`<li>${id === shown ? word : html`<button class="opener" type="button" @click=${() => host.go(`quotes?quote=${encodeURIComponent(id)}`)}>${word}</button>`}</li>`;
      })}
    </ul>`;
}
