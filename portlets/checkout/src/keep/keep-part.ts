import '@faceplate/client/nouns/cart.js';
import type { CartShare, KeptCart, KeptCartList } from '@faceplate/contracts';
import { heading, offerFile, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { here } from '../messages.ts';
import type { Part, PartHost } from '../part.ts';
import { said } from './messages.ts';

/** What else can be done with a cart: kept under a name, shared by a link, printed for a boss. */
export class KeepPart implements Part {
  readonly #host: PartHost;
  readonly #kept: Reading<readonly [], KeptCartList>;
  #pressed = false;
  #share: CartShare | undefined;
  #isCopied = false;

  constructor(host: PartHost) {
    this.#host = host;
    this.#kept = new Reading(host, {
      args: () => (host.session ? ([] as const) : undefined),
      load: (_, options) => host.services.client.cart.kept(options),
      changes: ['cart'],
    });
  }

  render(): unknown {
    const isFull = this.#host.cart.value?.items[0];
    return html`<div class="stack">
      ${isFull ? html`${this.#renderKeep()} ${this.#renderShare()}` : nothing}
      ${this.#host.renderReading(this.#kept, { loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`, ready: ({ items }) => this.#renderKept(items.filter(({ current }) => !current)) })}
      ${this.#host.refusal('kept')}
    </div>`;
  }

  #renderKeep(): unknown {
    const { services, typed } = this.#host;
    const { cartName = '' } = typed.value;
    const wrong = this.#pressed && cartName.trim() === '';
    const onInput = ({ currentTarget }: Event) => {
      typed.change({ cartName: (currentTarget as HTMLInputElement).value });
    };
    const onSubmit = (event: Event) => {
      event.preventDefault();
      const name = typed.value.cartName?.trim();
      this.#pressed = true;
      this.#host.requestUpdate();
      if (!name) return;
      this.#do(`as ${name}`, async (idempotencyKey) => {
        await services.client.cart.keep(name, { idempotencyKey });
        this.#pressed = false;
        this.#share = undefined;
        typed.change({ cartName: undefined });
      });
    };
    return html`<form class="field" novalidate @submit=${onSubmit}>
      <label for="cart-name">${said.keep()}</label>
      <div class="row"><input id="cart-name" maxlength="60" .value=${cartName} aria-invalid=${wrong ? 'true' : nothing} aria-describedby="cart-name-hint" @input=${onInput} /><button type="submit">${said.keepNow()}</button></div>
      <p class=${wrong ? 'problem' : 'hint'} id="cart-name-hint">${wrong ? said.nameMissing() : said.keepHelp()}</p>
    </form>`;
  }

  #renderShare(): unknown {
    const { services, locale } = this.#host;
    const onShare = () =>
      this.#do('share', async (idempotencyKey) => {
        this.#isCopied = false;
        this.#share = await services.client.cart.share({ idempotencyKey });
      });
    const onPrint = () => this.#do('print', async () => offerFile(await services.client.cart.document(), `${said.file()}.pdf`));
    return html`<div class="stack tight">
      <div class="row"><button type="button" @click=${onShare}>${said.share()}</button><button type="button" @click=${onPrint}>${said.print()}</button></div>
      <p class="hint">${said.shareHelp()}</p>
      ${this.#share
        ? html`<p role="status">${said.link(here(this.#share.until, locale, 'day'))}</p>
            <p class="quote" part="link">${linkTo(this.#share.token)}</p>
            <div><button type="button" @click=${this.#onCopy}>${this.#isCopied ? said.copied() : said.copy()}</button></div>`
        : nothing}
    </div>`;
  }

  #renderKept(carts: readonly KeptCart[]): unknown {
    const { services, headingLevel, locale } = this.#host;
    if (!carts[0]) return nothing;
    const open = (id: string) => this.#do(`open ${id}`, (idempotencyKey) => services.client.cart.open(id, { idempotencyKey }));
    const forget = (id: string) => this.#do(`forget ${id}`, () => services.client.cart.forget(id));
    return html`${heading(headingLevel, said.kept(), 1)}<ul class="plain lines" part="kept">
        ${carts.map(
          ({ id, name, lines, keptUntil }) => html`<li class="row apart">
            <p><strong><bdi>${name}</bdi></strong> <span class="quiet small">${said.lines(lines, locale)}${keptUntil ? ` · ${said.until(here(keptUntil, locale, 'day'))}` : nothing}</span></p>
            <div class="row"><button type="button" @click=${() => open(id)}>${said.open(name)}</button><button class="quiet" type="button" @click=${() => forget(id)}>${said.forget(name)}</button></div>
          </li>`,
        )}
      </ul>`;
  }

  #do(what: string, work: (idempotencyKey: string) => Promise<unknown>): void {
    void this.#host.run(() => this.#host.acts.do(`kept ${what}`, work));
  }

  readonly #onCopy = (): void => {
    const { token = '' } = this.#share ?? {};
    void this.#host.run(async () => {
      await navigator.clipboard.writeText(linkTo(token)).then(
        () => (this.#isCopied = true),
        // Not every page gives leave to use the clipboard: the link is marked, to be copied by hand.
        () => getSelection()?.selectAllChildren(this.#host.renderRoot.querySelector('.quote') ?? document.body),
      );
      this.#host.requestUpdate();
    });
  };
}

/** In the fragment, where no server and no log sees it. */
const linkTo = (token: string): string => `${location.origin}/cart/shared#${encodeURIComponent(token)}`;
