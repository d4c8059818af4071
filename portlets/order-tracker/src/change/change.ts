import '@faceplate/client/nouns/orders.js';
import type { ItemChangeRequest, May, Money, Order, OrderItem } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { formatInstant, formatMoney } from '@faceplate/localize';
import type { ActingController } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import type { AddressPicker } from '../one/address-picker.ts';
import { saidOf } from '../one/said.ts';
import type { Begun, Typed } from '../one/typed.ts';
import type { PartHost } from '../part.ts';
import { whyNot, words } from './messages.ts';

interface Tools {
  readonly acting: ActingController;
  readonly picker: AddressPicker;
  readonly after: (itemId: string) => Promise<void>;
}

type Name = 'quantity' | 'date' | 'place';

interface Line {
  readonly order: Order;
  readonly item: OrderItem;
  readonly begun: Begun;
  readonly name: string;
}

const PARTS = [['quantity', words.setQuantity], ['date', words.setDate], ['place', words.setPlace]] as const;

/** What of a line can still be otherwise, and leaving it; where it cannot, why and what instead. */
export class ChangePart {
  readonly #host: PartHost;
  readonly #tools: Tools;
  #problem: { what: string; text: string } | undefined;
  /** The form that was sent last, or what was called off. */
  #again: string | (() => unknown) = '';

  constructor(host: PartHost, tools: Tools) {
    this.#host = host;
    this.#tools = tools;
  }

  render(order: Order, item: OrderItem, begun: Begun): unknown {
    const { may = {} } = item;
    const line: Line = { order, item, begun, name: `${order.id} ${item.id} change` };
    const refused = [may.quantity, may.date, may.place, may.cancel].filter((one) => one !== undefined);
    const whys = new Set(refused.map((one) => (one.allowed ? '' : whyNot(one))));
    // The same for all need not be said four times.
    if (refused.length > 1 && whys.size === 1 && !whys.has('')) return html`<p>${[...whys]}</p>${this.#renderSaid(item)}`;
    return html`${PARTS.map(([part, button]) => this.#renderPart(part, button(), may[part], line))} ${this.#renderCancel(may.cancel, line)} ${this.#renderSaid(item)}`;
  }

  #renderSaid({ id }: OrderItem) {
    const { acting } = this.#tools;
    const again = this.#again;
    return html`${saidOf(this.#host, acting, { what: `change ${id}`, done: words.changed(), again })} ${saidOf(this.#host, acting, { what: `cancel ${id}`, done: words.cancelled(), again })}`;
  }

  #renderPart(part: Name, button: string, may: May | undefined, line: Line) {
    if (!may) return nothing;
    if (!may.allowed) return html`<p><strong>${words[part]()}</strong> ${whyNot(may)}</p>`;
    const id = `${part}-${line.item.id}`;
    return html`
      <form id="change-${id}" class="stack tight" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event, part, line)}>
        ${this.#renderField(part, id, line)}
        ${this.#problem?.what === id ? html`<p class="problem" role="alert" id="${id}-problem">${this.#problem.text}</p>` : nothing}
        ${may.until ? html`<p class="hint">${words.until(this.#moment(may.until))}</p>` : nothing}
        <div><button aria-disabled=${this.#tools.acting.busy}>${button}</button></div>
      </form>
    `;
  }

  #renderField(part: Name, id: string, { item, begun, name }: Line) {
    const typed = begun.typed(name);
    const type = (changes: Typed) => this.#type(begun, name, changes);
    const invalid = this.#problem?.what === id;
    const described = invalid ? `${id}-problem` : nothing;
    if (part === 'place') return this.#tools.picker.render({ name: id, typed, onTyped: type });
    if (part === 'date') return html`
      <div class="field"><label for=${id}>${words.date()}</label>
        <input id=${id} type="date" aria-invalid=${invalid} aria-describedby=${described} .value=${typed.date ?? item.promised ?? ''} @input=${({ target }: Event) => type({ date: (target as HTMLInputElement).value })} /></div>`;
    return html`
      <div class="field"><label for=${id}>${words.quantity()}</label>
        <input id=${id} inputmode="numeric" aria-invalid=${invalid} aria-describedby=${described} .value=${typed.quantity ?? String(item.quantity)} @input=${({ target }: Event) => type({ quantity: (target as HTMLInputElement).value })} /></div>`;
  }

  #renderCancel(may: May | undefined, line: Line) {
    if (!may) return nothing;
    if (!may.allowed) return html`<p><strong>${words.cancel()}</strong> ${whyNot(may)}</p>`;
    const { order, item, begun, name } = line;
    const id = `why-${item.id}`;
    const all = order.items.filter((one) => one.may?.cancel?.allowed);
    const costs = all.flatMap(({ may: its }) => its?.cancel?.cost ?? []);
    const whole = costs[0] && sum(costs, costs[0].currency);
    const { busy } = this.#tools.acting;
    return html`
      <div class="field"><label for=${id}>${words.why()}</label>
        <input id=${id} maxlength="500" .value=${begun.typed(name).reason ?? ''} @input=${({ target }: Event) => this.#type(begun, name, { reason: (target as HTMLInputElement).value })} /></div>
      <div class="row">
        <button aria-disabled=${busy} @click=${() => this.#cancel(line, [item.id], may.cost)}>${words.cancelLine(this.#costOf(may))}</button>
        ${all.length > 1 ? html`<button class="quiet" aria-disabled=${busy} @click=${() => this.#cancel(line, all.map((one) => one.id), whole)}>
          ${words.cancelAll(this.#costOf({ ...may, ...(whole && { cost: whole }) }))}</button>` : nothing}
      </div>
    `;
  }

  #costOf({ cost, until }: May): string {
    if (cost?.amount) return formatMoney(cost, this.#host.locale);
    return until ? words.freeUntil(this.#moment(until)) : words.free();
  }

  #moment(instant: string): string {
    return formatInstant(instant, this.#host.locale, Intl.DateTimeFormat().resolvedOptions().timeZone, 'weekday');
  }

  #type(begun: Begun, name: string, changes: Typed) {
    begun.type(name, changes);
    this.#problem = undefined;
    this.#host.requestUpdate();
  }

  #onSubmit(event: SubmitEvent, part: Name, { order, item, begun, name }: Line) {
    event.preventDefault();
    const change = changeOf(part, begun.typed(name), item);
    if (typeof change === 'string') {
      this.#problem = { what: `${part}-${item.id}`, text: change };
      this.#host.requestUpdate();
      (event.target as HTMLFormElement).querySelector('input')?.focus();
      return;
    }
    this.#again = `change-${part}-${item.id}`;
    void this.#host.run(async () => {
      const { orders } = this.#host.services.client;
      const done = await this.#tools.acting.act(`change ${item.id}`, `change ${order.id} ${item.id} ${JSON.stringify(change)}`, (options) => orders.change(order.id, item.id, change, options));
      if (done) await this.#done(name, item.id, begun);
    });
  }

  #cancel(line: Line, itemIds: string[], cost: Money | undefined) {
    const { order, item, begun, name } = line;
    this.#again = () => this.#cancel(line, itemIds, cost);
    const reason = begun.typed(name).reason?.trim();
    const request = { itemIds, ...(reason && { reason }), ...(cost && { cost }) };
    return this.#host.run(async () => {
      const { orders } = this.#host.services.client;
      const done = await this.#tools.acting.act(`cancel ${item.id}`, `cancel ${order.id} ${JSON.stringify(request)}`, (options) => orders.cancel(order.id, request, options));
      if (done) await this.#done(name, item.id, begun);
    });
  }

  async #done(name: string, itemId: string, begun: Begun) {
    begun.clear(name);
    this.#host.requestUpdate();
    await this.#tools.after(itemId);
  }
}

/** The change that was typed, or what is wrong with it. */
function changeOf(part: Name, typed: Typed, item: OrderItem): ItemChangeRequest | string {
  if (part === 'place') return typed.placeId ? { placeId: typed.placeId } : words.missing();
  if (part === 'date') {
    const date = typed.date ?? item.promised;
    return date ? { date } : words.missing();
  }
  const quantity = Number(typed.quantity ?? item.quantity);
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= 10_000 ? { quantity } : words.wrong();
}
