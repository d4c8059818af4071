import '@faceplate/client/nouns/planned-work.js';
import type { PlannedWork, PlannedWorkList } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { PackButton } from '../pack-button.ts';
import type { Page, PartHost } from '../part.ts';
import { words } from './messages.ts';

/** Work that is announced for services of mine, with what stands below each: below the grid nothing, on its own page more. */
export class WorkPart {
  readonly #host: PartHost;
  readonly #work: Reading<readonly [], PlannedWorkList>;
  readonly #calendar: PackButton;
  readonly #csv: PackButton;

  /** `page`: where it stands; elsewhere nothing is read. */
  constructor(host: PartHost, page: Page) {
    this.#host = host;
    this.#work = new Reading(host, { args: () => (host.page === page ? ([] as const) : undefined), load: (_, options) => host.services.client.plannedWork.list(options), changes: ['service-levels', 'tickets'] });
    this.#calendar = new PackButton(host, words.failed);
    this.#csv = new PackButton(host, words.failed);
  }

  /** Below the grid, with all figures to take along. */
  render(): unknown {
    return html`
      <section class="stack tight" part="work">
        ${heading(this.#host.headingLevel, words.heading(), 1)} ${this.renderWork()}
        <div><button data-opens="planned-work/" @click=${() => this.#host.open('planned-work')}>${words.more()}</button></div>
      </section>
      ${this.#csv.render(words.csv(), '/service-levels/export.csv', 'service-levels.csv')}
    `;
  }

  renderWork(below: (work: PlannedWork) => unknown = () => nothing): unknown {
    return this.#host.renderReading(this.#work, {
      loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<p class="quiet">${this.#isWhole ? words.none() : words.cannot()}</p>`,
      ready: ({ items, zone }) => html`
        <ul class="plain stack">${items.map((work) => html`<li data-work=${work.id}>${this.#renderOne(work, zone)} ${below(work)}</li>`)}</ul>
        ${this.#calendar.render(words.calendar(), '/service-levels/planned-work/calendar.ics', 'planned-work.ics')}
      `,
    });
  }

  /** Everybody who may know of planned work was heard, be it a while ago. */
  get #isWhole(): boolean {
    return this.#work.value?.gaps.every(({ asOf }) => asOf !== undefined) ?? false;
  }

  #renderOne({ from, to, text, title, state, services, conflicts = [] }: PlannedWork, zone: string) {
    const { locale } = this.#host;
    const moment = (instant: string) => formatInstant(instant, locale, zone, 'medium');
    return html`
      <strong><span class="number">${moment(from)} –</span> <span class="number">${moment(to)}</span></strong> ${state === 'running' ? html`<fp-tag tone="info">${words.running()}</fp-tag>` : nothing}
      ${conflicts.length > 0 ? html`<fp-tag tone="notice">${words.conflict()}</fp-tag>` : nothing}
      <div><bdi>${text ?? title}</bdi></div>
      <details><summary>${words.services(services.length, locale)}</summary><ul class="plain small">${services.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}</ul></details>
    `;
  }
}
