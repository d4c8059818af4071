import '@faceplate/client/nouns/products.js';
import '@faceplate/client/nouns/tickets.js';
import { Offline } from '@faceplate/client';
import type { CheckStep, LineTest, ProductList, Ticket, TicketForms, TicketRequest } from '@faceplate/contracts';
import { define, heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { DeskPart } from '../desk/desk.ts';
import { TicketRaisedEvent, type TicketReadyEvent, type TicketTypedEvent } from '../events.ts';
import { words } from '../messages.ts';
import type { PartHost } from '../part.ts';
import { SendingController } from '../sending.controller.ts';
import { notSent } from '../ticket-templates.ts';
import { lastIntent, type TypedTicket, typedTicket } from '../typed-ticket.ts';
import { Evidence } from './evidence.ts';
import { TicketFormElement } from './ticket-form.element.ts';

define('fp-ticket-form', TicketFormElement);

/** As many tests as go along with a ticket. */
const MOST_TESTS = 5;

/** A new ticket: what is known before it, the form, its files, and sending it all once. */
export class FormPart {
  readonly #host: PartHost;
  readonly #desk: DeskPart;
  readonly #evidence: Evidence;
  readonly #products: Reading<readonly [], ProductList>;
  readonly #forms: Reading<readonly [], TicketForms>;
  readonly #raising: SendingController<TicketRequest, Ticket>;
  #draft: ReturnType<typeof typedTicket> | undefined;
  #typed: TypedTicket = {};
  #kept = false;
  #unsent: TicketRequest | undefined;
  #testIds: readonly string[] = [];
  #skipped: readonly CheckStep[] = [];

  constructor(host: PartHost) {
    this.#host = host;
    this.#evidence = new Evidence(host);
    this.#desk = new DeskPart(host, { tested: this.#onTested, skipped: this.#onSkipped });
    const args = () => (host.ticketId === 'new' ? ([] as const) : undefined);
    this.#products = new Reading(host, { args, load: (_, options) => this.#prepare(options), changes: ['products'] });
    // Without the operator's forms the plain one stands.
    this.#forms = new Reading(host, { args, load: (_, options) => host.services.client.tickets.forms(options), changes: [] });
    // The ticket first, then its files, each under a key of its own: cut short anywhere, all of it is sent again and nothing is there twice.
    this.#raising = new SendingController(host, async (ticket, options) => {
      const { tickets } = host.services.client;
      const raised = await tickets.raise(ticket, options);
      return this.#evidence.send(raised, (file, idempotencyKey) => tickets.attach(raised.id, file, { idempotencyKey }));
    });
    host.addController({ hostConnected: () => { globalThis.addEventListener('online', this.#onOnline); }, hostDisconnected: () => { globalThis.removeEventListener('online', this.#onOnline); } });
  }

  /** The form is opened anew: nothing said about the last ticket holds for it. */
  begin(): void {
    this.#raising.reset();
  }

  /** Is this the ticket that has just been raised? */
  hasRaised({ id }: Ticket): boolean {
    const { state } = this.#raising;
    return state.step === 'sent' && state.answer.id === id;
  }

  render(): unknown {
    return this.#host.renderReading(this.#products, {
      loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<fp-status-message tone="info" heading=${words.noProducts()}><p>${words.noProductsHelp()}</p></fp-status-message>`,
      ready: (products) => this.#renderFields(products),
    });
  }

  #renderFields({ items }: ProductList) {
    const { state } = this.#raising;
    return html`
      ${this.#kept ? html`<fp-status-message tone="info" heading=${words.kept()}></fp-status-message>` : nothing}
      ${state.step === 'refused' ? notSent(state.cause instanceof Offline && !navigator.onLine) : nothing}
      ${this.#typed.productId ? this.#desk.render(this.#typed.productId, (this.#typed.title ?? this.#host.context.about).slice(0, 200)) : nothing}
      ${heading(this.#host.headingLevel, words.write(), 1)}
      <fp-ticket-form
        .products=${items.filter(({ status }) => status !== 'ended')}
        .forms=${this.#forms.value?.items ?? []}
        .typed=${this.#typed}
        .problems=${state.step === 'refused' ? state.fields : []}
        .busy=${state.step === 'sending'}
        locale=${this.#host.locale}
        @ticket-typed=${this.#onTyped}
        @ticket-ready=${({ ticket }: TicketReadyEvent) => this.#host.run(() => this.#raise(this.#complete(ticket)))}
      >${this.#evidence.render()}</fp-ticket-form>
    `;
  }

  /** What came along: tests that were run, and what was gone past. */
  #complete(ticket: TicketRequest): TicketRequest {
    return { ...ticket, ...(this.#testIds.length > 0 && { testIds: [...this.#testIds] }), ...(this.#skipped.length > 0 && { skipped: [...this.#skipped] }) };
  }

  /** The products to choose from, and what this person had typed before. */
  async #prepare(options: { signal: AbortSignal }): Promise<ProductList> {
    const { client } = this.#host.services;
    const [products, session] = await Promise.all([client.products.list(options), client.session.get(options)]);
    if (session.signedIn && !this.#draft) {
      const { id } = session.person;
      this.#draft = typedTicket(id);
      this.#raising.memory = lastIntent(id);
      this.#evidence.begin(id);
      this.#typed = this.#draft.read() ?? {};
      this.#kept = Object.keys(this.#typed).length > 0;
      if (!this.#kept) this.#typed = this.#fromContext(products);
    }
    return products;
  }

  /** Where somebody comes from: the product, the bill, the order, in words. */
  #fromContext({ items }: ProductList): TypedTicket {
    const { product, bill, order, about } = this.#host.context;
    const known = items.some(({ id, status }) => id === product && status !== 'ended');
    const said = [bill && words.bill(bill), order && words.order(order), about].filter(Boolean).join(' ');
    return { ...(known && { productId: product }), ...(said && { description: said.slice(0, 4000) }) };
  }

  async #raise(ticket: TicketRequest) {
    const typed = JSON.stringify(this.#typed);
    this.#unsent = ticket;
    const raised = await this.#raising.send(ticket);
    if (!raised) return;
    this.#unsent = undefined;
    this.#evidence.clear();
    this.#testIds = [];
    this.#skipped = [];
    // What was typed while it was on its way is another ticket's.
    if (JSON.stringify(this.#typed) === typed) {
      this.#draft?.clear();
      this.#typed = {};
      this.#kept = false;
    }
    // Whoever went elsewhere meanwhile is told, not fetched.
    if (this.#host.ticketId === 'new' && this.#raising.state.step === 'sent') this.#host.open(raised.id);
    this.#host.dispatchEvent(new TicketRaisedEvent(raised.id, raised.number));
  }

  readonly #onTyped = ({ typed }: TicketTypedEvent) => {
    this.#typed = typed;
    this.#draft?.keep(typed);
    this.#host.requestUpdate();
  };

  readonly #onTested = ({ id }: LineTest) => {
    this.#testIds = [...new Set([...this.#testIds, id])].slice(-MOST_TESTS);
  };

  readonly #onSkipped = (step: CheckStep) => {
    this.#skipped = [...new Set([...this.#skipped, step])];
  };

  /** What waited for the line goes by itself, under the key it has. */
  readonly #onOnline = () => {
    const { state } = this.#raising;
    const unsent = this.#unsent;
    if (unsent && state.step === 'refused' && state.cause instanceof Offline) void this.#host.run(() => this.#raise(unsent));
  };
}
