import '@faceplate/client/nouns/orders.js';
import type { DelayRequest, Order, OrderItem } from '@faceplate/contracts';
import { isFinal } from '@faceplate/domain';
import { formatDate, formatInstant, formatMoney } from '@faceplate/localize';
import { define, heading, latePart, Reading } from '@faceplate/portlet-kit';
import { ActingController } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import { words as listWords } from '../messages.ts';
import type { PartHost } from '../part.ts';
import { stageOf } from '../stage-words.ts';
import { AddressPicker } from './address-picker.ts';
import { Answering } from './answering.ts';
import { OrderLineElement } from './components/order-line.element.ts';
import { Errands } from './errands.ts';
import { words } from './messages.ts';
import { paymentView } from './payment.ts';
import { saidOf } from './said.ts';
import { Begun } from './typed.ts';

define('fp-order-line', OrderLineElement);

/** One order: its lines, what they wait for, its visit and its papers, and what can be done about them. */
export class OneOrderPart {
  readonly #host: PartHost;
  readonly #acting: ActingController;
  readonly #picker: AddressPicker;
  readonly #answering: Answering;
  readonly #errands: Errands;
  readonly #begun: Reading<readonly [], { of: Begun }>;
  readonly #visit;
  readonly #change;
  readonly #activation;
  #order: Order | undefined;
  /** What was chosen last for a line that is late: tried again, it is the same. */
  #decided: DelayRequest['choice'] = 'wait';
  /** Lines whose changes somebody looks at. */
  readonly #changing = new Set<string>();

  constructor(host: PartHost) {
    this.#host = host;
    this.#acting = new ActingController(host);
    this.#picker = new AddressPicker(host);
    this.#errands = new Errands(host, this.#acting);
    const tools = { acting: this.#acting, picker: this.#picker, after: (itemId: string) => this.#after(itemId), visit: (order: Order) => this.#renderVisit(order) };
    this.#answering = new Answering(host, tools);
    this.#begun = new Reading(host, {
      args: () => (host.orderId ? ([] as const) : undefined),
      load: async (_, options) => {
        const session = await host.services.client.session.get(options);
        return { of: new Begun(session.signedIn ? session.person.id : '') };
      },
      changes: [],
    });
    this.#visit = latePart(
      host,
      () => this.#order !== undefined && hasVisit(this.#order),
      async () => new (await import('../visit/visit.ts')).VisitPart(host, this.#acting),
    );
    this.#change = latePart(
      host,
      () => this.#changing.size > 0,
      async () => new (await import('../change/change.ts')).ChangePart(host, tools),
    );
    this.#activation = latePart(
      host,
      () => this.#order?.items.some(({ activation }) => activation) ?? false,
      async () => new (await import('../activation/activation.ts')).ActivationPart(host, this.#acting),
    );
  }

  render(order: Order): unknown {
    if (this.#order?.id !== order.id) this.#begin();
    this.#order = order;
    const { tone, word } = stageOf(order.stage);
    const { locale, headingLevel } = this.#host;
    return html`
      ${heading(headingLevel, listWords.open(order.number))}
      <p class="row">
        <fp-tag tone=${tone}>${word}</fp-tag>
        <span>${listWords.progress(order.itemsDone, order.itemsTotal)}</span>
        <span class="quiet">${words.placed(formatInstant(order.placedAt, locale, zoneHere(), 'medium'))}</span>
      </p>
      ${this.#renderPrice(order)} ${paymentView(order, this.#host, this.#acting)}
      ${order.visit && !waitsForDay(order) ? this.#renderVisit(order) : nothing}
      ${order.items.map((item) => this.#renderLine(order, item))}
      ${this.#errands.render(order)}
    `;
  }

  #begin() {
    this.#acting.reset();
    this.#changing.clear();
    this.#errands.begin();
  }

  #renderPrice({ once, monthly }: Order) {
    const { locale } = this.#host;
    const prices = [
      ...(once?.amount ? [words.once(formatMoney(once, locale))] : []),
      ...(monthly?.amount ? [words.monthly(formatMoney(monthly, locale))] : []),
    ];
    return prices.length > 0 ? html`<p class="row quiet">${prices.map((price) => html`<span>${price}</span>`)}</p>` : nothing;
  }

  #renderLine(order: Order, item: OrderItem) {
    const { locale } = this.#host;
    return html`
      <fp-order-line id="line-${item.id}" .item=${item} locale=${locale} zone=${zoneHere()}>
        <div slot="now" class="stack">
          ${this.#renderNeed(order, item)}
          ${item.choose ? this.#renderLate(order, item, item.choose) : nothing}
          ${item.activation ? this.#renderActivation(order, item) : nothing}
          ${item.need ? nothing : this.#renderHeard(`answer-${item.id}`, words.sent())}
          ${item.choose ? nothing : this.#renderHeard(`late ${item.id}`, words.decided())}
        </div>
        <div slot="more" class="stack">${isFinal(item.stage) && !item.may ? nothing : this.#renderChange(order, item)}</div>
      </fp-order-line>
    `;
  }

  /** Where the line asks no more, the answer has arrived, whether anybody heard so or not. */
  #renderHeard(what: string, done: string) {
    const { state } = this.#acting;
    const heard = { state: state.step === 'failed' && state.what === what ? ({ step: 'done', what } as const) : state, reset: () => this.#acting.reset() };
    return saidOf(this.#host, heard, { what, done, again: '' });
  }

  #renderNeed(order: Order, item: OrderItem) {
    if (!item.need || item.need.kind === 'activation') return nothing;
    return this.#host.renderReading(this.#begun, {
      loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
      ready: ({ of }) => this.#answering.render(order, item, of),
    });
  }

  /** A visit is one for all lines: where a line waits for its day it is asked for there. */
  #renderVisit(order: Order): unknown {
    return this.#host.renderReading(this.#visit, {
      loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
      ready: (part) => this.#host.renderReading(this.#begun, { ready: ({ of }) => part.render(order, of) }),
    });
  }

  #renderActivation(order: Order, item: OrderItem) {
    return this.#host.renderReading(this.#activation, { loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`, ready: (part) => part.render(order, item) });
  }

  /** Late: what can be done about it, the cost of leaving on the button itself. */
  #renderLate(order: Order, item: OrderItem, choices: readonly DelayRequest['choice'][]) {
    const { locale } = this.#host;
    const cost = item.may?.cancel?.cost;
    const names = {
      wait: words.wait(),
      expedite: words.expedite(),
      cancel: cost?.amount ? words.cancelFor(formatMoney(cost, locale)) : words.cancelFree(),
    };
    // What cannot be called off any more is not offered; why, stands below.
    const offered = choices.filter((choice) => choice !== 'cancel' || item.may?.cancel?.allowed !== false);
    return html`
      <section class="asks stack tight" aria-label=${words.lateOpen()}>
        <p class="lead">${item.expected ? words.lateHeading(formatDate(item.expected, locale, 'weekday')) : words.lateOpen()}</p>
        <p>${words.lateAsk()}</p>
        <div class="row">${offered.map((choice) => html`<button aria-disabled=${this.#acting.busy} @click=${() => this.#decide(order, item, choice)}>${names[choice]}</button>`)}</div>
        ${saidOf(this.#host, this.#acting, { what: `late ${item.id}`, done: words.decided(), again: () => this.#decide(order, item, this.#decided) })}
      </section>
    `;
  }

  #renderChange(order: Order, item: OrderItem) {
    return html`
      <details ?open=${this.#changing.has(item.id)} @toggle=${(event: Event) => this.#onChanging(event, item.id)}>
        <summary>${words.change()}</summary>
        <div class="stack">
          ${this.#changing.has(item.id)
            ? this.#host.renderReading(this.#change, {
                loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
                ready: (part) => this.#host.renderReading(this.#begun, { ready: ({ of }) => part.render(order, item, of) }),
              })
            : nothing}
        </div>
      </details>
    `;
  }

  #decide({ id: orderId }: Order, { id, expected }: OrderItem, choice: DelayRequest['choice']) {
    this.#decided = choice;
    return this.#host.run(async () => {
      const { orders } = this.#host.services.client;
      const done = await this.#acting.act(`late ${id}`, `${choice} ${orderId} ${id} ${expected}`, (options) => orders.decide(orderId, id, { choice }, options));
      if (done) await this.#after(id);
    });
  }

  readonly #onChanging = ({ target }: Event, itemId: string) => {
    if ((target as HTMLDetailsElement).open) this.#changing.add(itemId);
    else this.#changing.delete(itemId);
    this.#host.requestUpdate();
  };

  /** The control that was pressed may be gone: the keyboard goes on at its line. */
  async #after(itemId: string) {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`#line-${CSS.escape(itemId)}`)?.focus();
  }
}

const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const waitsForDay = ({ items }: Order) => items.some(({ need }) => need?.kind === 'date' && !need.choices);

const hasVisit = (order: Order) => order.visit !== undefined || waitsForDay(order);
