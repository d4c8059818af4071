import '@faceplate/client/nouns/orders.js';
import '@faceplate/ui/define-chart-bars.js';
import type { OrderReport } from '@faceplate/contracts';
import { formatDate, formatMonth, formatNumber, formatPercent } from '@faceplate/localize';
import { heading, offerFile, Reading } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { filterOf } from '../wanted.ts';
import { words } from './messages.ts';

type Month = OrderReport['months'][number];

const PERIODS = [6, 12, 24, 36] as const;

/** How long orders took, how many kept their day, and what is in danger now. */
export class ReportPart {
  readonly #host: PartHost;
  readonly #report: Reading<readonly [number], OrderReport>;
  #months = 12;
  #saving: 'idle' | 'saving' | 'saved' | 'failed' = 'idle';

  constructor(host: PartHost) {
    this.#host = host;
    this.#report = new Reading(host, {
      args: () => (host.orderId ? undefined : ([this.#months] as const)),
      load: ([months], options) => host.services.client.orders.report(months, options),
      changes: ['orders'],
    });
  }

  render(): unknown {
    return html`${this.#renderPeriod()} ${this.#host.renderReading(this.#report, {
      loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
      ready: (report) => html`${this.#renderMonths(report.months)} ${this.#renderDanger(report)} ${this.#renderExports()}`,
    })}`;
  }

  #renderPeriod() {
    const { locale } = this.#host;
    return html`
      <div class="field"><label for="report-period">${words.period()}</label>
        <select id="report-period" @change=${this.#onPeriod}>${PERIODS.map((count) => html`<option value=${count} ?selected=${count === this.#months}>${words.months(count, locale)}</option>`)}</select></div>
    `;
  }

  #renderMonths(months: readonly Month[]) {
    const ended = months.reduce((sofar, one) => sofar + one.ended, 0);
    if (ended === 0) return html`<p>${words.nothing()}</p>`;
    return html`${this.#renderPicture(months, ended)} ${this.#renderTable(months)}`;
  }

  #renderPicture(months: readonly Month[], ended: number) {
    const { locale } = this.#host;
    const onTime = months.reduce((sofar, one) => sofar + one.onTime, 0);
    const bars = months.map(({ month, days }) => ({
      label: formatMonth(month, locale, 'short'),
      name: formatMonth(month, locale),
      value: days?.middle ?? 0,
      text: days ? this.#days(days.middle) : words.none(),
    }));
    return html`
      <fp-chart-bars .bars=${bars} caption=${words.answer(this.#days(typical(months)), formatPercent(onTime / ended, locale))}
        name-heading=${words.month()} value-heading=${words.middle()}></fp-chart-bars>
    `;
  }

  #renderTable(months: readonly Month[]) {
    const { locale } = this.#host;
    const number = (value: number) => formatNumber(value, locale);
    return html`
      <details>
        <summary>${words.figures()}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${words.figures()}>
          <table>
            <thead><tr><th scope="col">${words.month()}</th>${[words.ended(), words.onTime(), words.middle(), words.longest()].map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
            <tbody>
              ${months.map(({ month, ended, onTime, days }) => html`
                <tr><th scope="row">${formatMonth(month, locale)}</th><td class="number">${number(ended)}</td><td class="number">${number(onTime)}</td>
                  <td class="number">${days ? this.#days(days.middle) : words.none()}</td><td class="number">${days ? this.#days(days.longest) : words.none()}</td></tr>`)}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  #renderDanger({ jeopardy }: OrderReport) {
    const { locale, headingLevel, open } = this.#host;
    return html`
      ${heading(headingLevel, words.danger(), 1)}
      ${jeopardy.length === 0 ? html`<p>${words.noDanger()}</p>` : html`
        <ul class="plain stack tight">
          ${jeopardy.map(({ orderId, name, daysLate, promised, reason }) => html`
            <li>
              <button class="opener" @click=${() => open(orderId)}>${words.late(name, this.#days(daysLate))}</button>
              <span class="quiet">${words.promised(formatDate(promised, locale, 'weekday'))}</span>
              ${reason ? html`<span><bdi>${reason}</bdi></span>` : nothing}
            </li>`)}
        </ul>`}
    `;
  }

  #renderExports() {
    const list = this.#listQuery();
    const said = { idle: '', saving: words.saving(), saved: words.saved(), failed: words.failed() }[this.#saving];
    return html`
      <div class="row">
        <button class="quiet" @click=${() => this.#save(`/orders/report/export.csv?months=${this.#months}`, 'order-report.csv')}>${downloadIcon()}<span>${words.export()}</span></button>
        <button class="quiet" @click=${() => this.#save(`/orders/export.csv${list}`, 'orders.csv')}>${downloadIcon()}<span>${words.exportOrders()}</span></button>
        <span role="status" class="small">${said}</span>
      </div>
    `;
  }

  /** The table holds what the list holds. */
  #listQuery(): string {
    const { search, open, place } = filterOf(this.#host.wanted);
    const asked = new URLSearchParams({ ...(search && { search }), ...(place && { place }), ...(open !== undefined && { open: open ? 'yes' : 'no' }) });
    return asked.size > 0 ? `?${asked}` : '';
  }

  #days(count: number): string {
    return words.days(Math.round(count), this.#host.locale);
  }

  #save(path: `/orders/${string}`, name: string) {
    if (this.#saving === 'saving') return undefined;
    return this.#host.run(async () => {
      this.#say('saving');
      try {
        offerFile(await this.#host.services.client.orders.file(path), name);
        this.#say('saved');
      } catch (cause) {
        this.#host.services.report(cause);
        this.#say('failed');
      }
    });
  }

  #say(step: 'saving' | 'saved' | 'failed') {
    this.#saving = step;
    this.#host.requestUpdate();
  }

  readonly #onPeriod = ({ target }: Event) => {
    this.#months = Number((target as HTMLSelectElement).value);
    this.#host.requestUpdate();
  };
}

/** The middle of the months' middles, each as often as orders ended in it. */
function typical(months: readonly Month[]): number {
  const all = months.flatMap(({ ended, days }) => (days ? Array.from({ length: ended }, () => days.middle) : [])).toSorted((one, other) => one - other);
  return all[Math.floor(all.length / 2)] ?? 0;
}
