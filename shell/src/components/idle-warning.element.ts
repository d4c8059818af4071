import { formatInstant, msg, str } from '@faceplate/localize';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { SessionWishedEvent } from '../events.ts';
import { LightElement } from './light.element.ts';

/**
 * Warns before the session ends for want of activity.
 *
 * @summary Stay signed in, or not.
 * @tagname fp-idle-warning
 *
 * @fires {SessionWishedEvent} fp-session-wished - Stay or leave.
 */
export class IdleWarningElement extends LightElement {
  /** When the session ends; nothing while that is far off. */
  @property({ attribute: false }) endsAt: Date | undefined;

  @property() locale = 'en';

  @query('dialog') private dialog!: HTMLDialogElement;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('endsAt')) return;
    if (this.endsAt && !this.dialog.open) this.dialog.showModal();
    if (!this.endsAt) this.dialog.close();
  }

  override render(): TemplateResult {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const time = this.endsAt ? formatInstant(this.endsAt.toISOString(), this.locale, zone, 'time') : '';
    return html`<dialog aria-labelledby="fp-idle-title" @cancel=${this.#onCancel}>
      <h2 id="fp-idle-title">${msg('Are you still there?', { id: 'shell.idle', desc: 'Heading of the warning before being signed out' })}</h2>
      <p>${msg(str`You will be signed out at ${time}, because nothing has happened here for a while.`, { id: 'shell.idle.help', desc: 'A time of day is filled in' })}</p>
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.#wish('stay')}>${msg('Stay signed in', { id: 'shell.idle.stay', desc: 'Button' })}</button>
        <a class="button" href="/auth/logout" @click=${() => this.#wish('leave')}>${msg('Sign out', { id: 'shell.sign-out', desc: 'Link that ends the session' })}</a>
      </div>
    </dialog>`;
  }

  /** Escape says: I am here. */
  #onCancel(event: Event): void {
    event.preventDefault();
    this.#wish('stay');
  }

  #wish(wish: 'stay' | 'leave'): void {
    this.dispatchEvent(new SessionWishedEvent(wish));
  }
}
