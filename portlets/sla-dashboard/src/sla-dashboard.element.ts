import '@faceplate/client/nouns/service-levels.js';
import type { ServiceLevelDetail, ServiceLevelGrid, ServiceLevelState } from '@faceplate/contracts';
import { formatMonth } from '@faceplate/localize';
import { heading, latePart, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon, tableStyles } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CellChosenEvent } from './events.ts';
import { stateOf, words } from './messages.ts';
import type { PartHost, SlaClient } from './part.ts';
import { styles } from './sla-dashboard.styles.ts';

const MONTHS = 12;
const STATES: readonly ServiceLevelState[] = ['met', 'near', 'missed', 'unknown'];

/**
 * Shows what was promised and what was kept, service by month, down to the intervals behind every figure.
 *
 * @summary Service levels of a year.
 * @tagname fp-sla-dashboard
 *
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class SlaDashboardElement extends PortletElement<SlaClient> {
  static override styles = [PortletElement.styles, tableStyles, styles];

  /** The service of the cell to show; empty for the grid. */
  @property({ attribute: 'service-id' }) serviceId = '';

  /** The month of the cell to show, `2026-11`. */
  @property() month = '';

  readonly #grid = new Reading(this, {
    args: () => (this.#opened ? undefined : ([] as const)),
    load: (_, options) => this.services.client.serviceLevels.grid(MONTHS, options),
    changes: ['service-levels'],
  });

  readonly #detail = new Reading(this, {
    args: () => (this.#opened ? ([this.serviceId, this.month] as const) : undefined),
    load: ([serviceId, month], options) => this.services.client.serviceLevels.detail(serviceId, month, options),
    changes: ['service-levels'],
  });

  readonly #lent: PartHost = this.lend({}, {});

  readonly #monthPart = latePart(
    this,
    () => this.#opened,
    async () => new (await import('./month/month.ts')).MonthPart(this.#lent),
  );

  readonly #workPart = latePart(
    this,
    () => !this.#opened && this.view === 'full' && Boolean(this.#grid.value?.rows.length),
    async () => new (await import('./planned-work/planned-work.ts')).WorkPart(this.#lent),
  );

  get #opened() {
    // Not compared with '': a route without them takes the attributes away and leaves nothing behind.
    return this.view === 'full' && Boolean(this.serviceId && this.month);
  }

  protected override get page() {
    return this.#opened ? `${this.serviceId}/${this.month}` : '';
  }

  protected override renderContent() {
    if (this.#opened) return this.#renderOne();
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#grid, {
          loading: () => html`<fp-skeleton rows lines=${this.view === 'card' ? 2 : 8}></fp-skeleton>`,
          isEmpty: ({ rows }) => rows.length === 0,
          empty: () => this.#renderEmpty(),
          ready: (grid) => html`${this.#renderAnswer(grid)} ${this.view === 'card' ? this.#renderSeeAll() : this.#renderGrid(grid)}`,
        })}
      </section>
    `;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  #renderEmpty() {
    if (this.view === 'card') return html`<p class="lead">${words.none()}</p><p class="quiet">${words.noneHelp()}</p>`;
    return html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`;
  }

  #renderAnswer({ rows, months }: ServiceLevelGrid) {
    const locale = this.activeLocale;
    const month = months.at(-1) ?? '';
    const now = rows.filter(({ cells }) => cells.at(-1)?.state === 'missed').length;
    const year = rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'missed').length;
    return html`
      <p class="lead">${now > 0 ? words.missed(now, locale) : words.allKept(formatMonth(month, locale, 'long'))}</p>
      ${year > 0 ? html`<p>${words.missedBefore(year, locale)}</p>` : nothing}
    `;
  }

  #renderSeeAll() {
    return html`<div><button @click=${() => this.services.navigate('/service-levels')}>${words.seeAll()}</button></div>`;
  }

  #renderGrid(grid: ServiceLevelGrid) {
    return html`
      <p class="quiet">${words.hint()}</p>
      <p class="row">${STATES.map((state) => html`<fp-tag tone=${stateOf(state).tone}>${stateOf(state).word}</fp-tag>`)}</p>
      <fp-sla-grid .grid=${grid} locale=${this.activeLocale} @cell-chosen=${this.#onChosen}></fp-sla-grid>
      ${this.renderReading(this.#workPart, { loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`, ready: (part) => part.render(grid) })}
    `;
  }

  #renderOne() {
    return html`
      <section class="stack">
        <div><button class="quiet flush" @click=${() => this.#open('', '')}>${backIcon()}<span>${words.back()}</span></button></div>
        ${this.renderReading(this.#detail, {
          loading: () => html`${this.#renderHeading()}<fp-skeleton figure rows lines="5"></fp-skeleton>`,
          failed: () => this.#renderHeading(),
          notFound: () => html`<fp-status-message part="problem" tone="info" heading=${words.missing()}></fp-status-message>`,
          ready: (detail) => this.#renderDetail(detail),
        })}
      </section>
    `;
  }

  #renderDetail(detail: ServiceLevelDetail) {
    const month = formatMonth(detail.cell.month, this.activeLocale, 'long');
    return html`
      ${heading(this.headingLevel, words.detail(detail.service.name, month))}
      <fp-sla-detail .detail=${detail} locale=${this.activeLocale}></fp-sla-detail>
      ${this.renderReading(this.#monthPart, { loading: () => html`<fp-skeleton lines="4"></fp-skeleton>`, ready: (part) => part.render(detail) })}
    `;
  }

  #onChosen({ serviceId, month }: CellChosenEvent) {
    this.#open(serviceId, month);
  }

  #open(serviceId: string, month: string) {
    this.serviceId = serviceId;
    this.month = month;
    this.services.navigate(serviceId ? `/service-levels/${encodeURIComponent(serviceId)}/${month}` : '/service-levels');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-sla-dashboard': SlaDashboardElement;
  }
}
