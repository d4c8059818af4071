import '@faceplate/client/nouns/bills.js';
import { ApiProblem, Offline } from '@faceplate/client';
import type { Bill, Charge, Dispute, DisputeList, DisputeRequest, Money } from '@faceplate/contracts';
import { define, heading, Reading } from '@faceplate/portlet-kit';
import { ActingController } from '@faceplate/portlet-kit/acting.js';
import { waitingFile } from '@faceplate/portlet-kit/waiting-file.js';
import { html, nothing } from 'lit';
import { grossOf } from '../charges/charge-facts.ts';
import type { PartHost } from '../part.ts';
import { DisputeFormElement } from './components/dispute-form.element.ts';
import { DisputeStatusElement } from './components/dispute-status.element.ts';
import type { DisputeActEvent, DisputeReadyEvent, DisputeTypedEvent, FileRemovedEvent, FilesChosenEvent } from './events.ts';
import { words } from './messages.ts';
import { RaisingController } from './raising.controller.ts';
import { DisputeDraft, type TypedDispute, type WaitingFile } from './typed-dispute.ts';

define('fp-dispute-form', DisputeFormElement);
define('fp-dispute-status', DisputeStatusElement);

const OPEN: readonly Dispute['status'][] = ['submitted', 'in-review', 'needs-you'];

type Ground = DisputeList & { person: string };

/** Disputing one line of a bill: the form with its draft, and how it stands afterwards. */
export class DisputePart {
  readonly #host: PartHost;
  readonly #raising: RaisingController;
  readonly #acting: ActingController;
  readonly #ground: Reading<readonly [string, string], Ground>;
  readonly #one: Reading<readonly [string], Dispute>;
  #charge: Charge | undefined;
  #draft: DisputeDraft | undefined;
  #typed: TypedDispute = {};
  #files: WaitingFile[] = [];
  #kept = false;
  #isOpen = false;
  #fileProblem = '';

  constructor(host: PartHost) {
    this.#host = host;
    this.#raising = new RaisingController(host, () => host.services.client.bills);
    this.#acting = new ActingController(host);
    this.#ground = new Reading(host, {
      args: () => (this.#charge ? ([host.billId, this.#charge.id] as const) : undefined),
      load: ([billId, chargeId], options) => this.#prepare(billId, chargeId, options),
      changes: ['tickets'],
    });
    this.#one = new Reading(host, {
      args: () => (this.#charge?.dispute ? ([this.#charge.dispute.id] as const) : undefined),
      load: ([id], options) => host.services.client.bills.dispute(id, options),
      changes: ['tickets', 'bills'],
    });
  }

  render(bill: Bill, charge: Charge): unknown {
    if (this.#charge?.id !== charge.id) this.#begin();
    this.#charge = charge;
    return html`${charge.dispute ? this.#renderStatus(bill) : nothing} ${this.#renderFilesLeft()} ${charge.dispute?.open || grossOf(charge).amount <= 0 ? nothing : this.#renderForm(bill, charge)}`;
  }

  #begin() {
    this.#raising.reset();
    this.#acting.reset();
    this.#draft = undefined;
    this.#typed = {};
    this.#files = [];
    this.#kept = this.#isOpen = false;
    this.#fileProblem = '';
  }

  /** Who is signed in, what is allowed, and what this person had typed before. */
  async #prepare(billId: string, chargeId: string, options: { signal: AbortSignal }): Promise<Ground> {
    const { client } = this.#host.services;
    const [session, list] = await Promise.all([client.session.get(options), client.bills.disputes(billId, options)]);
    const person = session.signedIn ? session.person.id : '';
    if (!this.#draft) this.#takeUp(new DisputeDraft(person, billId, chargeId), list.items.some((one) => one.charge?.id === chargeId && OPEN.includes(one.status)));
    return { ...list, person };
  }

  /** What was typed before. Where it has arrived since, though nobody heard the answer, only its files may still wait. */
  #takeUp(draft: DisputeDraft, hasArrived: boolean) {
    this.#draft = draft;
    const { typed, files } = draft.read();
    if (hasArrived && typed.sent) {
      if (files.length > 0) this.#raising.leave(files.length);
      else draft.clear();
      return;
    }
    this.#typed = typed;
    this.#files = files;
    this.#kept = this.#isOpen = files.length > 0 || Object.keys(typed).length > 0;
  }

  #renderStatus(bill: Bill) {
    const { locale, renderReading, run } = this.#host;
    return renderReading(this.#one, {
      loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
      ready: (dispute) => html`
        <fp-dispute-status
          .dispute=${dispute}
          .bill=${bill}
          ?busy=${this.#acting.state.step === 'sending'}
          ?failed=${this.#acting.state.step === 'failed'}
          locale=${locale}
          @dispute-act=${(event: DisputeActEvent) => run(() => this.#act(dispute.id, event))}
        ></fp-dispute-status>
      `,
    });
  }

  #renderForm(bill: Bill, charge: Charge) {
    const { renderReading } = this.#host;
    const { state } = this.#ground;
    // Who may only look is not told so before asking for more.
    if (state.step === 'failed' && !this.#isOpen) return html`<div><button class="quiet flush" @click=${this.#onOpen}>${words.open()}</button></div>`;
    return renderReading(this.#ground, { loading: () => nothing, ready: (ground) => this.#renderReady(bill, charge, ground) });
  }

  #renderReady(bill: Bill, charge: Charge, { terms, items }: Ground) {
    if (!this.#isOpen) return html`<div><button class="quiet flush" @click=${this.#onOpen}>${words.open()}</button></div>`;
    const { state } = this.#raising;
    const { locale, headingLevel, run } = this.#host;
    return html`
      ${heading(headingLevel, words.heading(), 1)}
      ${this.#kept ? html`<fp-status-message tone="info" heading=${words.kept()}></fp-status-message>` : nothing}
      ${state.step === 'refused' ? html`<fp-status-message part="problem" tone="critical" heading=${words.refused()}><p>${this.#whyRefused(state.cause)}</p></fp-status-message>` : nothing}
      <fp-dispute-form
        .typed=${this.#typed}
        .files=${this.#files}
        .most=${this.#mostOf(charge, items)}
        .due=${{ ...bill.remaining, amount: bill.remaining.amount - (bill.disputed?.amount ?? 0) }}
        .goodwill=${terms?.goodwill}
        .problems=${state.step === 'refused' ? state.fields : []}
        file-problem=${this.#fileProblem}
        ?busy=${this.#raising.busy}
        locale=${locale}
        @dispute-typed=${this.#onTyped}
        @files-chosen=${({ files }: FilesChosenEvent) => run(() => this.#take(files))}
        @file-removed=${this.#onRemoved}
        @dispute-ready=${({ dispute }: DisputeReadyEvent) => run(() => this.#raise(bill.id, { chargeId: charge.id, ...dispute }))}
      ></fp-dispute-form>
      <div><button class="quiet" @click=${this.#onClose}>${words.close()}</button></div>
    `;
  }

  /** What was given back of the line already cannot be asked for again. */
  #mostOf(charge: Charge, items: Ground['items']): Money {
    const gross = grossOf(charge);
    const given = items.filter((one) => one.charge?.id === charge.id).reduce((sofar, { outcome }) => sofar + (outcome?.granted.amount ?? 0), 0);
    return { ...gross, amount: Math.max(0, gross.amount - given) };
  }

  #renderFilesLeft() {
    const { state } = this.#raising;
    if (state.step === 'sending-files') return html`<p role="status">${words.sendingFile(String(state.done + 1), String(state.of))}</p>`;
    if (state.step !== 'files-left') return nothing;
    const { left, refused } = state;
    const { dispute } = this.#charge ?? {};
    return html`
      ${refused.length > 0 ? html`<fp-status-message tone="notice" heading=${words.fileRefused(refused.join(', '))}></fp-status-message>` : nothing}
      ${left > 0 ? html`<fp-status-message tone="notice" heading=${words.filesLeft(left, this.#host.locale)}><button slot="actions" @click=${() => this.#sendFiles(dispute?.id)}>${words.sendFiles()}</button></fp-status-message>` : nothing}
    `;
  }

  #whyRefused(cause: unknown): string {
    if (cause instanceof Offline) return words.offline();
    if (!(cause instanceof ApiProblem)) return words.failed();
    const known: Record<string, () => string> = { 'dispute-exists': words.exists, 'dispute-too-much': words.tooMuch, 'dispute-too-late': words.tooLate };
    if (cause.forbidden) return words.forbidden();
    return (known[cause.problem.code] ?? (cause.retryable ? words.offline : words.failed))();
  }

  async #raise(billId: string, body: DisputeRequest) {
    if (!this.#draft) return;
    await this.#raising.raise(billId, body, this.#draft);
    const { step } = this.#raising.state;
    if (step !== 'raised' && step !== 'files-left') return;
    this.#typed = {};
    this.#files = [];
    this.#kept = this.#isOpen = false;
  }

  async #sendFiles(disputeId: string | undefined) {
    const id = this.#draft?.read().typed.disputeId ?? disputeId;
    if (this.#draft && id) await this.#raising.sendFiles(id, this.#draft);
  }

  async #act(id: string, { act, text, target }: DisputeActEvent) {
    const { bills } = this.#host.services.client;
    const calls = {
      answer: (options: { idempotencyKey: string }) => bills.answer(id, text, options),
      appeal: (options: { idempotencyKey: string }) => bills.appeal(id, text, options),
      withdraw: (options: { idempotencyKey: string }) => bills.withdraw(id, options),
    };
    if ((await this.#acting.act(act, `${act} ${id} ${text}`, calls[act])) && target instanceof DisputeStatusElement) target.clear();
  }

  async #take(chosen: readonly File[]) {
    const taken = await Promise.all(chosen.map(waitingFile));
    this.#fileProblem = taken.includes(undefined) ? words.fileRefused(chosen.filter((_, index) => !taken[index]).map(({ name }) => name).join(', ')) : '';
    this.#keepFiles([...this.#files, ...taken.flatMap((file) => (file ? [{ ...file, key: crypto.randomUUID() }] : []))]);
  }

  readonly #onRemoved = ({ key }: FileRemovedEvent) => {
    this.#keepFiles(this.#files.filter((file) => file.key !== key));
  };

  #keepFiles(files: WaitingFile[]) {
    this.#files = files;
    this.#draft?.keepFiles(files);
    this.#host.requestUpdate();
  }

  readonly #onTyped = ({ typed }: DisputeTypedEvent) => {
    const { sent } = this.#draft?.read().typed ?? {};
    this.#typed = typed;
    this.#draft?.keep({ ...typed, ...(sent && { sent }) });
    this.#host.requestUpdate();
  };

  readonly #onOpen = () => {
    this.#isOpen = true;
    this.#host.requestUpdate();
  };

  readonly #onClose = () => {
    this.#isOpen = this.#kept = false;
    this.#host.requestUpdate();
  };
}
