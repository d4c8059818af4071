import '@faceplate/client/nouns/incidents.js';
import type { Incident, IncidentDetail, IncidentList } from '@faceplate/contracts';
import { heading, Reading } from '@faceplate/portlet-kit';
import { backIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { impactOf, stateOf, words } from './messages.ts';
import { moment, OneIncident } from './one.ts';

/** What a ticket says of an incident changes with tickets, too. */
const CHANGES = ['service-levels', 'tickets'] as const;

const goesOn = ({ endedAt }: Incident): boolean => endedAt === undefined;

/** Incidents that hit services of mine: below the grid those of now, on their own page all, and each by itself. */
export class IncidentsPart {
  readonly #host: PartHost;
  readonly #list: Reading<readonly [], IncidentList>;
  readonly #one: Reading<readonly [string], IncidentDetail>;
  readonly #shown: OneIncident;

  constructor(host: PartHost) {
    this.#host = host;
    this.#shown = new OneIncident(host);
    this.#list = new Reading(host, { args: () => (host.page === 'grid' || this.#lists ? ([] as const) : undefined), load: (_, options) => host.services.client.incidents.list(options), changes: CHANGES });
    this.#one = new Reading(host, { args: () => (host.page === 'incidents' && host.incidentId ? ([host.incidentId] as const) : undefined), load: ([id], options) => host.services.client.incidents.get(id, options), changes: CHANGES });
  }

  get #lists() {
    return this.#host.page === 'incidents' && !this.#host.incidentId;
  }

  /** Below the grid: what hits services now, and the way to the rest. */
  renderNow(): unknown {
    return html`
      <section class="stack tight" part="incidents">
        ${heading(this.#host.headingLevel, words.heading(), 1)}
        ${this.#host.renderReading(this.#list, {
          loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`,
          ready: (list) => html`${this.#renderAnswer(list)} ${this.#renderList(list.items.filter(goesOn))}`,
        })}
        <div><button data-opens="incidents/" @click=${() => this.#host.open('incidents')}>${words.all()}</button></div>
      </section>
    `;
  }

  renderPage(): unknown {
    return this.#lists ? this.#renderAll() : this.#renderOne();
  }

  #renderAll() {
    const { headingLevel } = this.#host;
    return html`
      ${heading(headingLevel, words.heading())}
      ${this.#host.renderReading(this.#list, {
        loading: () => html`<fp-skeleton rows lines="4"></fp-skeleton>`,
        ready: (list) => {
          const over = list.items.filter((one) => !goesOn(one));
          return html`
            <div class="stack" part="incidents">${this.#renderAnswer(list)} ${this.#renderList(list.items.filter(goesOn))}</div>
            <section class="stack tight" part="history">${heading(headingLevel, words.history(), 1)} ${over.length === 0 ? html`<p class="quiet">${words.noHistory()}</p>` : this.#renderList(over)}</section>
          `;
        },
      })}
    `;
  }

  /** Only who has heard everybody can say that nothing is wrong. */
  #renderAnswer({ items, gaps }: IncidentList) {
    const count = items.filter(goesOn).length;
    if (count > 0) return html`<p class="lead">${words.now(count, this.#host.locale)}</p>`;
    return html`<p>${gaps.some(({ asOf }) => asOf === undefined) ? words.cannot() : words.calm()}</p>`;
  }

  #renderList(incidents: readonly Incident[]) {
    const { locale } = this.#host;
    if (incidents.length === 0) return nothing;
    return html`<ul class="plain stack">${incidents.map((incident) => {
      const { id, title, state, from, endedAt } = incident;
      const { tone, word } = stateOf(state);
      const at = (instant: string) => moment(instant, locale);
      const when = from === undefined ? '' : endedAt === undefined ? words.since(at(from)) : words.span(at(from), at(endedAt));
      return html`<li data-incident=${id}>
        <fp-tag tone=${tone}>${word}</fp-tag> <button class="quiet flush" data-opens="incidents/${id}" @click=${() => this.#host.open(`incidents/${encodeURIComponent(id)}`)}><bdi>${title}</bdi></button>
        <div class="small quiet">${when}</div>
        ${goesOn(incident) ? html`<div>${impactOf(incident, locale)}</div>` : nothing}
      </li>`;
    })}</ul>`;
  }

  #renderOne() {
    return html`
      <div><button class="quiet flush" @click=${() => this.#host.open('incidents')}>${backIcon()}<span>${words.all()}</span></button></div>
      ${this.#host.renderReading(this.#one, {
        loading: () => html`${heading(this.#host.headingLevel, words.heading())}<fp-skeleton figure rows lines="5"></fp-skeleton>`,
        failed: () => heading(this.#host.headingLevel, words.heading()),
        notFound: () => html`<fp-status-message part="problem" tone="info" heading=${words.missing()}></fp-status-message>`,
        ready: (incident) => this.#shown.render(incident),
      })}
    `;
  }
}
