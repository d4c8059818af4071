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
  const charges = () => root().querySelector('fp-charge-list')?.shadowRoot;
  return {
    element,
    operator,
    visited,
    reported,
    until,
    owed: () => textOf(root().querySelector('[part="owed"]')),
    heading: () => textOf(root().querySelector('h2')),
    due: () => textOf(root().querySelector('section > .stack .row')),
    said: () => textOf(root().querySelector('section')),
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    note: () => root().querySelector('[part="note"]')?.getAttribute('heading') ?? '',
    loading: () => root().querySelector('fp-skeleton'),
    status: () => textOf(root().querySelector('[role="status"]')),
    trend: () => root().querySelector('fp-chart-bars'),
    rows: () => [...(list()?.querySelectorAll('tbody tr') ?? [])].map(textOf),
    lines: () => [...(charges()?.querySelectorAll('tbody td:last-child') ?? [])].map(textOf),
    sums: () => [...(charges()?.querySelectorAll('tfoot tr') ?? [])].map(textOf),
    focused: () => textOf(list()?.activeElement ?? element.shadowRoot?.activeElement),
    press: (name: string) => {
      pressIn([root(), list()], name);
    },
  };
}
