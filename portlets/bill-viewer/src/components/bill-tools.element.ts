import { updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, chartIcon, formStyles, searchIcon } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { SpendingAskedEvent, WantedEvent } from '../events.ts';
import { statusChoice, words } from '../messages.ts';
import { type Choices, NOTHING_WANTED, type Wanted } from '../wanted.ts';

interface Option {
  readonly value: string;
  readonly name: string;
}

/**
 * What narrows the list: words to look for on every line, and who pays, how it stands and when.
 *
 * @summary Search and filters over all bills.
 * @tagname fp-bill-tools
 *
 * @fires {WantedEvent} wanted - Other bills are asked for.
 * @fires {SpendingAskedEvent} spending-asked - Not the bills are asked for, but where the money goes.
 */
export class BillToolsElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    formStyles,
    css`
      form,
      .filters {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--fp-space-2) var(--fp-space-3);
      }

      .field {
        flex: 1 1 8rem;
        max-inline-size: 16rem;
      }

      form .field {
        flex-basis: 14rem;
        max-inline-size: 28rem;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) wanted: Wanted = NOTHING_WANTED;

  @property({ attribute: false }) choices: Choices = { payers: [], years: [], statuses: [] };

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    const { payers, years, statuses } = this.choices;
    return html`
      <div class="stack tight">
        <form role="search" @submit=${this.#onSearch}>
          <div class="field">
            <label for="search">${words.search()}</label>
            <input id="search" name="search" type="search" maxlength="80" enterkeyhint="search" .value=${this.wanted.search} />
          </div>
          <button>${searchIcon()}<span>${words.find()}</span></button>
        </form>
        <div class="filters">
          ${this.#renderFilter('payer', words.account(), words.anyAccount(), payers.map(({ id, name }) => ({ value: id, name })))}
          ${this.#renderFilter('status', words.status(), words.anyStatus(), statuses.map((value) => ({ value, name: statusChoice(value) })))}
          ${this.#renderFilter('year', words.year(), words.anyYear(), years.map((value) => ({ value, name: value })))}
          <button class="quiet" @click=${this.#onSpending}>${chartIcon()}<span>${words.spending()}</span></button>
        </div>
      </div>
    `;
  }

  /** What is asked for already can always be taken back, even where nothing else could be chosen. */
  #renderFilter(name: 'payer' | 'status' | 'year', label: string, any: string, options: readonly Option[]) {
    const chosen = this.wanted[name];
    if (options.length < 2 && !chosen) return nothing;
    return html`
      <div class="field">
        <label for=${name}>${label}</label>
        <select id=${name} @change=${({ target }: Event) => this.#ask({ [name]: (target as HTMLSelectElement).value })}>
          <option value="" ?selected=${!chosen}>${any}</option>
          ${options.map(({ value, name: shown }) => html`<option value=${value} ?selected=${value === chosen}>${shown}</option>`)}
        </select>
      </div>
    `;
  }

  #onSearch(event: SubmitEvent) {
    event.preventDefault();
    const search = new FormData(event.target as HTMLFormElement).get('search');
    this.#ask({ search: typeof search === 'string' ? search.trim() : '' });
  }

  #onSpending() {
    this.dispatchEvent(new SpendingAskedEvent());
  }

  #ask(changes: Partial<Wanted>) {
    this.dispatchEvent(new WantedEvent(changes));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-bill-tools': BillToolsElement;
  }
}
