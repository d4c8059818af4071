import '@faceplate/client/nouns/bills.js';
import '@faceplate/client/nouns/payments.js';
import type { BalanceSheet, BillList } from '@faceplate/contracts';
import { heading, latePart, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { BillChosenEvent, WantedEvent } from './events.ts';
import { emptyView, listView, noMatchView, noSumsView, owedView } from './list-views.ts';
import { words } from './messages.ts';
import { owedByBills, owedOf } from './owed.ts';
import type { PartHost } from './part.ts';
import { addressOf, choicesOf, NOTHING_WANTED, wantedBills } from './wanted.ts';

/** What there is to pay, how it adds up, and the bills of all accounts: in full, or the answer alone. */
export class AllBillsPart {
  readonly #host: PartHost;
  readonly #bills;
  readonly #balance;
  readonly #sums;
  readonly #find;
  readonly #papers;
  readonly #joining;

  constructor(host: PartHost) {
    this.#host = host;
    const isShown = () => !host.billId;
    const inFull = () => isShown() && host.view === 'full';
    this.#bills = new Reading(host, {
      args: () => (isShown() ? ([host.account] as const) : undefined),
      load: ([account], options) => host.services.client.bills.list(account || undefined, options),
      changes: ['bills', 'accounts'],
    });
    this.#balance = new Reading(host, {
      args: () => (isShown() ? ([] as const) : undefined),
      load: (_, options) => host.services.client.payments.balance(options),
      changes: ['bills', 'accounts', 'payments', 'usage'],
    });
    this.#sums = latePart(host, inFull, () => import('./balance/balance.ts'));
    this.#find = latePart(
      host,
      () => inFull() && Boolean(host.wanted.search),
      async () => new (await import('./find/find.ts')).FindPart(host),
    );
    this.#papers = latePart(
      host,
      () => inFull() && this.#bills.value !== undefined,
      async () => new (await import('./papers/papers.ts')).PapersPart(host),
    );
    // One account alone has nothing to be put together with.
    this.#joining = latePart(
      host,
      () => inFull() && choicesOf(this.#bills.value?.items ?? []).payers.length > 1,
      async () => new (await import('./joining/joining.ts')).JoiningPart(host),
    );
  }

  render(): unknown {
    return this.#host.view === 'card' ? this.#renderCard() : this.#renderFull();
  }

  #renderFull() {
    const heads = () => html`${this.#renderHeading()} ${this.#renderBalance()}`;
    return this.#host.renderReading(this.#bills, {
      loading: () => html`${heads()}<fp-skeleton rows lines="6"></fp-skeleton>`,
      failed: heads,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`${this.#renderHeading()} ${emptyView(false)}`,
      ready: (bills) => html`${heads()} ${this.#renderTools(bills)} ${this.#host.wanted.search ? this.#renderFound(bills) : this.#renderList(bills)}`,
    });
  }

  #renderCard() {
    return html`
      ${this.#renderHeading()}
      ${this.#host.renderReading(this.#bills, {
        loading: () => html`<fp-skeleton figure lines="2"></fp-skeleton>`,
        isEmpty: ({ items }) => items.length === 0,
        empty: () => emptyView(true),
        ready: () => html`${this.#renderBalance()}
          <div><button @click=${() => this.#host.go(addressOf())}>${words.seeAll()}</button></div>`,
      })}
    `;
  }

  #renderHeading() {
    return heading(this.#host.headingLevel, words.heading());
  }

  /** Figures that cannot be had are missing and said to be; what is to be paid is then known from the bills alone. */
  #renderBalance(): unknown {
    const { state } = this.#balance;
    if (state.step === 'loading') return html`<fp-skeleton figure lines="3"></fp-skeleton>`;
    const bills = this.#bills.value;
    if (state.step === 'failed') return bills ? this.#renderWithoutBalance(bills) : nothing;
    // What the bills have said already, that they are old or incomplete, need not be said twice.
    const isSaid = bills && (bills.gaps.length > 0 || this.#host.services.client.staleSince(bills) !== undefined);
    return isSaid ? this.#renderSheet(state.value) : this.#host.renderReading(this.#balance, { ready: (sheet) => this.#renderSheet(sheet) });
  }

  #renderSheet(sheet: BalanceSheet) {
    const accounts = sheet.accounts.filter(({ account }) => !this.#payer || account.id === this.#payer);
    const totals = this.#payer ? accounts.map((figures) => ({ ...figures, currency: figures.position.currency })) : sheet.totals;
    const incomplete = sheet.gaps.length > 0 || Boolean(this.#bills.value?.gaps.length);
    const owed = this.#renderOwed(owedOf(totals), incomplete);
    return this.#host.view === 'card' ? owed : html`<div class="position">${owed} ${this.#renderSums({ ...sheet, totals, accounts })}</div>`;
  }

  #renderSums(sheet: BalanceSheet) {
    const { step } = this.#sums.state;
    if (step === 'failed') return noSumsView(() => this.#sums.retry());
    return html`<div class="stack tight">${this.#sums.value?.sumsView(sheet, this.#host.locale) ?? html`<fp-skeleton rows lines="7"></fp-skeleton>`}</div>`;
  }

  #renderWithoutBalance({ items, gaps }: BillList) {
    const owed = this.#renderOwed(owedByBills(wantedBills(items, { ...NOTHING_WANTED, payer: this.#payer })), gaps.length > 0);
    return this.#host.view === 'card' ? owed : html`${owed} ${noSumsView(() => this.#balance.retry())}`;
  }

  #renderOwed(owed: ReturnType<typeof owedOf>, incomplete: boolean) {
    const { locale, mode, view, go } = this.#host;
    const bills = wantedBills(this.#bills.value?.items ?? [], { ...NOTHING_WANTED, payer: this.#payer });
    // A card has one action, and staff who act for a customer do not pay for them.
    const pay = view === 'full' && mode === 'customer' ? () => go('/payments?all=1') : undefined;
    return owedView({ owed, incomplete, bills, locale, pay });
  }

  /** The account whose figures are asked for; empty for all. */
  get #payer() {
    return this.#host.wanted.payer || this.#host.account;
  }

  #renderTools({ items }: BillList) {
    const { wanted, ask, go } = this.#host;
    // The reports are another portlet's (ADR 28).
    const reports = `/reports${wanted.payer && `?account=${encodeURIComponent(wanted.payer)}`}`;
    return html`<fp-bill-tools
      .wanted=${wanted}
      .choices=${choicesOf(items)}
      @wanted=${({ changes }: WantedEvent) => ask(changes)}
      @spending-asked=${() => go(reports)}
    ></fp-bill-tools>`;
  }

  #renderFound({ items }: BillList) {
    return this.#host.renderReading(this.#find, {
      loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
      ready: (part) => part.render(wantedBills(items, this.#host.wanted)),
    });
  }

  #renderList(bills: BillList) {
    const { locale, wanted, ask, open } = this.#host;
    const shown = wantedBills(bills.items, wanted);
    if (shown.length === 0) return noMatchView(() => ask(NOTHING_WANTED));
    const choose = ({ billId }: BillChosenEvent) => open(billId);
    // Papers come last on the page: they may come when they come, and their absence costs nothing else.
    return html`${this.#renderTrend(shown)} ${listView(shown, bills, locale, choose)} ${this.#joining.value?.render(bills.items)} ${this.#papers.value?.render(bills.items)}`;
  }

  /** A picture more: where its code cannot be had, the list stands without it. */
  #renderTrend(shown: BillList['items']) {
    const { state } = this.#sums;
    if (state.step === 'ready') return state.value.trendView(shown, this.#host.locale);
    return state.step === 'loading' ? html`<fp-skeleton figure lines="6"></fp-skeleton>` : nothing;
  }
}
