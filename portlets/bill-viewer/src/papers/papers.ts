import type { BillSummary } from '@faceplate/contracts';
import { heading } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { choicesOf } from '../wanted.ts';
import { words } from './messages.ts';
import { paperLanguage, saidOf } from './said.ts';
import { SavingController } from './saving.controller.ts';

/** The papers of a year, and a statement of an account for any days. */
export class PapersPart {
  readonly #host: PartHost;
  readonly #year: SavingController;
  readonly #statement: SavingController;

  constructor(host: PartHost) {
    this.#host = host;
    this.#year = new SavingController(host);
    this.#statement = new SavingController(host);
  }

  render(bills: readonly BillSummary[]): unknown {
    const choices = choicesOf(bills);
    return html`
      <section class="stack" part="papers" aria-label=${words.heading()}>
        ${heading(this.#host.headingLevel, words.heading(), 1)}
        ${this.#renderYear(choices)} ${this.#renderStatement(choices, bills)}
      </section>
    `;
  }

  #renderYear({ years }: ReturnType<typeof choicesOf>) {
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

  #renderStatement({ payers }: ReturnType<typeof choicesOf>, bills: readonly BillSummary[]) {
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
