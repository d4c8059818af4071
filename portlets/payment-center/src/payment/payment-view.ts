import type { Payment, PaymentPart } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { formatInstant, formatMoney, isolated } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { downloadIcon, expandIcon, outsideIcon } from '@faceplate/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../messages.ts';
import { statusOf } from '../status-words.ts';
import { said, toldOf } from './messages.ts';
import type { SavingStep } from '../saving.controller.ts';
import { safeAction } from './safe-action.ts';

export interface PaymentView {
  payment: Payment;
  level: number;
  locale: string;
  /** IANA zone of whoever looks. */
  zone: string;
  late: boolean;
  receipt: SavingStep;
  /** Ending it did not work. */
  notEnded: boolean;
  again: () => void;
  end: () => void;
  save: () => void;
  go: (path: string) => void;
  /** How it was booked is on show. */
  isTold: boolean;
  tell: () => void;
  trail: () => unknown;
}

/** One payment: how far it is, what to do, and what it is for. */
export function paymentView(view: PaymentView): TemplateResult {
  const { payment, level, locale } = view;
  const { tone, word } = statusOf(payment.status);
  return html`
    <div class="row apart">
      ${heading(level, said.heading(formatMoney(payment.amount, locale)))}
      <fp-tag tone=${tone}>${word}</fp-tag>
    </div>
    ${news(view)} ${facts(view)} ${parts(view)}
    ${payment.status === 'paid' ? receipt(view) : nothing} ${booked(view)}
  `;
}

function news({ payment, late, locale, again, end, notEnded }: PaymentView): TemplateResult {
  const { tone, heading: title, help } = toldOf(payment.status, late);
  const action = payment.status === 'needs-you' ? safeAction(payment) : undefined;
  return html`<fp-status-message part="news" tone=${tone} heading=${title(formatMoney(payment.amount, locale))}>
    ${payment.why ? html`<p>${payment.why}</p>` : nothing}
    <p>${help()}</p>
    ${payment.status === 'needs-you' ? html`<p>${said.doNotHelp()}</p>` : nothing} ${notEnded ? html`<p>${said.notEnded()}</p>` : nothing}
    ${action ? html`<a slot="actions" class="button primary" href=${action.href} target="_top">${outsideIcon()}<span>${said.goOnAt(action.host)}</span></a>` : nothing}
    ${payment.status === 'needs-you' ? html`<button slot="actions" type="button" @click=${end}>${said.doNot()}</button>` : nothing}
    ${AGAIN.includes(payment.status) ? html`<button slot="actions" type="button" class="primary" @click=${again}>${said.again()}</button>` : nothing}
  </fp-status-message>`;
}

const AGAIN: readonly Payment['status'][] = ['failed', 'abandoned', 'returned'];

function facts({ payment: { reference, at, settledAt, means, status }, locale, zone }: PaymentView): TemplateResult {
  const fact = (name: string, value: unknown) => html`<div><dt class="quiet small">${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts">
    ${fact(said.quote(), html`<bdi class="quote">${reference}</bdi>`)} ${fact(said.at(), formatInstant(at, locale, zone))}
    ${settledAt && status === 'paid' ? fact(said.settled(), formatInstant(settledAt, locale, zone)) : nothing}
    ${means ? fact(said.means(), isolated(means.name)) : nothing}
  </dl>`;
}

/** By account, as receivables have it: what each account gets, and each bill of it. */
function parts({ payment: { parts: all, amount }, locale, go, level }: PaymentView): TemplateResult {
  const accounts = Object.values(Object.groupBy(all, ({ account }) => account.id));
  return html`
    ${heading(level, said.parts(), 1)}
    <table part="parts">
      <caption class="visually-hidden">${said.parts()}</caption>
      <thead>
        <tr><th scope="col">${said.account()}</th><th scope="col">${words.bill()}</th><th scope="col" class="number">${words.amount()}</th></tr>
      </thead>
      <tbody>
        ${accounts.flatMap((group = []) => [
          accountRow(group, amount.currency, locale),
          ...group.map((one) => partRow(one, locale, go)),
        ])}
      </tbody>
      <tfoot>
        <tr><th scope="row" colspan="2">${words.total()}</th><td class="number">${formatMoney(amount, locale)}</td></tr>
      </tfoot>
    </table>
  `;
}

const accountRow = (group: readonly PaymentPart[], currency: string, locale: string) =>
  html`<tr class="account">
    <th scope="row" colspan="2"><bdi>${group[0]?.account.name}</bdi></th>
    <td class="number">${formatMoney(sum(group.map(({ amount }) => amount), currency), locale)}</td>
  </tr>`;

function partRow({ bill, amount }: PaymentPart, locale: string, go: PaymentView['go']): TemplateResult {
  const what = bill
    ? html`<button class="opener" type="button" @click=${() => go(`/bills/${encodeURIComponent(bill.id)}`)}>${words.billNumber(bill.number)}</button>`
    : said.wholeAccount();
  return html`<tr><td></td><td>${what}</td><td class="number quiet">${formatMoney(amount, locale)}</td></tr>`;
}

function receipt({ receipt: step, save }: PaymentView): TemplateResult {
  const status = { idle: '', fetching: said.receiptRunning(), saved: said.receiptDone(), failed: said.receiptFailed() }[step];
  return html`<div class="stack tight">
    <div><button type="button" aria-disabled=${step === 'fetching'} @click=${save}>${downloadIcon()}<span>${said.receipt()}</span></button></div>
    <p role="status" class="small">${status}</p>
  </div>`;
}

/** For whoever wants to know exactly; nobody needs it to have paid. */
const booked = ({ isTold, tell, trail }: PaymentView): TemplateResult => html`
  <div><button type="button" class="quiet flush" aria-expanded=${isTold} @click=${tell}>${expandIcon()}<span>${said.booked()}</span></button></div>
  ${trail()}
`;
