import '@faceplate/client/nouns/incidents.js';
import type { Incident, IncidentDetail } from '@faceplate/contracts';
import { formatDuration, formatInstant } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { ActingController, FollowController } from '@faceplate/portlet-kit/acting.js';
import { define } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { saidOf } from '../said.ts';
import { impactOf, stateOf, words } from './messages.ts';
import { IncidentPlacesElement } from './places.element.ts';

define('fp-incident-places', IncidentPlacesElement);

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A moment where the reader is. */
export const moment = (instant: string, locale: string): string => formatInstant(instant, locale, zone(), 'medium');

/** One incident: what it means, until when, what was said, what of mine it hits, and being told of its end. */
export class OneIncident {
  readonly #host: PartHost;
  readonly #acting: ActingController;

  constructor(host: PartHost) {
    this.#host = host;
    this.#acting = new ActingController(host);
    // Over while somebody stands on the button: it goes.
    new FollowController(host);
  }

  render(incident: IncidentDetail): unknown {
    const { headingLevel, locale } = this.#host;
    const { state, title, text } = incident;
    const { tone, word } = stateOf(state);
    const impact = impactOf(incident, locale);
    return html`
      ${heading(headingLevel, title)}
      <div><fp-tag tone=${tone}>${word}</fp-tag></div>
      ${impact ? html`<p class="lead" part="impact">${impact}</p>` : nothing} ${text === undefined ? nothing : html`<p><bdi>${text}</bdi></p>`}
      ${this.#renderFacts(incident)} ${this.#renderFollow(incident)} ${this.#renderUpdates(incident)} ${this.#renderServices(incident)}
    `;
  }

  #renderFacts({ area, from, to, nextUpdate, endedAt }: Incident) {
    const at = (instant: string) => moment(instant, this.#host.locale);
    const facts = [
      ...(area === undefined ? [] : [[words.area(), area]]),
      ...(from === undefined ? [] : [[words.began(), at(from)]]),
      ...(endedAt === undefined
        ? [
            [words.expected(), to === undefined ? words.unknown() : at(to)],
            [words.next(), nextUpdate === undefined ? words.soon() : at(nextUpdate)],
          ]
        : [[words.ended(), at(endedAt)]]),
    ];
    return html`
      <dl class="facts" part="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      ${from !== undefined && endedAt !== undefined ? html`<p class="quiet">${words.lasted(formatDuration((Date.parse(endedAt) - Date.parse(from)) / 1000, this.#host.locale))}</p>` : nothing}
    `;
  }

  #renderFollow(incident: IncidentDetail) {
    const { id, mayFollow, ticketId, reports = 0, endedAt, services } = incident;
    const { state, busy } = this.#acting;
    const { navigate } = this.#host.services;
    const follows = ticketId !== undefined;
    const onPress = () => this.#toggle(incident);
    return html`<div class="stack tight" part="follow">
      ${reports > 0 ? html`<p class="quiet" part="reports">${words.reports(reports, this.#host.locale)}</p>` : nothing}
      <div class="row">
        ${mayFollow ? html`<button data-follow aria-disabled=${busy} @click=${onPress}>${follows ? words.unfollow() : words.follow()}</button>` : nothing}
        ${follows ? html`<button class="quiet" @click=${() => navigate(`/support/${encodeURIComponent(ticketId)}`)}>${words.ticket()}</button>` : nothing}
        ${endedAt !== undefined && services[0] ? html`<button class="quiet" @click=${() => navigate(`/support/new?product=${encodeURIComponent(services[0]?.id ?? '')}`)}>${words.still()}</button>` : nothing}
      </div>
      ${saidOf(state, { what: id, done: follows ? words.followed() : words.unfollowed(), again: onPress, refused: { 'incident-over': words.over } })}
    </div>`;
  }

  #toggle({ id, ticketId }: Incident): void {
    const { incidents } = this.#host.services.client;
    const follows = ticketId !== undefined;
    void this.#host.run(() => this.#acting.act(id, `${id} ${follows ? `not ${ticketId}` : 'follow'}`, (options) => (follows ? incidents.unfollow(id, options) : incidents.follow(id, options))));
  }

  #renderUpdates({ updates, endedAt }: Incident) {
    if (updates.length === 0 && endedAt !== undefined) return nothing;
    const { headingLevel, locale } = this.#host;
    return html`<section class="stack tight" part="updates">
      ${heading(headingLevel, words.updates(), 1)}
      ${updates.length === 0 ? html`<p class="quiet">${words.noUpdates()}</p>` : html`<ol class="plain stack tight">${updates.toReversed().map(({ at, text }) => html`<li><span class="small quiet number">${moment(at, locale)}</span><div><bdi>${text}</bdi></div></li>`)}</ol>`}
    </section>`;
  }

  #renderServices({ services, places }: IncidentDetail) {
    const { headingLevel, locale } = this.#host;
    return html`<section class="stack tight" part="services">
      ${heading(headingLevel, words.services(), 1)}
      ${services.length === 0 ? html`<p>${words.noServices()}</p>` : nothing}
      ${places.length > 1 ? html`<fp-incident-places .places=${places} locale=${locale}></fp-incident-places>` : nothing}
      <ul class="plain stack tight">${services.map(({ name, identifier, place }) => html`<li><strong><bdi>${name}</bdi></strong>${identifier === undefined ? nothing : html` <bdi class="quiet">${identifier}</bdi>`}${place === undefined || identifier?.includes(place) ? nothing : html`<div class="small quiet"><bdi>${place}</bdi></div>`}</li>`)}</ul>
    </section>`;
  }
}
