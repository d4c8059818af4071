import type { Question } from '@faceplate/contracts';
import { updateWhenLocaleChanges } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { backIcon, baseStyles, buttonStyles, formStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { NO_PREFERENCE } from '../answers.controller.ts';
import { AnswerGivenEvent, QuestionLeftEvent } from '../events.ts';
import { words } from '../messages.ts';

/**
 * One question of the guide, its answers as native radio buttons, and the way on and back.
 *
 * @summary One question with its answers.
 * @tagname fp-guide-question
 *
 * @fires {AnswerGivenEvent} answer-given - An answer was chosen.
 * @fires {QuestionLeftEvent} question-left - On to the next question, or back.
 */
export class GuideQuestionElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    formStyles,
    css`
      progress {
        inline-size: 100%;
        max-inline-size: 32rem;
        accent-color: var(--fp-accent);
      }

      legend {
        padding: 0;
      }
    `,
  ];

  @property({ attribute: false }) question: Question | undefined;

  /** Option id; empty for no preference. */
  @property({ attribute: false }) chosen: string | undefined;

  /** How the answer is known already, when it is. */
  @property() because = '';

  @property({ type: Number }) position = 1;

  @property({ type: Number }) total = 1;

  @property({ type: Number }) level = 3;

  @state() private missing = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  /** To the question itself, so that a reader says it. */
  override focus(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('position') || changed.has('chosen')) this.missing = false;
  }

  override render() {
    return this.question ? this.#renderForm(this.question) : nothing;
  }

  #renderForm({ text, help, options }: Question) {
    const progress = words.progress(this.position, this.total);
    return html`
      <form class="stack" novalidate @submit=${this.#onSubmit}>
        <div class="stack tight">
          <p class="quiet">${progress}</p>
          <progress .max=${this.total} .value=${this.position} aria-label=${progress}></progress>
        </div>
        <fieldset class="stack tight" aria-describedby=${help || this.because || this.missing ? 'more' : nothing}>
          <legend>${heading(this.level - 1, html`<span tabindex="-1"><bdi>${text}</bdi></span>`, 1)}</legend>
          ${options.map(({ id, label }) => this.#renderOption(id, label))} ${this.#renderOption(NO_PREFERENCE, words.noPreference())}
          <div id="more">
            ${help ? html`<p class="hint">${help}</p>` : nothing}
            ${this.because ? html`<p class="hint">${words.known()} <bdi>${this.because}</bdi></p>` : nothing}
            ${this.missing ? html`<p class="problem" role="alert">${words.choose()}</p>` : nothing}
          </div>
        </fieldset>
        <div class="row">
          <button class="primary">${this.position === this.total ? words.finish() : words.next()}</button>
          ${this.position > 1 ? this.#renderBack() : nothing}
        </div>
      </form>
    `;
  }

  #renderOption(id: string, label: string) {
    return html`
      <label class="choice">
        <input type="radio" name="answer" .value=${id} .checked=${live(this.chosen === id)} @change=${this.#onChange} />
        <bdi>${label}</bdi>
      </label>
    `;
  }

  #renderBack() {
    return html`
      <button type="button" class="quiet" @click=${() => this.dispatchEvent(new QuestionLeftEvent('back'))}>
        ${backIcon()}<span>${words.back()}</span>
      </button>
    `;
  }

  #onChange(event: Event) {
    this.dispatchEvent(new AnswerGivenEvent((event.target as HTMLInputElement).value));
  }

  #onSubmit(event: Event) {
    event.preventDefault();
    this.missing = this.chosen === undefined;
    if (this.missing) this.renderRoot.querySelector('input')?.focus();
    else this.dispatchEvent(new QuestionLeftEvent('next'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-guide-question': GuideQuestionElement;
  }
}
