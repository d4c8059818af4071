import type { PaymentMeansList } from '@faceplate/contracts';
import { formatDate, formatMoney, isolated } from '@faceplate/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { type Choice, ONE_AMOUNT, partsFrom } from './choice.ts';
import type { Desk, HeldBack } from './desk.ts';
import type { PartsTypedEvent, PathChosenEvent, PaymentTypedEvent } from '../events.ts';
import { heldWord } from './held-words.ts';
import { words } from '../messages.ts';
import { said, wrongWord } from './messages.ts';
import { NEW_MEANS, type TypedPayment } from './typed-payment.ts';

/** What the desk shows, and whom it tells. */
export interface DeskView {
  desk: Desk;
  typed: TypedPayment;
  choice: Choice;
  locale: string;
  change: (change: Partial<TypedPayment>) => void;
  changeParts: (parts: PartsTypedEvent['parts']) => void;
  go: (path: string) => void;
}

export interface PayView extends DeskView {
  means: PaymentMeansList;
  /** Id of the means that is used, or `new`. */
  chosen: string;
  busy: boolean;
  /** Somebody has pressed the button though something is wrong. */
  pressed: boolean;
  pay: () => void;
}

/** How many, on how many accounts, and which presses. */
export function deskSentence(desk: Desk, locale: string): TemplateResult {
  const overdue = desk.bills.filter((bill) => bill.overdue).length;
  const accounts = new Set(desk.bills.map(({ account }) => account.id)).size;
  const [oldest] = desk.bills;
  return html`
    <p class="row">
      <span>${said.billsOf(said.bills(desk.bills.length, locale), said.accounts(accounts, locale))}</span>
      ${overdue > 0 ? html`<fp-tag tone="critical">${said.late(overdue, locale)}</fp-tag>` : nothing}
    </p>
    ${oldest && overdue === 0 ? html`<p>${said.nextDue(formatDate(oldest.due, locale, 'weekday'))}</p>` : nothing}
    ${desk.later > 0 ? html`<p class="quiet">${said.later(desk.later, locale)}</p>` : nothing}
  `;
}

/** All of it in one tap; or the choices, once somebody asked for them. */
export const payControls = (view: PayView): TemplateResult => (view.typed.way ? payForm(view) : oneTap(view));

function oneTap(view: PayView): TemplateResult {
  const { means, chosen, change } = view;
  const known = means.items.find(({ id }) => id === chosen);
  return html`
    <div class="stack tight">
      <div>${payButton(view, 'button')}</div>
      <p class="quiet">${known ? said.paysWith(isolated(known.name)) : said.goOnAt(means.provider)}</p>
      <div><button class="quiet flush" type="button" @click=${() => change({ way: 'all' })}>${said.otherWay()}</button></div>
    </div>
    ${billsTable(view)}
  `;
}

function payForm(view: PayView): TemplateResult {
  const { typed, means, chosen, desk, choice, pressed, change, pay } = view;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    pay();
  };
  const none = pressed && choice.parts.length === 0 && typed.way === 'parts';
  return html`
    <form class="stack" novalidate @submit=${onSubmit}>
      ${wayChoice(view)} ${typed.way === 'amount' ? oneAmount(view) : nothing} ${billsTable(view)}
      ${desk.bills.length > 0 ? html`<p class="problem" role="status">${none ? said.chooseSome() : nothing}</p>` : nothing}
      <fp-means-choice
        .means=${means}
        chosen=${chosen}
        .keep=${typed.keep === true}
        @payment-typed=${(event: PaymentTypedEvent) => {
          change(event.change);
        }}
      ></fp-means-choice>
      <div>${payButton(view, 'submit')}</div>
    </form>
  `;
}

function payButton({ choice, busy, locale, pay }: PayView, type: 'button' | 'submit'): TemplateResult {
  const label = busy ? said.paying() : words.pay(formatMoney(choice.total, locale));
  return html`<button class="primary" type=${type} aria-disabled=${busy} @click=${type === 'button' ? pay : nothing}>${label}</button>`;
}

function wayChoice({ desk, typed, choice, locale, change }: PayView): TemplateResult {
  const way = (value: NonNullable<TypedPayment['way']>, label: string, also: () => Partial<TypedPayment> = () => ({})) =>
    html`<label class="choice">
      <input type="radio" name="way" .value=${value} .checked=${typed.way === value} @change=${() => change({ way: value, ...also() })} />
      <span>${label}</span>
    </label>`;
  // Editing begins with what would be paid now.
  const parts = () => ({ parts: typed.parts ?? partsFrom(choice, locale) });
  return html`<fieldset class="field">
    <legend>${said.howMuch()}</legend>
    ${way('all', said.all(formatMoney(desk.total, locale)))} ${way('amount', said.anAmount())} ${way('parts', said.parts(), parts)}
  </fieldset>`;
}

function oneAmount({ desk, typed, choice, locale, pressed, change }: PayView): TemplateResult {
  const found = choice.wrong.get(ONE_AMOUNT);
  const wrong = found === 'missing' && !pressed ? undefined : found;
  const onInput = ({ currentTarget }: Event) => {
    change({ amount: (currentTarget as HTMLInputElement).value });
  };
  return html`<div class="field">
    <label for="amount">${words.amount()}</label>
    <input
      id="amount"
      name="amount"
      inputmode="decimal"
      autocomplete="off"
      .value=${typed.amount ?? ''}
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby="amount-problem"
      @input=${onInput}
    />
    <p id="amount-problem" class="problem">${wrong ? wrongWord(wrong, formatMoney(desk.total, locale)) : nothing}</p>
  </div>`;
}

/** What is open, and what this payment does to it. */
export function billsTable({ desk, typed, choice, locale, changeParts, go }: DeskView): TemplateResult {
  return html`<fp-bills-to-pay
    .desk=${desk}
    .choice=${choice}
    .typed=${typed.way === 'parts' ? (typed.parts ?? {}) : undefined}
    locale=${locale}
    @parts-typed=${({ parts }: PartsTypedEvent) => {
      changeParts(parts);
    }}
    @path-chosen=${({ path }: PathChosenEvent) => {
      go(path);
    }}
  ></fp-bills-to-pay>`;
}

/** One payment a currency; nothing to choose where there is one. */
export function currencyChoice(desks: readonly Desk[], { currency }: Desk, locale: string, change: DeskView['change']): unknown {
  if (desks.length < 2) return nothing;
  return html`<fieldset class="field">
    <legend>${said.currency()}</legend>
    ${desks.map(
      (one) => html`<label class="choice">
        <input
          type="radio"
          name="currency"
          .value=${one.currency}
          .checked=${one.currency === currency}
          @change=${() => change({ currency: one.currency, way: undefined, parts: undefined, amount: undefined })}
        />
        <span>${formatMoney(one.total, locale)}</span>
      </label>`,
    )}
    <p class="hint">${said.currencyHelp()}</p>
  </fieldset>`;
}

/** What is owed and not asked for now, and why. */
export function heldBack(held: readonly HeldBack[], locale: string, go: DeskView['go']): unknown {
  return html`<ul class="plain stack tight">
    ${held.map((one) => {
      const { number, amount, paymentId } = one;
      const what = html`<span>${words.billNumber(number)} · <span class="number">${formatMoney(amount, locale)}</span>: ${heldWord(one)}</span>`;
      return html`<li class="row">
        ${what}
        ${paymentId === undefined
          ? nothing
          : html`<button class="opener" data-opens=${paymentId} @click=${() => go(`/payments/${encodeURIComponent(paymentId)}`)}>${said.thatPayment()}</button>`}
      </li>`;
    })}
  </ul>`;
}

/** What is used when nothing else was chosen: the preferred one that still works, else something new. */
export function meansChosen({ items, canAdd }: PaymentMeansList, wanted: string | undefined): string | undefined {
  const usable = items.filter((one) => one.usable);
  if (wanted === NEW_MEANS && canAdd) return NEW_MEANS;
  const known = usable.find(({ id }) => id === wanted) ?? usable.find(({ preferred }) => preferred) ?? usable[0];
  return known?.id ?? (canAdd ? NEW_MEANS : undefined);
}
