import type { FieldProblem, FormField, Product, TicketForm, TicketRequest } from '@faceplate/contracts';
import { formatMoney, isolated, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, formStyles } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { TicketReadyEvent, TicketTypedEvent } from '../events.ts';
import { words } from '../messages.ts';
import { kinds, severities } from '../ticket-words.ts';
import type { TypedTicket } from '../typed-ticket.ts';

type Field = keyof TicketRequest | `fields.${string}`;

/**
 * The short form of a ticket: five fields, checked by the browser first and by the service last.
 *
 * @summary Form that raises a ticket.
 * @tagname fp-ticket-form
 *
 * @slot - What belongs to the form beside its fields: files that go along.
 * @fires {TicketTypedEvent} ticket-typed - Something was typed or chosen.
 * @fires {TicketReadyEvent} ticket-ready - The form is complete and shall be sent.
 */
export class TicketFormElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, formStyles];

  /** What the ticket can be about. */
  @property({ attribute: false }) products: readonly Product[] = [];

  /** The operator’s kinds of tickets, with what each asks for; none where they could not be read. */
  @property({ attribute: false }) forms: readonly TicketForm[] = [];

  /** Of amounts and counts. */
  @property() locale = 'en';

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

  /** At its first field. */
  override focus(options?: FocusOptions) {
    this.form.querySelector('select')?.focus(options);
  }

  override render() {
    return html`
      <form class="stack" @input=${this.#onInput} @submit=${this.#onSubmit}>
        ${this.#renderProduct()} ${this.#renderChoices('kind', words.kind(), kinds)}
        ${this.#renderForms()} ${this.typed.kind === undefined || this.typed.kind === 'incident' ? this.#renderChoices('severity', words.severity(), severities) : nothing}
        ${this.#renderTitle()} ${this.#renderDescription()} ${this.#form?.fields.map((field) => this.#renderAsked(field))}
        <slot></slot>
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

  /** The form that fits what was chosen: the one named, or the first of its kind. */
  get #form(): TicketForm | undefined {
    const { kind, formId } = this.typed;
    const fitting = this.forms.filter((form) => form.kind === kind);
    return fitting.find(({ id }) => id === formId) ?? fitting[0];
  }

  /** Changes that are sold stand beside a free wish, with their time and price. */
  #renderForms() {
    const fitting = this.forms.filter(({ kind }) => kind === this.typed.kind);
    if (fitting.length < 2) return nothing;
    return html`
      <div class="field">
        <label for="formId">${words.which()}</label>
        <select id="formId" name="formId" aria-describedby="form-terms">
          ${fitting.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#form?.id}>${name}</option>`)}
        </select>
        <p class="hint" id="form-terms">${this.#form ? this.#terms(this.#form) : nothing}</p>
      </div>
    `;
  }

  #terms({ text, leadDays, price }: TicketForm): string {
    const said = [text, leadDays === undefined ? '' : words.leadDays(leadDays, this.locale), price ? (price.amount === 0 ? words.free() : formatMoney(price, this.locale)) : ''];
    return said.filter(Boolean).join(' · ');
  }

  #renderAsked({ name, label, kind, required, choices = [] }: FormField) {
    const id = `field:${name}`;
    const value = this.typed.fields?.[name] ?? '';
    const path = `fields.${name}` as const;
    return html`
      <div class="field"><label for=${id}>${label}</label>
        ${kind === 'choice' ? html`<select id=${id} name=${id} ?required=${required}><option value="">${words.choose()}</option>${choices.map((one) => html`<option value=${one} ?selected=${one === value}>${one}</option>`)}</select>`
          : kind === 'lines' ? html`<textarea id=${id} name=${id} ?required=${required} maxlength="500" rows="3" .value=${value}></textarea>`
          : html`<input id=${id} name=${id} type=${kind === 'moment' ? 'datetime-local' : kind === 'number' ? 'number' : 'text'} ?required=${required} maxlength="500" .value=${value} aria-invalid=${this.#invalid(path)} />`}
        ${this.#renderProblem(path)}
      </div>
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
    const all = [...new FormData(this.form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '');
    const fields = all.flatMap(([name, value]) => (name.startsWith('field:') ? [[name.slice(6), value]] : []));
    const own = Object.fromEntries(all.filter(([name]) => !name.startsWith('field:')));
    return { ...own, ...(fields.length > 0 && { fields: Object.fromEntries(fields) as Record<string, string> }) };
  }

  #onInput() {
    // What is asked follows what is chosen.
    this.typed = this.#read();
    this.dispatchEvent(new TicketTypedEvent(this.#read()));
  }

  #onSubmit(event: Event) {
    event.preventDefault();
    // The browser has made sure that every field is filled in.
    if (this.busy) return;
    const read = this.#read();
    const form = this.#form;
    // How bad it is is asked of what is broken; a wish is no emergency.
    this.dispatchEvent(new TicketReadyEvent({ severity: 'minor', ...read, ...(form && form.fields.length > 0 && { formId: form.id }) } as TicketRequest));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-ticket-form': TicketFormElement;
  }
}
