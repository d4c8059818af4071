import type { BillChange, Cause, Money } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { formatDifference, formatMoney, formatPeriod } from '@faceplate/localize';
import { define } from '@faceplate/portlet-kit';
import { nextIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { FlowChartElement } from '../flow/components/flow-chart.element.ts';
import { chained, type Step } from '../flow/flow.ts';
import type { PartHost } from '../part.ts';
import { figuresOf, sentenceOf } from './cause-words.ts';
import { ChangeTableElement } from './components/change-table.element.ts';
import { folded } from './folded.ts';
import { words } from './messages.ts';
import { wayTo } from './way.ts';

define('fp-change-table', ChangeTableElement);
define('fp-flow-chart', FlowChartElement);

/** From the last bill to this one, cause by cause. */
export class ChangePart {
  readonly #host: PartHost;

  constructor(host: PartHost) {
    this.#host = host;
  }

  render(change: BillChange): unknown {
    const { locale } = this.#host;
    const { number, period, total } = change.against;
    return html`
      <fp-flow-chart part="change" caption=${words.from(number, formatPeriod(period, locale), formatMoney(total, locale))} .steps=${this.#stepsOf(change)}>
        <fp-change-table slot="table" .change=${change} locale=${locale}></fp-change-table>
      </fp-flow-chart>
    `;
  }

  /** The axis is the last bill: what makes this one dearer leads to the right of it, what makes it cheaper to the left. */
  #stepsOf(change: BillChange): Step[] {
    const { shown, small, rest } = folded(change.causes);
    const inSmall = sum(small.map(({ amount }) => amount), change.difference.currency);
    const amounts = [...shown.map(({ amount }) => amount), ...(small.length > 0 ? [inSmall] : []), ...rest.map(({ amount }) => amount)];
    const places = chained(amounts.map(({ amount }) => amount));
    const drawn = [...shown.map((cause) => this.#stepOf(cause, change)), ...(small.length > 0 ? [this.#smallStep(small, inSmall, change)] : []), ...rest.map((cause) => this.#stepOf(cause, change))];
    return [...drawn.map((step, index) => ({ ...step, ...(places[index] ?? NOWHERE) })), this.#sumStep(change)];
  }

  #stepOf(cause: Cause, change: BillChange): Omit<Step, 'from' | 'to'> {
    const { locale } = this.#host;
    const isUnknown = cause.kind === 'unexplained';
    return {
      name: isUnknown ? html`<fp-tag tone="critical">${words.unexplained()}</fp-tag> ${sentenceOf(cause, change, locale)}` : sentenceOf(cause, change, locale),
      more: html`<span>${figuresOf(cause, locale).join(' · ')}</span> ${cause.kind === 'rounding' ? nothing : this.#renderWay(cause, change)}`,
      text: formatDifference(cause.amount, locale),
      ...(isUnknown && { kind: 'unknown' as const }),
    };
  }

  #smallStep(small: readonly Cause[], amount: Money, change: BillChange): Omit<Step, 'from' | 'to'> {
    const { locale } = this.#host;
    return {
      name: words.small(small.length, locale),
      text: formatDifference(amount, locale),
      more: html`<details>
        <summary>${words.which()}</summary>
        <ul class="plain">${small.map((cause) => html`<li>${formatDifference(cause.amount, locale)} ${sentenceOf(cause, change, locale)} ${this.#renderWay(cause, change)}</li>`)}</ul>
      </details>`,
    };
  }

  #sumStep({ difference, bill }: BillChange): Step {
    const { locale } = this.#host;
    return { name: words.to(formatMoney(bill.total, locale)), text: formatDifference(difference, locale), from: 0, to: difference.amount, kind: 'sum' };
  }

  #renderWay(cause: Cause, change: BillChange) {
    const way = wayTo(cause, change);
    return html`<button class="quiet flush" @click=${() => way.take(this.#host)}>${way.name}${nextIcon()}</button>`;
  }
}

const NOWHERE = { from: 0, to: 0 };
