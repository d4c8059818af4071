import type { Bill, BillList } from '@faceplate/contracts';
import { type NamedWorld, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, type OpenOptions, openPortlet, pressIn, textOf } from '@faceplate/portlet-kit/testing.js';
import './define.ts';
import type { BillViewerElement } from './bill-viewer.element.ts';

/** The portlet through a customer's eyes. */
export async function openBills(world: NamedWorld, options: OpenOptions & OperatorOptions = {}) {
  closePortlets();
  const operator = await startOperator(world, options);
  const { element, visited, reported, until } = openPortlet<BillViewerElement>('fp-bill-viewer', options);
  const root = () => element.shadowRoot ?? document.createDocumentFragment();
  const list = () => root().querySelector('fp-bill-list')?.shadowRoot;
  const tools = () => root().querySelector('fp-bill-tools')?.shadowRoot;
  const charges = () => root().querySelector('fp-charge-list')?.shadowRoot;
  const found = () => root().querySelector('fp-found-list')?.shadowRoot;
  const balances = () => [...root().querySelectorAll('fp-balance-sum')].map(({ shadowRoot }) => shadowRoot);
  const flow = () => root().querySelector('fp-flow-chart')?.shadowRoot;
  return {
    element,
    operator,
    visited,
    reported,
    until,
    owed: () => textOf(root().querySelector('[part="owed"]')),
    heading: () => textOf(root().querySelector('h2')),
    due: () => textOf(root().querySelector('[part="owed"] + .row')),
    said: () => textOf(root().querySelector('section')),
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    note: () => root().querySelector('[part="note"]')?.getAttribute('heading') ?? '',
    message: () => root().querySelector('fp-status-message')?.getAttribute('heading') ?? '',
    loading: () => root().querySelector('fp-skeleton'),
    /** What is said about files, in the order of the page. */
    status: () => [...root().querySelectorAll('[role="status"]')].map(textOf).filter(Boolean).join(' '),
    trend: () => root().querySelector('fp-chart-bars'),
    chartTitle: () => root().querySelector('fp-chart-bars')?.caption ?? '',
    rows: () => [...(list()?.querySelectorAll('tbody tr') ?? [])].map(textOf),
    rowSums: () => [...(list()?.querySelectorAll('tfoot tr') ?? [])].map(textOf),
    /** The rows of the first sum on the page: name of the figure → sign and amount as they stand there. */
    figures: () => figuresIn(balances()[0]),
    balances: () => balances().map(figuresIn),
    lines: () => [...(charges()?.querySelectorAll('tbody td:last-child') ?? [])].map(textOf),
    /** The line that has the focus. */
    landed: () => textOf(charges()?.activeElement),
    sums: () => [...(charges()?.querySelectorAll('tfoot tr') ?? [])].map(textOf),
    found: () => [...(found()?.querySelectorAll('tbody tr') ?? [])].map(textOf),
    difference: () => textOf(root().querySelector('[part="difference"]')),
    groups: () => [...root().querySelectorAll('[part="groups"] dl > div')].map(textOf),
    parts: () => textOf(root().querySelector('[part="parts"]')),
    /** Each step of the picture: what it says, its amount, and where it leads. */
    steps: () =>
      [...(flow()?.querySelectorAll('li') ?? [])].map((step) => ({
        says: textOf(step.querySelector('.name')),
        amount: textOf(step.querySelector('.number')),
        more: textOf(step.querySelector('.more')),
        kind: step.className,
        drawn: step.querySelector('rect') !== null,
      })),
    changeTable: () => [...(root().querySelector('fp-change-table')?.shadowRoot?.querySelectorAll('tbody tr, tfoot tr') ?? [])].map(textOf),
    focused: () => textOf(list()?.activeElement ?? tools()?.activeElement ?? element.shadowRoot?.activeElement),
    press: (name: string) => {
      pressIn([root(), tools(), list(), found(), flow()], name);
    },
    /** Chooses from a list, as a person does: by its label's id and the value. */
    choose: (id: string, value: string) => {
      const select = [root(), tools()].flatMap((part) => [...(part?.querySelectorAll<HTMLSelectElement>(`select#${id}`) ?? [])])[0];
      if (!select) throw new Error(`no choice "${id}"`);
      select.value = value;
      select.dispatchEvent(new Event('change'));
    },
    choices: (id: string) => [...([root(), tools()].flatMap((part) => [...(part?.querySelectorAll<HTMLSelectElement>(`select#${id}`) ?? [])])[0]?.options ?? [])].map(({ value }) => value),
    type: (words: string) => {
      const input = tools()?.querySelector<HTMLInputElement>('input[type="search"]');
      if (!input) throw new Error('no search');
      input.value = words;
      input.form?.requestSubmit();
    },
  };
}

const figuresIn = (sum: ShadowRoot | null | undefined): Record<string, string> =>
  Object.fromEntries(
    [...(sum?.querySelectorAll<HTMLTableRowElement>('tr[data-figure]') ?? [])].map((row) => [
      row.dataset['figure'] ?? '',
      [...row.querySelectorAll('td')].map(textOf).join(''),
    ]),
  );

/** Euros and cents of "€1,234.50" or "−€3.00", in cents: only for adding up what is on screen. */
export const cents = (shown: string) => Number(shown.replace(/[^\d−-]/g, '').replace('−', '-'));

/** Ada's bills, asked of the operator as the portlet asks. */
export async function billsOf(operator: { fetch(request: Request): Promise<Response> }): Promise<BillList> {
  const response = await operator.fetch(new Request('/api/v1/bills', { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as BillList;
}

/** One bill, asked of the operator as the portlet asks. */
export async function billOf(operator: { fetch(request: Request): Promise<Response> }, billId: string): Promise<Bill> {
  const response = await operator.fetch(new Request(`/api/v1/bills/${encodeURIComponent(billId)}`, { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as Bill;
}
