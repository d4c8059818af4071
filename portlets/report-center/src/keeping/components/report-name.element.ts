import { updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, formStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { NameTypedEvent, NamingLeftEvent, ReportNamedEvent } from '../events.ts';
import { words } from '../messages.ts';

/**
 * One field for the name of a report. Enter saves, Escape leaves.
 *
 * @summary Form in which a report is named.
 * @tagname fp-report-name
 *
 * @fires {NameTypedEvent} name-typed - Something was typed that is not saved yet.
 * @fires {ReportNamedEvent} report-named - The report shall have this name.
 * @fires {NamingLeftEvent} naming-left - It shall stay as it is.
 */
export class ReportNameElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    formStyles,
    css`
      :host {
        display: block;
        inline-size: 100%;
      }
    `,
  ];

  /** What stands in the field at first. */
  @property() name = '';

  /** Why it could not be saved, and what to do. */
  @property() problem = '';

  /** It is on its way. */
  @property({ type: Boolean }) busy = false;

  /** Nobody pressed anything for it: what was typed before stands there again, and the focus stays where it is. */
  @property({ type: Boolean }) unasked = false;

  @state() private isEmpty = false;

  @query('input') private readonly field!: HTMLInputElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override firstUpdated() {
    this.field.value = this.name;
    if (this.unasked) return;
    this.field.focus();
    this.field.select();
  }

  override render() {
    const problem = this.isEmpty ? words.nameless() : this.problem;
    return html`
      <form class="stack tight" @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
        <div class="field">
          <label for="name">${words.name()}</label>
          <input id="name" maxlength="80" autocomplete="off" aria-invalid=${problem ? 'true' : nothing} aria-describedby="problem" @input=${this.#onInput} />
          <p id="problem" class="problem" role="alert">${problem}</p>
        </div>
        <div class="row">
          <button class="primary" aria-disabled=${this.busy}>${words.nameIt()}</button>
          <button type="button" class="quiet" @click=${this.#onLeave}>${words.cancel()}</button>
        </div>
      </form>
    `;
  }

  #onInput() {
    this.isEmpty = false;
    this.dispatchEvent(new NameTypedEvent(this.field.value));
  }

  #onSubmit(event: Event) {
    event.preventDefault();
    const name = this.field.value.trim();
    this.isEmpty = name === '';
    if (this.isEmpty) this.field.focus();
    else if (!this.busy) this.dispatchEvent(new ReportNamedEvent(name));
  }

  #onKeydown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#onLeave();
  }

  #onLeave() {
    this.dispatchEvent(new NamingLeftEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-report-name': ReportNameElement;
  }
}
