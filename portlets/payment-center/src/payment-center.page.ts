import type { Payment, PaymentList } from '@faceplate/contracts';
import { type NamedWorld, type Operator, type OperatorOptions, payerBy, startOperator } from '@faceplate/mocks';
import { closePortlets, type OpenOptions, openPortlet, pressIn, textOf } from '@faceplate/portlet-kit/testing.js';
import './define.ts';
import type { PaymentCenterElement } from './payment-center.element.ts';

/** Asks the operator past the portlet, as another page would. */
export async function asked<T>(operator: Operator, path: string): Promise<T> {
  const response = await operator.fetch(new Request(`/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as T;
}

export const paymentsOf = async (operator: Operator): Promise<Payment[]> => (await asked<PaymentList>(operator, '/payments')).items;

interface Opening extends OpenOptions, OperatorOptions {
  /** Goes on with this operator: a reload, another tab, another day. */
  with?: Operator;
}

/** The portlet through a customer's eyes. */
export async function openPayments(world: NamedWorld, options: Opening = {}) {
  closePortlets();
  const operator = options.with ?? (await startOperator(world, options));
  const { element, visited, reported, until } = openPortlet<PaymentCenterElement>('fp-payment-center', options);
  const root = () => element.shadowRoot ?? document.createDocumentFragment();
  const inside = (tag: string) => root().querySelector(tag)?.shadowRoot;
  const all = () => [root(), ...['fp-bills-to-pay', 'fp-means-choice', 'fp-payment-list'].map(inside)];
  const find = <E extends HTMLElement = HTMLInputElement>(selector: string) => all().flatMap((part) => [...(part?.querySelectorAll<E>(selector) ?? [])]);
  const type = (input: HTMLInputElement | undefined, value: string, event = 'input') => {
    if (!input) throw new Error('no such field');
    input.value = value;
    input.dispatchEvent(new Event(event, { bubbles: true, composed: true }));
  };
  return {
    element,
    operator,
    visited,
    reported,
    until,
    payer: payerBy(operator.provider),
    heading: () => textOf(root().querySelector('h2')),
    said: () => textOf(root().querySelector('section')),
    toPay: () => textOf(root().querySelector('[part="to-pay"]')),
    message: () => root().querySelector('fp-status-message')?.getAttribute('heading') ?? '',
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    note: () => root().querySelector('[part="note"]')?.getAttribute('heading') ?? '',
    closed: () => root().querySelector('[part="closed"]')?.getAttribute('heading') ?? '',
    news: () => root().querySelector('[part="news"]')?.getAttribute('heading') ?? '',
    goesTo: () => root().querySelector<HTMLAnchorElement>('[part="news"] a')?.href ?? '',
    loading: () => root().querySelector('fp-skeleton'),
    status: () => textOf(root().querySelector('[part="parts"] ~ .stack [role="status"]')),
    /** The button that pays, by its words. */
    payButton: () => find<HTMLButtonElement>('button.primary').map(textOf)[0] ?? '',
    bills: () => [...(inside('fp-bills-to-pay')?.querySelectorAll('tbody tr:not(.account)') ?? [])].map(textOf),
    pays: () => [...(inside('fp-bills-to-pay')?.querySelectorAll('tbody tr:not(.account) td:last-child') ?? [])].map(textOf),
    together: () => textOf(inside('fp-bills-to-pay')?.querySelector('tfoot td:last-child')),
    accounts: () => [...(inside('fp-bills-to-pay')?.querySelectorAll('.account') ?? [])].map(textOf),
    held: () => [...root().querySelectorAll('section > ul li')].map(textOf),
    payments: () => [...(inside('fp-payment-list')?.querySelectorAll('tbody tr') ?? [])].map(textOf),
    parts: () => [...root().querySelectorAll('[part="parts"] tbody tr')].map(textOf),
    means: () => [...(inside('fp-means-choice')?.querySelectorAll('label') ?? [])].map(textOf),
    wrong: () => find<HTMLElement>('.problem').map(textOf).filter(Boolean),
    focused: () => all().map((part) => (part as ShadowRoot | undefined)?.activeElement).findLast((one) => one && !one.shadowRoot) ?? null,
    amount: () => find('#amount')[0],
    amounts: () => find('td input.amount[name]'),
    accountAmounts: () => find('.account input'),
    ticks: () => find('td [type="checkbox"]'),
    choose: async (name: 'way' | 'means' | 'currency', value: string) => {
      (await until(() => find(`[name="${name}"]`).find((one) => one.value === value)))?.click();
    },
    keep: async () => {
      (await until(() => find('[name="keep"]')[0]))?.click();
    },
    type,
    press: (name: string) => {
      pressIn(all(), name);
    },
    payment: async () => asked<Payment>(operator, `/payments/${element.paymentId}`),
  };
}

export type PaymentsPage = Awaited<ReturnType<typeof openPayments>>;

/** Payments begun in this test: those of the world's past are over. */
export const begun = async ({ operator }: PaymentsPage): Promise<Payment[]> => (await paymentsOf(operator)).filter(({ reference }) => reference.startsWith('P-'));

/** Where the tab would have gone: nothing on this page leaves it. */
export function departures(): string[] {
  const gone: string[] = [];
  document.addEventListener('click', stay);
  return gone;

  function stay(event: MouseEvent): void {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.hasAttribute('download')) return;
    event.preventDefault();
    gone.push(link.href);
  }
}

export const cents = (shown: string) => Number(shown.replace(/[^\d−-]/g, '').replace('−', '-'));
