import type { Bill, Dispute, TicketEntry } from '@faceplate/contracts';
import { formatDate, formatInstant, formatMoney, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, formStyles, type Tone } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DisputeActEvent } from '../events.ts';
import { statusWords, stepWord, words } from '../messages.ts';

const TONES: Record<Dispute['status'], Tone> = {
  submitted: 'info', 'in-review': 'info', 'needs-you': 'notice', granted: 'positive', 'partly-granted': 'positive', refused: 'critical', withdrawn: 'neutral', closed: 'neutral',
};

const OPEN: readonly Dispute['status'][] = ['submitted', 'in-review', 'needs-you'];

/**
 * How a dispute stands: who acts next and by when, what was decided and where the money went, and what can be done.
 *
 * @summary State of one dispute.
 * @tagname fp-dispute-status
 *
 * @fires {DisputeActEvent} dispute-act - An answer, an objection or a withdrawal shall be sent.
 */
export class DisputeStatusElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, formStyles];

  @property({ attribute: false }) dispute: Dispute | undefined;

  @property({ attribute: false }) bill: Bill | undefined;

  /** Something of it is on its way. */
  @property({ type: Boolean }) busy = false;

  /** What was sent last did not arrive. */
  @property({ type: Boolean }) failed = false;

  @property() locale = 'en';

  @state() private objecting = false;

  @query('textarea') private readonly field!: HTMLTextAreaElement | null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  /** What was written has arrived. */
  clear() {
    if (this.field) this.field.value = '';
    this.objecting = false;
  }

  override render() {
    const { dispute } = this;
    if (!dispute) return nothing;
    const { status, amount, number, files } = dispute;
    return html`
      <div class="stack tight">
        <p class="row"><strong>${words.statusHeading(formatMoney(amount, this.locale))}</strong> <fp-tag tone=${TONES[status]}>${statusWords[status]()}</fp-tag> <span class="quiet small">${words.reference(number)}</span></p>
        <p>${this.#sentence(dispute)}</p>
        ${this.#renderOutcome(dispute)} ${this.#renderTimeline(dispute)}
        ${files.length > 0 ? html`<ul class="plain small">${files.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}</ul>` : nothing}
        ${this.#renderActions(dispute)}
        <p role="status" class="problem">${this.failed ? words.actFailed() : ''}</p>
      </div>
    `;
  }

  #sentence({ status, amount, expectedBy, outcome, changedAt }: Dispute) {
    const granted = outcome?.granted.amount ?? 0;
    const text = (cents: number) => formatMoney({ ...amount, amount: cents }, this.locale);
    const since = this.#day(outcome?.at ?? changedAt);
    const ours = expectedBy ? words.nextUs(this.#day(expectedBy)) : words.nextUsSoon();
    const sentences: Record<Dispute['status'], () => string> = {
      submitted: () => ours,
      'in-review': () => ours,
      'needs-you': words.nextYou,
      granted: () => words.granted(text(granted)),
      'partly-granted': () => words.partly(text(granted), text(amount.amount - granted), since),
      refused: () => words.refusedOutcome(text(amount.amount), since),
      withdrawn: words.withdrawn,
      closed: words.closed,
    };
    return sentences[status]();
  }

  #renderOutcome({ outcome, status }: Dispute) {
    if (!outcome) return nothing;
    const { granted, why, creditId } = outcome;
    const before = granted.amount > 0 && OPEN.includes(status);
    return html`
      ${why ? html`<p class="quiet"><q>${why}</q></p>` : nothing}
      ${before ? html`<p>${words.before(formatMoney(granted, this.locale))}</p>` : nothing}
      ${granted.amount > 0 ? this.#renderCredit(creditId) : nothing}
    `;
  }

  #renderCredit(creditId: string | undefined) {
    if (creditId === undefined) return nothing;
    const isHere = this.bill?.applied?.some(({ id }) => id === creditId);
    return html`<p data-credit=${creditId}>${isHere ? words.creditHere() : words.creditNext()}</p>`;
  }

  #renderTimeline({ raisedAt, entries }: Dispute) {
    const first = entries.some(({ status }) => status === 'received') ? nothing : html`<li>${this.#moment(raisedAt)}: ${statusWords.submitted()}</li>`;
    return html`<ol class="plain stack tight small" aria-label=${words.timeline()}>${first}${entries.map((entry) => this.#renderEntry(entry))}</ol>`;
  }

  #renderEntry({ at, author, note, status }: TicketEntry) {
    const who = author.side === 'you' ? words.you() : author.name;
    return html`<li>${this.#moment(at)}: ${status ? stepWord(status) : html`<bdi>${who}</bdi>`}${note ? html` – <q>${note}</q>` : nothing}</li>`;
  }

  #renderActions({ status, canAppeal, canWithdraw, amount }: Dispute) {
    return html`
      ${status === 'needs-you' ? this.#renderField(words.answer(), words.sendAnswer(), 'answer') : nothing}
      ${canAppeal && this.objecting ? this.#renderField(words.appealWhy(), words.appeal(), 'appeal') : nothing}
      <div class="row">
        ${canAppeal && !this.objecting ? html`<button @click=${() => (this.objecting = true)}>${words.appeal()}</button>` : nothing}
        ${canWithdraw ? html`<button class="quiet" aria-disabled=${this.busy} @click=${() => this.#act('withdraw')}>${words.withdraw(formatMoney(amount, this.locale))}</button>` : nothing}
      </div>
    `;
  }

  #renderField(label: string, button: string, act: 'answer' | 'appeal') {
    const send = (event: Event) => {
      event.preventDefault();
      const text = this.field?.value.trim() ?? '';
      if (text) this.#act(act, text);
      else this.field?.focus();
    };
    return html`
      <form class="stack tight" @submit=${send}>
        <div class="field"><label for="text">${label}</label><textarea id="text" maxlength="4000" rows="3"></textarea></div>
        <div><button type="submit" class="primary" aria-disabled=${this.busy}>${this.busy ? words.sending() : button}</button></div>
      </form>
    `;
  }

  #act(act: DisputeActEvent['act'], text = '') {
    if (!this.busy) this.dispatchEvent(new DisputeActEvent(act, text));
  }

  #day(at: string) {
    return formatDate(at.slice(0, 10), this.locale, 'weekday');
  }

  #moment(at: string) {
    return formatInstant(at, this.locale, Intl.DateTimeFormat().resolvedOptions().timeZone, 'medium');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-dispute-status': DisputeStatusElement;
  }
}
