import '@faceplate/client/nouns/reports.js';
import type { SavedReport, SavedReportList } from '@faceplate/contracts';
import { define, type Draft } from '@faceplate/portlet-kit';
import { addIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { ReportSavedEvent } from '../events.ts';
import type { PartHost } from '../part.ts';
import { isSame, wishOfReport } from '../wish.ts';
import { ReportNameElement } from './components/report-name.element.ts';
import type { NameTypedEvent, ReportNamedEvent } from './events.ts';
import { type Intent, KeepingController, type KeepingState } from './keeping.controller.ts';
import { newsOf, problemOf, words } from './messages.ts';
import { savedListView } from './saved-list.ts';
import { nameDraft, type TypedName } from './typed-name.ts';

define('fp-report-name', ReportNameElement);

/** Reports that are kept under a name: the list, saving what is on show, another name, removing and bringing back. */
export class KeepingPart {
  readonly #host: PartHost;
  readonly #keeping: KeepingController;
  #all = false;
  /** What was done last is said on the page where it was done. */
  #doneOn = '';
  /** The list as it was then: until it is read again it does not know of it. */
  #doneOver: SavedReportList | undefined;
  #draft: Draft<TypedName> | undefined;
  #typed: TypedName | undefined;

  constructor(host: PartHost) {
    this.#host = host;
    this.#keeping = new KeepingController(host);
  }

  /** The reports, what was done to them a moment ago included. */
  known(items: readonly SavedReport[]): readonly SavedReport[] {
    const { state } = this.#keeping;
    if (state.step !== 'done' || this.#doneOver !== this.#host.saved.value) return items;
    const others = items.filter(({ id }) => id !== state.report.id);
    return state.act === 'removed' ? others : [...others, state.report].toSorted((one, other) => one.name.localeCompare(other.name, this.#host.locale));
  }

  renderList(): unknown {
    const { saved, mode } = this.#host;
    const { state } = saved;
    if (state.step === 'loading') return html`<fp-skeleton lines="2"></fp-skeleton>`;
    if (state.step === 'failed') return html`<p class="row"><span class="quiet">${words.cannotList()}</span> <button class="quiet" @click=${() => saved.retry()}>${words.again()}</button></p>`;
    this.#takeUp();
    return savedListView(this.known(state.value.items), {
      locale: this.#host.locale,
      headingLevel: this.#host.headingLevel,
      all: this.#all,
      showAll: () => this.#showAll(),
      open: (report) => this.#open(report),
      acts: mode === 'agent' ? undefined : { nameForm: (report) => this.#renderForm(report), rename: ({ id }) => this.#name(id), remove: (report) => void this.#remove(report) },
    });
  }

  /** What can be done with what is on show: `report` is the saved one that is open. */
  renderTools(report: SavedReport | undefined): unknown {
    // Staff look at what a customer keeps; it is not theirs to change.
    if (this.#host.mode === 'agent') return nothing;
    this.#takeUp();
    const form = this.#renderForm(undefined) ?? (report && this.#renderForm(report));
    if (form) return form;
    if (!report) return html`<div class="row">${this.#renderNew(words.save())}<span class="quiet small">${words.saveHelp()}</span></div>`;
    if (isSame(this.#host.wish, wishOfReport(report))) {
      return html`<div class="row">
        <button data-names=${report.id} @click=${() => this.#name(report.id)}>${words.rename()}</button>
        <button class="quiet" @click=${() => this.#remove(report)}>${words.remove()}</button>
      </div>`;
    }
    return html`<div class="row">
      <button class="primary" aria-disabled=${this.#isSending} @click=${() => this.#change(report)}>${words.saveChanges()}</button>
      ${this.#renderNew(words.saveAsNew())}
      <button class="quiet" @click=${() => this.#host.open(report)}>${words.asSaved()}</button>
    </div>`;
  }

  /** What became of it, and the way back where there is one. */
  renderNews(): unknown {
    const { state } = this.#keeping;
    if (this.#doneOn !== this.#host.reportId) return nothing;
    if (state.step === 'failed' && !isNaming(state, state.id)) {
      return html`<fp-status-message part="problem" tone="critical" heading=${problemOf(state.cause)}>
        <button slot="actions" @click=${() => this.#host.run(() => this.#keeping.again())}>${words.again()}</button>
      </fp-status-message>`;
    }
    if (state.step !== 'done') return nothing;
    const { report, act } = state;
    return html`<fp-status-message part="news" tone=${act === 'removed' ? 'info' : 'positive'} heading=${newsOf(act, report.name)}>
      ${act === 'removed' ? html`<p>${words.undoHelp()}</p><button slot="actions" data-undo @click=${() => this.#restore(report)}>${words.undo()}</button>` : nothing}
    </fp-status-message>`;
  }

  #renderNew(said: string) {
    return html`<button data-names="" @click=${() => this.#name('')}>${addIcon()}<span>${said}</span></button>`;
  }

  /** The form, where this report, or a new one, is being named. */
  #renderForm(report: SavedReport | undefined): unknown {
    const { state } = this.#keeping;
    const id = report?.id ?? '';
    if (!isNaming(state, id)) return undefined;
    const typed = this.#typed?.id === id ? this.#typed.name : undefined;
    return html`<fp-report-name
      name=${typed ?? report?.name ?? ''}
      problem=${state.step === 'failed' ? problemOf(state.cause) : ''}
      ?busy=${state.step === 'sending'}
      ?unasked=${typed !== undefined}
      @name-typed=${({ name }: NameTypedEvent) => this.#draft?.keep({ id, at: this.#host.reportId, name })}
      @report-named=${({ name }: ReportNamedEvent) => (report ? this.#rename(report, name) : this.#save(name))}
      @naming-left=${() => this.#leave(id)}
    ></fp-report-name>`;
  }

  get #isSending() {
    return this.#keeping.state.step === 'sending';
  }

  /** What this person had typed before, once it is known who they are. */
  #takeUp() {
    const { person, reportId } = this.#host;
    if (this.#draft || person === undefined) return;
    this.#draft = nameDraft(person);
    const typed = this.#draft.read();
    if (typed?.at !== reportId || this.#keeping.state.step !== 'idle') return;
    this.#typed = typed;
    this.#keeping.show({ step: 'naming', id: typed.id });
  }

  #open(report: SavedReport) {
    this.#keeping.show({ step: 'idle' });
    this.#host.open(report);
  }

  #name(id: string) {
    this.#typed = undefined;
    this.#keeping.show({ step: 'naming', id });
  }

  #leave(id: string) {
    this.#draft?.clear();
    this.#keeping.show({ step: 'idle' });
    this.#focus(`[data-names="${CSS.escape(id)}"]`);
  }

  #save(name: string) {
    const { wish } = this.#host;
    const { by, months, accountId } = wish;
    const body = { name, by, months, ...(accountId && { accountId }) };
    return this.#do({ act: 'saved', id: '', what: body, send: (options) => this.#reports.save(body, options) }, (report) => {
      this.#host.open(report);
      this.#doneOn = report.id;
    });
  }

  #rename({ id }: SavedReport, name: string) {
    return this.#do({ act: 'named', id, what: name, send: (options) => this.#reports.change(id, { name }, options) }, () => this.#focus(`[data-names="${CSS.escape(id)}"]`));
  }

  #change({ id }: SavedReport) {
    const { by, months, accountId } = this.#host.wish;
    const body = { by, months, accountId: accountId || null };
    return this.#do({ act: 'changed', id, what: body, send: (options) => this.#reports.change(id, body, options) }, (report) => this.#host.open(report));
  }

  #remove(report: SavedReport) {
    return this.#do({ act: 'removed', id: report.id, what: report.changedAt, send: (options) => this.#reports.remove(report.id, options) }, () => {
      if (this.#host.reportId) this.#host.open();
      this.#doneOn = '';
      this.#focus('[data-undo]');
    });
  }

  #restore({ id, changedAt }: SavedReport) {
    return this.#do({ act: 'restored', id, what: changedAt, send: (options) => this.#reports.restore(id, options) }, () => this.#focus(`[data-opens="${CSS.escape(id)}"]`));
  }

  #do(intent: Intent, then: (report: SavedReport) => void): Promise<void> {
    return this.#host.run(async () => {
      this.#doneOn = this.#host.reportId;
      const report = await this.#keeping.do({ ...intent, send: (options) => this.#sent(intent.send(options)) });
      if (!report) return;
      if (intent.act === 'saved' || intent.act === 'named') this.#draft?.clear();
      if (intent.act === 'saved' || intent.act === 'changed') this.#host.dispatchEvent(new ReportSavedEvent(report.id));
      then(report);
    });
  }

  /** Before anything is drawn of it. */
  async #sent(answer: Promise<SavedReport>): Promise<SavedReport> {
    const report = await answer;
    this.#doneOver = this.#host.saved.value;
    return report;
  }

  #showAll() {
    this.#all = true;
    this.#host.requestUpdate();
  }

  get #reports() {
    return this.#host.services.client.reports;
  }

  /** What is to have the focus next is drawn only now, and what stands in a slot a moment later. */
  #focus(selector: string) {
    requestAnimationFrame(() => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

/** The form for this report is open, and stays so until its name is saved. */
function isNaming(state: KeepingState, id: string): boolean {
  if (state.step === 'naming') return state.id === id;
  return (state.step === 'sending' || state.step === 'failed') && (state.act === 'saved' || state.act === 'named') && state.id === id;
}
