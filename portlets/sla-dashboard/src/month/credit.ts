import { ApiProblem } from '@faceplate/client';
import type { Money, ServiceCredit, ServiceLevelDetail } from '@faceplate/contracts';
import { formatDuration, formatMoney, formatMonth, formatNumber, formatPercent } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { ClaimController } from './claim.controller.ts';
import { words } from './messages.ts';

const isRefused = (cause: unknown): cause is ApiProblem => cause instanceof ApiProblem && cause.definite;

/** What a missed month gives back: how that stands, the one button that asks for it, and the steps that lead there. */
export class CreditPart {
  readonly #host: PartHost;
  readonly #claim: ClaimController;

  constructor(host: PartHost) {
    this.#host = host;
    this.#claim = new ClaimController(host);
  }

  render(detail: ServiceLevelDetail): unknown {
    const { credit } = detail;
    if (credit?.state === 'granted' && credit.granted) return this.#renderGranted(credit.granted, credit);
    const claim = this.#claim.of(detail);
    const failure = claim.step === 'failed' ? claim.cause : undefined;
    // Why it was not given is still said when there is nothing to ask for any more.
    if (!credit && !failure) return nothing;
    return this.#renderSection({
      lead: credit ? this.#renderOpen(detail, credit) : nothing,
      outcome: failure ? this.#failed(failure) : nothing,
      more: html`${isRefused(failure) ? this.#renderAsk(detail) : nothing} ${this.#renderWorking(credit, true)}`,
    });
  }

  /** The line that says what came of it stands before there is anything to say: readers hear only what changes in one. */
  #renderSection({ lead, outcome, more }: Record<'lead' | 'outcome' | 'more', unknown>) {
    return html`
      <section class="stack tight" part="credit">
        ${heading(this.#host.headingLevel, words.credit(), 1)} ${lead}
        <p role="status">${outcome}</p>
        ${more}
      </section>
    `;
  }

  #renderOpen(detail: ServiceLevelDetail, { state, working }: ServiceCredit) {
    if (state !== 'claimable' || !working) return html`<p>${words.expected()}</p>`;
    if (this.#host.mode === 'agent') return html`<p>${words.notForStaff()}</p>`;
    const { step } = this.#claim.of(detail);
    const isOnItsWay = step === 'sending' || step === 'done';
    return html`
      <p>${words.claimable()}</p>
      <div>
        <button class="primary" data-claim aria-disabled=${isOnItsWay} @click=${() => this.#host.run(() => this.#claim.claim(detail))}>
          ${isOnItsWay ? words.claiming() : words.claim(formatMoney(working.amount, this.#host.locale))}
        </button>
      </div>
    `;
  }

  #failed(cause: unknown): string {
    if (!isRefused(cause)) return words.claimFailed();
    return cause.forbidden ? words.claimForbidden() : words.claimRefused();
  }

  #renderAsk({ service, cell }: ServiceLevelDetail) {
    const about = `${words.credit()}: ${service.name}, ${formatMonth(cell.month, this.#host.locale, 'long')}`;
    const path = `/support/new?${new URLSearchParams({ product: service.id, about })}`;
    return html`<div><button @click=${() => this.#host.services.navigate(path)}>${words.ask()}</button></div>`;
  }

  #renderGranted(amount: Money, credit: ServiceCredit) {
    const { locale, services } = this.#host;
    const { working, billId, chargeId } = credit;
    const differs = working && working.amount.amount !== amount.amount;
    return this.#renderSection({
      lead: nothing,
      outcome: html`<strong>${words.granted(formatMoney(amount, locale))}</strong>${billId ? nothing : html` ${words.nextBill()}`}`,
      more: html`
        ${differs ? html`<p class="quiet">${words.differs(formatMoney(working.amount, locale))}</p>` : nothing}
        ${billId ? html`<div><button @click=${() => services.navigate(`/bills/${encodeURIComponent(billId)}/${encodeURIComponent(chargeId ?? '')}`)}>${words.onBill()}</button></div>` : nothing}
        ${this.#renderWorking(credit, false)}
      `,
    });
  }

  #renderWorking(credit: ServiceCredit | undefined, isOpen: boolean) {
    if (!credit?.working) return nothing;
    const { downSeconds, allowedSeconds, step, fee, before, cap, amount } = credit.working;
    const { locale } = this.#host;
    const time = (seconds: number) => formatDuration(seconds, locale);
    const percent = formatPercent(step.percent / 100, locale);
    const reached = step.above === undefined ? words.below(formatPercent(step.below ?? 0, locale, 3), percent) : words.above(formatNumber(step.above, locale), percent);
    const rows = [
      // Rounded down as above it: the last fraction is not given away.
      [words.downTime(), `${time(downSeconds)} / ${time(Math.floor(allowedSeconds + 1e-6))}`],
      [words.step(), reached],
      [words.fee(), formatMoney(fee, locale)],
      [`× ${percent}`, formatMoney(before, locale)],
      ...(cap ? [[words.cap(), formatMoney(cap, locale)]] : []),
      [words.amount(), formatMoney(amount, locale)],
    ];
    return html`<details ?open=${isOpen}>
      <summary>${words.working()}</summary>
      <table part="working">
        <caption class="visually-hidden">${words.working()}</caption>
        <tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td class="number">${value}</td></tr>`)}</tbody>
      </table>
    </details>`;
  }
}
