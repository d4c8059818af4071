import '@faceplate/client/nouns/payments.js';
import type { BillList, Payment, PaymentList, PaymentMeansList, PaymentRequest } from '@faceplate/contracts';
import type { Draft, Reading, ReadingState } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { type Choice, choose, requestOf, typedAmount } from './choice.ts';
import { type Closed, closedBy, closedNote } from './closed.ts';
import { type Desk, desksOf } from './desk.ts';
import { billsTable, currencyChoice, type DeskView, meansChosen, payControls } from './desk-templates.ts';
import type { PartHost } from '../part.ts';
import { said } from './messages.ts';
import { PayingController } from './paying.controller.ts';
import { openTry, refusedNote } from './trying.ts';
import { bodyOf, stillOpen, typedAgain, type TypedPayment, typedPayment } from './typed-payment.ts';

/** Where somebody pays: what was chosen, kept on this device until it is paid, and the way from there to a payment. */
export class PayingDesk {
  readonly #host: PartHost;
  readonly #means: Reading<readonly [], PaymentMeansList>;
  readonly #made: (payment: Payment) => void;
  readonly #paying: PayingController;
  #draft: Draft<TypedPayment> | undefined;
  #typed: TypedPayment = {};
  #payments: readonly Payment[] = [];
  /** Before anybody knew whose page this is. */
  #takenUp: Payment | undefined;
  /** Somebody wanted to pay though something was wrong. */
  #pressed = false;

  constructor(host: PartHost, means: Reading<readonly [], PaymentMeansList>, made: (payment: Payment) => void) {
    this.#host = host;
    this.#means = means;
    this.#made = made;
    this.#paying = new PayingController(host, {
      payments: () => host.services.client.payments,
      sent: () => this.#draft?.read()?.sent ?? this.#typed.sent,
      remember: (sent) => {
        this.#keep({ ...this.#typed, sent });
      },
    });
  }

  /** Whose choices these are; with them come those that were kept. */
  belongsTo(person: string): void {
    if (this.#draft) return;
    this.#draft = typedPayment(person);
    this.#typed = this.#draft.read() ?? {};
    this.settle(this.#payments);
    if (this.#takenUp) this.again(this.#takenUp);
  }

  /** What became a payment that went through is chosen no longer. */
  settle(payments: readonly Payment[]): void {
    this.#payments = payments;
    const open = stillOpen(this.#typed, payments, Date.now());
    if (open !== this.#typed) this.#keep(open);
  }

  /** What the address asks for: one bill, or all of them. What was changed since stays. */
  ask({ bill, all }: { bill: string; all: boolean }, { items }: BillList): void {
    const asked = bill ? `bill ${bill}` : all ? 'all' : '';
    if (!asked || this.#typed.asked === asked || this.#typed.sent) return;
    const found = desksOf(items, []).flatMap((desk) => desk.bills.filter(({ id }) => id === bill));
    const [open] = found;
    if (bill && !open) return;
    const { means, keep } = this.#typed;
    const parts = open && { [open.id]: typedAmount(open.open, this.#host.locale) };
    this.#keep({ means, keep, asked, ...(open && { currency: open.open.currency, way: 'parts', parts }) });
  }

  /** Takes up a payment that came to nothing, with everything still filled in. */
  again(payment: Payment): void {
    this.#takenUp = this.#draft ? undefined : payment;
    if (this.#takenUp || this.#typed.sent || this.#typed.madeId === payment.id) return;
    const { means, keep } = this.#typed;
    this.#keep({ ...typedAgain(payment), means, keep });
  }

  /** All that is open, the currency somebody pays in first. */
  desks(bills: BillList, payments: PaymentList): Desk[] {
    const desks = desksOf(bills.items, payments.items);
    const wanted = desks.find(({ currency }) => currency === this.#typed.currency);
    return wanted ? [wanted, ...desks.filter((desk) => desk !== wanted)] : desks;
  }

  /** `closed`: nobody can pay from here, whatever the means say. */
  render(desks: readonly Desk[], closed = this.#closed): unknown {
    const [desk] = desks;
    const { state } = this.#paying;
    const isFirst = state.step === 'sending' && !state.again;
    if (this.#typed.sent && !isFirst) return this.#renderTry(this.#typed.sent);
    if (!desk || desk.bills.length === 0) return nothing;
    const view = this.#viewOf(desk);
    return html`
      ${currencyChoice(desks, desk, this.#host.locale, view.change)} ${refusedNote(state, this.#signInHref)}
      ${closed ? html`${closedNote(closed)} ${billsTable({ ...view, typed: {} })}` : this.#renderPay(view)}
    `;
  }

  #renderTry(sent: NonNullable<TypedPayment['sent']>) {
    return openTry(sent, {
      busy: this.#paying.state.step === 'sending',
      locale: this.#host.locale,
      again: () => {
        void this.#host.run(() => this.#send(bodyOf(sent)));
      },
      leave: () => {
        this.#paying.leave();
      },
    });
  }

  #renderPay(view: DeskView) {
    const bills = () => billsTable({ ...view, typed: {} });
    return this.#host.renderReading(this.#means, {
      loading: () => html`<fp-skeleton lines="2" rows></fp-skeleton>${bills()}`,
      failed: bills,
      ready: (means) => this.#renderControls(view, means),
    });
  }

  #renderControls(view: DeskView, means: PaymentMeansList) {
    const chosen = meansChosen(means, this.#typed.means);
    if (chosen === undefined)
      return html`<fp-status-message part="closed" tone="info" heading=${said.noMeans()}><p>${said.noMeansHelp()}</p></fp-status-message>${billsTable({ ...view, typed: {} })}`;
    const busy = this.#paying.state.step === 'sending';
    const pay = () => {
      void this.#host.run(() => this.#pay(view.choice, chosen));
    };
    return payControls({ ...view, means, chosen, busy, pressed: this.#pressed, pay });
  }

  #viewOf(desk: Desk): DeskView {
    const { locale, services } = this.#host;
    const change = (typed: Partial<TypedPayment>) => {
      this.#pressed = false;
      this.#paying.reset();
      this.#keep({ ...this.#typed, currency: desk.currency, ...typed });
    };
    return {
      desk,
      typed: this.#typed,
      choice: choose(desk, this.#typed, locale),
      locale,
      change,
      changeParts: (parts) => {
        change({ parts: withChanges(this.#typed.parts ?? {}, parts) });
      },
      go: (path) => {
        services.navigate(path);
      },
    };
  }

  /** Staff are told at once; for the rest the ways to pay say it. */
  get #closed(): Closed | undefined {
    if (this.#host.mode === 'agent') return 'acting';
    const state: ReadingState<PaymentMeansList> = this.#means.state;
    return state.step === 'failed' ? closedBy(state.cause) : undefined;
  }

  get #signInHref(): string {
    return this.#host.services.client.session.signInHref(location.pathname + location.search);
  }

  async #pay(choice: Choice, means: string): Promise<void> {
    if (choice.wrong.size === 0 && choice.parts.length > 0) return this.#send(requestOf(choice, { ...this.#typed, means }));
    this.#pressed = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    firstWrong(this.#host.renderRoot)?.focus();
  }

  async #send(body: PaymentRequest): Promise<void> {
    const payment = await this.#paying.pay(body);
    if (!payment) {
      const { state } = this.#paying;
      if ('cause' in state) this.#host.services.report(state.cause);
      return;
    }
    this.#keep({ ...this.#typed, madeId: payment.id });
    this.#made(payment);
  }

  #keep(typed: TypedPayment): void {
    this.#typed = typed;
    this.#draft?.keep(typed);
    this.#host.requestUpdate();
  }
}

const withChanges = (parts: Readonly<Record<string, string>>, changes: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...parts, ...changes }).flatMap(([id, text]) => (text === undefined ? [] : [[id, text]])));

/** Also in the table, which is an element of its own. */
function firstWrong(root: ParentNode): HTMLElement | undefined {
  const roots = [root, root.querySelector('fp-bills-to-pay')?.shadowRoot];
  return roots.flatMap((one) => [...(one?.querySelectorAll<HTMLElement>('[aria-invalid="true"]') ?? [])])[0];
}
