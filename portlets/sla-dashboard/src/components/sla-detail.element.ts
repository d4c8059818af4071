import type { ServiceInterval, ServiceLevelCell, ServiceLevelDetail } from '@faceplate/contracts';
import { formatDuration, formatInstant, updateWhenLocaleChanges, usableLocale } from '@faceplate/localize';
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
 * @csspart sum - What all intervals together have down: the month's figure.
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
        <p class="quiet small">${this.detail.hours ? html`${this.#hoursText(this.detail.hours)} ` : nothing}${words.zone(zone)}</p>
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
      ...leftOutOf(cell).map(([name, seconds]): [string, string] => [name, time(seconds)]),
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
        <tfoot>
          <tr>
            <th scope="row">${words.together()}</th>
            <td class="spare"></td>
            <td class="number" part="sum">${formatDuration(intervals.reduce((sum, { downSeconds }) => sum + downSeconds, 0), this.locale)}</td>
          </tr>
        </tfoot>
      </table>
    `;
  }

  /** "Counts Mon, Tue, 08:00–12:00." */
  #hoursText(hours: readonly { days: readonly number[]; from: number; to: number }[]) {
    const locale = usableLocale(this.locale);
    const day = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
    const list = new Intl.ListFormat(locale, { type: 'unit' });
    // 5 January 1970 was a Monday; 24:00 is midnight.
    const text = ({ days, from, to }: (typeof hours)[number]) => `${list.format(days.map((one) => day.format((3 + one) * 86_400_000)))}, ${clock.format(from * 60_000)}–${clock.format(to * 60_000)}`;
    return words.hours(hours.map(text).join('; '));
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

/** What left out is made of, and what never counted: each only where there is some. */
function leftOutOf({ maintenanceSeconds = 0, waitingSeconds = 0, outsideSeconds = 0 }: ServiceLevelCell): [name: string, seconds: number][] {
  const all: [string, number][] = [
    [kindOf('maintenance').word, maintenanceSeconds],
    [kindOf('waiting-for-you').word, waitingSeconds],
    [words.outside(), outsideSeconds],
  ];
  return all.filter(([, seconds]) => seconds > 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-sla-detail': SlaDetailElement;
  }
}
