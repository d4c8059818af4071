import type { IncidentPlace } from '@faceplate/contracts';
import { formatNumber } from '@faceplate/localize';
import { baseStyles, rootStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing, svg } from 'lit';
import { property } from 'lit/decorators.js';
import { picture } from './messages.ts';

/** So many signs a place can be overlooked; of more services several share one. */
const MOST_SIGNS = 24;
const IN_A_ROW = 6;
const SIDE = 16;

const styles = css`
  .places {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
    gap: var(--fp-space-2);
  }

  .places li {
    border: 1px solid var(--fp-line);
    border-radius: var(--fp-radius);
    padding: var(--fp-space-2);
    overflow-wrap: anywhere;
  }

  .places li.hit {
    border: 2px solid var(--fp-critical);
  }

  svg {
    display: block;
    max-inline-size: 100%;
  }

  .well {
    fill: none;
    stroke: var(--fp-text-quiet);
  }

  .down {
    fill: var(--fp-critical);
  }

  .cross {
    stroke: var(--fp-surface);
    stroke-width: 1.5;
  }
`;

/**
 * Where my services are, place by place, a sign for each: crossed squares are hit, open rings are well.
 *
 * @summary Places, and what of them an incident hits.
 * @tagname fp-incident-places
 */
export class IncidentPlacesElement extends LitElement {
  static override readonly styles = [rootStyles, baseStyles, tableStyles, styles];

  /** Most hit first. */
  @property({ attribute: false }) places: readonly IncidentPlace[] = [];

  /** BCP 47. */
  @property() locale = 'en';

  override render() {
    const { places } = this;
    const share = Math.max(1, Math.ceil(Math.max(...places.map(({ services }) => services)) / MOST_SIGNS));
    return html`
      <figure class="stack tight">
        <figcaption><strong>${this.#title()}</strong></figcaption>
        <ul class="plain places">${places.map((place) => this.#renderPlace(place, share))}</ul>
        ${share > 1 ? html`<p class="small quiet">${picture.each(this.#number(share))}</p>` : nothing}
        <details>
          <summary>${picture.table()}</summary>
          <table>
            <thead><tr><th scope="col">${picture.where()}</th><th scope="col" class="number">${picture.hit()}</th><th scope="col" class="number">${picture.all()}</th></tr></thead>
            <tbody>${places.map((place) => html`<tr><th scope="row"><bdi>${nameOf(place)}</bdi></th><td class="number">${this.#number(place.hit)}</td><td class="number">${this.#number(place.services)}</td></tr>`)}</tbody>
          </table>
        </details>
      </figure>
    `;
  }

  #number(count: number) {
    return formatNumber(count, this.locale);
  }

  #title() {
    const hit = this.places.filter((place) => place.hit > 0);
    const total = (of: 'hit' | 'services') => this.#number(this.places.reduce((sofar, place) => sofar + place[of], 0));
    const [only] = hit;
    return hit.length === 1 && only ? picture.title(nameOf(only), total('hit'), total('services')) : picture.several(this.#number(hit.length), total('hit'), total('services'));
  }

  #renderPlace(place: IncidentPlace, share: number) {
    const { hit, services } = place;
    const signs = Math.ceil(services / share);
    const crossed = Math.min(signs, Math.ceil(hit / share));
    const [across, down] = [Math.min(signs, IN_A_ROW), Math.ceil(signs / IN_A_ROW)];
    return html`<li class=${hit > 0 ? 'hit' : nothing}>
      <div><bdi>${nameOf(place)}</bdi></div>
      <svg width=${across * SIDE} height=${down * SIDE} viewBox="0 0 ${across * SIDE} ${down * SIDE}" role="img" aria-label=${picture.place(nameOf(place), this.#number(hit), this.#number(services))}>
        ${Array.from({ length: signs }, (_, index) => signAt(index, index < crossed))}
      </svg>
      <div class="small quiet">${hit > 0 ? picture.share(this.#number(hit), this.#number(services)) : picture.well(this.#number(services))}</div>
    </li>`;
  }
}

const nameOf = ({ name }: IncidentPlace): string => name ?? picture.elsewhere();

function signAt(index: number, isHit: boolean) {
  const [x, y] = [(index % IN_A_ROW) * SIDE, Math.floor(index / IN_A_ROW) * SIDE];
  if (!isHit) return svg`<circle class="well" cx=${x + 7} cy=${y + 7} r="4.5" />`;
  return svg`<rect class="down" x=${x + 1} y=${y + 1} width="12" height="12" /><path class="cross" d="M${x + 4} ${y + 4}l6 6m0 -6l-6 6" />`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-incident-places': IncidentPlacesElement;
  }
}
