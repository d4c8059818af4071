import '@faceplate/client/nouns/bills.js';
import type { InterimBill, InterimBillList, InterimPreview } from '@faceplate/contracts';
import { formatMoney, formatNumber, formatPeriod } from '@faceplate/localize';
import { Reading } from '@faceplate/portlet-kit';
import { ActingController } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import { kindWord } from '../charges/messages.ts';
import { words as shared } from '../messages.ts';
import type { PartHost } from '../part.ts';
import { LookingAgainController } from './looking-again.controller.ts';
import { words } from './messages.ts';

/** As many of those asked for before as fit beside a form. */
const MOST_EARLIER = 3;

type Payers = readonly { id: string; name: string }[];

/** A bill before its time: what it would hold, asking for it, and how it comes about. */
export class InterimPart {
  readonly #host: PartHost;
  readonly #standing;
  readonly #acting: ActingController;
  readonly #again: LookingAgainController;
  #accountId = '';
  /** What was asked for here. */
  #asked = '';

  constructor(host: PartHost) {
    this.#host = host;
    this.#acting = new ActingController(host);
    this.#standing = new Reading(host, {
      args: () => (this.#accountId ? ([this.#accountId] as const) : undefined),
      // While it waits it looks again: what was true a moment ago is not enough then.
      load: ([accountId], options) => host.services.client.bills.interim(accountId, { ...options, atMost: 500 }),
      changes: ['bills', 'usage'],
    });
    this.#again = new LookingAgainController(
      host,
      () => this.#standing.value?.refused === 'under-way',
      () => this.#standing.retry(),
    );
  }

  render(payers: Payers, preferred: string): unknown {
    if (!payers.some(({ id }) => id === this.#accountId)) this.#choose((payers.find(({ id }) => id === preferred) ?? payers[0])?.id ?? '');
    return html`
      <p class="quiet">${words.help()}</p>
      ${payers.length > 1
        ? html`<div class="row">
            <label for="interim-account">${words.account()}</label>
            <select id="interim-account" @change=${this.#onAccount}>
              ${payers.map(({ id, name }) => html`<option value=${id} .selected=${id === this.#accountId}>${name}</option>`)}
            </select>
          </div>`
        : nothing}
      ${this.#host.renderReading(this.#standing, { loading: () => html`<fp-skeleton rows lines="4"></fp-skeleton>`, ready: (standing) => this.#renderStanding(standing, payers) })}
    `;
  }

  #renderStanding(standing: InterimBillList, payers: Payers) {
    const mine = standing.items.find(({ id }) => id === this.#asked);
    const earlier = standing.items.filter(({ bill, id }) => bill && id !== this.#asked);
    return html`
      <div role="status" class="stack tight">${standing.refused === 'under-way' ? this.#renderMaking() : this.#renderOutcome(mine)}</div>
      ${this.#acting.state.step === 'failed' && standing.refused === undefined
        ? html`<fp-status-message part="problem" tone="critical" heading=${words.lost()}><p>${words.lostHelp()}</p></fp-status-message>`
        : nothing}
      ${standing.refused === 'on-another-bill' ? this.#renderElsewhere(standing.with, payers) : this.#renderWay(standing, mine)} ${this.#renderEarlier(earlier)}
    `;
  }

  #renderMaking() {
    return html`<progress aria-label=${words.making()}></progress><p>${this.#again.isLate ? words.late() : words.making()}</p>`;
  }

  #renderOutcome(mine: InterimBill | undefined) {
    if (mine?.bill) {
      const { bill } = mine;
      return html`<fp-status-message tone="positive" heading=${words.ready(bill.number)}>
        <button slot="actions" class="primary" @click=${() => this.#host.open(bill.id)}>${words.open()}</button>
      </fp-status-message>`;
    }
    if (mine?.status === 'refused' || mine?.status === 'failed') {
      const isRefused = mine.status === 'refused';
      return html`<fp-status-message tone="notice" heading=${isRefused ? words.refused() : words.failed()}>
        ${mine.reason ? html`<p><bdi>${mine.reason}</bdi></p>` : nothing} ${isRefused ? nothing : html`<p>${words.failedHelp()}</p>`}
      </fp-status-message>`;
    }
    return nothing;
  }

  /** What it would hold and the way to it, or why there is none. */
  #renderWay({ refused, preview }: InterimBillList, mine: InterimBill | undefined) {
    if (refused === 'under-way') return nothing;
    if (refused === 'not-known') return html`<p>${words.unknown()}</p>`;
    if (refused === 'not-yours') return html`<p>${words.notYours()}</p>`;
    // Just made: that nothing is left is no news.
    if (refused === 'nothing-unbilled') return mine?.bill ? nothing : html`<fp-status-message tone="info" heading=${words.nothing()}><p>${words.nothingHelp()}</p></fp-status-message>`;
    const { locale } = this.#host;
    const amounts = new Intl.ListFormat(locale).format(preview.map(({ total }) => formatMoney(total, locale)));
    return html`
      ${preview.length > 0 ? html`<div class="sums">${preview.map((one) => this.#renderPreview(one))}</div><p class="quiet small">${words.meanwhile()}</p>` : html`<p class="quiet">${words.unforetold()}</p>`}
      <div>
        <button class="primary" aria-disabled=${this.#acting.state.step === 'sending'} @click=${() => this.#host.run(() => this.#make())}>
          ${preview.length > 0 ? words.make(amounts) : words.makeUnknown()}
        </button>
      </div>
    `;
  }

  /** The bill that there is instead, and the way to it where it is theirs to ask for. */
  #renderElsewhere(holder: InterimBillList['with'], payers: Payers) {
    const isTheirs = holder !== undefined && payers.some(({ id }) => id === holder.id);
    return html`<fp-status-message tone="info" heading=${words.elsewhere()}>
      <p>${isTheirs ? words.elsewhereHelp() : words.elsewhereAsk()}</p>
      ${isTheirs ? html`<button slot="actions" data-account=${holder.id} @click=${this.#onHolder}>${words.choose(holder.name)}</button>` : nothing}
    </fp-status-message>`;
  }

  #renderPreview({ period, parts, taxes, total }: InterimPreview) {
    const { locale } = this.#host;
    const row = (name: unknown, amount: InterimPreview['net']) => html`<div><dt>${name}</dt><dd class="number">${formatMoney(amount, locale)}</dd></div>`;
    return html`
      <div class="stack tight" part="preview">
        <p class="quiet">${words.holds(formatPeriod(period, locale))}</p>
        <dl class="groups">
          ${parts.map(({ kind, lines, net }) => row(words.part(kindWord(kind), formatNumber(lines, locale)), net))}
          ${taxes.map(({ name, rate, amount }) => row(words.tax(name, formatNumber(rate / 100, locale, { style: 'percent', maximumFractionDigits: 2 })), amount))}
          ${row(html`<strong>${words.total()}</strong>`, total)}
        </dl>
      </div>
    `;
  }

  #renderEarlier(earlier: readonly InterimBill[]) {
    if (earlier.length === 0) return nothing;
    return html`
      <div class="stack tight">
        <p class="quiet">${words.earlier(earlier.length, this.#host.locale)}</p>
        <ul class="plain">${earlier.slice(0, MOST_EARLIER).map((one) => html`<li><button class="quiet flush" @click=${() => this.#host.open(one.bill?.id ?? '')}>${shared.open(one.bill?.number ?? '')}</button></li>`)}</ul>
      </div>
    `;
  }

  readonly #onAccount = (event: Event) => {
    this.#choose((event.target as HTMLSelectElement).value);
    this.#host.requestUpdate();
  };

  /** The button goes with what it stands in: the choice that it made has the focus then. */
  readonly #onHolder = (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    button.closest('[part="interim"]')?.querySelector('select')?.focus();
    this.#choose(button.dataset['account'] ?? '');
    this.#host.requestUpdate();
  };

  /** Another account: nothing said about the last one holds for it. */
  #choose(accountId: string) {
    this.#accountId = accountId;
    this.#asked = '';
    this.#acting.reset();
  }

  async #make(): Promise<void> {
    const accountId = this.#accountId;
    const { bills } = this.#host.services.client;
    await this.#acting.act('interim', accountId, async (options) => {
      const { id } = await bills.makeInterim(accountId, options);
      if (this.#accountId === accountId) this.#asked = id;
    });
    // Arrived or not: how it stands now says what there is to do.
    this.#standing.retry();
  }
}
