import '@faceplate/client/nouns/planned-work.js';
import type { PlannedWork, PlannedWorkList } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { PackButton } from '../pack-button.ts';
import type { PartHost } from '../part.ts';
import { words } from './messages.ts';

/** Below the grid: work that is announced for services of mine, and all figures to take along. */
export class WorkPart {
  readonly #host: PartHost;
  readonly #work: Reading<readonly [], PlannedWorkList>;
  readonly #calendar: PackButton;
  readonly #csv: PackButton;

  constructor(host: PartHost) {
    this.#host = host;
    this.#work = new Reading(host, { args: () => [] as const, load: (_, options) => host.services.client.plannedWork.list(options), changes: ['service-levels', 'tickets'] });
    this.#calendar = new PackButton(host, words.failed);
    this.#csv = new PackButton(host, words.failed);
  }

  render({ zone }: { readonly zone: string }): unknown {
    return html`
      <section class="stack tight" part="work">
        ${heading(this.#host.headingLevel, words.heading(), 1)}
        ${this.#host.renderReading(this.#work, {
          loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`,
          isEmpty: ({ items }) => items.length === 0,
          empty: () => html`<p class="quiet">${this.#isWhole ? words.none() : words.cannot()}</p>`,
          ready: (list) => this.#renderWork(list, zone),
        })}
      </section>
      ${this.#csv.render(words.csv(), '/service-levels/export.csv', 'service-levels.csv')}
    `;
  }

  /** Everybody who may know of planned work was heard, be it a while ago. */
  get #isWhole(): boolean {
    return this.#work.value?.gaps.every(({ asOf }) => asOf !== undefined) ?? false;
  }

  #renderWork({ items }: PlannedWorkList, zone: string) {
    return html`
      <ul class="plain stack tight">${items.map((work) => this.#renderOne(work, zone))}</ul>
      ${this.#calendar.render(words.calendar(), '/service-levels/planned-work/calendar.ics', 'planned-work.ics')}
    `;
  }

  #renderOne({ from, to, text, title, state, services }: PlannedWork, zone: string) {
    const moment = (instant: string) => formatInstant(instant, this.#host.locale, zone, 'medium');
    return html`<li>
      <strong><span class="number">${moment(from)} –</span> <span class="number">${moment(to)}</span></strong> ${state === 'running' ? html`<fp-tag tone="info">${words.running()}</fp-tag>` : nothing}
      <div><bdi>${text ?? title}</bdi></div>
      <details><summary>${words.services(services.length, this.#host.locale)}</summary><ul class="plain small">${services.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}</ul></details>
    </li>`;
  }
}
