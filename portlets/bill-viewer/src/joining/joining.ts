import '@faceplate/client/nouns/accounts.js';
import { ApiProblem } from '@faceplate/client';
import type { BillSummary, Consolidation, ConsolidationTarget } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { formatDate, formatMoney, isolated } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { ActingController } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { choicesOf } from '../wanted.ts';
import { reasons, words } from './messages.ts';

/** Nothing where this operator makes a bill for each account whatever is asked for. */
interface Ground {
  readonly of?: Consolidation;
}

/** On whose bill the charges of an account stand, and a switch of that. */
export class JoiningPart {
  readonly #host: PartHost;
  readonly #acting: ActingController;
  readonly #ground: Reading<readonly [string], Ground>;
  #bills: readonly BillSummary[] = [];
  #chosen = '';
  #target = '';
  #isRefused = false;
  /** How it stood when something was asked for. */
  #before = '';

  constructor(host: PartHost) {
    this.#host = host;
    this.#acting = new ActingController(host);
    this.#ground = new Reading(host, {
      args: () => (this.#account ? ([this.#account] as const) : undefined),
      load: ([id], options) => host.services.client.accounts.consolidation(id, options).then((of) => ({ of }), asNotOffered),
      changes: ['accounts', 'bills'],
    });
  }

  /** Nothing for who has but one account: there is nothing to put together. */
  render(bills: readonly BillSummary[]): unknown {
    this.#bills = bills;
    if (!this.#account) return nothing;
    const { state } = this.#ground;
    if (state.step === 'ready' && !state.value.of) return nothing;
    return html`
      <section class="stack" part="joining" aria-label=${words.heading()}>
        ${heading(this.#host.headingLevel, words.heading(), 1)}
        <p class="quiet">${words.help()}</p>
        ${this.#renderChoice()}
        ${this.#host.renderReading(this.#ground, {
          loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`,
          ready: ({ of }) => (of ? this.#renderState(of) : nothing),
        })}
      </section>
    `;
  }

  get #payers() {
    return choicesOf(this.#bills).payers;
  }

  /** The account it is about: the one chosen here, the one the list is of, or the first. */
  get #account(): string {
    const payers = this.#payers;
    const { wanted, account } = this.#host;
    const isOne = (id: string) => payers.some((payer) => payer.id === id);
    if (payers.length < 2) return '';
    return [this.#chosen, wanted.payer, account].find(isOne) ?? payers[0]?.id ?? '';
  }

  #renderChoice() {
    return html`
      <div class="row">
        <label for="joining-account">${words.account()}</label>
        <select id="joining-account" @change=${this.#onAccount}>
          ${this.#payers.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#account}>${name}</option>`)}
        </select>
      </div>
    `;
  }

  #renderState(of: Consolidation) {
    const { locale, mode } = this.#host;
    // An answer was lost, and what was asked for has come about.
    if (this.#acting.state.step === 'failed' && this.#before !== of.state) this.#acting.reset();
    const held = new Intl.ListFormat(locale).format(of.holds.map(({ account }) => isolated(account.name)));
    const mayChange = mode === 'customer' && !of.refusals.includes('no-right');
    return html`
      <p class="lead" role="status" tabindex="-1" id="joining-state">${sentenceOf(of, locale)}</p>
      ${held ? html`<p>${words.holds(held)}</p>` : nothing}
      ${this.#renderProblem()}
      ${of.state === 'separate' ? this.#renderTargets(of, mayChange) : this.#renderBack(of, mayChange)}
    `;
  }

  #renderProblem() {
    if (this.#acting.state.step === 'sending') return html`<p role="status" class="small">${words.sending()}</p>`;
    if (this.#acting.state.step !== 'failed') return nothing;
    return html`<fp-status-message part="problem" tone="critical" heading=${this.#isRefused ? words.refused() : words.failed()}></fp-status-message>`;
  }

  #renderBack(of: Consolidation, mayChange: boolean) {
    if (!mayChange || !of.with) return nothing;
    const { locale } = this.#host;
    const { id } = of.account;
    const holder = of.with;
    const busy = this.#acting.state.step === 'sending';
    if (of.state === 'leaving') return html`<div><button aria-disabled=${busy} @click=${() => this.#join(id, holder.id)}>${words.undoLeave(isolated(holder.name))}</button></div>`;
    const name = of.state === 'joining' ? words.undoJoin() : words.leave(formatDate(of.nextBill, locale, 'long'));
    return html`<div><button aria-disabled=${busy} @click=${() => this.#leave(id)}>${name}</button></div>`;
  }

  #renderTargets(of: Consolidation, mayChange: boolean) {
    if (of.refusals.length > 0) return html`<ul class="plain">${of.refusals.map((reason) => html`<li>${reasons[reason]()}</li>`)}</ul>`;
    if (!mayChange) return nothing;
    const [free, barred] = [of.targets.filter(({ refusals }) => refusals.length === 0), of.targets.filter(({ refusals }) => refusals.length > 0)];
    return html`
      ${free.length === 0 ? html`<p>${words.none()}</p>` : html`
        <fieldset class="stack tight">
          <legend>${words.target()}</legend>
          ${free.map((target) => this.#renderTarget(target))}
        </fieldset>
        ${this.#renderPreview(of, free)}
      `}
      ${barred.length === 0 ? nothing : html`
        <details>
          <summary>${words.whyNot()}</summary>
          <ul class="plain">${barred.map(({ account, refusals }) => html`<li><bdi>${account.name}</bdi>: ${refusals.map((reason) => reasons[reason]()).join(' ')}</li>`)}</ul>
        </details>
      `}
    `;
  }

  #renderTarget({ account, number, lastBill }: ConsolidationTarget) {
    const more = [number, ...(lastBill ? [words.last(formatMoney(lastBill, this.#host.locale))] : [])].join(' · ');
    return html`<label><input type="radio" name="joining-target" .value=${account.id} .checked=${account.id === this.#target} @change=${this.#onTarget} /> <bdi>${account.name}</bdi> <span class="quiet small">${more}</span></label>`;
  }

  /** What would change, from when, and by how much, before anything does. */
  #renderPreview(of: Consolidation, free: readonly ConsolidationTarget[]) {
    const target = free.find(({ account }) => account.id === this.#target);
    if (!target) return nothing;
    const { locale, headingLevel } = this.#host;
    const { lastBill, account } = of;
    const both = lastBill && target.lastBill?.currency === lastBill.currency ? sum([lastBill, target.lastBill], lastBill.currency) : undefined;
    return html`
      <div class="stack tight" part="joining-preview">
        ${heading(headingLevel, words.preview(), 2)}
        ${both ? html`<p>${words.together(formatMoney(both, locale))}</p>` : nothing}
        <p>${words.fromBill(formatDate(of.nextBill, locale, 'long'))} ${words.oldBills()}</p>
        <div>
          <button class="primary" aria-disabled=${this.#acting.state.step === 'sending'} @click=${() => this.#join(account.id, target.account.id)}>
            ${words.join(isolated(account.name), isolated(target.account.name))}
          </button>
        </div>
      </div>
    `;
  }

  readonly #onAccount = ({ target }: Event) => {
    this.#chosen = (target as HTMLSelectElement).value;
    this.#target = '';
    this.#acting.reset();
    this.#host.requestUpdate();
  };

  readonly #onTarget = ({ target }: Event) => {
    this.#target = (target as HTMLInputElement).value;
    this.#acting.reset();
    this.#host.requestUpdate();
  };

  #join(id: string, holder: string) {
    return this.#act(`join ${id} ${holder}`, (options) => this.#host.services.client.accounts.join(id, holder, options));
  }

  #leave(id: string) {
    return this.#act(`leave ${id}`, (options) => this.#host.services.client.accounts.separate(id, options));
  }

  #act(wish: string, call: (options: { idempotencyKey: string }) => Promise<Consolidation>) {
    this.#before = this.#ground.value?.of?.state ?? '';
    return this.#host.run(async () => {
      const told = (cause: unknown) => {
        this.#isRefused = cause instanceof ApiProblem && !cause.retryable;
        throw cause;
      };
      if (!(await this.#acting.act('join', wish, (options) => call(options).catch(told)))) return;
      this.#target = '';
      // The button that was pressed is gone: what has become of it is read next.
      await this.#host.updateComplete;
      this.#host.renderRoot.querySelector<HTMLElement>('#joining-state')?.focus();
    });
  }
}

function sentenceOf({ state, account, with: holder, from = '', until = '' }: Consolidation, locale: string): string {
  const [own, other] = [isolated(account.name), isolated(holder?.name ?? '')];
  const day = (date: string) => formatDate(date, locale, 'long');
  if (state === 'joining') return words.joining(own, other, day(from));
  if (state === 'joined') return words.joined(own, other);
  return state === 'leaving' ? words.leaving(own, other, day(until)) : words.separate(own);
}

function asNotOffered(cause: unknown): Ground {
  if (cause instanceof ApiProblem && cause.problem.code === 'not-offered') return {};
  throw cause;
}
