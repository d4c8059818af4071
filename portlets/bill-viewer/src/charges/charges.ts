import '@faceplate/client/nouns/bills.js';
import type { Bill, Charge, FoundChargeList } from '@faceplate/contracts';
import { define, latePart, Reading } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { DisputePart } from '../dispute/dispute.ts';
import { SavingController } from '../papers/saving.controller.ts';
import type { PartHost } from '../part.ts';
import { grossOf, speaksOf } from './charge-facts.ts';
import { ChargeListElement } from './components/charge-list.element.ts';
import { UsageEventsElement } from './components/usage-events.element.ts';
import { detailView } from './detail.ts';
import type { ChargeChosenEvent, LinesWantedEvent } from './events.ts';
import { Landing } from './landing.ts';
import { LineWindowsController } from './line-windows.controller.ts';
import { words } from './messages.ts';

define('fp-charge-list', ChargeListElement);
define('fp-usage-events', UsageEventsElement);

/** More lines than these stand in an area of their own, in which only those in sight are drawn. */
const LONG = 150;
/** Fewer need no search. */
const SEARCHED = 20;

const isLong = ({ charges, lines = 0 }: Bill) => Math.max(charges.length, lines) > LONG;

/** The lines of the bill on show, and what there is to be said about the one that is open. */
export class ChargesPart {
  readonly #host: PartHost;
  readonly #windows: LineWindowsController;
  readonly #landing: Landing;
  readonly #file: SavingController;
  #billId = '';
  #open = '';
  #showUses = false;
  #words = '';
  #lastOpened: Charge | undefined;
  /** Line of the address that was turned to last. */
  #asked = '';

  readonly #uses: Reading<readonly [string, string], Awaited<ReturnType<PartHost['services']['client']['bills']['events']>>>;
  readonly #found: Reading<readonly [string, string], FoundChargeList>;
  readonly #pool: Reading<readonly [], object>;
  readonly #dispute: Reading<readonly [], DisputePart>;
  #bill: Bill | undefined;

  constructor(host: PartHost) {
    this.#host = host;
    const bills = () => host.services.client.bills;
    this.#windows = new LineWindowsController(host, (...asked) => bills().charges(...asked), (cause) => host.services.report(cause));
    this.#landing = new Landing(host, this.#windows);
    this.#file = new SavingController(host);
    this.#uses = new Reading(host, {
      args: () => (this.#showUses && this.#open ? ([host.billId, this.#open] as const) : undefined),
      load: ([billId, chargeId], options) => bills().events(billId, chargeId, options),
      changes: [],
    });
    // Of a bill that is not here as a whole, the gateway knows the lines.
    this.#found = new Reading(host, {
      args: () => (this.#words && this.#bill && this.#bill.lines !== undefined ? ([host.billId, this.#words] as const) : undefined),
      load: async ([billId, asked], options) => {
        const { items, gaps } = await bills().search(asked, options);
        const here = items.filter(({ bill }) => bill.id === billId);
        return { items: here, total: here.length, gaps };
      },
      changes: ['bills'],
    });
    this.#pool = latePart(
      host,
      () => this.#bill !== undefined && isLong(this.#bill),
      async () => {
        const { ChargePoolElement } = await import('./components/charge-pool.element.ts');
        define('fp-charge-pool', ChargePoolElement);
        return ChargePoolElement;
      },
    );
    this.#dispute = latePart(
      host,
      () => this.#open !== '',
      async () => new (await import('../dispute/dispute.ts')).DisputePart(host),
    );
  }

  render(bill: Bill): unknown {
    const { chargeId } = this.#host;
    if (bill.id !== this.#billId) this.#begin(bill.id);
    else if (chargeId && chargeId !== this.#asked) this.#turnTo(chargeId);
    this.#asked = chargeId;
    this.#bill = bill;
    const total = bill.lines ?? bill.charges.length;
    const lines = isLong(bill) ? this.#renderLong(bill) : this.#renderShort(bill);
    return html`
      ${total > SEARCHED ? this.#renderSearch(total) : nothing}
      ${this.#landing.isMissing(isLong(bill)) ? html`<fp-status-message tone="info" heading=${words.lineMissing()}></fp-status-message>` : nothing}
      ${lines}
    `;
  }

  #begin(billId: string) {
    this.#billId = billId;
    this.#turnTo(this.#host.chargeId);
  }

  /** To the line that is asked for: of another bill, or of the one on show. */
  #turnTo(chargeId: string) {
    this.#open = chargeId;
    this.#landing.turnTo(chargeId);
    this.#showUses = false;
    this.#words = '';
    this.#file.reset();
  }

  #renderSearch(total: number) {
    return html`
      <div class="field">
        <label for="find-line">${words.find()}</label>
        <input id="find-line" type="search" autocomplete="off" .value=${this.#words} @input=${this.#onWords} @change=${this.#onWords} />
        <p class="hint" role="status">${this.#words ? '' : words.linesTold(total, this.#host.locale)}</p>
      </div>
    `;
  }

  #renderShort(bill: Bill) {
    this.#landing.inList(bill);
    const charges = this.#words ? bill.charges.filter((charge) => speaksOf(charge, this.#words)) : bill.charges;
    return charges.length === 0 && this.#words ? html`<p>${words.foundNone()}</p>` : this.#renderList(bill, charges, this.#words !== '');
  }

  #renderList(bill: Bill, charges: readonly Charge[], bare: boolean) {
    const { locale } = this.#host;
    const open = charges.find(({ id }) => id === this.#open);
    return html`
      <fp-charge-list .bill=${bill} .charges=${charges} ?bare=${bare} open=${this.#open} locale=${locale} @charge-chosen=${this.#onChosen}>
        ${open ? this.#renderDetail(bill, open) : nothing}
      </fp-charge-list>
    `;
  }

  #renderLong(bill: Bill) {
    this.#windows.show(bill);
    this.#landing.inPool(this.#pool.state.step === 'ready');
    if (this.#words) return this.#renderFound(bill);
    return html`
      ${this.#host.renderReading(this.#pool, { loading: () => html`<fp-skeleton rows lines="8"></fp-skeleton>`, ready: () => this.#renderPool(bill) })}
      ${this.#renderList(bill, [], false)}
    `;
  }

  #renderPool(bill: Bill) {
    const { count } = this.#windows;
    const open = this.#openLine();
    return html`
      ${this.#windows.failed ? html`<fp-status-message part="problem" tone="critical" heading=${words.linesMissing()}><button slot="actions" @click=${() => this.#windows.retry()}>${words.again()}</button></fp-status-message>` : nothing}
      <fp-charge-pool
        .count=${count}
        .line=${(index: number) => this.#windows.at(index)}
        open=${this.#open}
        locale=${this.#host.locale}
        @charge-chosen=${this.#onChosen}
        @lines-wanted=${({ from, to }: LinesWantedEvent) => this.#windows.want(from, to)}
      >
        ${open ? this.#renderDetail(bill, open) : nothing}
      </fp-charge-pool>
    `;
  }

  /** A line of a window may be let go while it is open: it is kept as it was when it was opened. */
  #openLine(): Charge | undefined {
    if (!this.#open) return undefined;
    const here = this.#windows.find(this.#open);
    if (here) this.#lastOpened = here;
    return this.#lastOpened?.id === this.#open ? this.#lastOpened : undefined;
  }

  #renderFound(bill: Bill) {
    if (bill.lines === undefined) return this.#renderShort(bill);
    return this.#host.renderReading(this.#found, {
      loading: () => html`<fp-skeleton rows lines="4"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<p>${words.foundNone()}</p>`,
      ready: ({ items }) => this.#renderList(bill, items.slice(0, LONG), true),
    });
  }

  #renderDetail(bill: Bill, charge: Charge) {
    const { locale, services } = this.#host;
    return html`
      <div slot="detail" class="stack">
        ${detailView(charge, { locale, billId: bill.id, go: (path) => services.navigate(path) })}
        ${charge.hasEvents ? this.#renderUses(bill, charge) : nothing}
        ${grossOf(charge).amount > 0 || charge.dispute ? this.#host.renderReading(this.#dispute, { loading: () => nothing, ready: (part) => part.render(bill, charge) }) : nothing}
      </div>
    `;
  }

  #renderUses({ id, number }: Bill, charge: Charge) {
    const { locale, renderReading, services } = this.#host;
    if (!this.#showUses) return html`<div><button @click=${this.#onUses}>${words.uses()}</button></div>`;
    const path = `/bills/${encodeURIComponent(id)}/charges/${encodeURIComponent(charge.id)}/events/export.csv` as const;
    const said = { idle: '', fetching: words.saving(), saved: words.saved(), failed: words.saveFailed() }[this.#file.state.step];
    return renderReading(this.#uses, {
      loading: () => html`<fp-skeleton rows lines="4"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<p>${words.noUses()}</p>`,
      ready: ({ items }) => html`
        <fp-usage-events .events=${items} locale=${locale}></fp-usage-events>
        <div><button @click=${() => this.#file.save(charge.id, `${number}-${charge.name}.csv`, (options) => services.client.bills.file(path, options))}>${downloadIcon()}<span>${words.usesCsv()}</span></button></div>
        <p role="status" class="small">${said}</p>
      `,
    });
  }

  readonly #onChosen = ({ chargeId }: ChargeChosenEvent) => {
    this.#open = chargeId;
    this.#showUses = false;
    this.#file.reset();
    this.#host.requestUpdate();
  };

  readonly #onUses = () => {
    this.#showUses = true;
    this.#host.requestUpdate();
  };

  readonly #onWords = ({ type, target }: Event) => {
    // Each letter would be a question to the gateway where the bill is not here as a whole.
    if (type === 'input' && this.#bill?.lines !== undefined) return;
    this.#words = (target as HTMLInputElement).value.trim();
    this.#host.requestUpdate();
  };
}
