import { type AccessLogClient, accessLogClient } from '@faceplate/client';
import type { AccessEntry, AccessLog } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { LogController } from './log.controller.ts';
import { words } from './messages.ts';
import { listStyles } from './security.styles.ts';
import { sentenceOf, type Sentences, sentencesOf } from './sentences.ts';

const CONSENTS: Readonly<Record<string, () => string>> = { 'customer-present': words.present, ticket: words.ticket };

/**
 * Who looked at or changed the person's data, and what the person did.
 *
 * @summary The access log.
 * @tagname fp-access-log
 */
export class AccessLogElement extends PortletElement {
  static override readonly styles = [PortletElement.styles, listStyles];

  @property({ attribute: false }) log: AccessLogClient = accessLogClient({ gateway: '' });

  /** IANA zone of the times. */
  @property() zone = 'UTC';

  readonly #first = new Reading(this, { args: () => [] as const, load: (_, options) => this.log.list(undefined, options), changes: [] });

  readonly #sentences = new Reading(this, { args: () => [this.activeLocale] as const, load: ([locale]) => sentencesOf(locale), changes: [] });

  readonly #more = new LogController(this, () => this.log);

  protected override renderContent(): unknown {
    return html`<section class="stack" aria-labelledby="title">
      <div id="title">${heading(2, words.log())}</div>
      ${this.renderReading(this.#first, {
        loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
        isEmpty: ({ items }) => items.length === 0,
        empty: () => html`<p>${words.noLog()}</p>`,
        ready: (page) => this.#renderLog(page),
      })}
    </section>`;
  }

  #renderLog(page: AccessLog): unknown {
    this.#more.follow(page);
    const sentences = this.#sentences.value;
    if (!sentences) return html`<fp-skeleton rows lines="6"></fp-skeleton>`;
    return html`<p class="quiet">${words.logHelp()}</p>
      <ul class="plain">
        ${[...page.items, ...this.#more.older].map((entry) => this.#renderEntry(entry, sentences))}
      </ul>
      ${this.#renderMore()} ${this.#renderFile()}`;
  }

  #renderEntry(entry: AccessEntry, sentences: Sentences): unknown {
    const { at, who, result, reason, consent } = entry;
    return html`<li tabindex="-1">
      <div>
        <p class="row">
          <span class="strong">${sentenceOf(entry, sentences)}</span>
          ${result === 'done' ? nothing : html`<fp-tag tone="notice">${result === 'refused' ? words.refused() : words.didNotWork()}</fp-tag>`}
        </p>
        <p class="quiet small">${words[who]()} · ${formatInstant(at, this.activeLocale, this.zone)}</p>
        ${reason === undefined ? nothing : html`<p class="small">${words.reason(reason)}${consent === undefined ? nothing : html`<br />${CONSENTS[consent]?.() ?? consent}`}</p>`}
      </div>
    </li>`;
  }

  #renderMore(): unknown {
    const { more, came, hasMore } = this.#more;
    const said = { idle: '', running: '', done: words.moreShown(came, this.activeLocale), failed: words.moreFailed() }[more];
    return html`<p role="status" class=${more === 'failed' ? 'small' : 'visually-hidden'}>${said}</p>
      ${hasMore ? html`<div><button type="button" aria-disabled=${more === 'running'} @click=${() => this.run(() => this.#showMore())}>${words.more()}</button></div>` : nothing}`;
  }

  #renderFile(): unknown {
    const { file } = this.#more;
    const said = { idle: '', running: words.fileRunning(), done: words.fileDone(), failed: words.fileFailed() }[file];
    return html`<div class="row">
      <button type="button" class="quiet flush" aria-disabled=${file === 'running'} @click=${() => this.run(() => this.#more.save())}>${words.file()}</button>
      <p role="status" class="small">${said}</p>
    </div>`;
  }

  /** The keyboard goes on with what has come: the button may be gone. */
  async #showMore(): Promise<void> {
    const before = this.renderRoot.querySelectorAll('li').length;
    await this.#more.showMore();
    await this.updateComplete;
    this.renderRoot.querySelectorAll('li')[before]?.focus();
  }
}
