import '@faceplate/client/nouns/bills.js';
import type { BillSummary } from '@faceplate/contracts';
import { heading, latePart, Reading } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { type Choices, choicesOf } from '../wanted.ts';
import { words } from './messages.ts';
import { paperLanguage, saidOf } from './said.ts';
import { SavingController } from './saving.controller.ts';

/** Routes below an account, in the forms a letter can be had in. */
const LETTERS = [['document', 'pdf', words.letterPdf], ['page.html', 'html', words.letterPage]] as const;

/** The papers of a year, a statement of an account for any days, a letter on what is owed today, and a bill before its time. */
export class PapersPart {
  readonly #host: PartHost;
  readonly #year: SavingController;
  readonly #statement: SavingController;
  readonly #letter: SavingController;
  readonly #offered;
  readonly #interim;
  #isInterimOpen = false;

  constructor(host: PartHost) {
    this.#host = host;
    this.#year = new SavingController(host);
    this.#statement = new SavingController(host);
    this.#letter = new SavingController(host);
    this.#offered = new Reading(host, {
      args: () => (host.billId ? undefined : ([] as const)),
      load: (_, options) => host.services.client.session.offered(options),
      changes: [],
    });
    this.#interim = latePart(
      host,
      () => this.#isInterimOpen,
      async () => new (await import('../interim/interim.ts')).InterimPart(host),
    );
  }

  render(bills: readonly BillSummary[]): unknown {
    const choices = choicesOf(bills);
    return html`
      <section class="stack" part="papers" aria-label=${words.heading()}>
        ${heading(this.#host.headingLevel, words.heading(), 1)}
        ${this.#renderYear(choices)} ${this.#renderStatement(choices, bills)} ${this.#renderLetter(choices)} ${this.#renderInterim(choices)}
      </section>
    `;
  }

  #renderYear({ years }: Choices) {
    const { state } = this.#year;
    const { locale, wanted } = this.#host;
    return html`
      <form class="row" @submit=${this.#onYear}>
        <label for="paper-year">${words.year()}</label>
        <select id="paper-year" name="year">${years.map((year) => html`<option ?selected=${year === wanted.year}>${year}</option>`)}</select>
        ${state.step === 'fetching'
          ? html`<progress aria-label=${words.heading()} max=${state.of ?? 1} .value=${state.done ?? 0}></progress>
              <button type="button" @click=${() => this.#year.reset()}>${words.stop()}</button>`
          : html`<button>${downloadIcon()}<span>${words.zip()}</span></button>`}
        <span role="status" class="small">${saidOf(state, locale)}</span>
      </form>
    `;
  }

  #renderStatement({ payers }: Choices, bills: readonly BillSummary[]) {
    const { state } = this.#statement;
    const { locale, wanted } = this.#host;
    const [newest] = bills;
    if (!newest) return nothing;
    return html`
      <details>
        <summary>${words.statement()}</summary>
        <form class="row" @submit=${this.#onStatement}>
          <p class="quiet">${words.statementHelp()}</p>
          <label for="paper-account">${words.account()}</label>
          <select id="paper-account" name="account">
            ${payers.map(({ id, name }) => html`<option value=${id} ?selected=${id === wanted.payer}>${name}</option>`)}
          </select>
          <label for="paper-from">${words.from()}</label>
          <input id="paper-from" name="from" type="date" required .value="${newest.date.slice(0, 4)}-01-01" />
          <label for="paper-to">${words.to()}</label>
          <input id="paper-to" name="to" type="date" required .value=${newest.date} />
          <button aria-disabled=${state.step === 'fetching'}>${downloadIcon()}<span>${words.statementPdf()}</span></button>
          <span role="status" class="small">${saidOf(state, locale)}</span>
        </form>
      </details>
    `;
  }

  #renderLetter({ payers }: Choices) {
    const { state } = this.#letter;
    const { locale, wanted } = this.#host;
    return html`
      <details>
        <summary>${words.letter()}</summary>
        <form class="row" @submit=${this.#onLetter}>
          <p class="quiet">${words.letterHelp()}</p>
          <label for="letter-account">${words.account()}</label>
          <select id="letter-account" name="account">
            ${payers.map(({ id, name }) => html`<option value=${id} ?selected=${id === wanted.payer}>${name}</option>`)}
          </select>
          ${LETTERS.map(([path, , name]) => html`<button value=${path} aria-disabled=${state.step === 'fetching'}>${downloadIcon()}<span>${name()}</span></button>`)}
          <span role="status" class="small">${saidOf(state, locale)}</span>
        </form>
      </details>
    `;
  }

  /** Not where the operator makes no bills on demand; where that is not known, it is not offered either. */
  #renderInterim({ payers }: Choices) {
    if (this.#offered.value?.absent.includes('interim-bills') !== false || payers.length === 0) return nothing;
    return html`
      <details part="interim" @toggle=${this.#onInterim}>
        <summary>${words.interim()}</summary>
        <div class="stack">
          ${this.#isInterimOpen
            ? this.#host.renderReading(this.#interim, {
                loading: () => html`<fp-skeleton rows lines="4"></fp-skeleton>`,
                ready: (part) => part.render(payers, this.#host.wanted.payer || this.#host.account),
              })
            : nothing}
        </div>
      </details>
    `;
  }

  readonly #onInterim = (event: Event) => {
    this.#isInterimOpen = (event.target as HTMLDetailsElement).open;
    this.#host.requestUpdate();
  };

  readonly #onLetter = (event: SubmitEvent) => {
    event.preventDefault();
    const account = asked(event)('account');
    const [path, ending] = LETTERS.find(([value]) => value === (event.submitter as HTMLButtonElement | null)?.value) ?? LETTERS[0];
    const { services, run } = this.#host;
    const address = `/accounts/${encodeURIComponent(account)}/balance-letter/${path}?locale=${paperLanguage()}` as const;
    void run(() => this.#letter.save(ending.toUpperCase(), `balance-${account}.${ending}`, (options) => services.client.bills.file(address, options)));
  };

  readonly #onYear = (event: SubmitEvent) => {
    event.preventDefault();
    const year = asked(event)('year');
    const { bills } = this.#host.services.client;
    const { account, wanted, run } = this.#host;
    const accountId = wanted.payer || account;
    void run(() => this.#year.save('ZIP', `bills-${year}.zip`, (options) => bills.archive({ year, locale: paperLanguage(), ...(accountId && { accountId }) }, options)));
  };

  readonly #onStatement = (event: SubmitEvent) => {
    event.preventDefault();
    const value = asked(event);
    const [account, from, to] = [value('account'), value('from'), value('to')];
    const { services, run } = this.#host;
    const query = new URLSearchParams({ from, to, locale: paperLanguage() });
    const address = `/accounts/${encodeURIComponent(account)}/statement?${query}` as const;
    void run(() => this.#statement.save('PDF', `statement-${from}-${to}.pdf`, (options) => services.client.bills.file(address, options)));
  };
}

function asked(event: SubmitEvent): (name: string) => string {
  const form = new FormData(event.target as HTMLFormElement);
  return (name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
}
