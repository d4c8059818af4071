import { type NamedWorld, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, type OpenOptions, openPortlet } from '@faceplate/portlet-kit/testing.js';
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
  const text = (found: Element | null | undefined) => found?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return {
    element,
    operator,
    visited,
    reported,
    until,
    owed: () => text(root().querySelector('[part="owed"]')),
    heading: () => text(root().querySelector('h2')),
    due: () => text(root().querySelector('section > .stack .row')),
    said: () => text(root().querySelector('section')),
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    note: () => root().querySelector('[part="note"]')?.getAttribute('heading') ?? '',
    loading: () => root().querySelector('fp-skeleton'),
    status: () => text(root().querySelector('[role="status"]')),
    trend: () => root().querySelector('fp-chart-bars'),
    rows: () => [...(list()?.querySelectorAll('tbody tr') ?? [])].map(text),
    lines: () => [...(charges()?.querySelectorAll('tbody td:last-child') ?? [])].map(text),
    sums: () => [...(charges()?.querySelectorAll('tfoot tr') ?? [])].map(text),
    focused: () => text(list()?.activeElement ?? element.shadowRoot?.activeElement),
    press: (name: string) => {
      const buttons = [...root().querySelectorAll('button'), ...(list()?.querySelectorAll('button') ?? [])];
      const found = buttons.find((button) => text(button).startsWith(name));
      if (!found) throw new Error(`no button "${name}" among: ${buttons.map(text).join(', ')}`);
      found.click();
    },
  };
}
