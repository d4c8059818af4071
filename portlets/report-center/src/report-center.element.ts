import '@faceplate/client/nouns/bills.js';
import '@faceplate/client/nouns/reports.js';
import type { SavedReport, SavedReportList, SignedIn, SpendList } from '@faceplate/contracts';
import { heading, latePart, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon, formStyles } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { cardView } from './card.ts';
import { choicesView } from './choices.ts';
import { words } from './messages.ts';
import type { PartHost, ReportingClient } from './part.ts';
import { styles } from './report-center.styles.ts';
import { addressOf, type Asked, askedFor, NOTHING_ASKED, USUAL, type Wish, wishOf, wishOfReport } from './wish.ts';

/**
 * Shows what was spent month by month, told apart by service, person, site, unit, cost centre, account or kind; keeps such
 * a report under a name.
 *
 * @summary Reports: where the money goes, and reports that are kept.
 * @tagname fp-report-center
 *
 * @csspart choices - What spending is told apart by, and over how many months.
 * @csspart spent - On the card: what the last month came to.
 * @csspart awaited - The sentence that names accounts whose bill of the newest month is still to come.
 * @csspart reports - The list of saved reports.
 * @csspart problem - The message shown when something cannot be read or saved.
 * @csspart note - The message above data that is old or incomplete.
 * @csspart news - The message about what became of saving, renaming or removing.
 * @fires {ReportSavedEvent} fp-report-saved - The customer keeps a report under a name.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class ReportCenterElement extends PortletElement<ReportingClient> {
  static override styles = [PortletElement.styles, formStyles, styles];

  /** The saved report to show; empty for none of them. */
  @property({ attribute: 'report-id' }) reportId = '';

  /** What spending is told apart by: `service`, `person`, `site`, `unit`, `cost-centre`, `account`, `kind`. */
  @property() by = '';

  /** So many months up to the newest bill, 2 to 24. */
  @property() months = '';

  readonly #saved = new Reading(this, {
    args: () => (this.view === 'full' ? ([] as const) : undefined),
    load: (_, options) => this.services.client.reports.list(options),
    changes: ['reports', 'accounts'],
  });

  /** Who asks, and the accounts they can ask about. */
  readonly #session = new Reading(this, {
    args: () => (this.view === 'full' ? ([] as const) : undefined),
    load: (_, options) => this.services.client.session.get(options),
    changes: ['accounts'],
  });

  readonly #spend = new Reading(this, {
    args: () => this.#spendArgs,
    load: ([by, months, accountId], options) => this.services.client.bills.spend(by, accountId || undefined, { ...options, months }),
    changes: ['bills', 'accounts'],
  });

  readonly #lent: PartHost = this.lend(
    { open: (report?: SavedReport) => this.#open(report) },
    { wish: () => this.#wish, saved: () => this.#saved, reportId: () => this.#shownId, person: () => this.#signedIn?.person.id },
  );

  readonly #sheets = latePart(
    this,
    () => this.view === 'full',
    async () => new (await import('./sheet/sheets.ts')).SheetsPart(this.#lent),
  );

  readonly #keeping = latePart(
    this,
    () => this.view === 'full',
    async () => new (await import('./keeping/keeping.ts')).KeepingPart(this.#lent),
  );

  protected override get page() {
    return this.#shownId;
  }

  protected override renderContent() {
    if (this.view === 'card') return this.#renderCard();
    return html`<section class="stack">${this.#shownId ? this.#renderSaved() : this.#renderAll()}</section>`;
  }

  #renderCard() {
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#spend, {
          loading: () => html`<fp-skeleton figure lines="2"></fp-skeleton>`,
          ready: (list) => cardView(list, this.activeLocale, () => this.services.navigate(addressOf())),
        })}
      </section>
    `;
  }

  #renderAll() {
    return html`${this.#renderHeading()} ${this.#keeping.value?.renderNews()} ${this.#renderList()} ${this.#renderSpending()}`;
  }

  /** The list may come when it comes, and its absence costs nothing else. */
  #renderList() {
    const { step } = this.#keeping.state;
    if (step === 'failed') return nothing;
    return this.#keeping.value?.renderList() ?? html`<fp-skeleton lines="2"></fp-skeleton>`;
  }

  #renderSaved() {
    const loading = () => html`${this.#renderHeading()}<fp-skeleton figure rows lines="8"></fp-skeleton>`;
    return html`
      <div><button class="quiet flush" @click=${() => this.#open()}>${backIcon()}<span>${words.back()}</span></button></div>
      ${this.#report
        ? this.#renderReport(this.#report)
        : this.renderReading<SavedReportList>(this.#saved, { loading, failed: () => this.#renderHeading(), ready: () => this.#renderMissing() })}
    `;
  }

  #renderReport({ name, account }: SavedReport) {
    const isGone = account?.gone && this.#wish.accountId === account.id;
    return html`
      ${heading(this.headingLevel, html`<bdi>${name}</bdi>`)} ${this.#keeping.value?.renderNews()}
      ${isGone
        ? html`${this.#renderTools()}<fp-status-message tone="info" heading=${words.gone(account.name)}><p>${words.goneHelp()}</p></fp-status-message>`
        : this.#renderSpending()}
    `;
  }

  #renderMissing() {
    return html`${this.#renderHeading()}
      <fp-status-message part="problem" tone="info" heading=${words.missing()}><p>${words.missingHelp()}</p></fp-status-message>`;
  }

  #renderSpending() {
    return html`${this.#renderTools()} ${this.renderReading(this.#spend, {
      loading: () => html`<fp-skeleton figure rows lines="8"></fp-skeleton>`,
      isEmpty: ({ sheets }) => sheets.every(({ groups }) => groups.length === 0),
      empty: () => html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`,
      ready: (list) => this.#renderSheets(list),
    })}`;
  }

  #renderSheets(list: SpendList) {
    return this.renderReading(this.#sheets, {
      loading: () => html`<fp-skeleton figure rows lines="8"></fp-skeleton>`,
      ready: (part) => part.render(list),
    });
  }

  #renderTools() {
    const change = (changes: Partial<Wish>) => this.#go(this.reportId, askedFor({ ...this.#wish, ...changes }, this.#base));
    const choices = choicesView({ wish: this.#wish, accounts: this.#accounts, locale: this.activeLocale, change });
    // They may come when they come: their place is kept, so that nothing below moves.
    return html`${choices}<div class="tools">${this.#keeping.value?.renderTools(this.#report)}</div>`;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  get #signedIn(): SignedIn | undefined {
    const session = this.#session.value;
    return session?.signedIn ? session : undefined;
  }

  /** The account of the report on show has a name, though it may not be among one's own any more. */
  get #accounts(): SignedIn['accounts'] {
    const own = this.#signedIn?.accounts ?? [];
    const asked = this.#report?.account;
    return asked && !own.some(({ id }) => id === asked.id) ? [...own, asked] : own;
  }

  get #shownId(): string {
    // Not compared with '': a route without it takes the attribute away and leaves nothing behind.
    return (this.view === 'full' && this.reportId) || '';
  }

  get #report(): SavedReport | undefined {
    const items = this.#saved.value?.items ?? [];
    return this.#shownId ? (this.#keeping.value?.known(items) ?? items).find(({ id }) => id === this.#shownId) : undefined;
  }

  /** What is shown where nothing else is asked for. */
  get #base(): Wish {
    if (this.#report) return wishOfReport(this.#report);
    return { ...USUAL, accountId: this.surroundings.value?.account ?? '' };
  }

  get #wish(): Wish {
    return wishOf({ by: this.by, months: this.months, account: this.account }, this.#base);
  }

  get #spendArgs() {
    if (this.view === 'card') return ['service', 2, this.#wish.accountId] as const;
    const { by, months, accountId } = this.#wish;
    const isLost = this.#shownId && (!this.#report || (this.#report.account?.gone && this.#report.account.id === accountId));
    return isLost ? undefined : ([by, months, accountId] as const);
  }

  #open(report?: SavedReport) {
    this.#go(report?.id ?? '', NOTHING_ASKED);
  }

  #go(reportId: string, asked: Asked) {
    Object.assign(this, { reportId, ...asked });
    this.services.navigate(addressOf(reportId, asked));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-report-center': ReportCenterElement;
  }
}
