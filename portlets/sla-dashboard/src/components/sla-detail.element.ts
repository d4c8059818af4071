import type { ServiceInterval, ServiceLevelDetail } from '@faceplate/contracts';
import { formatDuration, formatInstant, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { allowedSeconds, availabilityText, targetText } from '../availability.ts';
import { kindOf, stateOf, words } from '../messages.ts';

/**
 * One service in one month: the figure, what it is made of, and every interval behind it.
 *
 * @summary Intervals behind one figure.
 * @tagname fp-sla-detail
 *
 * @csspart figure - The availability achieved.
 */
export class SlaDetailElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    tableStyles,
    css`
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--fp-space-3) var(--fp-space-8);
      }

      /* What its own column says where there is room for it. */
      .folded {
        display: none;
      }

      @container portlet (inline-size < 40rem) {
        .spare {
          display: none;
        }

        .folded {
          display: block;
          margin-block-start: var(--fp-space-1);
        }
      }

      dt {
        color: var(--fp-text-quiet);
        font-size: var(--fp-size-quiet);
      }
    `,
  ];

  @property({ attribute: false }) detail: ServiceLevelDetail | undefined;

  @property() locale = 'en';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    if (!this.detail) return nothing;
    const { cell, zone, intervals } = this.detail;
    const { tone, word } = stateOf(cell.state);
    return html`
      <div class="stack">
        <div class="stack tight">
          <p class="quiet">${words.achieved()}</p>
          <p part="figure" class="figure">${availabilityText(cell, this.locale)}</p>
          <p><fp-tag tone=${tone}>${word}</fp-tag></p>
        </div>
        ${this.#renderFacts(this.detail)}
        ${intervals.length > 0 ? this.#renderIntervals(this.detail) : html`<p>${words.nothingHappened()}</p>`}
        <p class="quiet small">${words.zone(zone)}</p>
      </div>
    `;
  }

  #renderFacts({ cell, target }: ServiceLevelDetail) {
    const time = (seconds: number) => formatDuration(seconds, this.locale);
    const facts: [string, string][] = [
      [words.target(), targetText(target, this.locale)],
      [words.down(), time(cell.downSeconds)],
      [words.allowed(), time(allowedSeconds(cell, target))],
      [words.counted(), time(cell.countedSeconds)],
      [words.excluded(), time(cell.excludedSeconds)],
      [words.unknown(), time(cell.unknownSeconds)],
    ];
    return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd class="number">${value}</dd></div>`)}</dl>`;
  }

  #renderIntervals({ intervals, zone }: ServiceLevelDetail) {
    return html`
      <table>
        <caption>${words.intervals()}</caption>
        <thead>
          <tr>
            <th scope="col">${words.when()}</th>
            <th scope="col" class="spare">${words.what()}</th>
            <th scope="col" class="number">${words.counts()}</th>
          </tr>
        </thead>
        <tbody>${intervals.map((interval) => this.#renderInterval(interval, zone))}</tbody>
      </table>
    `;
  }

  #renderInterval({ from, to, kind, reason, downSeconds }: ServiceInterval, zone: string) {
    const { tone, word } = kindOf(kind);
    const what = html`<fp-tag tone=${tone}>${word}</fp-tag>${reason ? html`<div class="small"><bdi>${reason}</bdi></div>` : nothing}`;
    const moment = (instant: string) => formatInstant(instant, this.locale, zone, 'medium');
    return html`
      <tr>
        <td>
          <span class="number">${moment(from)} –</span> <span class="number">${moment(to)}</span>
          <div class="folded">${what}</div>
        </td>
        <td class="spare">${what}</td>
        <td class="number">${downSeconds > 0 ? formatDuration(downSeconds, this.locale) : '–'}</td>
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-sla-detail': SlaDetailElement;
  }
}
