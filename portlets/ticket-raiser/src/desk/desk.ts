import '@faceplate/client/nouns/tickets.js';
import type { CheckStep, DeskCheck, DeskChecks, HelpPage, KnownTrouble, LineTest, TestKind, TestOffer } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { ActingController, FollowController } from '@faceplate/portlet-kit/acting.js';
import { Pause } from '@faceplate/portlet-kit/pause.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { statusOf } from '../ticket-words.ts';
import { states, steps, verdicts, words } from './messages.ts';

/** What is wrong, in the words typed so far; and who hears what goes along with the ticket: tests that are done, and what was gone past. */
interface Told {
  about(): string;
  tested(test: LineTest): void;
  skipped(step: CheckStep): void;
}

/** What is known about a line before a form is filled in, in its order; nothing of it stands in the form's way. */
export class DeskPart {
  readonly #host: PartHost;
  readonly #told: Told;
  readonly #acting: ActingController;
  readonly #follow: FollowController;
  readonly #checks: Reading<readonly [string, string], DeskChecks>;
  readonly #page: Reading<readonly [string], HelpPage>;
  readonly #test: Reading<readonly [string], LineTest>;
  readonly #about: Pause;
  #productId = '';
  /** What was found about the product with fewer words: it stays until the next answer is there. */
  #found: DeskChecks | undefined;
  #pageId = '';
  #testId = '';
  #before: LineTest | undefined;
  #agreeing = false;
  #past = false;
  /** Whether the page that was read solved it. */
  #solved: boolean | undefined;

  constructor(host: PartHost, told: Told) {
    this.#host = host;
    this.#told = told;
    this.#acting = new ActingController(host);
    this.#follow = new FollowController(host);
    const { tickets } = host.services.client;
    this.#about = new Pause(host, told.about);
    this.#checks = new Reading(host, {
      args: () => (this.#productId && host.ticketId === 'new' ? ([this.#productId, this.#about.text] as const) : undefined),
      load: ([productId, about], options) => tickets.checks(productId, about, options),
      changes: ['tickets'],
    });
    this.#page = new Reading(host, { args: () => (this.#pageId ? ([this.#pageId] as const) : undefined), load: ([id], options) => tickets.answer(id, options), changes: [] });
    this.#test = new Reading(host, { args: () => (this.#testId ? ([this.#testId] as const) : undefined), load: ([id], options) => this.#look(id, options), changes: ['tickets'] });
  }

  async #look(id: string, options: { signal: AbortSignal }): Promise<LineTest> {
    const test = await this.#host.services.client.tickets.tested(id, options);
    if (test.state === 'done') this.#told.tested(test);
    return test;
  }

  render(productId: string): unknown {
    if (productId !== this.#productId) this.#begin(productId);
    const { step } = this.#checks.state;
    if (step !== 'loading') this.#found = this.#checks.value;
    return html`
      <section class="stack tight" part="checks" aria-label=${words.heading()}>
        ${heading(this.#host.headingLevel, words.heading(), 1)}
        <p role="status" class=${this.#found ? 'visually-hidden' : nothing}>${step === 'failed' ? nothing : this.#say()}</p>
        ${this.#host.renderReading(this.#checks, { loading: () => (this.#found ? nothing : html`<fp-skeleton lines="4"></fp-skeleton>`), ready: () => nothing })}
        ${this.#found ? this.#renderFound(this.#found) : nothing}
      </section>
    `;
  }

  /** The one thing that is read aloud: all of it at every change would be a flood. */
  #say(): string {
    const test = this.#test.value;
    if (this.#testId && test?.state === 'done') return `${test.name}: ${test.verdict ? verdicts[test.verdict].word() : words.done()}`;
    if (this.#testId) return words.testing();
    if (!this.#found) return words.looking();
    const count = this.#found.checks.filter(({ state }) => state === 'found').length;
    return count > 0 ? words.found(count, this.#host.locale) : states.nothing();
  }

  #begin(productId: string): void {
    this.#productId = productId;
    this.#pageId = this.#testId = '';
    this.#past = this.#agreeing = false;
    this.#before = this.#found = undefined;
    this.#acting.reset();
  }

  #renderFound({ checks, stop }: DeskChecks) {
    return html`
      <ol class="plain stack tight">${checks.map((check) => this.#renderCheck(check))}</ol>
      ${this.#renderFailure()}
      ${stop && stop !== 'right' && !this.#past ? html`<div><button data-past @click=${() => this.#goPast(stop)}>${words.past()}</button></div>` : nothing}
    `;
  }

  #renderCheck(check: DeskCheck) {
    return html`
      <li data-check=${check.step} data-state=${check.state} class="stack tight">
        <p class="row apart"><span>${steps[check.step]()}</span><span class="quiet small">${states[check.state]()}</span></p>
        ${check.state === 'found' ? this.#renderWhat(check) : nothing}
      </li>
    `;
  }

  #renderWhat({ step, reason, troubles = [], tests = [], lastTest, tickets = [], answers = [] }: DeskCheck) {
    if (step === 'right') return html`<p><bdi>${reason}</bdi></p>`;
    if (step === 'suspension') return html`<p>${reason ? html`<bdi>${reason}</bdi>` : words.suspended()}</p>`;
    if (step === 'test') return this.#renderTests(tests, lastTest);
    return html`
      ${troubles.map((one) => this.#renderTrouble(one, step))}
      ${tickets.map(({ id, number, title, status, mine }) => html`<p class="row"><button class="quiet flush" data-opens=${id} @click=${() => this.#host.open(id)}><bdi>${title}</bdi></button><span>${words.ticket(number)}</span><fp-tag tone=${statusOf(status).tone}>${statusOf(status).word}</fp-tag>${mine ? nothing : html`<span class="quiet">${words.colleague()}</span>`}</p>`)}
      ${answers.map(({ id, title }) => html`<p><button class="quiet flush" aria-expanded=${this.#pageId === id} @click=${() => this.#show(id)}><bdi>${title}</bdi></button></p>${this.#pageId === id ? this.#renderPage() : nothing}`)}
    `;
  }

  #renderTrouble({ id, title, text, area, from, to, nextUpdate, ticketId }: KnownTrouble, step: CheckStep) {
    const moment = (instant: string) => formatInstant(instant, this.#host.locale, this.#host.zone, 'medium');
    return html`
      <div class="card stack tight" part="trouble">
        <p><strong><bdi>${title}</bdi></strong>${area ? html` · <bdi>${area}</bdi>` : nothing}</p>
        ${text && text !== title ? html`<p><bdi>${text}</bdi></p>` : nothing}
        <p class="quiet">${from ? words.since(moment(from)) : nothing} ${to ? words.until(moment(to)) : nothing}</p>
        ${nextUpdate ? html`<p>${words.nextUpdate(moment(nextUpdate))}</p>` : nothing}
        ${step !== 'incident' ? nothing : ticketId ? html`<p tabindex="-1" data-joined=${id}>${words.joined()}</p><div><button @click=${() => this.#host.open(ticketId)}>${words.openTicket()}</button></div>`
          : html`<div><button class="primary" data-me-too aria-disabled=${this.#acting.busy} @click=${() => this.#meToo(id)}>${words.meToo()}</button></div>`}
      </div>
    `;
  }

  #renderTests(tests: readonly TestOffer[], last: LineTest | undefined) {
    return html`
      <div class="row">${tests.map((one) => html`<button data-test=${one.kind} aria-disabled=${this.#acting.busy} @click=${() => this.#ask(one)}><bdi>${one.name}</bdi></button>`)}</div>
      ${this.#renderWarning(tests)}
      ${this.#testId ? this.#renderRunning() : last ? this.#renderTest(last) : nothing}
    `;
  }

  /** What a restart interrupts, before it does. */
  #renderWarning(tests: readonly TestOffer[]) {
    const warning = this.#agreeing ? tests.find(({ kind }) => kind === 'reboot')?.warning : undefined;
    return warning === undefined ? nothing : html`<fp-status-message tone="notice" heading=${words.warning()}><p><bdi>${warning}</bdi></p><button slot="actions" data-agree @click=${() => this.#run('reboot', true)}>${words.agree()}</button></fp-status-message>`;
  }

  /** The test that runs, or what it found; below it what was found before. */
  #renderRunning() {
    const running = () => html`<p>${words.testing()}</p>`;
    const isNew = this.#test.value?.state === 'done' && this.#before?.id !== this.#test.value.id;
    return html`
      ${this.#host.renderReading(this.#test, { loading: running, ready: (test) => (isOn(test) ? running() : this.#renderTest(test)) })}
      ${this.#before && isNew ? html`<p>${words.before()}</p>${this.#renderTest(this.#before)}` : nothing}
    `;
  }

  #renderTest({ name, state, verdict, text, at, readings }: LineTest) {
    return html`
      <div class="stack tight" part="test">
        <p class="row"><bdi>${name}</bdi>${verdict ? html`<fp-tag tone=${verdicts[verdict].tone}>${verdicts[verdict].word()}</fp-tag>` : html`<span>${state === 'done' ? words.done() : words.notDone()}</span>`}${at ? html`<span class="quiet">${formatInstant(at, this.#host.locale, this.#host.zone, 'medium')}</span>` : nothing}</p>
        ${text ? html`<p><bdi>${text}</bdi></p>` : nothing}
        ${readings.length > 0 ? html`<details><summary>${words.figures()}</summary><ul class="plain">${readings.map((one) => html`<li><bdi>${one.text ?? one.name}: ${new Intl.NumberFormat(this.#host.locale).format(one.value)} ${one.unit ?? ''}</bdi>${one.ok === false ? html` <strong>${words.outOfRange()}</strong>` : nothing}</li>`)}</ul></details>` : nothing}
      </div>
    `;
  }

  #renderPage() {
    return this.#host.renderReading(this.#page, {
      loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
      ready: ({ text }) => html`<div class="said" part="answer"><bdi>${plain(text)}</bdi></div>${this.#renderVerdict()}`,
    });
  }

  #renderVerdict() {
    if (this.#solved !== undefined) return html`<p role="status" tabindex="-1" data-judged>${this.#solved ? words.solved() : words.notSolved()}</p>`;
    const button = (solved: boolean, word: string) => html`<button data-solved=${solved ? 'yes' : 'no'} aria-disabled=${this.#acting.busy} @click=${() => this.#judge(solved)}>${word}</button>`;
    return html`<div class="row" role="group" aria-label=${words.didItHelp()}><span>${words.didItHelp()}</span>${button(true, words.yes())}${button(false, words.no())}</div>`;
  }

  #renderFailure() {
    const { state } = this.#acting;
    return state.step === 'failed' ? html`<fp-status-message part="problem" tone="critical" heading=${words.failed()}></fp-status-message>` : nothing;
  }

  #show(id: string) {
    this.#pageId = this.#pageId === id ? '' : id;
    this.#solved = undefined;
    this.#host.requestUpdate();
  }

  #judge(solved: boolean) {
    const [productId, answerId] = [this.#productId, this.#pageId];
    this.#follow.to('[data-judged]');
    return this.#host.run(async () => {
      const judged = await this.#acting.act('judge', `${productId} ${answerId} ${solved}`, (options) => this.#host.services.client.tickets.judge({ productId, answerId, solved }, options));
      if (judged && this.#pageId === answerId) this.#solved = judged.solved;
      this.#host.requestUpdate();
    });
  }

  #goPast(step: CheckStep) {
    this.#past = true;
    this.#told.skipped(step);
    this.#goOn('fp-ticket-form');
    this.#host.requestUpdate();
  }

  #meToo(troubleId: string) {
    const productId = this.#productId;
    this.#follow.to(`[data-joined="${CSS.escape(troubleId)}"]`);
    return this.#host.run(() => this.#acting.act('me-too', `${productId} ${troubleId}`, (options) => this.#host.services.client.tickets.meToo({ productId, troubleId }, options)));
  }

  /** What was pressed goes, and the keyboard must stand somewhere. */
  #goOn(selector: string) {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #ask({ kind, warning }: TestOffer) {
    if (warning === undefined) return this.#run(kind, false);
    this.#agreeing = true;
    this.#host.requestUpdate();
    return undefined;
  }

  #run(kind: TestKind, agreed: boolean) {
    this.#agreeing = false;
    this.#goOn(`[data-test="${kind}"]`);
    this.#before = this.#test.value;
    const productId = this.#productId;
    return this.#host.run(async () => {
      const begun = await this.#acting.act('test', `test ${productId} ${kind}`, (options) => this.#host.services.client.tickets.test({ productId, kind, ...(agreed && { agreed }) }, options));
      if (begun) this.#testId = begun.id;
      this.#host.requestUpdate();
    });
  }
}

/** It has begun, or is about to. */
const isOn = ({ state }: LineTest): boolean => state === 'running' || state === 'waiting';

/** Markdown as plain lines: what it says without its signs. */
const plain = (text: string): string => text.replaceAll(/^#+\s*/gm, '').replaceAll('**', '').trim();
