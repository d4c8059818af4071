import type { Money, Trail, TrailMismatch } from '@faceplate/contracts';
import { formatDate, formatInstant, formatMoney, isolated } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../messages.ts';
import type { SavingStep } from '../saving.controller.ts';
import { kindOf, mismatchSaid, missingSaid, said } from './messages.ts';
import { folded, type ShownStep } from './steps.ts';

export interface TrailView {
  trail: Trail;
  /** Of the headings in it. */
  level: number;
  locale: string;
  /** IANA zone of whoever looks. */
  zone: string;
  saving: SavingStep;
  save: (form: 'csv' | 'json') => void;
}

/** Whether all systems agree, what each of them has, and what is not there. */
export function trailView(view: TrailView): TemplateResult {
  const { trail, level, saving, save } = view;
  const status = { idle: '', fetching: said.saving(), saved: said.saved(), failed: said.notSaved() }[saving];
  const button = (form: 'csv' | 'json', words: string) => html`<button type="button" aria-disabled=${saving === 'fetching'} @click=${() => save(form)}>${downloadIcon()}<span>${words}</span></button>`;
  return html`
    ${verdict(view)} ${heading(level, said.steps(), 1)}
    <ol part="trail" class="trail stack">${folded(trail.steps).map((step) => stepRow(step, view))}</ol>
    ${trail.missing.length > 0 ? html`${heading(level, said.notThere(), 1)}<ul class="stack tight">${trail.missing.map((one) => html`<li>${missingSaid(one)}</li>`)}</ul>` : nothing}
    <div class="row">${button('csv', said.table())} ${button('json', said.data())}</div>
    <p role="status" class="small">${status}</p>
  `;
}

function verdict({ trail: { mismatches, gaps, missing, correlationId }, locale }: TrailView): TemplateResult {
  if (mismatches.length > 0) {
    return html`<fp-status-message part="verdict" tone="critical" heading=${said.differs(mismatches.length, locale)} reference=${correlationId}>
      <ul class="stack tight">${mismatches.map((one) => html`<li>${mismatchRow(one, locale)}</li>`)}</ul>
      <p>${said.differsHelp()}</p>
    </fp-status-message>`;
  }
  const isWhole = gaps.length === 0 && missing.every(({ reason }) => reason === 'elsewhere');
  return html`<fp-status-message part="verdict" tone=${isWhole ? 'positive' : 'info'} heading=${isWhole ? said.agrees() : said.notAll()} reference=${correlationId}>
    <p>${isWhole ? said.agreesHelp() : said.notAllHelp()}</p>
  </fp-status-message>`;
}

function mismatchRow(one: TrailMismatch, locale: string): TemplateResult {
  const told = (money: Money | undefined) => (money ? formatMoney(money, locale) : said.anotherAmount());
  const about = one.bill ? words.billNumber(one.bill.number) : one.payment ? words.reference(one.payment.number) : '';
  return html`${about ? html`<span class="quiet small">${about}</span> ` : nothing}${mismatchSaid(one, told(one.expected), told(one.found))}`;
}

function stepRow(step: ShownStep, { locale, zone }: TrailView): TemplateResult {
  const { kind, system, id, amount, at, on, lines } = step;
  const moment = at ? formatInstant(at, locale, zone) : on ? formatDate(on, locale) : '';
  return html`<li class="stack tight">
    <div class="row apart"><strong>${kindOf(kind)}</strong>${amount ? html`<span class="number">${formatMoney(amount, locale)}</span>` : nothing}</div>
    <div>${nameOf(step)}${lines ? html` <span class="quiet">(${said.lines(lines, locale)})</span>` : nothing}</div>
    <div class="quiet small">${isolated(system)}${moment ? html` · ${moment}` : nothing}</div>
    ${lines ? nothing : html`<div class="quiet small quote">${said.number(id)}</div>`}
  </li>`;
}

/** What people call it by. */
function nameOf({ kind, name, number, bill }: ShownStep): unknown {
  if (kind === 'bill' || kind === 'applied' || kind === 'line') {
    const shown = bill?.number ?? number;
    return shown ? words.billNumber(shown) : nothing;
  }
  return name ? html`<bdi>${name}</bdi>${number ? html` <span class="quiet"><bdi>${number}</bdi></span>` : nothing}` : number ? words.reference(number) : nothing;
}
