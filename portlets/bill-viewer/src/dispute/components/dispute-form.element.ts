import type { DisputeReason, FieldProblem, Money } from '@faceplate/contracts';
import { formatMoney, readAmount, updateWhenLocaleChanges } from '@faceplate/localize';
import { ACCEPTED } from '@faceplate/portlet-kit/waiting-file.js';
import { baseStyles, buttonStyles, formStyles } from '@faceplate/ui';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DisputeReadyEvent, DisputeTypedEvent, FileRemovedEvent, FilesChosenEvent } from '../events.ts';
import { reasonWords, words } from '../messages.ts';
import { MOST_FILES, type TypedDispute, type WaitingFile } from '../typed-dispute.ts';

type Field = 'amount' | 'reason' | 'description';

/**
 * What is wrong with a line, how much of it, and what shows it.
 *
 * @summary Form that disputes a line of a bill.
 * @tagname fp-dispute-form
 *
 * @fires {DisputeTypedEvent} dispute-typed - Something was typed or chosen.
 * @fires {FilesChosenEvent} files-chosen - Files were chosen.
 * @fires {FileRemovedEvent} file-removed - A file is not to be sent after all.
 * @fires {DisputeReadyEvent} dispute-ready - The form is complete and shall be sent.
 */
export class DisputeFormElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, formStyles];

  /** What stands in the fields. */
  @property({ attribute: false }) typed: TypedDispute = {};

  @property({ attribute: false }) files: readonly WaitingFile[] = [];

  /** The most that can be disputed. */
  @property({ attribute: false }) most: Money = { amount: 0, currency: 'EUR' };

  /** What is to be paid of the bill now. */
  @property({ attribute: false }) due: Money = { amount: 0, currency: 'EUR' };

  /** Up to here it is often settled at once. */
  @property({ attribute: false }) goodwill: Money | undefined;

  /** What the service found wrong. */
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];

  /** What is wrong with the files that were chosen. */
  @property({ attribute: 'file-problem' }) fileProblem = '';

  @property({ type: Boolean }) busy = false;

  @property() locale = 'en';

  @state() private wrong: Partial<Record<Field, string>> = {};

  @query('form') private readonly form!: HTMLFormElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('problems')) this.wrong = Object.fromEntries(this.problems.map(({ path, message }): [string, string] => [path.split('.')[0] ?? path, message]));
  }

  override render() {
    return html`
      <form class="stack" novalidate @input=${this.#onInput} @submit=${this.#onSubmit}>
        ${this.#renderAmount()} ${this.#renderReason()} ${this.#renderDescription()} ${this.#renderFiles()}
        <div><button class="primary" type="submit" aria-disabled=${this.busy}>${this.busy ? words.sending() : words.submit(this.#amountText)}</button></div>
        <p class="hint">${words.consequence()}${this.goodwill ? ` ${words.goodwill(formatMoney(this.goodwill, this.locale))}` : ''}</p>
      </form>
    `;
  }

  #renderAmount() {
    const amount = this.#amount;
    const rest = Math.max(0, this.due.amount - (amount ?? 0));
    return html`
      <div class="field">
        <label for="amount">${words.amount(this.most.currency)}</label>
        <input id="amount" name="amount" inputmode="decimal" autocomplete="off" .value=${this.typed.amount ?? ''} aria-invalid=${this.wrong.amount ? 'true' : nothing} aria-describedby="amount-problem amount-hint" />
        <p id="amount-hint" class="hint">${words.atMost(formatMoney(this.most, this.locale))}</p>
        <p id="amount-problem" class="problem">${this.wrong.amount ?? ''}</p>
        <output for="amount">${this.due.amount > 0 && amount ? words.thenDue(formatMoney({ ...this.due, amount: rest }, this.locale)) : ''}</output>
      </div>
    `;
  }

  #renderReason() {
    return html`
      <div class="field">
        <label for="reason">${words.reason()}</label>
        <select id="reason" name="reason" aria-invalid=${this.wrong.reason ? 'true' : nothing} aria-describedby="reason-problem">
          <option value="">${words.choose()}</option>
          ${Object.entries(reasonWords).map(([value, word]) => html`<option value=${value} ?selected=${this.typed.reason === value}>${word()}</option>`)}
        </select>
        <p id="reason-problem" class="problem">${this.wrong.reason ?? ''}</p>
      </div>
    `;
  }

  #renderDescription() {
    return html`
      <div class="field">
        <label for="description">${words.description()}</label>
        <textarea id="description" name="description" maxlength="4000" rows="4" .value=${this.typed.description ?? ''} aria-invalid=${this.wrong.description ? 'true' : nothing} aria-describedby="description-problem"></textarea>
        <p id="description-problem" class="problem">${this.wrong.description ?? ''}</p>
      </div>
    `;
  }

  #renderFiles() {
    return html`
      <div class="field">
        <label for="files">${words.files()}</label>
        <input id="files" type="file" multiple accept=${ACCEPTED} aria-describedby="files-hint files-problem" @change=${this.#onFiles} />
        <p id="files-hint" class="hint">${words.filesHint()}</p>
        <p id="files-problem" class="problem" role="status">${this.fileProblem}</p>
        <ul class="plain">
          ${this.files.map(({ name, key }) => html`<li class="row"><bdi>${name}</bdi><button type="button" class="quiet" @click=${() => this.dispatchEvent(new FileRemovedEvent(key))}>${words.removeFile(name)}</button></li>`)}
        </ul>
      </div>
    `;
  }

  /** Minor units; nothing where no amount can be read. */
  get #amount() {
    return readAmount(this.typed.amount ?? '', this.most.currency, this.locale);
  }

  get #amountText() {
    const amount = this.#amount;
    return amount ? formatMoney({ ...this.most, amount }, this.locale) : '';
  }

  #read(): TypedDispute {
    return Object.fromEntries([...new FormData(this.form)].filter(([, value]) => typeof value === 'string'));
  }

  #onInput(event: Event) {
    if ((event.target as HTMLElement).id === 'files') return;
    this.wrong = {};
    this.dispatchEvent(new DisputeTypedEvent(this.#read()));
  }

  #onFiles({ target }: Event) {
    const input = target as HTMLInputElement;
    const files = [...(input.files ?? [])].slice(0, MOST_FILES - this.files.length);
    input.value = '';
    if (files.length > 0) this.dispatchEvent(new FilesChosenEvent(files));
  }

  #onSubmit(event: Event) {
    event.preventDefault();
    if (this.busy) return;
    const amount = this.#amount ?? 0;
    const { reason, description = '' } = this.typed;
    this.wrong = {
      ...(amount <= 0 && { amount: words.amountMissing() }),
      ...(amount > this.most.amount && { amount: words.atMost(formatMoney(this.most, this.locale)) }),
      ...(!reason && { reason: words.reasonMissing() }),
      ...(description.trim() === '' && { description: words.descriptionMissing() }),
    };
    const [first] = Object.keys(this.wrong);
    if (first) this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
    else this.dispatchEvent(new DisputeReadyEvent({ amount: { ...this.most, amount }, reason: reason as DisputeReason, description: description.trim() }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-dispute-form': DisputeFormElement;
  }
}
