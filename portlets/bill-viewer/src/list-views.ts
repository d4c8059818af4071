import type { BillList, BillSummary } from '@faceplate/contracts';
import { formatDate, formatMoney } from '@faceplate/localize';
import { html, nothing } from 'lit';
import type { BillChosenEvent } from './events.ts';
import { words } from './messages.ts';
import { nextDue, type Owed } from './owed.ts';

export const emptyView = (inCard: boolean) =>
  inCard
    ? html`<p class="lead">${words.none()}</p><p class="quiet">${words.noneHelp()}</p>`
    : html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`;

export const noMatchView = (showAll: () => void) => html`
  <fp-status-message tone="info" heading=${words.noMatch()}>
    <p>${words.noMatchHelp()}</p>
    <button slot="actions" @click=${showAll}>${words.showAll()}</button>
  </fp-status-message>
`;

interface OwedFacts {
  readonly owed: Owed;
  /** Something is missing: neither "nothing to pay" nor a plain sum would be true. */
  readonly incomplete: boolean;
  readonly bills: readonly BillSummary[];
  readonly locale: string;
  /** Leads to where it is paid; nothing where that is not for this person. */
  readonly pay: (() => void) | undefined;
}

/** What is to be paid now, by when, and the way there. */
export function owedView({ owed: { sums, overdue }, incomplete, bills, locale, pay }: OwedFacts) {
  if (sums.length === 0) return incomplete ? nothing : html`<p class="lead">${words.nothingOwed()}</p>`;
  const amounts = (some: typeof sums) => new Intl.ListFormat(locale).format(some.map((sum) => formatMoney(sum, locale)));
  const next = nextDue(bills);
  return html`
    <div class="stack tight">
      <p class="quiet">${incomplete ? words.owedAtLeast() : words.owed()}</p>
      <p part="owed" class="figure">${amounts(sums)}</p>
      ${overdue.length > 0 ? html`<p><fp-tag tone="critical">${amounts(overdue) === amounts(sums) ? words.allOverdue() : words.overdue(amounts(overdue))}</fp-tag></p>` : nothing}
      ${next && overdue.length === 0 ? html`<p>${words.nextDue(formatDate(next, locale, 'weekday'))}</p>` : nothing}
      ${pay ? html`<div><button class="primary" @click=${pay}>${words.pay(amounts(sums))}</button></div>` : nothing}
    </div>
  `;
}

export const noSumsView = (retry: () => void) =>
  html`<p class="row"><span class="quiet">${words.noSum()}</span> <button class="quiet" @click=${retry}>${words.again()}</button></p>`;

/** Every line names where it comes from as soon as there is more than one place. */
export function listView(shown: readonly BillSummary[], { items }: BillList, locale: string, choose: (event: BillChosenEvent) => void) {
  const accounts = new Set(items.map(({ account, origin }) => account.id + origin)).size > 1;
  return html`<fp-bill-list .bills=${shown} .accounts=${accounts} locale=${locale} @bill-chosen=${choose}></fp-bill-list>`;
}
