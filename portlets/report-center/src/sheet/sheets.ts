import type { SpendGroup, SpendList } from '@faceplate/contracts';
import { formatDifference, formatMoney, formatMonth, formatPercent } from '@faceplate/localize';
import { define, heading, offerFile } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PartHost } from '../part.ts';
import { type SideBar, SideBarsElement } from './components/side-bars.element.ts';
import { SpendTableElement } from './components/spend-table.element.ts';
import { groupName, words } from './messages.ts';
import { csvOf, moversOf, ownGroups, type Sheet, talkersOf } from './sheet.ts';

define('fp-side-bars', SideBarsElement);
define('fp-spend-table', SpendTableElement);

/** One currency's sheet, with the months that all sheets share. */
interface Shown extends Sheet {
  readonly months: SpendList['months'];
  readonly isWhole: boolean;
}

/** What was spent month by month, what costs most, what changed most, and all of it as a table and as a file. */
export class SheetsPart {
  readonly #host: PartHost;
  /** The group whose months the picture shows, by currency; all of them where there is none. */
  readonly #picked = new Map<string, string>();
  #file = '';

  constructor(host: PartHost) {
    this.#host = host;
  }

  render(list: SpendList): unknown {
    const { awaited = [], months, sheets } = list;
    return html`${this.#renderAwaited(awaited, months)} ${sheets.map((sheet) => this.#renderSheet({ ...sheet, months, isWhole: awaited.length === 0 }))} ${this.#renderExport(list)}`;
  }

  #renderAwaited(awaited: NonNullable<SpendList['awaited']>, months: SpendList['months']) {
    if (awaited.length === 0) return nothing;
    const { locale } = this.#host;
    const accounts = new Intl.ListFormat(locale).format(awaited.map(({ name }) => name));
    return html`<p part="awaited">${words.notWhole(formatMonth(months.at(-1) ?? '', locale, 'long'), accounts)}</p>`;
  }

  #renderSheet(sheet: Shown) {
    const { locale, headingLevel } = this.#host;
    const own = ownGroups(sheet.groups, words.itself);
    return html`
      <div class="stack" data-currency=${sheet.currency}>
        ${this.#renderTrend(sheet, own)}
        <div class="pictures">${this.#renderTalkers(sheet, own)} ${this.#renderMovers(sheet, own)}</div>
        ${heading(headingLevel, words.all(), 1)}
        <fp-spend-table .sheet=${sheet} .months=${sheet.months} locale=${locale}></fp-spend-table>
      </div>
    `;
  }

  #renderTrend(sheet: Shown, own: readonly SpendGroup[]) {
    const { locale } = this.#host;
    const { currency, months, groups } = sheet;
    const picked = groups.find(({ id }) => id === this.#picked.get(currency));
    const amounts = picked?.amounts ?? sheet.sums;
    const bars = months.map((month, index) => ({
      label: isLabelled(index, months.length) ? formatMonth(month, locale, 'short') : '',
      name: formatMonth(month, locale, 'long'),
      value: amounts[index]?.amount ?? 0,
      text: formatMoney(amounts[index] ?? { amount: 0, currency }, locale),
    }));
    return html`
      ${this.#renderPick(sheet, picked)}
      <fp-chart-bars .bars=${bars} caption=${answerOf(sheet, own, picked, locale)} name-heading=${words.month()} value-heading=${words.beforeTax()}></fp-chart-bars>
    `;
  }

  #renderPick({ currency, groups }: Shown, picked: SpendGroup | undefined) {
    if (groups.length < 2) return nothing;
    const pick = ({ target }: Event) => {
      this.#picked.set(currency, (target as HTMLSelectElement).value);
      this.#host.requestUpdate();
    };
    return html`
      <div class="field">
        <label for="trend-${currency}">${words.trendOf()}</label>
        <select id="trend-${currency}" @change=${pick}>
          <option value="" .selected=${live(!picked)}>${words.allTogether()}</option>
          ${groups.filter(({ id }) => id !== '').map(({ id, name }) => html`<option value=${id} .selected=${live(id === picked?.id)}>${groupName(name)}</option>`)}
        </select>
      </div>
    `;
  }

  #renderTalkers(sheet: Shown, own: readonly SpendGroup[]) {
    const { locale } = this.#host;
    const all = sheet.sums.reduce((sum, { amount }) => sum + amount, 0);
    const share = ({ total }: SpendGroup) => formatPercent(total.amount / all, locale);
    const talkers = talkersOf(own);
    const [first, second] = talkers;
    // Of one there is nothing to compare, and credits can leave a whole that has no shares.
    if (!first || !second || all < first.total.amount) return nothing;
    const bars = talkers.map((group): SideBar => ({ name: groupName(group.name), more: words.shareOfAll(share(group)), value: group.total.amount, text: formatMoney(group.total, locale) }));
    return this.#renderPicture(words.talkers(), words.talkersShare(share(first), groupName(first.name)), bars, { ...sheet, groups: talkers }, words.together(sheet.months.length, locale));
  }

  #renderMovers(sheet: Shown, own: readonly SpendGroup[]) {
    // What is still to come would look like what was saved.
    if (!sheet.isWhole) return nothing;
    const { locale } = this.#host;
    const movers = moversOf(own);
    const [first] = movers;
    if (!first) return html`<p>${words.nothingMoved()}</p>`;
    const bars = movers.map(({ name, change, amounts }): SideBar => {
      const [before, now] = amounts.slice(-2).map((amount) => formatMoney(amount, locale));
      return { name: groupName(name), more: before && now ? words.beforeAndNow(before, now) : '', value: change.amount, text: formatDifference(change, locale) };
    });
    return this.#renderPicture(words.movers(), words.moved(groupName(first.name), unbroken(formatDifference(first.change, locale))), bars, { ...sheet, groups: movers }, words.moversCaption());
  }

  #renderPicture(title: string, answer: string, bars: readonly SideBar[], sheet: Shown, hint = '') {
    const { locale, headingLevel } = this.#host;
    return html`
      <div class="stack tight">
        ${heading(headingLevel, title, 1)}
        <fp-side-bars caption=${answer} hint=${hint} .bars=${bars}>
          <fp-spend-table slot="table" .sheet=${sheet} .months=${sheet.months} locale=${locale}></fp-spend-table>
        </fp-side-bars>
      </div>
    `;
  }

  #renderExport(list: SpendList) {
    const save = () => {
      this.#file = `spending-by-${list.by}.csv`;
      offerFile(new Blob([csvOf(list, words.columns())], { type: 'text/csv;charset=utf-8' }), this.#file);
      this.#host.requestUpdate();
    };
    return html`<div class="row"><button @click=${save}>${downloadIcon()}<span>${words.csv()}</span></button><span role="status">${this.#file ? words.saved(this.#file) : ''}</span></div>`;
  }
}

/** Two years of months are too many names to stand side by side: every third, the last among them. */
const isLabelled = (index: number, count: number): boolean => count <= 12 || (count - 1 - index) % 3 === 0;

/** The last month, and what took most of it. */
function answerOf({ sums, currency, months }: Shown, own: readonly SpendGroup[], picked: SpendGroup | undefined, locale: string): string {
  const last = formatMoney((picked?.amounts ?? sums).at(-1) ?? { amount: 0, currency }, locale);
  const month = formatMonth(months.at(-1) ?? '', locale, 'long');
  if (picked) return words.answerFor(last, month, groupName(picked.name));
  const [dearest] = own.toSorted((one, other) => lastOf(other) - lastOf(one));
  return dearest && own.length > 1 && lastOf(dearest) > 0 ? words.answerMostly(last, month, groupName(dearest.name)) : words.answer(last, month);
}

/** A line may break after a sign, and the sign would stand alone. */
const unbroken = (amount: string) => amount.replace(/[+−]/, '$&\u2060');

const lastOf = ({ amounts }: SpendGroup) => amounts.at(-1)?.amount ?? 0;
