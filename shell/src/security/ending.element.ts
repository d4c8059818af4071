import { ApiProblem, Offline } from '@faceplate/client';
import { updateWhenLocaleChanges } from '@faceplate/localize';
import { PortletElement } from '@faceplate/portlet-kit';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { EndingController, EndingState } from './ending.controller.ts';
import { dialogStyles } from './security.styles.ts';
import { words } from './messages.ts';

/**
 * Asks before something is ended, and says what came of it.
 *
 * @summary Question, proof and result of ending something.
 * @tagname fp-ending
 */
export class EndingElement extends LitElement {
  static override readonly styles = [PortletElement.styles, dialogStyles];

  @property({ attribute: false }) controller!: EndingController;

  @property({ attribute: false }) state: EndingState = { step: 'idle' };

  @query('dialog') private dialog!: HTMLDialogElement;

  @query('.result') private result!: HTMLElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('state')) return;
    const { step } = this.state;
    if (step === 'asking') {
      if (!this.dialog.open) this.dialog.showModal();
      return;
    }
    this.dialog.close();
    // The button that was pressed may go with what it ended: the keyboard goes on from the result.
    if (step === 'done' || step === 'proof' || step === 'failed') this.result.focus();
  }

  override render(): unknown {
    return html`<div class="result stack tight" tabindex="-1" role="status">${this.#renderResult()}</div>
      ${this.#renderDialog()}`;
  }

  #renderResult(): unknown {
    const { state } = this;
    switch (state.step) {
      case 'ending':
        return html`<p>${words.ending()}</p>`;
      case 'done':
        return html`<fp-status-message tone="positive" heading=${state.ending.done(state.count)}></fp-status-message>`;
      case 'proof':
        return html`<fp-status-message tone="notice" heading=${words.proof()}>
          <p>${words.proofHelp()}</p>
          <a slot="actions" class="button primary" href=${state.href}>${words.proofGo()}</a>
        </fp-status-message>`;
      case 'failed':
        return this.#renderFailure(state.cause);
      case 'idle':
      case 'asking':
        return nothing;
    }
  }

  #renderFailure(cause: unknown): unknown {
    const said = cause instanceof Offline ? words.offline() : cause instanceof ApiProblem && cause.forbidden ? words.forbidden() : words.failed();
    return html`<fp-status-message tone="critical" heading=${words.notEnded()} reference=${(cause instanceof ApiProblem && cause.problem.trace) || nothing}>
      <p>${said}</p>
      <button slot="actions" type="button" @click=${() => void this.controller.confirm()}>${words.again()}</button>
    </fp-status-message>`;
  }

  #renderDialog(): unknown {
    const ending = this.state.step === 'asking' ? this.state.ending : undefined;
    return html`<dialog aria-labelledby="question" aria-describedby="consequence" @cancel=${this.#onCancel}>
      <div class="stack">
        <h2 id="question">${ending?.question()}</h2>
        <p id="consequence">${ending?.consequence()}</p>
        <div class="row">
          <button type="button" class="primary" @click=${() => void this.controller.confirm()}>${ending?.verb()}</button>
          <button type="button" @click=${() => this.controller.cancel()}>${words.keep()}</button>
        </div>
      </div>
    </dialog>`;
  }

  #onCancel(event: Event): void {
    event.preventDefault();
    this.controller.cancel();
  }
}
