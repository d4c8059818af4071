import '@faceplate/client/nouns/orders.js';
import type { Order, SlotList, Visit, VisitRequest } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import { heading, offerFile, Reading } from '@faceplate/portlet-kit';
import type { ActingController } from '@faceplate/portlet-kit/acting.js';
import { calendarIcon, type Tone } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { saidOf } from '../one/said.ts';
import type { Begun, Typed } from '../one/typed.ts';
import { words as listWords } from '../messages.ts';
import { askAddress, type PartHost } from '../part.ts';
import { states, words } from './messages.ts';
import { dayOf, slotsView, windowOf } from './slots.ts';
import { typedOf, wishesOf } from './wishes.ts';

/** Of the times, or of the wishes alone: there is one of them at a time. */
const FORM = 'visit-form';

const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** When the technician comes, and choosing or moving it. One visit is for all lines of an order. */
export class VisitPart {
  readonly #host: PartHost;
  readonly #acting: ActingController;
  readonly #slots: Reading<readonly [string], SlotList>;
  #order: Order | undefined;
  #isMoving = false;
  #day = '';
  #problem = '';

  constructor(host: PartHost, acting: ActingController) {
    this.#host = host;
    this.#acting = acting;
    this.#slots = new Reading(host, {
      args: () => (this.#order && this.#order.id === host.orderId && this.#isChoosing ? ([this.#order.id] as const) : undefined),
      load: ([orderId], options) => host.services.client.orders.slots(orderId, options),
      changes: ['orders'],
    });
  }

  render(order: Order, begun: Begun): unknown {
    if (this.#order?.id !== order.id) this.#isMoving = false;
    this.#order = order;
    const { visit } = order;
    return html`
      <section class="stack tight" part="visit" aria-label=${words.heading()}>
        ${heading(this.#host.headingLevel, words.heading(), 1)}
        ${visit ? this.#renderVisit(visit, order) : nothing}
        ${this.#isChoosing ? this.#renderChoice(order, begun) : nothing}
        ${visit && this.#isMovable && !this.#isChoosing ? this.#renderWishes(visit, begun) : nothing}
        ${saidOf(this.#host, this.#acting, { what: 'visit', done: words.done(), again: FORM })}
      </section>
    `;
  }

  /** A line waits for a first day, or somebody wants another. */
  get #isChoosing(): boolean {
    return this.#order?.visit === undefined || this.#isMoving;
  }

  get #isMovable(): boolean {
    return this.#order?.items.some(({ may }) => may?.contact?.allowed) ?? false;
  }

  #renderVisit(visit: Visit, order: Order) {
    const { locale } = this.#host;
    const { zone, state } = visit;
    return html`
      <p class="lead" id="visit-when" tabindex="-1">${windowOf(visit, zone, locale)}</p>
      <p class="row"><fp-tag tone=${TONES[state]}>${states[state]()}</fp-tag>${visit.place ? html`<span><bdi>${visit.place}</bdi></span>` : nothing}</p>
      ${this.#renderZone(zone)} ${isAhead(visit) ? this.#renderUntil(visit) : nothing}
      <div class="row">${this.#renderWays(visit, order)}</div>
      ${saidOf(this.#host, this.#acting, { what: 'calendar', done: words.saved(), again: () => this.#saveCalendar(order.id) })} ${this.#renderHistory(visit)}
    `;
  }

  /** Until when it can move, or that it no longer can. */
  #renderUntil({ changeUntil, zone }: Visit) {
    if (!this.#isMovable) return html`<p>${words.tooLate()}</p>`;
    return changeUntil ? html`<p>${words.movable(formatInstant(changeUntil, this.#host.locale, zone, 'weekday'))}</p>` : nothing;
  }

  #renderWays(visit: Visit, order: Order) {
    const calendar = html`<button class="quiet" @click=${() => this.#saveCalendar(order.id)}>${calendarIcon()}<span>${words.calendar()}</span></button>`;
    const move = html`<button aria-expanded=${this.#isMoving} @click=${this.#onMoving}>${this.#isMoving ? words.stay() : words.move()}</button>`;
    const ask = html`<button class="quiet" @click=${() => this.#host.go(askAddress(`${listWords.open(order.number)}, ${words.heading()}: `))}>${words.call()}</button>`;
    return [this.#isMovable ? move : ask, isAhead(visit) ? calendar : nothing];
  }

  #renderHistory({ history, zone }: Visit) {
    const { locale } = this.#host;
    if (history.length === 0) return nothing;
    return html`
      <details><summary>${words.before()}</summary>
        <ol class="plain">${history.map((one) => html`<li><s>${windowOf(one, zone, locale)}</s> <span class="quiet small">${words.changed(formatInstant(one.changedAt, locale, zone, 'medium'))}</span></li>`)}</ol>
      </details>
    `;
  }

  #renderZone(zone: string) {
    return zone === Intl.DateTimeFormat().resolvedOptions().timeZone ? nothing : html`<p class="quiet small">${words.zone(cityOf(zone))}</p>`;
  }

  #renderChoice(order: Order, begun: Begun) {
    return this.#host.renderReading(this.#slots, {
      loading: () => html`<fp-skeleton lines="4"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => this.#renderNone(),
      ready: (list) => this.#renderSlots(order, list, begun),
    });
  }

  #renderNone() {
    const { value } = this.#slots;
    const { locale } = this.#host;
    return html`
      <fp-status-message tone="info" heading=${words.none()}>
        <p>${value?.nextFree ? words.nextFree(windowOf(value.nextFree, value.zone, locale)) : words.noneHelp()}</p>
        <button slot="actions" @click=${() => this.#slots.retry()}>${words.again()}</button>
      </fp-status-message>
    `;
  }

  #renderSlots(order: Order, list: SlotList, begun: Begun) {
    const { locale } = this.#host;
    const name = nameOf(order);
    const typed = typedOf(order.visit, begun, name);
    const chosen = list.items.find(({ id }) => id === typed.choiceId);
    const said = chosen ? windowOf(chosen, list.zone, locale) : '…';
    return html`
      <form id=${FORM} class="stack tight" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event, { list, name, begun })}>
        ${order.visit ? nothing : this.#renderZone(list.zone)}
        ${slotsView({
          list, locale, day: dayOf(list, this.#day, chosen), name: order.id, slotId: chosen?.id ?? '',
          onDay: (one) => { this.#day = one; this.#host.requestUpdate(); },
          onSlot: ({ id }) => this.#type(begun, name, { choiceId: id }),
        })}
        ${this.#renderFields(begun, name, typed)}
        <div><button class="primary" aria-disabled=${this.#acting.busy}>${order.visit ? words.moveTo(said) : words.book(said)}</button></div>
      </form>
    `;
  }

  #renderWishes(visit: Visit, begun: Begun) {
    const { id } = this.#order ?? { id: '' };
    const name = nameOf({ id });
    const typed = typedOf(visit, begun, name);
    return html`
      <details ?open=${begun.isOld(name)}>
        <summary>${words.wishes()}</summary>
        <form id=${FORM} class="stack tight" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event, { name, begun })}>
          ${this.#renderFields(begun, name, typed)}
          <div><button aria-disabled=${this.#acting.busy}>${words.keep()}</button></div>
        </form>
      </details>
    `;
  }

  #renderFields(begun: Begun, name: string, typed: Typed) {
    const type = (key: 'text' | 'name' | 'phone') => ({ target }: Event) => this.#type(begun, name, { [key]: (target as HTMLInputElement).value });
    return html`
      <div class="field"><label for="visit-notes">${words.notes()}</label>
        <textarea id="visit-notes" maxlength="500" aria-describedby="visit-notes-hint" .value=${typed.text ?? ''} @input=${type('text')}></textarea>
        <p class="hint" id="visit-notes-hint">${words.notesHint()}</p></div>
      <div class="field"><label for="visit-name">${words.name()}</label><input id="visit-name" autocomplete="name" maxlength="100" .value=${typed.name ?? ''} @input=${type('name')} /></div>
      <div class="field"><label for="visit-phone">${words.phone()}</label><input id="visit-phone" type="tel" autocomplete="tel" aria-describedby="visit-problem" .value=${typed.phone ?? ''} @input=${type('phone')} /></div>
      <p class="problem" id="visit-problem" role="alert">${this.#problem || nothing}</p>
    `;
  }

  #type(begun: Begun, name: string, changes: Typed) {
    begun.type(name, changes);
    this.#problem = '';
    this.#host.requestUpdate();
  }

  #onSubmit(event: SubmitEvent, { list, name, begun }: Asked) {
    event.preventDefault();
    const { visit } = this.#order ?? {};
    const typed = typedOf(visit, begun, name);
    // Wishes alone leave the visit where it is.
    const slot = list ? list.items.find(({ id }) => id === typed.choiceId) : visit;
    const wishes = wishesOf(typed);
    this.#problem = !slot ? words.pick() : wishes === 'half' ? words.both() : '';
    this.#host.requestUpdate();
    if (!slot || wishes === 'half' || !this.#order) return;
    const { id } = this.#order;
    const request: VisitRequest = { slotId: slot.id, from: slot.from, to: slot.to, ...(wishes && { wishes }) };
    void this.#host.run(async () => {
      const done = await this.#acting.act('visit', `visit ${id} ${JSON.stringify(request)}`, (options) => this.#host.services.client.orders.move(id, request, options));
      // What was free is not what it was when somebody else was faster.
      if (!done) return this.#isChoosing ? this.#slots.retry() : undefined;
      begun.clear(name);
      this.#isMoving = false;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#host.renderRoot.querySelector<HTMLElement>('#visit-when')?.focus();
    });
  }

  #saveCalendar(orderId: string) {
    return this.#host.run(async () => {
      const path = `/orders/${encodeURIComponent(orderId)}/visit.ics` as const;
      const file = await this.#acting.act('calendar', path, () => this.#host.services.client.orders.file(path));
      if (file) offerFile(file, `visit-${orderId}.ics`);
    });
  }

  readonly #onMoving = () => {
    this.#isMoving = !this.#isMoving;
    this.#acting.reset();
    this.#host.requestUpdate();
  };
}

interface Asked {
  /** What could be chosen from; without it the time stays. */
  list?: SlotList;
  name: string;
  begun: Begun;
}

const nameOf = ({ id }: { id: string }) => `${id} visit`;

const isAhead = ({ state }: Visit) => state === 'booked' || state === 'held';

const TONES: Readonly<Record<Visit['state'], Tone>> = { held: 'info', booked: 'info', done: 'positive', 'missed-by-us': 'critical', 'missed-by-you': 'notice', cancelled: 'neutral' };
