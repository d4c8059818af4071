import type { CalendarFeed } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { ActingController } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { saidOf } from '../said.ts';
import { words } from './messages.ts';

/** The secret address by which a calendar program has planned work: made, copied, made anew, withdrawn. */
export class FeedPart {
  readonly #host: PartHost;
  readonly #feed: Reading<readonly [], CalendarFeed>;
  readonly #acting: ActingController;
  #isCopied = false;

  constructor(host: PartHost) {
    this.#host = host;
    this.#feed = new Reading(host, { args: () => (host.page === 'planned-work' ? ([] as const) : undefined), load: (_, options) => host.services.client.plannedWork.feed(options), changes: ['service-levels'] });
    this.#acting = new ActingController(host);
  }

  render(): unknown {
    return html`<section class="stack tight" part="feed">
      ${heading(this.#host.headingLevel, words.feed(), 1)}
      <p class="quiet">${words.feedHelp()}</p>
      ${this.#host.renderReading(this.#feed, { loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`, ready: (feed) => (feed.madeAt === undefined ? this.#renderNone() : this.#renderFeed(feed)) })}
    </section>`;
  }

  #renderNone() {
    return html`<div><button data-make aria-disabled=${this.#acting.busy} @click=${this.#onMake}>${words.makeFeed()}</button></div>
      ${saidOf(this.#acting.state, { what: 'make', done: '', again: this.#onMake })} ${saidOf(this.#acting.state, { what: 'withdraw', done: words.withdrawn(), again: this.#onWithdraw })}`;
  }

  #renderFeed({ url, readAt }: CalendarFeed) {
    const { state, busy } = this.#acting;
    const at = (instant: string) => formatInstant(instant, this.#host.locale, Intl.DateTimeFormat().resolvedOptions().timeZone, 'medium');
    return html`
      ${url === undefined ? html`<p>${words.feedElsewhere()}</p>` : html`<p class="small" part="link" dir="ltr">${url}</p><div><button @click=${() => this.#copy(url)}>${this.#isCopied ? words.copied() : words.copy()}</button></div>`}
      <p class="small quiet">${readAt === undefined ? words.neverRead() : words.readAt(at(readAt))}</p>
      ${url === undefined ? nothing : html`<div class="row"><button class="quiet" aria-disabled=${busy} @click=${this.#onMake}>${words.makeAnew()}</button><button class="quiet" data-withdraw aria-disabled=${busy} @click=${this.#onWithdraw}>${words.withdraw()}</button></div>`}
      ${saidOf(state, { what: 'make', done: words.made(), again: this.#onMake })} ${saidOf(state, { what: 'withdraw', done: '', again: this.#onWithdraw })}
    `;
  }

  #copy(url: string): void {
    void this.#host.run(async () => {
      await navigator.clipboard.writeText(url).then(
        () => (this.#isCopied = true),
        // Not every page gives leave to use the clipboard: the link is marked, to be copied by hand.
        () => getSelection()?.selectAllChildren(this.#host.renderRoot.querySelector('[part="link"]') ?? document.body),
      );
      this.#host.requestUpdate();
    });
  }

  readonly #onMake = (): void => {
    const { plannedWork } = this.#host.services.client;
    this.#isCopied = false;
    void this.#host.run(() => this.#acting.act('make', `make ${this.#feed.value?.madeAt ?? ''}`, (options) => plannedWork.makeFeed(options)));
  };

  readonly #onWithdraw = (): void => {
    const { plannedWork } = this.#host.services.client;
    void this.#host.run(() => this.#acting.act('withdraw', `withdraw ${this.#feed.value?.madeAt ?? ''}`, (options) => plannedWork.withdrawFeed(options)));
  };
}
