import { updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, formStyles } from '@faceplate/ui';
import { html, LitElement, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { NoteReadyEvent } from '../events.ts';
import { words } from '../messages.ts';

/**
 * One field for a note to a ticket.
 *
 * @summary Form that adds a note.
 * @tagname fp-note-form
 *
 * @fires {NoteReadyEvent} note-ready - A note was written and shall be sent.
 */
export class NoteFormElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, formStyles];

  /** A note is on its way. */
  @property({ type: Boolean }) busy = false;

  /** What was begun before. */
  @property({ attribute: false }) begun = '';

  @query('textarea') private readonly field!: HTMLTextAreaElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  get text(): string {
    return this.field.value;
  }

  /** Empties the field when it holds what has arrived, and no word more. */
  clear(arrived: string) {
    if (this.field.value === arrived) this.field.value = '';
  }

  protected override updated(changed: PropertyValues<this>) {
    // What is being typed now counts before what was begun.
    if (changed.has('begun') && this.field.value === '') this.field.value = this.begun;
  }

  override render() {
    return html`
      <form class="stack" @submit=${this.#onSubmit}>
        <div class="field">
          <label for="note">${words.addNote()}</label>
          <textarea id="note" required maxlength="4000" rows="3" aria-describedby="hint"></textarea>
          <p id="hint" class="hint">${words.noteHint()}</p>
        </div>
        <div><button type="submit" aria-disabled=${this.busy}>${this.busy ? words.sending() : words.sendNote()}</button></div>
      </form>
    `;
  }

  #onSubmit(event: Event) {
    event.preventDefault();
    if (!this.busy) this.dispatchEvent(new NoteReadyEvent(this.field.value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-note-form': NoteFormElement;
  }
}
