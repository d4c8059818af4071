import '@faceplate/client/nouns/bills.js';
import { ApiProblem } from '@faceplate/client';
import type { Bill, BillChange } from '@faceplate/contracts';
import { formatDate, formatMoney, formatMonth, formatPeriod, isolated } from '@faceplate/localize';
import { heading, latePart, Reading } from '@faceplate/portlet-kit';
import { expandIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { ChargesPart } from '../charges/charges.ts';
import { statusOf, words as shared } from '../messages.ts';
import { payable } from '../owed.ts';
import { BillPapers } from '../papers/bill-papers.ts';
import type { PartHost } from '../part.ts';
import { words } from './messages.ts';
import { groupsOf, mainCause, settledOf } from './summary.ts';

/** One bill: what to pay, by when and what for, why it changed, the papers, and its lines. */
export class OneBillPart {
  readonly #host: PartHost;
  readonly #papers: BillPapers;
  readonly #charges: ChargesPart;
  readonly #change;
  readonly #picture;
  /** The bill whose change is unfolded. */
  #why = '';
  #shown = '';
  #isLong = false;

  constructor(host: PartHost) {
    this.#host = host;
    this.#papers = new BillPapers(host);
    this.#charges = new ChargesPart(host);
    this.#change = new Reading(host, {
      args: () => (this.#isCompared() ? ([host.billId] as const) : undefined),
      load: ([billId], options) => host.services.client.bills.change(billId, options).then(asCompared, asFirst),
      changes: ['bills'],
    });
    this.#picture = latePart(
      host,
      () => this.#why === host.billId && this.#why !== '',
      async () => new (await import('../change/change.ts')).ChangePart(host),
    );
  }

  render(bill: Bill): unknown {
    if (this.#shown !== bill.id) this.#papers.reset();
    this.#shown = bill.id;
    this.#isLong = bill.lines !== undefined;
    const { locale, headingLevel } = this.#host;
    return html`
      <div class="stack tight">
        ${heading(headingLevel, words.heading(bill.number))}
        <p class="quiet">${formatPeriod(bill.period, locale)} · <bdi>${bill.account.name}</bdi> · ${shared.from(bill.origin)}</p>
        ${this.#renderOthers(bill)}
      </div>
      <div class="position">
        <div class="stack">${this.#renderOwed(bill)} ${this.#papers.render(bill)}</div>
        ${this.#renderGroups(bill)}
      </div>
      ${this.#renderChange()} ${this.#charges.render(bill)}
    `;
  }

  /** One bill for several accounts says for which. */
  #renderOthers({ charges }: Bill) {
    const names = [...new Map(charges.flatMap(({ account }) => (account ? [[account.id, isolated(account.name)] as const] : []))).values()];
    return names.length > 0 ? html`<p part="accounts">${words.alsoFor(new Intl.ListFormat(this.#host.locale).format(names))}</p>` : nothing;
  }

  #renderOwed(bill: Bill) {
    const { locale, mode, go } = this.#host;
    const { tone, word } = statusOf(bill.status);
    const due = payable(bill);
    const open = due.amount > 0;
    const pay = () => go(`/payments?bill=${encodeURIComponent(bill.id)}`);
    const tell = () => go(`/payments?booked=${encodeURIComponent(bill.id)}`);
    return html`
      <div class="stack tight">
        <p class="quiet">${open ? words.toPay() : shared.total()}</p>
        <p part="owed" class="figure">${formatMoney(open ? due : bill.total, locale)}</p>
        <p class="row"><fp-tag tone=${tone}>${word}</fp-tag> ${open ? html`<span>${words.until(formatDate(bill.due, locale, 'weekday'))}</span>` : nothing}</p>
        ${this.#renderParts(bill)}
        ${settledOf(bill).payment.amount > 0 ? html`<div><button class="quiet flush" @click=${tell}>${words.booked()}</button></div>` : nothing}
        ${open && mode === 'customer' ? html`<div><button class="primary" @click=${pay}>${shared.pay(formatMoney(due, locale))}</button></div>` : nothing}
      </div>
    `;
  }

  /** Where the figure above is not the whole bill: what became of the rest. */
  #renderParts(bill: Bill) {
    const { locale } = this.#host;
    const { payment, credit } = settledOf(bill);
    const { disputed, total } = bill;
    const parts = [
      ...(payment.amount > 0 ? [words.paid(formatMoney(payment, locale))] : []),
      ...(credit.amount > 0 ? [words.credited(formatMoney(credit, locale))] : []),
      ...(disputed && disputed.amount > 0 ? [words.heldBack(formatMoney(disputed, locale))] : []),
    ];
    if (parts.length === 0 || payment.amount === total.amount) return nothing;
    return html`<p part="parts">${words.ofTotal(formatMoney(total, locale))} ${parts.join(' · ')}</p>`;
  }

  #renderGroups(bill: Bill) {
    const groups = groupsOf(bill);
    if (!groups) return nothing;
    const { locale } = this.#host;
    const { shown, more, taxed } = groups;
    return html`
      <div class="stack tight" part="groups">
        <p class="quiet">${taxed ? words.whatFor() : words.whatForNet()}</p>
        <dl class="groups">
          ${shown.map(({ name, amount }) => html`<div><dt><bdi>${name || words.wholeAccount()}</bdi></dt><dd class="number">${formatMoney(amount, locale)}</dd></div>`)}
          ${more ? html`<div class="quiet"><dt>${words.moreGroups(more.count, locale)}</dt><dd class="number">${formatMoney(more.amount, locale)}</dd></div>` : nothing}
        </dl>
      </div>
    `;
  }

  /** A bill of thousands of lines is compared with another one when somebody asks: that takes both as a whole. */
  #isCompared(): boolean {
    const { billId } = this.#host;
    return billId !== '' && this.#shown === billId && (!this.#isLong || this.#why === billId);
  }

  #renderChange() {
    if (!this.#isCompared()) return html`<div><button @click=${this.#onWhy}>${expandIcon()}<span>${words.why()}</span></button></div>`;
    const { state } = this.#change;
    if (state.step === 'loading') return html`<fp-skeleton lines="1"></fp-skeleton>`;
    if (state.step === 'failed') return this.#renderNoChange();
    const { change } = state.value;
    if (!change) return html`<p part="difference">${words.first()}</p>`;
    const answer = this.#answerOf(change);
    const isOpen = this.#why === this.#host.billId;
    return html`
      <div class="stack tight">
        <p class="row">
          <span part="difference" class="lead">${answer}</span>
          ${change.causes.length > 0
            ? html`<button aria-expanded=${isOpen} class=${isOpen ? 'quiet' : nothing} @click=${this.#onWhy}>${expandIcon()}<span>${words.why()}</span></button>`
            : nothing}
        </p>
        ${isOpen ? this.#renderPicture(change) : nothing}
      </div>
    `;
  }

  #renderNoChange() {
    return html`<p class="row">
      <span class="quiet">${words.noChange()}</span> <button class="quiet" @click=${() => this.#change.retry()}>${shared.again()}</button>
    </p>`;
  }

  /** The reading is drawn once more around the picture, for what it says about gaps. */
  #renderPicture(change: BillChange) {
    return this.#host.renderReading(this.#picture, {
      loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`,
      ready: (part) => this.#host.renderReading({ state: { step: 'ready', value: change, refreshing: false }, retry: () => this.#change.retry() }, { ready: () => part.render(change) }),
    });
  }

  /** One plain sentence: how much, against which month, and mostly why. */
  #answerOf(change: BillChange): string {
    const { difference, against } = change;
    const { locale } = this.#host;
    const month = formatMonth(against.period.from.slice(0, 7), locale, 'long');
    if (difference.amount === 0) return words.same(month);
    const amount = formatMoney({ ...difference, amount: Math.abs(difference.amount) }, locale);
    const cause = mainCause(change);
    const name = cause ? isolated(cause.name) : '';
    if (difference.amount > 0) return name ? words.moreMostly(amount, month, name) : words.more(amount, month);
    return name ? words.lessMostly(amount, month, name) : words.less(amount, month);
  }

  readonly #onWhy = () => {
    this.#why = this.#why === this.#host.billId ? '' : this.#host.billId;
    this.#host.requestUpdate();
  };
}

interface Compared {
  /** Nothing where there is no bill to compare it with. */
  readonly change?: BillChange;
}

const asCompared = (change: BillChange): Compared => ({ change });

/** That a bill is the first one is an answer, and no failure. */
function asFirst(cause: unknown): Compared {
  if (cause instanceof ApiProblem && cause.problem.code === 'bill-first') return {};
  throw cause;
}
