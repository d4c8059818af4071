import '@faceplate/client/nouns/usage.js';
import type { Money, RunningBill, RunningBillList, UsageList } from '@faceplate/contracts';
import { formatInstant, formatMoney } from '@faceplate/localize';
import { heading, latePart, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DaysHost, MeteringClient } from './days/days.ts';
import { kindWord, words } from './messages.ts';
import { serviceView } from './meter-view.ts';
import { byService, type MeteredService, quantityText } from './quantities.ts';
import { runningView } from './running-view.ts';
import { styles } from './usage-meter.styles.ts';

/** So many services at first; the others are the ones with the most left. */
const FIRST = 6;

/**
 * Shows what has been run up since the last bill and what it will come to, what is left of each allowance, and the use
 * of one service day by day and use by use.
 *
 * @summary Usage: what it will cost, and what is left.
 * @tagname fp-usage-meter
 *
 * @csspart running - What one account has run up, with its forecast.
 * @csspart total - What has been run up so far.
 * @csspart forecast - The sentence that says what the bill will come to.
 * @csspart service - A service with its meters.
 * @csspart meter - What is left of one allowance.
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class UsageMeterElement extends PortletElement<MeteringClient> {
  static override styles = [PortletElement.styles, ...styles];

  /** The service whose days to show; empty for all. */
  @property({ attribute: 'product-id' }) productId = '';

  @state() private all = false;

  readonly #usage = new Reading(this, {
    args: () => [this.activeAccount] as const,
    load: ([account], options) => this.services.client.usage.list(account || undefined, options),
    changes: ['usage', 'accounts'],
  });

  readonly #running = new Reading(this, {
    args: () => (this.#opened ? undefined : ([this.activeAccount] as const)),
    load: ([account], options) => this.services.client.usage.running(account || undefined, options),
    changes: ['usage', 'bills', 'accounts'],
  });

  /** What one service needs beside all of them comes when it is opened. */
  readonly #days = latePart(
    this,
    () => this.#opened,
    async () => new (await import('./days/days.ts')).DaysPart(this.#lent),
  );

  readonly #lent: DaysHost = this.lend({}, { productId: () => (this.#opened ? this.productId : '') });

  get #opened() {
    // Not compared with '': a route without it takes the attribute away and leaves nothing behind.
    return this.view === 'full' && Boolean(this.productId);
  }

  protected override get page() {
    return this.#opened ? this.productId : '';
  }

  protected override renderContent() {
    if (this.#opened) return this.#renderOne();
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.view === 'card' ? this.#renderCard() : html`${this.#renderRunning()} ${this.#renderUsage()}`}
      </section>
    `;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  /** Where nothing can be read, one message is enough; where nothing runs, none. */
  #renderRunning() {
    if (this.#running.state.step === 'failed' && this.#usage.state.step !== 'ready') return nothing;
    return this.renderReading(this.#running, {
      loading: () => html`<fp-skeleton figure lines="3"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => nothing,
      ready: ({ items }) => html`
        ${items.length > 1 ? html`<p class="lead">${sumsOf(items).map((sum) => words.allTogether(formatMoney(sum, this.activeLocale))).join(' · ')}</p>` : nothing}
        <div class="cards">
          ${(this.all ? items : items.slice(0, FIRST)).map((bill) => runningView(bill, { locale: this.activeLocale, headingLevel: this.headingLevel, named: items.length > 1 }))}
        </div>
      `,
    });
  }

  #renderUsage() {
    return this.renderReading(this.#usage, {
      loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => (this.#running.value?.items.length ? nothing : this.#renderEmpty()),
      ready: (list) => this.#renderServices(list),
    });
  }

  #renderEmpty() {
    return html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`;
  }

  #renderServices({ items, asOf }: UsageList) {
    const locale = this.activeLocale;
    const services = byService(items);
    const shown = this.all ? services : services.slice(0, FIRST);
    const more = services.length - shown.length;
    return html`
      ${heading(this.headingLevel, words.whatIsLeft(), 1)}
      ${this.#renderAsOf(asOf)}
      <ul class="cards plain">
        ${shown.map((service) => serviceView(service, { locale, headingLevel: this.headingLevel, open: (productId) => this.#open(productId) }))}
      </ul>
      ${more > 0 ? html`<div><button @click=${() => (this.all = true)}>${words.more(more, locale)}</button></div>` : nothing}
    `;
  }

  #renderAsOf(asOf: string | undefined) {
    if (asOf === undefined) return nothing;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`<p class="quiet small">${words.asOf(formatInstant(asOf, this.activeLocale, zone, 'weekday'))}</p>`;
  }

  /** The answer alone: what it will come to, and what is shortest. */
  #renderCard() {
    const [usage, running] = [this.#usage.state, this.#running.state];
    if (usage.step === 'loading' || running.step === 'loading') return html`<fp-skeleton figure lines="2"></fp-skeleton>`;
    // One of the two is an answer as well: staff, for one, see what it will cost and not what was used.
    if (running.step === 'failed') return this.renderReading(this.#usage, { ready: (list) => this.#renderShort(undefined, list) });
    return this.renderReading(this.#running, { ready: (list) => this.#renderShort(list, this.#usage.value) });
  }

  #renderShort(running: RunningBillList | undefined, usage: UsageList | undefined) {
    if (!usage?.items.length && !running?.items.length) return html`<p class="lead">${words.none()}</p><p class="quiet">${words.noneHelp()}</p>`;
    return html`
      ${running ? this.#renderAnswer(running) : nothing} ${this.#renderShortest(byService(usage?.items ?? []))}
      <div><button @click=${() => this.services.navigate('/usage')}>${words.seeAll()}</button></div>
    `;
  }

  #renderAnswer({ items }: RunningBillList) {
    const locale = this.activeLocale;
    const [only] = items;
    if (items.length > 1) return html`<p class="lead">${sumsOf(items).map((sum) => words.allTogether(formatMoney(sum, locale))).join(' · ')}</p>`;
    if (!only) return nothing;
    if (only.forecast) return html`<p class="lead">${words.willBe(formatMoney(only.forecast.likely, locale))}</p>`;
    return html`<p class="lead">${words.charged(formatMoney(only.total, locale))}</p>`;
  }

  #renderShortest([first]: readonly MeteredService[]) {
    const meter = first?.meters.filter(({ allowance }) => allowance).toSorted((one, other) => (one.allowance?.left ?? 0) - (other.allowance?.left ?? 0))[0];
    if (!meter?.allowance) return nothing;
    return html`<p>${words.leftShort(kindWord(meter.name), meter.service.name, quantityText(meter.allowance.left, meter.unit, this.activeLocale))}</p>`;
  }

  #renderOne() {
    const loading = () => html`${this.#renderHeading()}<fp-skeleton figure rows lines="8"></fp-skeleton>`;
    const failed = () => this.#renderHeading();
    const mine = ({ items }: UsageList) => byService(items).find(({ productId }) => productId === this.productId);
    return html`
      <section class="stack">
        <div><button class="quiet flush" @click=${() => this.#open('')}>${backIcon()}<span>${words.back()}</span></button></div>
        ${this.renderReading(this.#usage, {
          loading,
          failed,
          isEmpty: (list) => !mine(list),
          empty: () => html`<fp-status-message part="problem" tone="info" heading=${words.missing()}></fp-status-message>`,
          ready: (list) => html`
            ${heading(this.headingLevel, html`<bdi>${mine(list)?.name}</bdi>`)} ${this.#renderAsOf(list.asOf)}
            ${this.renderReading(this.#days, {
              loading: () => html`<fp-skeleton rows lines="8"></fp-skeleton>`,
              ready: (part) => part.render(mine(list)?.meters ?? []),
            })}
          `,
        })}
      </section>
    `;
  }

  #open(productId: string) {
    this.productId = productId;
    this.services.navigate(productId ? `/usage/${encodeURIComponent(productId)}` : '/usage');
  }
}

/** What all accounts have run up, currency by currency. */
function sumsOf(items: readonly RunningBill[]): Money[] {
  const byCurrency = Map.groupBy(items, ({ total }) => total.currency);
  return [...byCurrency].map(([currency, some]) => ({ currency, amount: some.reduce((sofar, { total }) => sofar + total.amount, 0) }));
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-usage-meter': UsageMeterElement;
  }
}
