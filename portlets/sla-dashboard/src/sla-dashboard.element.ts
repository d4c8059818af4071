import '@faceplate/client/nouns/service-levels.js';
import type { ServiceLevelDetail, ServiceLevelState } from '@faceplate/contracts';
import { formatMonth, formatNumber } from '@faceplate/localize';
import { heading, latePart, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon, formStyles, tableStyles } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CellChosenEvent } from './events.ts';
import { GridView } from './grid-view.ts';
import { stateOf, words } from './messages.ts';
import type { Page, PartHost, SlaClient } from './part.ts';
import { styles } from './sla-dashboard.styles.ts';

const MONTHS = 12;
/** So many services can be overlooked; of more one is looked for. */
const OVERLOOKED = 12;
const STATES: readonly ServiceLevelState[] = ['met', 'near', 'missed', 'unknown'];

/**
 * Shows what was promised and what was kept, service by month, down to the intervals behind every figure.
 *
 * @summary Service levels of a year.
 * @tagname fp-sla-dashboard
 *
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @csspart legend - What the signs of the grid mean, with how many months have each.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class SlaDashboardElement extends PortletElement<SlaClient> {
  static override styles = [PortletElement.styles, tableStyles, formStyles, styles];

  /** The service of the cell to show, or the page `incidents` or `planned-work`; empty for the grid. */
  @property({ attribute: 'service-id' }) serviceId = '';

  /** The month of the cell to show, `2026-11`; of `incidents` the one to show. */
  @property() month = '';

  /** What services are looked for by. */
  @state() private search = '';

  @state() private figures = false;

  /** The cell that was opened last, `service/2026-11`. */
  #last = '';
  #rows: { readonly of: GridView; readonly by: string; readonly rows: readonly number[] } | undefined;

  readonly #grid = new Reading(this, {
    args: () => (this.#shown === 'grid' ? ([] as const) : undefined),
    load: async (_, options) => new GridView(await this.services.client.serviceLevels.grid(MONTHS, options)),
    changes: ['service-levels'],
  });

  readonly #detail = new Reading(this, {
    args: () => (this.#opened ? ([this.serviceId, this.month] as const) : undefined),
    load: ([serviceId, month], options) => this.services.client.serviceLevels.detail(serviceId, month, options),
    changes: ['service-levels'],
  });

  readonly #lent: PartHost = this.lend({ open: (page: string) => this.#go(page) }, { page: () => this.#shown, incidentId: () => (this.#shown === 'incidents' ? this.month : '') });

  readonly #monthPart = latePart(
    this,
    () => this.#opened,
    async () => new (await import('./month/month.ts')).MonthPart(this.#lent),
  );

  readonly #workPart = latePart(
    this,
    () => this.#hasGrid,
    async () => new (await import('./planned-work/planned-work.ts')).WorkPart(this.#lent, 'grid'),
  );

  readonly #incidentsPart = latePart(
    this,
    () => this.#hasGrid || this.#shown === 'incidents',
    async () => new (await import('./incidents/incidents.ts')).IncidentsPart(this.#lent),
  );

  readonly #workPage = latePart(
    this,
    () => this.#shown === 'planned-work',
    async () => new (await import('./planned-work/page.ts')).WorkPage(this.#lent),
  );

  get #hasGrid() {
    return this.#shown === 'grid' && this.view === 'full' && this.#grid.value !== undefined;
  }

  get #shown(): Page {
    // Not compared with '': a route without them takes the attributes away and leaves nothing behind.
    if (this.view !== 'full' || !this.serviceId) return 'grid';
    if (this.serviceId === 'incidents' || this.serviceId === 'planned-work') return this.serviceId;
    return this.month ? 'month' : 'grid';
  }

  get #opened() {
    return this.#shown === 'month';
  }

  protected override get page() {
    return this.#shown === 'grid' ? '' : `${this.serviceId}/${this.month}`;
  }

  protected override renderContent() {
    if (this.#opened) return this.#renderOne();
    if (this.#shown !== 'grid') return this.#renderPage();
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#grid, {
          loading: () => html`<fp-skeleton rows lines=${this.view === 'card' ? 2 : 8}></fp-skeleton>`,
          isEmpty: ({ count }) => count === 0,
          empty: () => this.#renderEmpty(),
          ready: (grid) => html`${this.#renderAnswer(grid)} ${this.view === 'card' ? this.#renderSeeAll() : this.#renderGrid(grid)}`,
        })}
        ${this.#hasGrid ? this.#renderBelow() : nothing}
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

  #renderAnswer(grid: GridView) {
    const locale = this.activeLocale;
    const { months } = grid;
    const now = grid.countOf('missed', months.length - 1);
    const year = grid.countOf('missed');
    return html`
      <p class="lead">${now > 0 ? words.missed(now, locale) : words.allKept(formatMonth(months.at(-1) ?? '', locale, 'long'))}</p>
      ${year > 0 ? html`<p>${words.missedBefore(year, locale)}</p>` : nothing}
    `;
  }

  #renderSeeAll() {
    return html`<div><button @click=${() => this.services.navigate('/service-levels')}>${words.seeAll()}</button></div>`;
  }

  #renderGrid(grid: GridView) {
    const rows = this.#rowsOf(grid);
    return html`
      <p class="quiet">${words.hint()}</p>
      ${this.#renderLegend(grid)} ${this.#renderTools(grid, rows.length)}
      <fp-sla-grid .grid=${grid} .rows=${rows} ?figures=${this.figures} opened=${this.#last} locale=${this.activeLocale} @cell-chosen=${this.#onChosen}></fp-sla-grid>
    `;
  }

  /** Of somebody without a promise, too: what is wrong, and what is planned. */
  #renderBelow() {
    const loading = () => html`<fp-skeleton lines="3"></fp-skeleton>`;
    return html`
      ${this.renderReading(this.#incidentsPart, { loading, ready: (part) => part.renderNow() })}
      ${this.renderReading(this.#workPart, { loading, ready: (part) => part.render() })}
    `;
  }

  #renderPage() {
    const loading = () => html`${this.#renderHeading()}<fp-skeleton lines="5"></fp-skeleton>`;
    return html`
      <section class="stack">
        ${this.month ? nothing : html`<div><button class="quiet flush" @click=${() => this.#open('', '')}>${backIcon()}<span>${words.back()}</span></button></div>`}
        ${this.#shown === 'incidents'
          ? this.renderReading(this.#incidentsPart, { loading, ready: (part) => part.renderPage() })
          : this.renderReading(this.#workPage, { loading, ready: (part) => part.render() })}
      </section>
    `;
  }

  #renderLegend(grid: GridView) {
    const count = (months: number) => formatNumber(months, this.activeLocale);
    return html`<p class="row" part="legend">
      ${STATES.map((one) => html`<fp-tag tone=${stateOf(one).tone}>${stateOf(one).word}: ${count(grid.countOf(one))}</fp-tag>`)}
      ${grid.leftOut > 0 ? html`<span class="left-out small">${words.leftOut()}: ${count(grid.leftOut)}</span>` : nothing}
    </p>`;
  }

  #renderTools({ count }: GridView, shown: number) {
    const locale = this.activeLocale;
    const search = html`<input type="search" aria-label=${words.search()} placeholder=${words.search()} .value=${this.search} @input=${this.#onSearch} />`;
    return html`<div class="row">
      ${count > OVERLOOKED ? search : nothing}
      <button aria-pressed=${this.figures} @click=${() => (this.figures = !this.figures)}>${words.figures()}</button>
      <span role="status" class="quiet small">${this.search ? words.found(formatNumber(shown, locale), formatNumber(count, locale)) : nothing}</span>
    </div>`;
  }

  #rowsOf(grid: GridView): readonly number[] {
    if (this.#rows?.of !== grid || this.#rows.by !== this.search) this.#rows = { of: grid, by: this.search, rows: grid.rowsWith(this.search, this.activeLocale) };
    return this.#rows.rows;
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

  #onSearch({ target }: Event) {
    this.search = (target as HTMLInputElement).value;
  }

  #onChosen({ serviceId, month }: CellChosenEvent) {
    this.#last = `${serviceId}/${month}`;
    this.#open(serviceId, month);
  }

  #go(page: string) {
    const [name = '', id = ''] = page.split('/').map(decodeURIComponent);
    this.serviceId = name;
    this.month = id;
    this.services.navigate(`/service-levels/${page}`);
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
