import { type NamedWorld, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, type OpenOptions, openPortlet, pressIn, textOf } from '@faceplate/portlet-kit/testing.js';
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
  return {
    element,
    operator,
    visited,
    reported,
    until,
    heading: () => textOf(root().querySelector('h2')),
    said: () => textOf(root().querySelector('section')),
    stage: () => textOf(root().querySelector('section > p fp-tag')),
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    loading: () => root().querySelector('fp-skeleton'),
    orders: () => lists().flatMap((list) => [...(list?.querySelectorAll('li') ?? [])].map(textOf)),
    lines: () => lines().map((line) => textOf(line?.querySelector('article'))),
    steps: () => lines().flatMap((line) => [...(line?.querySelectorAll('.timeline li') ?? [])].map(textOf)),
    focused: () => textOf(lists().find((list) => list?.activeElement)?.activeElement ?? element.shadowRoot?.activeElement),
    /** Everything said on the page. */
    all: () => [textOf(root().querySelector('section')), ...lines().map((line) => textOf(line?.querySelector('article')))].join(' '),
    find: (selector: string) => root().querySelector<HTMLElement>(selector),
    type: (selector: string, value: string, event = 'input') => {
      const field = root().querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error(`no field ${selector}`);
      field.value = value;
      field.dispatchEvent(new Event(event, { bubbles: true }));
    },
    attach: (selector: string, name: string, content: BlobPart, type: string) => {
      const field = root().querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error(`no field ${selector}`);
      const files = new DataTransfer();
      files.items.add(new File([content], name, { type }));
      field.files = files.files;
      field.dispatchEvent(new Event('change'));
    },
    /** Unfolds what bears these words. */
    unfold: (name: string, within = 'section') => {
      const found = [...root().querySelectorAll(`${within} summary`)].filter((summary) => summary instanceof HTMLElement).find((summary) => textOf(summary).startsWith(name));
      if (!found) throw new Error(`nothing to unfold "${name}"`);
      found.click();
    },
    press: (name: string) => {
      pressIn([root(), ...lists()], name);
    },
  };
}
