import { actingClient, type ActingClient, ApiProblem } from '@faceplate/client';
import type { Consent, SignedIn } from '@faceplate/contracts';
import { formatDuration, msg, str } from '@faceplate/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LightElement } from '../components/light.element.ts';
import { ActingSwitchedEvent } from '../events.ts';

const MINUTE = 60_000;

/** Where the form stands: what was wrong is said beside it. */
type Step = { step: 'ready' } | { step: 'sending' } | { step: 'refused'; because: 'customer' | 'ticketId' | 'other' };

/**
 * Whose pages a member of staff looks at: a customer's, until when and why, or nobody's, and the way to begin.
 *
 * @summary Acting for a customer.
 * @tagname fp-acting-bar
 *
 * @fires {ActingSwitchedEvent} fp-acting-switched - The session is another's from now on.
 */
export class ActingBarElement extends LightElement {
  @property({ attribute: false }) session!: SignedIn;

  /** BCP 47; of the minutes left. */
  @property() locale = 'en';

  @property({ attribute: false }) client: ActingClient = actingClient({ gateway: '' });

  /** Tests hand in their own. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private form: Step = { step: 'ready' };

  @state() private consent: Consent = 'customer-present';

  #tick: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => {
      this.#onTick();
    }, MINUTE / 4);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  override render(): TemplateResult {
    return this.session.acting ? this.#renderActing(this.session.acting) : this.#renderNobody();
  }

  #renderActing({ by, reason, endsAt }: NonNullable<SignedIn['acting']>): TemplateResult {
    const { name } = this.session.person;
    const left = formatDuration(Math.max(1, Math.ceil((Date.parse(endsAt) - this.now()) / MINUTE)) * 60, this.locale);
    return html`<section class="agent" aria-label=${msg('Acting for a customer', { id: 'shell.acting', desc: 'Name of the bar that members of staff see while they act for a customer' })}>
      <p>
        <strong>${msg(str`You act for ${name}`, { id: 'shell.acting.for', desc: 'Beginning of the bar; the name of a customer' })}</strong>
        ${msg(str`as ${by}, for ${left} more. Reason: ${reason}`, { id: 'shell.acting.how', desc: 'Rest of the bar: name of the member of staff, a duration such as "12 min", the reason they gave' })}
      </p>
      <button type="button" ?disabled=${this.form.step === 'sending'} @click=${this.#onEnd}>${msg('End', { id: 'shell.acting.end', desc: 'Button: stop acting for this customer' })}</button>
      ${this.#renderRefused()}
    </section>`;
  }

  #renderNobody(): TemplateResult {
    return html`<section class="agent" aria-label=${msg('Staff', { id: 'shell.persona.agent', desc: 'Kind of sign-in' })}>
      <p>
        <strong>${msg('No customer chosen', { id: 'shell.agent', desc: 'Beginning of the bar that members of staff see' })}</strong>
        ${msg(str`You are signed in as ${this.session.person.name}, a member of staff. You see no customer’s data until you act for one.`, { id: 'shell.agent.help', desc: 'Rest of the bar that members of staff see' })}
      </p>
      <form class="actions" @submit=${this.#onSubmit}>
        <label>${msg('Customer', { id: 'shell.acting.customer', desc: 'Label: an account number or an e-mail address' })} <input name="customer" required maxlength="200" autocomplete="off" aria-describedby="fp-acting-help" /></label>
        <label>${msg('Reason', { id: 'shell.acting.reason', desc: 'Label: why a member of staff acts for the customer' })} <input name="reason" required maxlength="200" autocomplete="off" /></label>
        <label>
          ${msg('Consent', { id: 'shell.acting.consent', desc: 'Label: how the customer agreed' })}
          <select name="consent" .value=${this.consent} @change=${this.#onConsent}>
            <option value="customer-present">${msg('The customer is here', { id: 'shell.acting.present', desc: 'Choice: how the customer agreed' })}</option>
            <option value="ticket">${msg('A ticket of theirs', { id: 'shell.acting.ticket', desc: 'Choice: how the customer agreed' })}</option>
          </select>
        </label>
        ${this.consent === 'ticket' ? html`<label>${msg('Ticket', { id: 'shell.acting.ticket-id', desc: 'Label: id of a ticket' })} <input name="ticketId" required maxlength="64" autocomplete="off" /></label>` : nothing}
        <button class="primary" ?disabled=${this.form.step === 'sending'}>${msg('Act for this customer', { id: 'shell.acting.begin', desc: 'Button' })}</button>
      </form>
      <p id="fp-acting-help" class="quiet">${msg('Account number or e-mail address. The customer can see that you did.', { id: 'shell.acting.help', desc: 'Under the form with which staff begin to act for a customer' })}</p>
      ${this.#renderRefused()}
    </section>`;
  }

  #renderRefused(): TemplateResult {
    const said = {
      customer: () => msg('There is no such customer. Ask for the account number.', { id: 'shell.acting.no-customer', desc: 'What was entered names nobody, or several' }),
      ticketId: () => msg('This customer has no such open ticket.', { id: 'shell.acting.no-ticket', desc: 'What was entered is no ticket of the customer’s' }),
      other: () => msg('That did not work. Try again in a moment.', { id: 'shell.acting.failed', desc: 'Acting for a customer could not be begun or ended' }),
    };
    return html`<p role="alert">${this.form.step === 'refused' ? said[this.form.because]() : nothing}</p>`;
  }

  /** What is over is asked for anew: the pages are the member of staff's again. */
  #onTick(): void {
    const { acting } = this.session;
    if (acting && Date.parse(acting.endsAt) <= this.now()) this.dispatchEvent(new ActingSwitchedEvent());
    else this.requestUpdate();
  }

  #onConsent(event: Event): void {
    this.consent = (event.target as HTMLSelectElement).value as Consent;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const entered = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => {
      const value = entered.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const ticket = this.consent === 'ticket' ? { ticketId: text('ticketId') } : {};
    void this.#switch(() => this.client.begin({ customer: text('customer'), reason: text('reason'), consent: this.consent, ...ticket }));
  }

  #onEnd(): void {
    void this.#switch(() => this.client.end());
  }

  async #switch(work: () => Promise<unknown>): Promise<void> {
    this.form = { step: 'sending' };
    try {
      await work();
      this.form = { step: 'ready' };
      this.dispatchEvent(new ActingSwitchedEvent());
    } catch (cause) {
      const path = cause instanceof ApiProblem ? cause.problem.errors?.[0]?.path : undefined;
      this.form = { step: 'refused', because: path === 'customer' || path === 'ticketId' ? path : 'other' };
    }
  }
}
