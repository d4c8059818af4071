import '@faceplate/client/nouns/products.js';
import '@faceplate/client/nouns/tickets.js';
import { Offline } from '@faceplate/client';
import type { CheckStep, LineTest, ProductList, Ticket, TicketForms, TicketRequest } from '@faceplate/contracts';
import { isolated } from '@faceplate/localize';
import { define, heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { DeskPart } from '../desk/desk.ts';
import { TicketRaisedEvent, type TicketReadyEvent, type TicketTypedEvent } from '../events.ts';
import { words } from '../messages.ts';
import type { PartHost } from '../part.ts';
import { SendingController } from '../sending.controller.ts';
import { notSent } from '../ticket-templates.ts';
import { lastIntent, type TypedTicket, typedTicket } from '../typed-ticket.ts';
import { Evidence, type Raised } from './evidence.ts';
import { Sites } from './sites.ts';
import { TicketFormElement } from './ticket-form.element.ts';

define('fp-ticket-form', TicketFormElement);

/** As many tests as go along with a ticket. */
const MOST_TESTS = 5;

/** Of what was typed, the words alone. */
const NOTHING_ALONG = { testIds: undefined, skipped: undefined };

/** A new ticket: what is known before it, the form, its files, and sending it all once. */
export class FormPart {
  readonly #host: PartHost;
  readonly #desk: DeskPart;
  readonly #evidence: Evidence;
  readonly #sites: Sites;
  readonly #products: Reading<readonly [], ProductList>;
  readonly #forms: Reading<readonly [], TicketForms>;
  readonly #raising: SendingController<TicketRequest, Raised>;
  #draft: ReturnType<typeof typedTicket> | undefined;
  #typed: TypedTicket = {};
  #kept = false;
  /** What is sent by itself when the line is back: what stands in the form, and nothing else. */
  #unsent: TicketRequest | undefined;

  constructor(host: PartHost) {
    this.#host = host;
    this.#evidence = new Evidence(host);
    this.#sites = new Sites(host, { all: () => this.#typed.also ?? [], choose: (also) => { this.#keep({ ...this.#typed, also: also.length > 0 ? [...also] : undefined }); } });
    this.#desk = new DeskPart(host, { about: () => (this.#typed.title ?? host.context.about).slice(0, 200), tested: this.#onTested, skipped: this.#onSkipped });
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

  /** The form is opened anew: nothing said about the last ticket holds for it. What waits for the line waits on. */
  begin(): void {
    if (!this.#waits) this.#raising.reset();
  }

  /** On the page of the ticket that has just been raised: what happened, and what happens next. */
  renderRaised({ id, number }: Ticket): unknown {
    const { state } = this.#raising;
    if (state.step !== 'sent' || state.answer.ticket.id !== id) return nothing;
    const refused = state.answer.refused.map((name) => isolated(name));
    return html`<fp-status-message tone=${refused.length > 0 ? 'notice' : 'positive'} heading=${words.success(number)}>
      ${refused.length > 0 ? html`<p>${words.refused(new Intl.ListFormat(this.#host.locale).format(refused))}</p>` : nothing}
      <p>${words.successHelp()}</p>
    </fp-status-message>`;
  }

  get #waits(): boolean {
    const { state } = this.#raising;
    return Boolean(this.#unsent) && state.step === 'refused' && state.cause instanceof Offline;
  }

  render(): unknown {
    const loading = () => html`<fp-skeleton rows lines="5"></fp-skeleton>`;
    return this.#host.renderReading(this.#products, {
      loading,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<fp-status-message tone="info" heading=${words.noProducts()}><p>${words.noProductsHelp()}</p></fp-status-message>`,
      // What is written belongs in the fields it is asked in: sent without them it would be another ticket.
      ready: (products) => (this.#forms.state.step === 'loading' ? loading() : this.#renderFields(products)),
    });
  }

  #renderFields({ items }: ProductList) {
    const { state } = this.#raising;
    const products = items.filter(({ status }) => status !== 'ended');
    return html`
      ${this.#kept ? html`<fp-status-message tone="info" heading=${words.kept()}></fp-status-message>` : nothing}
      ${state.step === 'refused' ? notSent(this.#waits && !navigator.onLine) : nothing}
      ${this.#typed.productId ? this.#desk.render(this.#typed.productId) : nothing}
      ${heading(this.#host.headingLevel, words.write(), 1)}
      <fp-ticket-form
        .products=${products}
        .forms=${this.#forms.value?.items ?? []}
        .typed=${this.#typed}
        .problems=${state.step === 'refused' ? state.fields : []}
        .busy=${state.step === 'sending'}
        locale=${this.#host.locale}
        @ticket-typed=${this.#onTyped}
        @ticket-ready=${({ ticket }: TicketReadyEvent) => this.#host.run(() => this.#raise(this.#complete(ticket)))}
      >${this.#sites.render(products, this.#typed.productId)} ${this.#evidence.render()}</fp-ticket-form>
    `;
  }

  /** What came along: tests that were run, and what was gone past. */
  #complete(ticket: TicketRequest): TicketRequest {
    const { also, testIds, skipped } = this.#typed;
    const whole = { ...ticket, ...(also && { also }), ...(testIds && { testIds }), ...(skipped && { skipped }) };
    // Sent while its form could not be read, it may have arrived without the form's name: with it, it would be another one.
    const { formId: _form, ...plain } = whole;
    const before = this.#raising.unknown;
    return before && before.formId === undefined && JSON.stringify(before) === JSON.stringify(plain) ? before : whole;
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
    const typed = this.#words();
    this.#unsent = ticket;
    const raised = await this.#raising.send(ticket);
    if (!raised) return;
    this.#unsent = undefined;
    this.#evidence.clear();
    // What was typed while it was on its way is another ticket's; what went along was this one's.
    if (this.#words() === typed) {
      this.#draft?.clear();
      this.#typed = {};
      this.#kept = false;
    } else this.#keep({ ...this.#typed, ...NOTHING_ALONG });
    const { id, number } = raised.ticket;
    // Whoever went elsewhere meanwhile is told, not fetched.
    if (this.#host.ticketId === 'new' && this.#raising.state.step === 'sent') this.#host.open(id);
    this.#host.dispatchEvent(new TicketRaisedEvent(id, number));
  }

  #words(): string {
    return JSON.stringify({ ...this.#typed, ...NOTHING_ALONG });
  }

  #keep(typed: TypedTicket) {
    // Other words than those that wait for the line: whoever writes them sends them.
    this.#unsent = undefined;
    this.#typed = typed;
    this.#draft?.keep(typed);
    this.#host.requestUpdate();
  }

  /** What was found out about one product says nothing about another. */
  readonly #onTyped = ({ typed }: TicketTypedEvent) => {
    const { productId, also, testIds, skipped } = this.#typed;
    const others = also?.filter((id) => id !== typed.productId);
    const known = { ...typed, ...(others && others.length > 0 && { also: others }) };
    this.#keep(typed.productId === productId ? { ...known, testIds, skipped } : known);
  };

  readonly #onTested = ({ id }: LineTest) => {
    const { testIds = [] } = this.#typed;
    if (!testIds.includes(id)) this.#keep({ ...this.#typed, testIds: [...testIds, id].slice(-MOST_TESTS) });
  };

  readonly #onSkipped = (step: CheckStep) => {
    const { skipped = [] } = this.#typed;
    if (!skipped.includes(step)) this.#keep({ ...this.#typed, skipped: [...skipped, step] });
  };

  /** What waited for the line goes by itself, under the key it has. */
  readonly #onOnline = () => {
    const unsent = this.#unsent;
    if (unsent && this.#waits) void this.#host.run(() => this.#raise(unsent));
  };
}
