import '@faceplate/client/nouns/places.js';
import type { SiteCheck, SiteCheckList } from '@faceplate/contracts';
import { formatDate, formatNumber } from '@faceplate/localize';
import { heading, offerFile, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { Kept } from '../choosing/kept.ts';
import { words } from '../choosing/messages.ts';
import type { ShopHost } from '../part.ts';

const MOST = 200;

/** One address a line, with a name of its own before a semicolon or a tab, as a table has it. */
export function sitesIn(text: string): { ref: string; place: string }[] {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  return lines.map((line, at) => {
    const [, ref = '', place = ''] = /^([^;\t]*)[;\t](.*)$/.exec(line) ?? [undefined, '', line];
    return { ref: (ref.trim() || String(at + 1)).slice(0, 100), place: place.trim().slice(0, 200) };
  }).filter(({ place }) => place !== '');
}

/** Which of many sites can be had, by when, and why not. */
export class SitesPart {
  readonly #host: ShopHost;
  readonly #kept: Kept;
  readonly #checked: Reading<readonly [string, string], SiteCheckList>;
  /** What is asked for: typing alone asks nothing. */
  #asked = '';
  #download = '';

  constructor(host: ShopHost, kept: Kept) {
    this.#host = host;
    this.#kept = kept;
    this.#checked = new Reading(host, {
      args: () => (host.show === 'sites' && this.#asked ? ([this.#asked, this.#download] as const) : undefined),
      load: ([asked, download], options) => host.services.client.places.check({ sites: sitesIn(asked).slice(0, MOST), ...(download && { download: Number(download) }) }, options),
      changes: [],
    });
  }

  render(): unknown {
    const { headingLevel, locale, renderReading } = this.#host;
    const typed = this.#kept.get('sites');
    const count = sitesIn(typed).length;
    return html`
      ${heading(headingLevel, words.manySites())}
      <form class="stack" novalidate @submit=${this.#onSubmit}>
        <div class="field">
          <label for="sites">${words.sites()}</label>
          <textarea id="sites" rows="6" aria-describedby="sites-help" .value=${typed} @input=${(event: Event) => this.#kept.set({ sites: (event.target as HTMLTextAreaElement).value })}></textarea>
          <p id="sites-help" class="hint">${words.sitesHelp()} ${words.sitesCount(count, locale)}</p>
          ${count > MOST ? html`<p class="problem" role="alert">${words.sitesMost()}</p>` : nothing}
        </div>
        <div class="field">
          <label for="need">${words.need()}</label>
          <input id="need" type="number" min="1" max="100000" .value=${this.#kept.get('need')} @input=${(event: Event) => this.#kept.set({ need: (event.target as HTMLInputElement).value })} />
        </div>
        <div><button class="primary">${words.check()}</button></div>
      </form>
      ${this.#asked ? renderReading(this.#checked, { loading: () => html`<fp-skeleton rows lines="8"></fp-skeleton>`, ready: (list) => this.#renderList(list) }) : nothing}
    `;
  }

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    const asked = this.#kept.get('sites').trim();
    if (asked === this.#asked) this.#checked.retry();
    this.#asked = asked;
    this.#download = /^[1-9]\d{0,4}$/.test(this.#kept.get('need')) ? this.#kept.get('need') : '';
    if (!this.#asked) this.#host.renderRoot.querySelector<HTMLElement>('#sites')?.focus();
    this.#host.requestUpdate();
  };

  #renderList({ items, served }: SiteCheckList) {
    const { locale } = this.#host;
    return html`
      <p role="status"><strong>${words.served(formatNumber(served, locale), formatNumber(items.length, locale))}</strong></p>
      <div><button class="quiet flush" @click=${() => this.#save(items)}>${words.save()}</button></div>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.manySites()}>
        <table>
          <thead><tr><th scope="col">${words.site()}</th><th scope="col">${words.result()}</th><th scope="col">${words.from()}</th></tr></thead>
          <tbody>${items.map((site) => this.#renderSite(site))}</tbody>
        </table>
      </div>
    `;
  }

  #renderSite({ ref, asked, place, line, obstacles }: SiteCheck) {
    const { locale, go } = this.#host;
    const look = () => {
      this.#kept.set({ 'place-words': place?.text ?? asked, place: place?.id ?? '', 'place-text': place?.text ?? '', house: '' });
      go('address');
    };
    return html`
      <tr>
        <th scope="row"><bdi>${ref}</bdi><div class="quiet small"><bdi>${place?.text ?? asked}</bdi></div></th>
        <td>
          ${line ? html`<bdi>${line.technology}</bdi>, ${words.really(formatNumber(line.download.really, locale))}` : nothing}
          ${obstacles.map(({ reason, remedy }) => html`<p><bdi>${reason}</bdi> ${remedy ? html`<bdi>${remedy}</bdi>` : nothing}</p>`)}
          ${obstacles.length > 0 ? html`<button class="quiet flush" data-way @click=${look}>${words.lookInto()}</button>` : nothing}
        </td>
        <td>${line ? formatDate(line.from, locale) : '–'}</td>
      </tr>
    `;
  }

  #save(items: readonly SiteCheck[]): void {
    const cell = (value: string | number = '') => `"${String(value).replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`;
    const head = [words.site(), words.where(), words.technology(), words.speed(), words.from(), words.reason()];
    const rows = items.map(({ ref, asked, place, line, obstacles }) => [ref, place?.text ?? asked, line?.technology, line?.download.really, line?.from, obstacles.map(({ reason }) => reason).join(' ')]);
    const text = [head, ...rows].map((row) => row.map((value) => cell(value)).join(',')).join('\r\n');
    offerFile(new Blob([`\uFEFF${text}`], { type: 'text/csv' }), 'sites.csv');
  }
}
