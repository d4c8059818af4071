import type { SavedReport } from '@faceplate/contracts';
import { heading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { byWord, words as choiceWords } from '../messages.ts';
import { words } from './messages.ts';

const AT_ONCE = 5;

interface SavedList {
  readonly locale: string;
  readonly headingLevel: number;
  readonly all: boolean;
  readonly showAll: () => void;
  readonly open: (report: SavedReport) => void;
  /** Nothing where they are only looked at. */
  readonly acts: Acts | undefined;
}

interface Acts {
  /** The form, for the report that is being named. */
  readonly nameForm: (report: SavedReport) => unknown;
  readonly rename: (report: SavedReport) => void;
  readonly remove: (report: SavedReport) => void;
}

/** The reports that are kept, each with what it tells. Where there is none the page needs no list. */
export function savedListView(reports: readonly SavedReport[], list: SavedList): unknown {
  if (reports.length === 0) return nothing;
  const shown = list.all ? reports : reports.slice(0, AT_ONCE);
  const more = reports.length - shown.length;
  return html`
    <div class="stack tight" part="reports">
      ${heading(list.headingLevel, words.saved(), 1)}
      <ul class="plain">${repeat(shown, ({ id }) => id, (report) => html`<li class="report">${list.acts?.nameForm(report) ?? reportView(report, list)}</li>`)}</ul>
      ${more > 0 ? html`<div><button class="quiet" @click=${list.showAll}>${words.more(more, list.locale)}</button></div>` : nothing}
    </div>
  `;
}

const reportView = (report: SavedReport, { locale, open, acts }: SavedList) => html`
  <div>
    <button class="opener" data-opens=${report.id} @click=${() => open(report)}><bdi>${report.name}</bdi></button>
    <div class="quiet small">${toldOf(report, locale)}</div>
  </div>
  ${acts
    ? html`<div class="row">
        <button class="quiet" data-names=${report.id} aria-label=${words.renameThis(report.name)} @click=${() => acts.rename(report)}>${words.rename()}</button>
        <button class="quiet" aria-label=${words.removeThis(report.name)} @click=${() => acts.remove(report)}>${words.remove()}</button>
      </div>`
    : nothing}
`;

const toldOf = ({ by, months, account }: SavedReport, locale: string) => {
  const of = account?.gone ? words.accountGone(account.name) : account && html`<bdi>${account.name}</bdi>`;
  return html`${byWord(by)} · ${choiceWords.months(months, locale)}${of ? html` · ${of}` : nothing}`;
};
