import type { ErrorBudget, ServiceLevelDetail } from '@faceplate/contracts';
import { formatDuration, formatInstant, formatNumber } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { html, nothing, svg } from 'lit';
import { PackButton } from '../pack-button.ts';
import type { PartHost } from '../part.ts';
import { kindOf } from '../messages.ts';
import { CreditPart } from './credit.ts';
import { renderHelp } from './help.ts';
import { partOf, words } from './messages.ts';

/** What a month's figure leads to: the error budget, where every second went, what is given back, and the paper. */
export class MonthPart {
  readonly #host: PartHost;
  readonly #credit: CreditPart;
  readonly #pack: PackButton;

  constructor(host: PartHost) {
    this.#host = host;
    this.#credit = new CreditPart(host);
    this.#pack = new PackButton(host, () => words.saveFailed());
  }

  render(detail: ServiceLevelDetail): unknown {
    const { month } = detail.cell;
    return html`
      ${this.#credit.render(detail)} ${detail.budget ? this.#renderBudget(detail.budget, detail.zone) : nothing}
      ${detail.help ? renderHelp(this.#host, detail.help, detail.zone) : nothing} ${this.#renderParts(detail)}
      ${this.#pack.render(words.pdf(), `/service-levels/pack.pdf?month=${month}`, `service-levels-${month}.pdf`)}
    `;
  }

  #time(seconds: number): string {
    return formatDuration(Math.abs(seconds), this.#host.locale);
  }

  #renderBudget(budget: ErrorBudget, zone: string) {
    const { locale } = this.#host;
    const { allowedSeconds, usedSeconds, leftSeconds, burnRate, spentAt, spentIfDownAt } = budget;
    const when = (instant: string) => formatInstant(instant, locale, zone, 'medium');
    const facts = [
      [words.allowed(), this.#time(allowedSeconds)],
      [words.used(), this.#time(usedSeconds)],
      [leftSeconds < 0 ? words.over() : words.left(), this.#time(leftSeconds)],
      ...(burnRate === undefined ? [] : [[words.pace(), words.times(formatNumber(burnRate, locale, { maximumFractionDigits: 1 }))]]),
    ];
    return html`
      <section class="stack tight" part="budget">
        ${heading(this.#host.headingLevel, words.budget(), 1)} ${this.#renderBar(budget)}
        <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd class="number">${value}</dd></div>`)}</dl>
        ${spentAt ? html`<p>${words.spentAt(when(spentAt))}</p>` : nothing} ${spentIfDownAt ? html`<p class="quiet">${words.spentIfDown(when(spentIfDownAt))}</p>` : nothing}
      </section>
    `;
  }

  /** Used is hatched, what is too much is filled: told apart without colours. The facts below say the same in figures. */
  #renderBar({ allowedSeconds, usedSeconds }: ErrorBudget) {
    const whole = Math.max(allowedSeconds, usedSeconds, 1);
    const [used, allowed] = [(Math.min(usedSeconds, allowedSeconds) / whole) * 100, (allowedSeconds / whole) * 100];
    return html`<svg class="budget" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label=${words.bar(this.#time(usedSeconds), this.#time(allowedSeconds))}>
      ${svg`<defs><pattern id="used" width="2" height="2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="1" height="2" /></pattern></defs>
      <rect class="frame" width=${allowed} height="6" /><rect class="used" width=${used} height="6" />
      ${usedSeconds > allowedSeconds ? svg`<rect class="over" x=${allowed} width=${100 - allowed} height="6" />` : nothing}`}
    </svg>`;
  }

  #renderParts({ intervals, zone }: ServiceLevelDetail) {
    if (intervals.length === 0) return nothing;
    const { locale } = this.#host;
    return html`
      <details>
        <summary>${words.accounts()}</summary>
        <table part="parts">
          <caption class="visually-hidden">${words.accounts()}</caption>
          <thead><tr><th scope="col">${words.interval()}</th><th scope="col">${words.parts()}</th></tr></thead>
          <tbody>
            ${intervals.map(({ from, kind, parts = [] }) => html`<tr>
              <th scope="row"><span class="number">${formatInstant(from, locale, zone, 'medium')}</span><div class="small quiet">${kindOf(kind).word}</div></th>
              <td>${parts.map((part) => html`<div>${this.#time(part.seconds)}: ${partOf(part.kind)}</div>`)}</td>
            </tr>`)}
          </tbody>
        </table>
      </details>
    `;
  }
}
