import '@faceplate/client/nouns/cart.js';
import { PHONE } from '@faceplate/client/contact.js';
import type { CartItem, NumberList } from '@faceplate/contracts';
import { formatMoney, isolated } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { here, words } from '../messages.ts';
import type { PartHost } from '../part.ts';
import { said } from './messages.ts';

/** The number of one line: one that is free, kept for a while, or the customer's own. */
export class NumberChoice {
  readonly #host: PartHost;
  readonly #itemId: string;
  readonly #free: Reading<readonly [], NumberList>;
  #number = '';
  #isChanging = false;
  #pressed = '';

  constructor(host: PartHost, itemId: string) {
    this.#host = host;
    this.#itemId = itemId;
    this.#free = new Reading(host, {
      args: () => (this.#item && this.#isOpen ? ([] as const) : undefined),
      load: (_, options) => host.services.client.cart.numbers(itemId, options),
      changes: [],
    });
  }

  get #item(): CartItem | undefined {
    return this.#host.cart.value?.items.find(({ id }) => id === this.#itemId);
  }

  /** Nothing is chosen yet, or something else is to be. */
  get #isOpen(): boolean {
    const { hold, portIn } = this.#item ?? {};
    return this.#isChanging || (hold?.kind !== 'number' && !portIn);
  }

  render({ name, hold, portIn }: CartItem): unknown {
    const { locale, headingLevel } = this.#host;
    const chosen = portIn ? said.moves(portIn.number) : hold?.kind === 'number' ? said.held(hold.name, here(hold.until, locale, 'time')) : undefined;
    return html`<section class="stack" data-number=${this.#itemId}>
      ${heading(headingLevel, said.forLine(name), 1)}
      ${chosen === undefined ? nothing : html`<p class="lead" role="status">${chosen}</p>`}
      ${this.#isOpen ? html`${this.#renderFree()} ${this.#renderOwn()}` : html`<div><button type="button" @click=${this.#onChange}>${said.other()}</button></div>`}
      ${this.#host.refusal(`number ${this.#itemId}`)}
    </section>`;
  }

  #renderFree(): unknown {
    const name = `number-${this.#itemId}`;
    const onSubmit = (event: Event) => {
      event.preventDefault();
      if (this.#number) return void this.#host.run(() => this.#send({ number: this.#number }, this.#number));
      this.#press('free');
    };
    return this.#host.renderReading(this.#free, {
      loading: () => html`<fp-skeleton rows lines="4"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<p>${said.none()}</p>`,
      ready: ({ items }) => html`<form class="stack tight" novalidate @submit=${onSubmit}>
        <fieldset class="field">
          <legend>${said.free()}</legend>
          <div class="slots">
            ${items.map(
              ({ number, once }) => html`<label class="choice">
                <input type="radio" name=${name} .value=${number} .checked=${number === this.#number} @change=${() => this.#choose(number)} />
                <span class="number">${isolated(number)}${once && once.amount > 0 ? html` <span class="quiet">${words.once(formatMoney(once, this.#host.locale))}</span>` : nothing}</span>
              </label>`,
            )}
          </div>
          <p class="problem" role="status">${this.#pressed === 'free' && !this.#number ? said.choose() : nothing}</p>
        </fieldset>
        <div class="row">
          <button type="submit">${said.take()}</button>
          <button class="quiet" type="button" @click=${this.#onMore}>${said.more()}</button>
        </div>
      </form>`,
    });
  }

  #renderOwn(): unknown {
    const own = this.#own;
    const wrong = this.#pressed === 'own' && !PHONE.test(own.number.trim());
    const onSubmit = (event: Event) => {
      event.preventDefault();
      void this.#host.run(() => this.#bring());
    };
    return html`<details ?open=${own.number !== ''}>
      <summary>${said.own()}</summary>
      <form class="stack tight" novalidate @submit=${onSubmit}>
        ${this.#renderField('number', said.ownNumber(), { type: 'tel', wrong })}
        <p class=${wrong ? 'problem' : 'hint'} id="number-hint-${this.#itemId}">${wrong ? said.wrong() : said.ownHint()}</p>
        ${this.#renderField('provider', said.provider(), { type: 'text', wrong: false })} ${this.#renderField('on', said.on(), { type: 'date', wrong: false })}
        <div><button type="submit">${said.bring()}</button></div>
      </form>
    </details>`;
  }

  #renderField(part: 'number' | 'provider' | 'on', label: string, { type, wrong }: { type: string; wrong: boolean }): unknown {
    const id = `${part}-${this.#itemId}`;
    const { typed } = this.#host;
    const onInput = ({ currentTarget }: Event) => {
      typed.change({ portIns: { ...typed.value.portIns, [this.#itemId]: { ...this.#own, [part]: (currentTarget as HTMLInputElement).value } } });
    };
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input id=${id} type=${type} maxlength="80" .value=${this.#own[part] ?? ''} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${part === 'number' ? `number-hint-${this.#itemId}` : nothing} @input=${onInput} />
    </div>`;
  }

  get #own() {
    return this.#host.typed.value.portIns?.[this.#itemId] ?? { number: '' };
  }

  async #bring(): Promise<void> {
    const { number, provider, on } = this.#own;
    this.#press('own');
    if (!PHONE.test(number.trim())) return this.#focusWrong();
    const portIn = { number: number.trim(), ...(provider?.trim() && { provider: provider.trim() }), ...(on && { on }) };
    return this.#send({ portIn }, JSON.stringify(portIn));
  }

  readonly #onChange = (): void => {
    this.#isChanging = true;
    this.#host.requestUpdate();
  };

  readonly #onMore = (): void => {
    this.#number = '';
    this.#free.retry();
  };

  #choose(number: string): void {
    this.#number = number;
    this.#host.requestUpdate();
  }

  #press(what: string): void {
    this.#pressed = what;
    this.#host.requestUpdate();
  }

  async #focusWrong(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`[data-number="${CSS.escape(this.#itemId)}"] [aria-invalid="true"]`)?.focus();
  }

  async #send(change: { number: string } | { portIn: NonNullable<CartItem['portIn']> }, what: string): Promise<void> {
    const { acts, services } = this.#host;
    const done = await acts.do(`number ${this.#itemId} ${what}`, (idempotencyKey) => services.client.cart.change(this.#itemId, change, { idempotencyKey }));
    // Somebody else may have been quicker: other numbers are shown, the rest stays.
    if (!done && 'number' in change) this.#free.retry();
    if (!done) return;
    this.#isChanging = false;
    this.#number = this.#pressed = '';
    this.#host.requestUpdate();
  }
}
