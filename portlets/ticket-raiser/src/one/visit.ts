import '@faceplate/client/nouns/tickets.js';
import type { Slot, SlotList, Ticket, Visit } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import { heading, offerFile, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import type { Doing } from './doing.ts';
import { words } from './messages.ts';

/** So many times at once: the next ones are what a repair wants. */
const MOST = 12;

/** The technician's visit for a ticket: booked, moved, put into a calendar. */
export class VisitPart {
  readonly #host: PartHost;
  readonly #doing: Doing;
  readonly #slots: Reading<readonly [string], SlotList>;
  #choosing = '';

  constructor(host: PartHost, doing: Doing) {
    this.#host = host;
    this.#doing = doing;
    this.#slots = new Reading(host, {
      args: () => (this.#choosing && this.#choosing === host.ticketId ? ([this.#choosing] as const) : undefined),
      load: ([id], options) => host.services.client.tickets.slots(id, options),
      changes: [],
    });
  }

  render({ id, visit, may = {} }: Ticket): unknown {
    const open = may.visit?.allowed ?? false;
    if (!visit && !open) return nothing;
    const isChoosing = this.#choosing === id;
    return html`
      <section part="visit" class="stack tight">
        ${heading(this.#host.headingLevel, words.visit(), 1)}
        ${visit ? this.#renderVisit(id, visit) : nothing}
        ${open ? html`<div><button aria-expanded=${isChoosing} @click=${() => this.#choose(id)}>${visit ? words.move() : words.book()}</button></div>` : nothing}
        ${isChoosing ? this.#renderSlots(id) : nothing}
        ${this.#doing.said(`visit ${id}`, `calendar ${id}`)}
      </section>
    `;
  }

  #renderVisit(id: string, visit: Visit) {
    const { history, zone } = visit;
    return html`
      <p class="lead">${this.#window(visit, zone)}</p>
      ${history.length > 0 ? html`<details><summary>${words.earlier()}</summary><ol class="plain">${history.map((one) => html`<li><s>${this.#window(one, zone)}</s></li>`)}</ol></details>` : nothing}
      <div><button class="quiet" @click=${() => this.#save(id)}>${words.calendar()}</button></div>
    `;
  }

  #renderSlots(id: string) {
    return this.#host.renderReading(this.#slots, {
      loading: () => html`<fp-skeleton lines="4"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<p>${words.noSlots()}</p>`,
      ready: ({ items, zone }) => html`
        <form class="stack tight" @submit=${(event: SubmitEvent) => this.#onSubmit(event, id, items)}>
          <fieldset class="field"><legend>${words.visit()}</legend>
            ${items.slice(0, MOST).map((slot) => html`<label class="choice"><input type="radio" name="slot" .value=${slot.id} required /><span>${this.#window(slot, zone)}</span></label>`)}
          </fieldset>
          <div><button class="primary" aria-disabled=${this.#doing.busy}>${words.choose()}</button></div>
        </form>`,
    });
  }

  #window({ from, to }: Pick<Slot, 'from' | 'to'>, zone: string): string {
    const end = new Intl.DateTimeFormat(this.#host.locale, { timeZone: zone, timeStyle: 'short' }).format(new Date(to));
    return words.window(formatInstant(from, this.#host.locale, zone, 'weekday'), end);
  }

  #choose(id: string) {
    this.#choosing = this.#choosing === id ? '' : id;
    this.#doing.forget();
    this.#host.requestUpdate();
  }

  #onSubmit(event: SubmitEvent, id: string, items: readonly Slot[]) {
    event.preventDefault();
    const chosen = new FormData(event.target as HTMLFormElement).get('slot');
    const slot = items.find((one) => one.id === chosen);
    if (!slot) return;
    void this.#host.run(async () => {
      const visit = { slotId: slot.id, from: slot.from, to: slot.to };
      const done = await this.#doing.act(`visit ${id}`, `${id} ${JSON.stringify(visit)}`, (options) => this.#host.services.client.tickets.visit(id, visit, options));
      if (done) this.#choosing = '';
      // Somebody else was faster: what is free now.
      else this.#slots.retry();
      this.#host.requestUpdate();
    });
  }

  #save(id: string) {
    const path = `/tickets/${encodeURIComponent(id)}/visit.ics` as const;
    return this.#doing.act(`calendar ${id}`, path, async () => offerFile(await this.#host.services.client.tickets.file(path), 'visit.ics'));
  }
}
