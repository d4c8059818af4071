import '@faceplate/client/nouns/cart.js';
import type { Quote, QuoteList, QuoteSummary, SignedIn } from '@faceplate/contracts';
import { formatMoney, formatNumber } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { here, words } from '../messages.ts';
import type { Part, PartHost } from '../part.ts';
import { said } from './messages.ts';
import { quoteView } from './quote-view.ts';

/** Offers in writing for business: asked of the cart, talked about, ordered without typing anything again. */
export class QuotesPart implements Part {
  readonly #host: PartHost;
  readonly #list: Reading<readonly [], QuoteList>;
  readonly #one: Reading<readonly [string], Quote>;

  constructor(host: PartHost) {
    this.#host = host;
    this.#list = new Reading(host, {
      args: () => (host.session?.signedIn && !host.asked.quote ? ([] as const) : undefined),
      load: (_, options) => host.services.client.quotes.list(options),
      changes: ['orders'],
    });
    this.#one = new Reading(host, {
      args: () => (host.asked.quote ? ([host.asked.quote] as const) : undefined),
      load: ([id], options) => host.services.client.quotes.get(id, options),
      changes: ['orders'],
    });
  }

  render(): unknown {
    const { headingLevel, session, asked } = this.#host;
    const title = () => heading(headingLevel, said.heading());
    if (!session?.signedIn)
      return html`${title()}<div><a class="button" href=${this.#host.services.client.session.signInHref('/cart/quotes')} target="_top">${words.signIn()}</a></div>`;
    if (asked.quote)
      return html`<div><button class="quiet flush" type="button" @click=${() => this.#host.go('quotes')}>${said.all()}</button></div>
        ${this.#host.renderReading(this.#one, {
          loading: () => html`${title()}<fp-skeleton rows lines="6"></fp-skeleton>`,
          failed: title,
          ready: (quote) => quoteView(this.#host, quote, (number) => void this.#host.run(() => this.#ask(session, number))),
        })}`;
    return html`${title()} ${this.#renderAsk(session)}
    ${this.#host.renderReading(this.#list, {
      loading: () => html`<fp-skeleton rows lines="4"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<fp-status-message tone="info" heading=${said.none()}><p>${said.noneHelp()}</p></fp-status-message>`,
      ready: ({ items }) => html`<ul class="plain lines" part="quotes">${items.map((quote) => this.#renderSummary(quote))}</ul>`,
    })}`;
  }

  #renderSummary({ id, number, version, status, title, askedAt, validUntil, once, monthly }: QuoteSummary): unknown {
    const { locale } = this.#host;
    return html`<li class="stack tight">
      <div class="row apart">
        <button class="opener" type="button" data-opens="quotes/${id}" @click=${() => this.#host.go(`quotes?quote=${encodeURIComponent(id)}`)}>${said.title(number, formatNumber(version, locale))}</button>
        <fp-tag tone=${status === 'offered' ? 'notice' : 'neutral'}>${said.status(status)}</fp-tag>
      </div>
      <p><bdi>${title}</bdi> · <span class="number">${words.once(formatMoney(once, locale))} · ${words.monthly(formatMoney(monthly, locale))}</span></p>
      <p class="quiet small">${said.askedAt(here(askedAt, locale, 'day'))}${validUntil && status === 'offered' ? ` · ${said.until(here(validUntil, locale, 'day'))}` : nothing}</p>
    </li>`;
  }

  #renderAsk(session: SignedIn): unknown {
    const { cart, typed, acts, headingLevel } = this.#host;
    if (!cart.value?.items.some(({ later }) => !later)) return nothing;
    const onSubmit = (event: Event) => {
      event.preventDefault();
      void this.#host.run(() => this.#ask(session));
    };
    const account = this.#accountOf(session);
    return html`<form class="stack tight" novalidate @submit=${onSubmit}>
      ${heading(headingLevel, said.ask(), 1)}
      ${session.accounts.length > 1
        ? html`<div class="field">
            <label for="quote-account">${said.account()}</label>
            <select id="quote-account" @change=${({ currentTarget }: Event) => typed.change({ account: (currentTarget as HTMLSelectElement).value })}>
              ${session.accounts.map(({ id, name }) => html`<option value=${id} .selected=${id === account}>${name}</option>`)}
            </select>
          </div>`
        : nothing}
      <div class="field">
        <label for="quote-note">${said.note()}</label>
        <textarea id="quote-note" maxlength="2000" .value=${typed.value.note ?? ''} @input=${({ currentTarget }: Event) => typed.change({ note: (currentTarget as HTMLTextAreaElement).value })}></textarea>
      </div>
      ${this.#host.refusal('quote ask')}
      <div><button class="primary" type="submit">${acts.isRunning() ? said.asking() : said.ask()}</button></div>
    </form>`;
  }

  #accountOf({ accounts }: SignedIn): string | undefined {
    const { typed, account } = this.#host;
    const wanted = typed.value.account ?? account;
    return (accounts.find(({ id }) => id === wanted) ?? accounts[0])?.id;
  }

  async #ask(session: SignedIn, number?: string): Promise<void> {
    const { acts, services, typed, cart } = this.#host;
    const accountId = this.#accountOf(session);
    if (!cart.value || accountId === undefined) return;
    const note = typed.value.note?.trim();
    const body = { cartId: cart.value.id, accountId, ...(number && { number }), ...(note && { note }) };
    let asked: Quote | undefined;
    const done = await acts.do(`quote ask ${JSON.stringify(body)}`, async (idempotencyKey) => {
      asked = await services.client.quotes.ask(body, { idempotencyKey });
    });
    if (!done || !asked) return;
    typed.change({ note: undefined });
    this.#host.go(`quotes?quote=${encodeURIComponent(asked.id)}`);
  }
}
