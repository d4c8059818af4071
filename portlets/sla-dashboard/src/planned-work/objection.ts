import type { PlannedWork, WorkObjection } from '@faceplate/contracts';
import { formatDate, formatInstant } from '@faceplate/localize';
import { ActingController } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { saidOf } from '../said.ts';
import { answerOf, words } from './messages.ts';
import type { Begun } from './typed.ts';

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** What became of a wish to have work moved, and the form for one. */
export class ObjectionForm {
  readonly #host: PartHost;
  readonly #begun: Begun;
  readonly #acting: ActingController;
  #missing = '';

  constructor(host: PartHost, begun: Begun) {
    this.#host = host;
    this.#begun = begun;
    this.#acting = new ActingController(host);
  }

  render(work: PlannedWork): unknown {
    const { conflicts = [], objection, mayObject = false } = work;
    return html`
      ${conflicts.map(({ from, to, reason, organization }) => html`<div class="small" part="conflict">${words.inFreeze(organization.name, this.#day(from), this.#day(to))}${reason === undefined ? nothing : html` <bdi>${reason}</bdi>`}</div>`)}
      ${objection ? this.#renderObjection(objection) : nothing} ${mayObject ? this.#renderForm(work) : nothing}
      ${saidOf(this.#acting.state, { what: work.id, done: words.asked(), again: () => this.#send(work), refused: { 'work-begun': words.begun, 'work-objected': words.twice } })}
    `;
  }

  #day(day: string) {
    return formatDate(day, this.#host.locale);
  }

  #renderObjection({ state, number, ticketId, words: said, notBefore, answer, answeredAt }: WorkObjection) {
    const { locale, services } = this.#host;
    const { tone, word } = answerOf(state);
    return html`<div class="stack tight" part="objection">
      <div><fp-tag tone=${tone}>${word}</fp-tag> <span class="small quiet">${number}</span></div>
      <div class="small"><bdi>${said}</bdi>${notBefore === undefined ? nothing : html` ${words.notBeforeDay(this.#day(notBefore))}`}</div>
      ${answer === undefined ? nothing : html`<div><strong>${words.answer()}</strong> <bdi>${answer}</bdi>${answeredAt === undefined ? nothing : html` <span class="small quiet number">${formatInstant(answeredAt, locale, Intl.DateTimeFormat().resolvedOptions().timeZone, 'medium')}</span>`}</div>`}
      <div><button class="quiet flush" @click=${() => services.navigate(`/support/${encodeURIComponent(ticketId)}`)}>${words.ticket()}</button></div>
    </div>`;
  }

  #renderForm(work: PlannedWork) {
    const { id, conflicts: [freeze] = [] } = work;
    const typed = this.#begun.typed(id);
    const isMissing = this.#missing === id;
    const field = (name: 'words' | 'notBefore') => ({ target }: Event) => this.#type(id, { [name]: (target as HTMLInputElement).value });
    return html`<details ?open=${Boolean(typed.words) || isMissing}>
      <summary>${words.object()}</summary>
      <form class="stack tight" novalidate data-object @submit=${(event: SubmitEvent) => this.#onSubmit(event, work)}>
        <div class="field"><label for="words-${id}">${words.why()}</label>
          <textarea id="words-${id}" maxlength="1000" rows="3" aria-invalid=${isMissing} aria-describedby=${isMissing ? `missing-${id}` : nothing} .value=${typed.words ?? ''} @input=${field('words')}></textarea></div>
        ${isMissing ? html`<p class="problem" role="alert" id="missing-${id}">${words.missing()}</p>` : nothing}
        <div class="field"><label for="day-${id}">${words.notBefore()}</label>
          <input id="day-${id}" type="date" .value=${typed.notBefore ?? (freeze ? dayAfter(freeze.to) : '')} @input=${field('notBefore')} /></div>
        <div><button aria-disabled=${this.#acting.busy}>${words.send()}</button></div>
      </form>
    </details>`;
  }

  #type(id: string, changes: object): void {
    this.#begun.type(id, changes);
    if (this.#missing === id) this.#missing = '';
    this.#host.requestUpdate();
  }

  #onSubmit(event: SubmitEvent, work: PlannedWork): void {
    event.preventDefault();
    const isEmpty = !this.#begun.typed(work.id).words?.trim();
    this.#missing = isEmpty ? work.id : '';
    this.#host.requestUpdate();
    if (isEmpty) (event.target as HTMLFormElement).querySelector('textarea')?.focus();
    else this.#send(work);
  }

  #send({ id, conflicts: [freeze] = [] }: PlannedWork): void {
    const typed = this.#begun.typed(id);
    const said = typed.words?.trim() ?? '';
    const notBefore = typed.notBefore ?? (freeze ? dayAfter(freeze.to) : '');
    const request = { words: said, ...(notBefore && { notBefore }) };
    void this.#host.run(async () => {
      const done = await this.#acting.act(id, `${id} ${said} ${notBefore}`, (options) => this.#host.services.client.plannedWork.object(id, request, options));
      if (done) this.#begun.clear(id);
    });
  }
}
