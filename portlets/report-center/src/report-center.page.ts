import type { SavedReport, SavedReportList } from '@faceplate/contracts';
import { type NamedWorld, type Operator, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, type OpenOptions, openPortlet, pressIn, textOf } from '@faceplate/portlet-kit/testing.js';
import './define.ts';
import type { ReportCenterElement } from './report-center.element.ts';

interface Opening extends OpenOptions, OperatorOptions {
  /** Goes on with this operator: a reload, another tab, another day. */
  with?: Operator;
}

/** The portlet through a customer's eyes. */
export async function openReports(world: NamedWorld, options: Opening = {}) {
  closePortlets();
  const operator = options.with ?? (await startOperator(world, options));
  const { element, visited, reported, until } = openPortlet<ReportCenterElement>('fp-report-center', options);
  const root = () => element.shadowRoot ?? document.createDocumentFragment();
  const inside = (tag: string) => [...root().querySelectorAll(tag)].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const tables = () => inside('fp-spend-table');
  const form = () => inside('fp-report-name')[0];
  const name = () => {
    const input = form()?.querySelector('input');
    if (!input) throw new Error('no form');
    return input;
  };
  return {
    element,
    operator,
    visited,
    reported,
    until,
    heading: () => textOf(root().querySelector('h2')),
    said: () => textOf(root().querySelector('section')),
    spent: () => textOf(root().querySelector('[part="spent"]')),
    loading: () => root().querySelector('fp-skeleton'),
    message: () => root().querySelector('fp-status-message')?.getAttribute('heading') ?? '',
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    note: () => root().querySelector('[part="note"]')?.getAttribute('heading') ?? '',
    news: () => root().querySelector('[part="news"]')?.getAttribute('heading') ?? '',
    chart: () => root().querySelector('fp-chart-bars'),
    chartTitle: () => root().querySelector('fp-chart-bars')?.caption ?? '',
    sheets: () => root().querySelectorAll('[data-currency]'),
    /** The pictures beside each other: their answer, and what each bar says. */
    pictures: () =>
      inside('fp-side-bars').map((picture) => ({
        answer: textOf(picture.querySelector('figcaption')),
        bars: [...picture.querySelectorAll('li')].map((bar) => ({ name: textOf(bar.querySelector('bdi')), amount: textOf(bar.querySelector('.number')) })),
      })),
    rows: () => [...(tables().at(-1)?.querySelectorAll('tbody tr') ?? [])].map(textOf),
    /** What is chosen, by the id of the choice. */
    chosen: (id: string) => root().querySelector<HTMLSelectElement>(`select#${id}`)?.value,
    choose: (id: string, value: string) => {
      const select = root().querySelector<HTMLSelectElement>(`select#${id}`);
      if (!select) throw new Error(`no choice "${id}"`);
      select.value = value;
      select.dispatchEvent(new Event('change'));
    },
    reports: () => [...root().querySelectorAll('[part="reports"] li')].map(textOf),
    form,
    wrong: () => textOf(form()?.querySelector('.problem')),
    typed: () => form()?.querySelector('input')?.value,
    type: (text: string) => {
      name().value = text;
      name().dispatchEvent(new Event('input', { bubbles: true }));
    },
    key: (key: string) => name().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true })),
    focused: () => textOf(form()?.activeElement ?? element.shadowRoot?.activeElement),
    press: (words: string) => {
      pressIn([form(), root(), ...inside('fp-side-bars'), ...tables()], words);
    },
    pressNamed: (label: string) => {
      const button = root().querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`);
      if (!button) throw new Error(`no button "${label}"`);
      button.click();
    },
  };
}

/** The reports that are kept, asked of the operator past the portlet, as another page would. */
export async function keptBy(operator: Operator): Promise<readonly SavedReport[]> {
  const response = await operator.fetch(new Request('/api/v1/reports', { headers: { 'x-fp-csrf': '1' } }));
  return ((await response.json()) as SavedReportList).items;
}

/** Keeps a report past the portlet, as another tab would. */
export async function keep(operator: Operator, report: { name: string; by?: string; months?: number; accountId?: string }): Promise<SavedReport> {
  const response = await operator.fetch(
    new Request('/api/v1/reports', {
      method: 'POST',
      headers: { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ by: 'kind', months: 3, ...report }),
    }),
  );
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as SavedReport;
}

/** Euros and cents of "€1,234.50" or "−€3.00", in cents: only for adding up what is on screen. */
export const cents = (shown: string) => Number(shown.replace(/[^\d−-]/g, '').replace('−', '-'));
