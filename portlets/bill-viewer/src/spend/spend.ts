import type { SpendList } from '@faceplate/contracts';
import { formatMoney, formatMonth } from '@faceplate/localize';
import { define, heading, Reading } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { FlowChartElement } from '../flow/components/flow-chart.element.ts';
import type { Step } from '../flow/flow.ts';
import { signed } from '../flow/signed.ts';
import { offer } from '../papers/saving.controller.ts';
import type { PartHost } from '../part.ts';
import { SpendTableElement } from './components/spend-table.element.ts';
import { BYS, byWord, groupName, words } from './messages.ts';
import { csvOf, moversOf, type Sheet } from './sheet.ts';

define('fp-flow-chart', FlowChartElement);
define('fp-spend-table', SpendTableElement);

/** What was spent month by month, told apart by service, person, site …, and what changed most. */
export class SpendPart {
  readonly #host: PartHost;
  readonly #spend;

  constructor(host: PartHost) {
    this.#host = host;
    this.#spend = new Reading(host, {
      args: () => (host.wanted.by ? ([byOf(host), host.wanted.payer || host.account] as const) : undefined),
      load: ([by, account], options) => host.services.client.bills.spend(by, account || undefined, options),
      changes: ['bills', 'accounts'],
    });
  }

  render(): unknown {
    const { headingLevel, renderReading } = this.#host;
    return html`
      ${heading(headingLevel, words.heading())} ${this.#renderChoice()}
      ${renderReading(this.#spend, {
        loading: () => html`<fp-skeleton figure rows lines="8"></fp-skeleton>`,
        isEmpty: ({ sheets }) => sheets.every(({ groups }) => groups.length === 0),
        empty: () => html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`,
        ready: (list) => html`${list.sheets.map((sheet) => this.#renderSheet(sheet, list))} ${this.#renderExport(list)}`,
      })}
    `;
  }

  #renderChoice() {
    const { ask } = this.#host;
    const chosen = byOf(this.#host);
    return html`
      <p class="row" part="choice">
        <label for="spend-by">${words.by()}</label>
        <select id="spend-by" @change=${({ target }: Event) => ask({ by: (target as HTMLSelectElement).value })}>
          ${BYS.map((by) => html`<option value=${by} ?selected=${by === chosen}>${byWord(by)}</option>`)}
        </select>
      </p>
    `;
  }

  #renderSheet(sheet: Sheet, { months }: SpendList) {
    const { locale, headingLevel } = this.#host;
    const bars = months.map((month, index) => ({
      label: formatMonth(month, locale, 'short'),
      name: formatMonth(month, locale, 'long'),
      value: sheet.sums[index]?.amount ?? 0,
      text: formatMoney(sheet.sums[index] ?? { amount: 0, currency: sheet.currency }, locale),
    }));
    return html`
      <div class="stack" data-currency=${sheet.currency}>
        <fp-chart-bars .bars=${bars} caption=${this.#answerOf(sheet, months)} name-heading=${words.month()} value-heading=${words.beforeTax()}></fp-chart-bars>
        ${this.#renderMovers(sheet)} ${heading(headingLevel, words.all(), 1)}
        <fp-spend-table .sheet=${sheet} .months=${months} locale=${locale}></fp-spend-table>
      </div>
    `;
  }

  /** The last month, and what took most of it. */
  #answerOf({ sums, groups, currency }: Sheet, months: readonly string[]): string {
    const { locale } = this.#host;
    const last = formatMoney(sums.at(-1) ?? { amount: 0, currency }, locale);
    const month = formatMonth(months.at(-1) ?? '', locale, 'long');
    const [dearest] = groups.filter(({ parentId }) => parentId === undefined).toSorted((one, other) => lastOf(other) - lastOf(one));
    return dearest && lastOf(dearest) > 0 ? words.answerMostly(last, month, groupName(dearest.name)) : words.answer(last, month);
  }

  #renderMovers(sheet: Sheet) {
    const { locale, headingLevel } = this.#host;
    const movers = moversOf(sheet.groups, words.itself);
    if (movers.length === 0) return html`<p>${words.nothingMoved()}</p>`;
    const steps = movers.map(({ name, change, amounts }): Step => {
      const [before, now] = amounts.slice(-2).map((amount) => formatMoney(amount, locale));
      return { name: html`<bdi>${groupName(name)}</bdi>`, more: before && now ? words.beforeAndNow(before, now) : nothing, from: 0, to: change.amount, text: signed(change, locale) };
    });
    return html`
      ${heading(headingLevel, words.movers(), 1)}
      <fp-flow-chart caption=${words.moversCaption()} .steps=${steps}>
        <fp-spend-table slot="table" .sheet=${{ ...sheet, groups: movers.map((group) => ({ ...group, parentId: undefined })) }} .months=${this.#spend.value?.months ?? []} locale=${locale}></fp-spend-table>
      </fp-flow-chart>
    `;
  }

  #renderExport(list: SpendList) {
    const save = () => offer(new Blob([csvOf(list, words.columns())], { type: 'text/csv;charset=utf-8' }), `spending-by-${list.by}.csv`);
    return html`<div><button @click=${save}>${downloadIcon()}<span>${words.csv()}</span></button></div>`;
  }
}

/** An address is written by hand at times. */
const byOf = ({ wanted }: PartHost) => BYS.find((by) => by === wanted.by) ?? 'service';

const lastOf = ({ amounts }: Sheet['groups'][number]) => amounts.at(-1)?.amount ?? 0;
