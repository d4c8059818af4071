import '@faceplate/client/nouns/tickets.js';
import type { May, Ticket, TicketAct, TicketChange } from '@faceplate/contracts';
import { formatDuration, formatInstant } from '@faceplate/localize';
import { heading, offerFile } from '@faceplate/portlet-kit';
import { ACCEPTED, waitingFile } from '@faceplate/portlet-kit/waiting-file.js';
import { html, nothing } from 'lit';
import { words as main } from '../messages.ts';
import type { PartHost } from '../part.ts';
import { isOver, severities } from '../ticket-words.ts';
import { Begun, type Typed } from './begun.ts';
import { Doing } from './doing.ts';
import { kinOf } from './kin.ts';
import { words } from './messages.ts';
import { VisitPart } from './visit.ts';

type Said = 'escalate' | 'reopen';

/** In seconds. */
const [MINUTE, HOUR] = [60, 3600];

/** What can be done about one ticket: clocks, ladder, kin, visit, files, and the acts that `may` allows. */
export class OneTicketPart {
  readonly #host: PartHost;
  readonly #doing: Doing;
  readonly #visit: VisitPart;
  readonly #begun: Begun;
  #shown = '';
  #saying: Said | '' = '';
  #problem = '';

  /** Knows who is here before anything is drawn: what is typed is kept from the first letter, and nobody else's is shown. */
  static async open(host: PartHost): Promise<OneTicketPart> {
    const session = await host.services.client.session.get();
    return new OneTicketPart(host, new Begun(session.signedIn ? session.person.id : ''));
  }

  private constructor(host: PartHost, begun: Begun) {
    this.#host = host;
    this.#doing = new Doing(host);
    this.#visit = new VisitPart(host, this.#doing);
    this.#begun = begun;
  }

  render(ticket: Ticket): unknown {
    if (this.#shown !== ticket.id) {
      this.#shown = ticket.id;
      this.#saying = this.#problem = '';
      this.#doing.forget();
    }
    return html`
      ${this.#renderEnd(ticket)} ${kinOf(ticket, { open: this.#host.open, go: (path) => { this.#host.services.navigate(path); } })} ${this.#renderFields(ticket)} ${this.#renderClock(ticket)}
      ${this.#visit.render(ticket)} ${this.#renderLadder(ticket)} ${this.#renderFiles(ticket)} ${this.#renderAmend(ticket)}
    `;
  }

  /** Confirm, open again, rate, take back. */
  #renderEnd({ id, may = {}, rating }: Ticket) {
    const button = (act: 'confirm' | 'withdraw', how: string, word: string) => (may[act]?.allowed ? html`<button class=${how} data-act=${act} aria-disabled=${this.#doing.busy} @click=${() => this.#act(id, { act })}>${word}</button>` : nothing);
    const ways = [
      button('confirm', 'primary', words.confirm()),
      may.reopen?.allowed ? html`<button data-act="reopen" aria-expanded=${this.#saying === 'reopen'} @click=${() => this.#say('reopen')}>${words.reopen()}</button>` : nothing,
      button('withdraw', 'quiet', words.withdraw()),
    ];
    return html`
      <div class="row" part="acts">${ways}</div>
      ${may.reopen ? html`<p class="quiet" part="window">${this.#window(may.reopen)}</p>` : nothing}
      ${this.#saying === 'reopen' ? this.#renderReason(id, 'reopen', words.whatNot()) : nothing}
      ${this.#doing.said(`confirm ${id}`, `reopen ${id}`, `withdraw ${id}`, `rate ${id}`)}
      ${this.#renderRating(id, may.rate !== undefined, rating?.stars)}
    `;
  }

  /** Until when a fix can be doubted, or why it cannot. */
  #window({ allowed, until, code }: May) {
    if (allowed) return until ? words.reopenUntil(this.#moment(until)) : nothing;
    return code === 'not-here' ? words.notAgain() : words.tooLate();
  }

  #renderRating(id: string, open: boolean, given: number | undefined) {
    if (given !== undefined) return html`<p>${words.rated(String(given))}</p>`;
    if (!open) return nothing;
    return html`<fieldset class="field" part="rating"><legend>${words.rate()}</legend><div class="row">${[1, 2, 3, 4, 5].map((stars) => html`<button data-stars=${stars} aria-disabled=${this.#doing.busy} aria-label=${words.stars(String(stars))} @click=${() => this.#act(id, { act: 'rate', stars })}>${'★'.repeat(stars)}</button>`)}</div></fieldset>`;
  }

  #renderReason(id: string, act: Said, label: string) {
    return html`
      <form class="stack tight" @submit=${(event: SubmitEvent) => this.#onReason(event, id, act)}>
        <div class="field"><label for="said-${act}">${label}</label><textarea id="said-${act}" name="words" required maxlength="1000" rows="3" .value=${this.typed(id)[act] ?? ''} @input=${({ target }: Event) => { this.type(id, { [act]: (target as HTMLTextAreaElement).value }); }}></textarea></div>
        <div><button aria-disabled=${this.#doing.busy}>${words.send()}</button></div>
      </form>
    `;
  }

  #renderFields({ fields = [] }: Ticket) {
    if (fields.length === 0) return nothing;
    return html`${this.#head(words.answers())}<dl part="fields">${fields.map(({ label, value }) => html`<dt class="quiet">${label}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>`;
  }

  #renderClock({ clock, status }: Ticket) {
    if (!clock) return nothing;
    const upTo = (seconds: number, whose: string) => seconds + (clock.since !== undefined && clock.running === whose ? (Date.now() - Date.parse(clock.since)) / 1000 : 0);
    const parts = [
      [upTo(clock.providerSeconds, 'provider'), words.ours],
      [upTo(clock.yourSeconds, 'you'), words.yours],
      [upTo(clock.companySeconds, 'your-company'), words.company],
      [upTo(clock.otherSeconds, 'other'), words.other],
    ] as const;
    const { restoreDue } = clock;
    return html`
      ${this.#head(words.clocks())}
      <ul class="plain" part="clock">${parts.filter(([seconds]) => seconds > 0).map(([seconds, word]) => html`<li>${word(formatDuration(Math.max(MINUTE, seconds), this.#host.locale))}</li>`)}</ul>
      ${restoreDue && !isOver(status) ? html`<p>${words.due(this.#moment(restoreDue))}${clock.restoreBreachedAt ? html` <fp-tag tone="critical">${words.late()}</fp-tag>` : nothing}</p>` : nothing}
    `;
  }

  #renderLadder({ id, ladder = [], may = {}, status }: Ticket) {
    if (ladder.length === 0 || isOver(status)) return nothing;
    return html`
      ${this.#head(words.ladder())}
      <ol part="ladder" class="stack tight">${ladder.map((step) => html`<li>
        <span>${step.url ? html`<a href=${step.url} rel="noopener" target="_blank"><bdi>${step.name}</bdi></a>` : html`<bdi>${step.name}</bdi>`}</span>
        <span class="quiet">${step.reachedAt ? words.reached(this.#moment(step.reachedAt)) : step.from ? words.from(this.#moment(step.from)) : nothing}
          ${step.answersWithinHours ? words.within(formatDuration(step.answersWithinHours * HOUR, this.#host.locale)) : nothing} ${step.outside ? words.outside() : nothing}</span>
        ${step.reason ? html`<span><bdi>${step.reason}</bdi></span>` : nothing}</li>`)}</ol>
      ${may.escalate?.allowed ? html`<div><button data-act="escalate" aria-expanded=${this.#saying === 'escalate'} @click=${() => this.#say('escalate')}>${words.escalate()}</button></div>` : nothing}
      ${this.#saying === 'escalate' ? this.#renderReason(id, 'escalate', words.why()) : nothing}
      ${this.#doing.said(`escalate ${id}`)}
    `;
  }

  #renderFiles({ id, files = [], status }: Ticket) {
    if (files.length === 0 && isOver(status)) return nothing;
    return html`
      ${this.#head(words.files())}
      <ul class="plain" part="files">${files.map((file) => html`<li><button class="quiet flush" @click=${() => this.#save(id, file)}><bdi>${file.name}</bdi></button></li>`)}</ul>
      ${this.#doing.said(`file ${id}`, `save ${id}`)}
      ${isOver(status) ? nothing : html`<div class="field"><label for="more-file">${words.addFile()}</label><input id="more-file" type="file" accept=${ACCEPTED} aria-describedby="more-file-hint" @change=${(event: Event) => this.#attach(id, event)} /><p class="hint" id="more-file-hint">${words.fileHint()}</p><p class="problem" role="alert">${this.#problem || nothing}</p></div>`}
    `;
  }

  #renderAmend({ id, title, description, severity, may = {} }: Ticket) {
    if (!may.amend?.allowed) return nothing;
    const before = { title, description, severity };
    const typed = { ...before, ...shown(this.typed(id)) };
    const onInput = ({ currentTarget }: Event) => {
      this.type(id, changed(currentTarget as HTMLFormElement, before));
    };
    return html`
      <details part="amend"><summary>${words.amend()}</summary>
        <form class="stack tight" @input=${onInput} @submit=${(event: SubmitEvent) => this.#onAmend(event, id, before)}>
          <div class="field"><label for="amend-title">${main.title()}</label><input id="amend-title" name="title" required maxlength="120" .value=${typed.title} /></div>
          <div class="field"><label for="amend-text">${main.description()}</label><textarea id="amend-text" name="description" required maxlength="4000" rows="4" .value=${typed.description}></textarea></div>
          <div class="field"><label for="amend-severity">${main.severity()}</label><select id="amend-severity" name="severity">${Object.entries(severities).map(([value, word]) => html`<option value=${value} ?selected=${value === typed.severity}>${word()}</option>`)}</select></div>
          <div><button aria-disabled=${this.#doing.busy}>${words.keep()}</button></div>
        </form>
      </details>
      ${this.#doing.said(`amend ${id}`)}
    `;
  }

  /** What is begun about a ticket. */
  typed(id: string): Typed {
    return this.#begun.typed(id);
  }

  type(id: string, changes: Typed): void {
    this.#begun.type(id, changes);
    this.#host.requestUpdate();
  }

  #head(said: string) {
    return heading(this.#host.headingLevel, said, 1);
  }

  #moment(instant: string): string {
    return formatInstant(instant, this.#host.locale, this.#host.zone, 'medium');
  }

  #say(act: Said) {
    this.#saying = this.#saying === act ? '' : act;
    this.#doing.forget();
    this.#host.requestUpdate();
  }

  #act(id: string, act: TicketAct) {
    return this.#host.run(async () => {
      const done = await this.#doing.act(`${act.act} ${id}`, `${id} ${JSON.stringify(act)}`, (options) => this.#host.services.client.tickets.act(id, act, options));
      if (done) this.#saying = '';
      if (done && 'words' in act) this.type(id, { [act.act]: undefined });
      this.#host.requestUpdate();
    });
  }

  #onReason(event: SubmitEvent, id: string, act: Said) {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement).get('words');
    if (typeof said === 'string' && said.trim()) void this.#act(id, { act, words: said.trim() });
  }

  #onAmend(event: SubmitEvent, id: string, before: Amendable) {
    event.preventDefault();
    const change = shown(changed(event.target as HTMLFormElement, before)) as TicketChange;
    if (Object.keys(change).length === 0) return;
    void this.#host.run(async () => {
      const done = await this.#doing.act(`amend ${id}`, `${id} ${JSON.stringify(change)}`, (options) => this.#host.services.client.tickets.change(id, change, options));
      if (done) this.type(id, { title: undefined, description: undefined, severity: undefined });
    });
  }

  #attach(id: string, { target }: Event) {
    const input = target as HTMLInputElement;
    const [chosen] = input.files ?? [];
    return this.#host.run(async () => {
      const file = chosen && (await waitingFile(chosen));
      // The same file can be chosen once more.
      input.value = '';
      this.#problem = chosen && !file ? words.badFile() : '';
      this.#host.requestUpdate();
      if (file) await this.#doing.act(`file ${id}`, `${id} ${file.name} ${file.content}`, (options) => this.#host.services.client.tickets.attach(id, file, options));
    });
  }

  #save(id: string, { id: fileId, name }: { id: string; name: string }) {
    const path = `/tickets/${encodeURIComponent(id)}/attachments/${encodeURIComponent(fileId)}` as const;
    return this.#doing.act(`save ${id}`, path, async () => offerFile(await this.#host.services.client.tickets.file(path), name));
  }
}

type Amendable = Pick<Ticket, 'title' | 'description' | 'severity'>;

/** What the form says otherwise than the ticket does; `undefined` where it says the same. */
function changed(form: HTMLFormElement, before: Amendable): Partial<Record<keyof Amendable, string | undefined>> {
  const said = new FormData(form);
  const now = (name: keyof Amendable) => {
    const value = said.get(name);
    return typeof value === 'string' && value !== before[name] ? value : undefined;
  };
  return { title: now('title'), description: now('description'), severity: now('severity') };
}

/** Of what may be amended, what somebody has amended. */
const shown = ({ title, description, severity }: Typed) => ({ ...(title !== undefined && { title }), ...(description !== undefined && { description }), ...(severity !== undefined && { severity }) });
