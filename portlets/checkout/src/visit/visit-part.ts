import { PHONE } from '@faceplate/client/contact.js';
import '@faceplate/client/nouns/cart.js';
import type { Cart, Slot, SlotList, Visit, VisitWishes } from '@faceplate/contracts';
import { formatDuration, formatNumber } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { here, words } from '../messages.ts';
import type { Part, PartHost } from '../part.ts';
import { Countdown } from './countdown.ts';
import { said } from './messages.ts';
import { dayOf, daysOf, spanOf } from './slots.ts';

/** One visit for all lines that need one: a time, kept for a while, and what the technician should know. */
export class VisitPart implements Part {
  readonly #host: PartHost;
  readonly #slots: Reading<readonly [], SlotList>;
  readonly #countdown: Countdown;
  #day = '';
  #slotId = '';
  #isMoving = false;
  /** Somebody wanted to go on though something was wrong. */
  #pressed = false;
  /** Until when the one was kept that ran out. */
  #freed = '';

  constructor(host: PartHost) {
    this.#host = host;
    this.#slots = new Reading(host, {
      args: () => (this.#isChoosing ? ([] as const) : undefined),
      load: (_, options) => host.services.client.cart.slots(options),
      changes: [],
    });
    this.#countdown = new Countdown(
      host,
      () => this.#visit?.heldUntil,
      () => {
        this.#freed = this.#visit?.heldUntil ?? '';
        host.cart.retry();
      },
    );
  }

  get #visit(): Visit | undefined {
    const visit = this.#host.cart.value?.visit;
    // One that ran out before our eyes may still be told from memory.
    return visit && visit.state !== 'cancelled' && visit.heldUntil !== this.#freed ? visit : undefined;
  }

  get #isChoosing(): boolean {
    const cart = this.#host.cart.value;
    return cart !== undefined && needsVisit(cart).length > 0 && (this.#isMoving || !this.#visit);
  }

  render(): unknown {
    const { headingLevel, cart } = this.#host;
    return html`${heading(headingLevel, said.heading())}
    ${this.#host.renderReading(cart, { loading: () => html`<fp-skeleton rows lines="4"></fp-skeleton>`, ready: (known) => this.#renderFor(known) })}`;
  }

  #renderFor(cart: Cart): unknown {
    const lines = needsVisit(cart);
    if (lines.length === 0) return html`<p>${said.notNeeded()}</p>${this.#renderNext()}`;
    const all = new Intl.ListFormat(this.#host.locale).format(lines.map(({ name }) => name));
    return html`
      ${lines.length > 1 ? html`<p>${said.forAll(all)}</p>` : nothing}
      ${this.#freed && !this.#visit ? html`<fp-status-message tone="notice" heading=${said.freed()} role="alert"><p>${said.freedHelp()}</p></fp-status-message>` : nothing}
      ${this.#visit && !this.#isMoving ? this.#renderHeld(this.#visit) : this.#renderSlots()}
    `;
  }

  #renderHeld(visit: Visit): unknown {
    const { locale } = this.#host;
    const { heldUntil, zone } = visit;
    return html`
      <div class="stack tight" part="held">
        <p class="lead">${said.held(spanOf(visit, locale, zone))}</p>
        ${heldUntil ? html`<p class="quiet">${said.heldUntil(here(heldUntil, locale, 'time'), formatDuration(Math.max(60, Math.ceil(this.#countdown.left / 60) * 60), locale))}</p>` : nothing}
        <p class="quiet small">${said.zone(zone)}</p>
      </div>
      ${this.#host.refusal('visit')}
      <div class="row">
        ${this.#renderNext()}
        <button type="button" @click=${() => this.#move(true)}>${said.other()}</button>
        <button class="quiet" type="button" @click=${() => void this.#host.run(() => this.#host.acts.do('visit free', () => this.#host.services.client.cart.freeVisit()))}>${said.giveBack()}</button>
      </div>
    `;
  }

  #renderNext(): unknown {
    return html`<button class="primary" type="button" @click=${() => this.#host.next()}>${words.goOn()}</button>`;
  }

  #renderSlots(): unknown {
    return this.#host.renderReading(this.#slots, {
      loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
      ready: (list) => (list.items.length === 0 ? this.#renderNone(list) : this.#renderForm(list)),
    });
  }

  #renderNone({ nextFree, zone }: SlotList): unknown {
    return html`<fp-status-message tone="notice" heading=${said.none()}>
        <p>${nextFree ? said.nextFree(spanOf(nextFree, this.#host.locale, zone)) : said.noneHelp()}</p>
        ${nextFree ? html`<button slot="actions" type="button" @click=${() => void this.#host.run(() => this.#hold(nextFree))}>${said.take()}</button>` : nothing}
      </fp-status-message>
      ${this.#host.refusal('visit')} ${nextFree ? nothing : html`<div>${this.#renderNext()}</div>`}`;
  }

  #renderForm({ items, zone }: SlotList): unknown {
    const { locale, acts } = this.#host;
    const days = daysOf(items, zone);
    const day = days.find(({ id }) => id === this.#day) ?? days[0];
    const slot = day?.slots.find(({ id }) => id === this.#slotId);
    const onSubmit = (event: Event) => {
      event.preventDefault();
      void this.#host.run(() => this.#submit(slot));
    };
    const onDay = ({ currentTarget }: Event) => {
      this.#day = (currentTarget as HTMLSelectElement).value;
      this.#host.requestUpdate();
    };
    return html`<form class="stack" novalidate @submit=${onSubmit}>
      <p class="quiet small">${said.zone(zone)}</p>
      <div class="field">
        <label for="day">${said.day()}</label>
        <select id="day" @change=${onDay}>
          ${days.map(({ id, first, slots }) => html`<option value=${id} .selected=${id === day?.id}>${said.free(dayOf(first, locale, zone), formatNumber(slots.length, locale))}</option>`)}
        </select>
      </div>
      <fieldset class="field" aria-describedby="slot-problem">
        <legend>${said.time()}</legend>
        <div class="slots">
          ${day?.slots.map(
            (one) => html`<label class="choice">
              <input type="radio" name="slot" .value=${one.id} .checked=${one.id === slot?.id} @change=${() => this.#choose(one.id)} /><span>${spanOf(one, locale, zone, 'time')}</span>
            </label>`,
          )}
        </div>
        <p class="problem" id="slot-problem" role="status">${this.#pressed && !slot ? said.choose() : nothing}</p>
      </fieldset>
      ${this.#renderWishes()} ${this.#host.refusal('visit')}
      <div class="row">
        <button class="primary" type="submit">${acts.isRunning() ? said.keeping() : said.keep()}</button>
        ${this.#isMoving ? html`<button class="quiet" type="button" @click=${() => this.#move(false)}>${words.back()}</button>` : nothing}
      </div>
    </form>`;
  }

  #renderWishes(): unknown {
    const { typed } = this.#host;
    const { notes, onTheDay, onTheDayPhone } = typed.value;
    const wrong = this.#pressed && this.#isPhoneMissing;
    const onInput = (name: 'notes' | 'onTheDay' | 'onTheDayPhone') => ({ currentTarget }: Event) => {
      typed.change({ [name]: (currentTarget as HTMLInputElement).value });
    };
    return html`
      <div class="field">
        <label for="notes">${said.notes()}</label>
        <textarea id="notes" maxlength="500" aria-describedby="notes-hint" .value=${notes ?? ''} @input=${onInput('notes')}></textarea>
        <p class="hint" id="notes-hint">${said.notesHint()}</p>
      </div>
      <div class="field">
        <label for="on-the-day">${said.who()}</label>
        <input id="on-the-day" maxlength="100" autocomplete="name" .value=${onTheDay ?? ''} @input=${onInput('onTheDay')} />
      </div>
      <div class="field">
        <label for="on-the-day-phone">${said.phone()}</label>
        <input id="on-the-day-phone" type="tel" autocomplete="tel" maxlength="24" .value=${onTheDayPhone ?? ''} aria-invalid=${wrong ? 'true' : nothing} aria-describedby="phone-problem" @input=${onInput('onTheDayPhone')} />
        <p class="problem" id="phone-problem">${wrong ? said.phoneMissing() : nothing}</p>
      </div>
    `;
  }

  get #isPhoneMissing(): boolean {
    const { onTheDay = '', onTheDayPhone = '' } = this.#host.typed.value;
    return (onTheDay.trim() !== '' || onTheDayPhone !== '') && !PHONE.test(onTheDayPhone.trim());
  }

  #choose(id: string): void {
    this.#slotId = id;
    this.#host.requestUpdate();
  }

  #move(isMoving: boolean): void {
    this.#isMoving = isMoving;
    this.#pressed = false;
    this.#host.acts.reset();
  }

  async #submit(slot: Slot | undefined): Promise<void> {
    this.#pressed = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (slot && !this.#isPhoneMissing) return this.#hold(slot);
    this.#host.renderRoot.querySelector<HTMLElement>(slot ? '[aria-invalid="true"]' : '[name="slot"]')?.focus();
  }

  async #hold({ id: slotId, from, to }: Slot): Promise<void> {
    const { acts, services, headingLevel } = this.#host;
    const body = { slotId, from, to, wishes: this.#wishes };
    const done = await acts.do(`visit ${JSON.stringify(body)}`, (idempotencyKey) => services.client.cart.visit(body, { idempotencyKey }));
    if (!done) {
      // Somebody else may have been quicker: what is free is asked for anew, what was typed stays.
      this.#slots.retry();
      return;
    }
    this.#isMoving = this.#pressed = false;
    this.#freed = '';
    this.#slotId = '';
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`h${headingLevel}`)?.focus();
  }

  get #wishes(): VisitWishes {
    const { notes, onTheDay = '', onTheDayPhone = '' } = this.#host.typed.value;
    return {
      // Emptied is said, too: what was told before holds no longer.
      ...(notes !== undefined && { notes: notes.trim() }),
      ...(onTheDay.trim() && { contact: { name: onTheDay.trim(), phone: onTheDayPhone.trim() } }),
    };
  }
}

const needsVisit = ({ items }: Cart) => items.filter(({ later, needs = [] }) => !later && needs.includes('visit'));
