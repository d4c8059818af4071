import '@faceplate/client/nouns/usage.js';
import type { FaceplateClient } from '@faceplate/client';
import type { UsageEvent, UsageEventList, UsageMeter } from '@faceplate/contracts';
import { formatInstant, formatMoney } from '@faceplate/localize';
import { define, heading, type PartHost, Reading } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { meterView } from '../meter-view.ts';
import { quantityText } from '../quantities.ts';
import { UseDaysElement } from './components/use-days.element.ts';
import { words } from './messages.ts';
import { SavingController } from './saving.controller.ts';

define('fp-use-days', UseDaysElement);

/** What of the client this portlet uses. */
export type MeteringClient = Pick<FaceplateClient, 'usage'>;

/** What this part may use of the root element. */
export interface DaysHost extends PartHost<MeteringClient> {
  /** The service on show; empty when none is. */
  readonly productId: string;
}

/** Shown at first; a month of calls is more than anybody reads at once. */
const FIRST = 30;

/** One service: its meters, its days, its single uses. */
export class DaysPart {
  readonly #host: DaysHost;
  readonly #uses: Reading<readonly [string], UsageEventList>;
  readonly #saving: SavingController;
  /** Of which service how many uses are shown. */
  #shown = { productId: '', most: FIRST };

  constructor(host: DaysHost) {
    this.#host = host;
    this.#saving = new SavingController(host);
    this.#uses = new Reading(host, {
      args: () => (host.productId ? ([host.productId] as const) : undefined),
      load: ([productId], options) => host.services.client.usage.events(productId, options),
      changes: ['usage'],
    });
  }

  render(meters: readonly UsageMeter[]): TemplateResult {
    const locale = this.#host.locale;
    return html`
      <div class="cards">
        ${meters.map((meter) => html`<div class="card">${meterView(meter, locale)}<fp-use-days .meter=${meter} locale=${locale}></fp-use-days></div>`)}
      </div>
      ${heading(this.#host.headingLevel, words.uses(), 1)}
      ${this.#host.renderReading(this.#uses, {
        loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
        notFound: () => html`<fp-status-message tone="info" heading=${words.usesHidden()}><p>${words.usesHiddenHelp()}</p></fp-status-message>`,
        isEmpty: ({ items }) => items.length === 0,
        empty: () => html`<p class="quiet">${words.usesNone()}</p>`,
        ready: ({ items }) => html`${this.#renderSave()} ${this.#renderUses(items)}`,
      })}
    `;
  }

  #renderSave() {
    const { step } = this.#saving;
    return html`
      <div><button aria-disabled=${step === 'saving'} @click=${this.#onSave}>${downloadIcon()}<span>${step === 'saving' ? words.saving() : words.save()}</span></button></div>
      ${step === 'failed' ? html`<p role="alert">${words.saveFailed()}</p>` : nothing}
    `;
  }

  #renderUses(items: readonly UsageEvent[]) {
    const most = this.#shown.productId === this.#host.productId ? this.#shown.most : FIRST;
    const beyond = items.length - most;
    return html`
      <table part="uses">
        <caption class="visually-hidden">${words.uses()}</caption>
        <thead>
          <tr><th scope="col">${words.when()}</th><th scope="col">${words.what()}</th><th scope="col" class="number">${words.price()}</th></tr>
        </thead>
        <tbody>${items.slice(0, most).map((event) => this.#renderUse(event))}</tbody>
      </table>
      ${beyond > 0 ? html`<div><button class="quiet" @click=${() => this.#showMore(most)}>${words.moreUses(beyond, this.#host.locale)}</button></div>` : nothing}
    `;
  }

  #renderUse({ at, name, detail, quantity, included = 0, amount, roaming }: UsageEvent) {
    const locale = this.#host.locale;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`
      <tr>
        <td>${formatInstant(at, locale, zone, 'short')}</td>
        <td>
          <bdi>${detail ? `${name}, ${detail}` : name}</bdi>
          <div class="quiet small">${quantityText(quantity.value, quantity.unit, locale)}${roaming ? html` · ${words.abroad()}` : nothing}</div>
        </td>
        <td class="number">${amount.amount === 0 && included > 0 ? words.included() : formatMoney(amount, locale)}</td>
      </tr>
    `;
  }

  #showMore(most: number) {
    this.#shown = { productId: this.#host.productId, most: most + 10 * FIRST };
    this.#host.requestUpdate();
  }

  readonly #onSave = () => {
    const { productId, services } = this.#host;
    void this.#saving.save('usage.csv', (options) => services.client.usage.export(productId, options));
  };
}
