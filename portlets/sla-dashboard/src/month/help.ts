import type { ServiceClock, ServiceHelp } from '@faceplate/contracts';
import { formatDuration, formatInstant, formatNumber, formatRelative } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { words } from './messages.ts';

/** Below the budget of the running month: what help belongs to the service, how much is left, and which promised times run. */
export function renderHelp(host: PartHost, { respondSeconds, restoreSeconds, visits, clocks }: ServiceHelp, zone: string): unknown {
  const { locale } = host;
  const facts = [
    ...(respondSeconds === undefined ? [] : [[words.respondWithin(), formatDuration(respondSeconds, locale)]]),
    ...(restoreSeconds === undefined ? [] : [[words.restoreWithin(), formatDuration(restoreSeconds, locale)]]),
    ...(visits ? [[words.visits(), words.visitsLeft(formatNumber(Math.max(0, visits.included - visits.used), locale), formatNumber(visits.included, locale))]] : []),
  ];
  return html`
    <section class="stack tight" part="help">
      ${heading(host.headingLevel, words.help(), 1)}
      ${facts.length > 0 ? html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>` : nothing}
      ${clocks.length > 0 ? renderClocks(host, clocks, zone) : nothing}
    </section>
  `;
}

function renderClocks(host: PartHost, clocks: readonly ServiceClock[], zone: string) {
  const until = (moment: string | undefined) =>
    moment === undefined ? words.noMoment() : words.by(formatInstant(moment, host.locale, zone, 'medium'), formatRelative(moment, host.locale));
  const restore = ({ waitsFor, restoreBy }: ServiceClock) => {
    if (waitsFor === 'provider') return until(restoreBy);
    return waitsFor === 'you' || waitsFor === 'your-company' ? words.stands() : words.standsOther();
  };
  return html`
    <table part="clocks">
      <caption>${words.clocks()}</caption>
      <thead><tr><th scope="col">${words.ticket()}</th><th scope="col">${words.begins()}</th><th scope="col">${words.worksAgain()}</th></tr></thead>
      <tbody>
        ${clocks.map((clock) => html`<tr data-ticket=${clock.ticketId}>
          <th scope="row">
            <button class="quiet flush" @click=${() => host.services.navigate(`/support/${encodeURIComponent(clock.ticketId)}`)}><bdi>${clock.title}</bdi></button>
            ${clock.late ? html`<fp-tag tone="critical">${words.late()}</fp-tag>` : nothing}
          </th>
          <td>${clock.respondedAt ? words.begun() : until(clock.respondBy)}</td>
          <td>${restore(clock)}</td>
        </tr>`)}
      </tbody>
    </table>
  `;
}
