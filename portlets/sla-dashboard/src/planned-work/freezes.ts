import type { FreezeList, FreezePeriod, FreezeRequest } from '@faceplate/contracts';
import { formatDate } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { ActingController } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { saidOf } from '../said.ts';
import { words } from './messages.ts';
import type { Begun, Typed } from './typed.ts';

const NAME = 'freeze';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** When my organisations want no work: stated here, taken back here. */
export class Freezes {
  readonly #host: PartHost;
  readonly #begun: Begun;
  readonly #list: Reading<readonly [], FreezeList>;
  readonly #acting: ActingController;
  #problem = '';

  constructor(host: PartHost, begun: Begun) {
    this.#host = host;
    this.#begun = begun;
    this.#list = new Reading(host, { args: () => (host.page === 'planned-work' ? ([] as const) : undefined), load: (_, options) => host.services.client.plannedWork.freezes(options), changes: ['service-levels'] });
    this.#acting = new ActingController(host);
  }

  /** Nothing for whom no organisation is: a household has no such wish. */
  render(): unknown {
    const list = this.#list.value;
    if (list && list.items.length === 0 && list.for.length === 0 && list.gaps.length === 0) return nothing;
    return html`<section class="stack tight" part="freezes">
      ${heading(this.#host.headingLevel, words.freezes(), 1)}
      <p class="quiet">${words.freezeHelp()}</p>
      ${this.#host.renderReading(this.#list, { loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`, ready: (found) => html`${this.#renderItems(found)} ${found.for.length > 0 ? this.#renderForm(found) : html`<p class="quiet">${words.notYours()}</p>`}` })}
      ${saidOf(this.#acting.state, { what: NAME, done: words.kept(), again: () => this.#send(), refused: { 'freezes-full': words.full } })}
    </section>`;
  }

  #renderItems({ items }: FreezeList) {
    if (items.length === 0) return html`<p>${words.noFreezes()}</p>`;
    return html`<ul class="plain stack tight">${items.map((freeze) => html`<li data-freeze=${freeze.id}>
      <strong class="number">${this.#span(freeze)}</strong> <bdi>${freeze.organization.name}</bdi>${freeze.reason === undefined ? nothing : html` <bdi class="quiet">${freeze.reason}</bdi>`}
      ${freeze.mine ? html`<button class="quiet" aria-disabled=${this.#acting.busy} @click=${() => this.#remove(freeze)}>${words.remove(this.#span(freeze))}</button>` : nothing}
      ${saidOf(this.#acting.state, { what: freeze.id, done: '', again: () => this.#remove(freeze) })}
    </li>`)}</ul>`;
  }

  #span({ from, to }: Pick<FreezePeriod, 'from' | 'to'>): string {
    const day = (date: string) => formatDate(date, this.#host.locale);
    return from === to ? day(from) : words.days(day(from), day(to));
  }

  #renderForm({ for: choices }: FreezeList) {
    const typed = this.#begun.typed(NAME);
    const said = this.#problem === '' ? nothing : 'freeze-problem';
    const field = (name: keyof Typed) => ({ target }: Event) => this.#type({ [name]: (target as HTMLInputElement).value });
    return html`<form class="stack tight" novalidate data-freeze-form @submit=${this.#onSubmit}>
      <div class="row">
        <div class="field"><label for="freeze-from">${words.from()}</label><input id="freeze-from" type="date" aria-invalid=${this.#problem !== ''} aria-describedby=${said} .value=${typed.from ?? ''} @input=${field('from')} /></div>
        <div class="field"><label for="freeze-to">${words.to()}</label><input id="freeze-to" type="date" aria-invalid=${this.#problem !== ''} aria-describedby=${said} .value=${typed.to ?? ''} @input=${field('to')} /></div>
      </div>
      ${this.#problem === '' ? nothing : html`<p class="problem" role="alert" id="freeze-problem">${this.#problem}</p>`}
      <div class="field"><label for="freeze-reason">${words.reason()}</label><input id="freeze-reason" maxlength="200" .value=${typed.reason ?? ''} @input=${field('reason')} /></div>
      ${choices.length > 1
        ? html`<div class="field"><label for="freeze-of">${words.organization()}</label>
            <select id="freeze-of" @change=${field('organizationId')}>${choices.map(({ id, name }) => html`<option value=${id} ?selected=${id === typed.organizationId}>${name}</option>`)}</select></div>`
        : nothing}
      <div><button aria-disabled=${this.#acting.busy}>${words.state()}</button></div>
    </form>`;
  }

  #type(changes: Typed): void {
    this.#begun.type(NAME, changes);
    this.#problem = '';
    this.#host.requestUpdate();
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { from = '', to = '' } = this.#begun.typed(NAME);
    this.#problem = !DAY.test(from) || !DAY.test(to) ? words.bothDays() : to < from ? words.turned() : '';
    this.#host.requestUpdate();
    if (this.#problem !== '') (event.target as HTMLFormElement).querySelector<HTMLElement>(DAY.test(from) ? '#freeze-to' : '#freeze-from')?.focus();
    else this.#send();
  };

  #send(): void {
    const { from = '', to = '', reason, organizationId } = this.#begun.typed(NAME);
    const request: FreezeRequest = { from, to, ...(reason?.trim() && { reason: reason.trim() }), ...(organizationId && { organizationId }) };
    void this.#host.run(async () => {
      const done = await this.#acting.act(NAME, JSON.stringify(request), (options) => this.#host.services.client.plannedWork.freeze(request, options));
      if (done) this.#begun.clear(NAME);
    });
  }

  #remove({ id }: FreezePeriod): void {
    void this.#host.run(() => this.#acting.act(id, id, (options) => this.#host.services.client.plannedWork.unfreeze(id, options)));
  }
}
