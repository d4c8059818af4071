import { type NamedWorld, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, type OpenOptions, openPortlet } from '@faceplate/portlet-kit/testing.js';
import './define.ts';
import type { OrderTrackerElement } from './order-tracker.element.ts';

/** The portlet through a customer's eyes. */
export async function openOrders(world: NamedWorld, options: OpenOptions & OperatorOptions = {}) {
  closePortlets();
  const operator = await startOperator(world, options);
  const { element, visited, reported, until } = openPortlet<OrderTrackerElement>('fp-order-tracker', options);
  const root = () => element.shadowRoot ?? document.createDocumentFragment();
  const lists = () => [...root().querySelectorAll('fp-order-list')].map((list) => list.shadowRoot);
  const lines = () => [...root().querySelectorAll('fp-order-line')].map((line) => line.shadowRoot);
  const text = (found: Element | null | undefined) => found?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return {
    element,
    operator,
    visited,
    reported,
    until,
    heading: () => text(root().querySelector('h2')),
    said: () => text(root().querySelector('section')),
    stage: () => text(root().querySelector('section > p fp-tag')),
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    loading: () => root().querySelector('fp-skeleton'),
    orders: () => lists().flatMap((list) => [...(list?.querySelectorAll('li') ?? [])].map(text)),
    lines: () => lines().map((line) => text(line?.querySelector('article'))),
    steps: () => lines().flatMap((line) => [...(line?.querySelectorAll('.timeline li') ?? [])].map(text)),
    focused: () => text(lists().find((list) => list?.activeElement)?.activeElement ?? element.shadowRoot?.activeElement),
    press: (name: string) => {
      const buttons = [root(), ...lists()].flatMap((part) => [...(part?.querySelectorAll('button') ?? [])]);
      const found = buttons.find((button) => text(button).startsWith(name));
      if (!found) throw new Error(`no button "${name}" among: ${buttons.map(text).join(', ')}`);
      found.click();
    },
  };
}
