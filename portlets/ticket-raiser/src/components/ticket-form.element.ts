import type { FieldProblem, Product, TicketRequest } from '@faceplate/contracts';
import { isolated, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, formStyles } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { TicketReadyEvent, TicketTypedEvent } from '../events.ts';
import { words } from '../messages.ts';
import { kinds, severities } from '../ticket-words.ts';
import type { TypedTicket } from '../typed-ticket.ts';

type Field = keyof TicketRequest;

/**
 * The short form of a ticket: five fields, checked by the browser first and by the service last.
 *
 * @summary Form that raises a ticket.
 * @tagname fp-ticket-form
 *
 * @fires {TicketTypedEvent} ticket-typed - Something was typed or chosen.
 * @fires {TicketReadyEvent} ticket-ready - The form is complete and shall be sent.
 */
export class TicketFormElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, formStyles];

  /** What the ticket can be about. */
  @property({ attribute: false }) products: readonly Product[] = [];

  /** What stands in the fields at first. */
  @property({ attribute: false }) typed: TypedTicket = {};

  /** What the service found wrong. */
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];

  /** The ticket is on its way. */
  @property({ type: Boolean }) busy = false;

  @query('form') private readonly form!: HTMLFormElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    return html`
      <form class="stack" @input=${this.#onInput} @submit=${this.#onSubmit}>
        ${this.#renderProduct()} ${this.#renderChoices('kind', words.kind(), kinds)}
        ${this.#renderChoices('severity', words.severity(), severities)} ${this.#renderTitle()} ${this.#renderDescription()}
        <div>
          <button class="primary" type="submit" aria-disabled=${this.busy}>${this.busy ? words.sending() : words.send()}</button>
        </div>
      </form>
    `;
  }

  #renderProduct() {
    return html`
      <div class="field">
        <label for="productId">${words.product()}</label>
        <select id="productId" name="productId" required aria-invalid=${this.#invalid('productId')} aria-describedby="productId-problem">
          <option value="">${words.choose()}</option>
          ${this.products.map(
            ({ id, name, identifier }) =>
              html`<option value=${id} ?selected=${this.typed.productId === id}>${identifier ? `${isolated(name)} · ${isolated(identifier)}` : name}</option>`,
          )}
        </select>
        ${this.#renderProblem('productId')}
      </div>
    `;
  }

  #renderChoices(field: 'kind' | 'severity', legend: string, choices: Record<string, () => string>) {
    return html`
      <fieldset class="field" aria-describedby="${field}-problem">
        <legend>${legend}</legend>
        ${Object.entries(choices).map(
          ([value, word]) =>
            html`<label class="choice">
              <input type="radio" name=${field} .value=${value} required ?checked=${this.typed[field] === value} />
              <span>${word()}</span>
            </label>`,
        )}
        ${this.#renderProblem(field)}
      </fieldset>
    `;
  }

  #renderTitle() {
    return html`
      <div class="field">
        <label for="title">${words.title()}</label>
        <input
          id="title"
          name="title"
          required
          maxlength="120"
          autocomplete="off"
          .value=${this.typed.title ?? ''}
          aria-invalid=${this.#invalid('title')}
          aria-describedby="title-problem"
        />
        ${this.#renderProblem('title')}
      </div>
    `;
  }

  #renderDescription() {
    return html`
      <div class="field">
        <label for="description">${words.description()}</label>
        <textarea
          id="description"
          name="description"
          required
          maxlength="4000"
          rows="5"
          .value=${this.typed.description ?? ''}
          aria-invalid=${this.#invalid('description')}
          aria-describedby="hint description-problem"
        ></textarea>
        <p id="hint" class="hint">${words.descriptionHint()}</p>
        ${this.#renderProblem('description')}
      </div>
    `;
  }

  #renderProblem(field: Field) {
    const found = this.problems.filter(({ path }) => path === field);
    return html`<p id="${field}-problem" class="problem">${found.map(({ message }) => message).join(' ')}</p>`;
  }

  #invalid(field: Field) {
    return this.problems.some(({ path }) => path === field) ? 'true' : nothing;
  }

  #read(): TypedTicket {
    return Object.fromEntries([...new FormData(this.form)].filter(([, value]) => value !== ''));
  }

  #onInput() {
    this.dispatchEvent(new TicketTypedEvent(this.#read()));
  }

  #onSubmit(event: Event) {
    event.preventDefault();
    // The browser has made sure that every field is filled in.
    if (!this.busy) this.dispatchEvent(new TicketReadyEvent(this.#read() as TicketRequest));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-ticket-form': TicketFormElement;
  }
}
