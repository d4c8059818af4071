import type { TicketList } from '@faceplate/contracts';
import { type NamedWorld, type Operator, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, type OpenOptions, openPortlet, pressIn, textOf } from '@faceplate/portlet-kit/testing.js';
import './define.ts';
import type { TicketRaiserElement } from './ticket-raiser.element.ts';

export async function openTickets(world: NamedWorld, options: OpenOptions & OperatorOptions = {}) {
  closePortlets();
  return pageOver(await startOperator(world, options), options);
}

/** The portlet through a customer's eyes: a new one, as after a reload; of those before nothing is left but what the device keeps. */
export function pageOver(operator: Operator, options: OpenOptions = {}) {
  closePortlets();
  const { element, visited, reported, until } = openPortlet<TicketRaiserElement>('fp-ticket-raiser', options);
  const root = () => element.shadowRoot ?? document.createDocumentFragment();
  const parts = (tag: string) => [...root().querySelectorAll(tag)].map((part) => part.shadowRoot);
  const inside = () => [root(), ...parts('fp-ticket-list, fp-ticket-form, fp-note-form')];
  const field = (name: string) => parts('fp-ticket-form, fp-note-form')[0]?.querySelector<HTMLInputElement>(`[name="${name}"], #${name}`);
  return {
    element,
    operator,
    visited,
    reported,
    until,
    field,
    heading: () => textOf(root().querySelector('h2')),
    said: () => textOf(root().querySelector('section')),
    status: () => [...root().querySelectorAll('[role="status"]')].map(textOf).filter(Boolean).join(' '),
    message: () => root().querySelector('fp-status-message')?.getAttribute('heading') ?? '',
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    loading: () => root().querySelector('fp-skeleton'),
    tickets: () => parts('fp-ticket-list').flatMap((list) => [...(list?.querySelectorAll('li') ?? [])].map(textOf)),
    entries: () => parts('fp-ticket-timeline').flatMap((part) => [...(part?.querySelectorAll('li') ?? [])].map(textOf)),
    focused: () => textOf(parts('fp-ticket-list').find((list) => list?.activeElement)?.activeElement ?? element.shadowRoot?.activeElement),
    type: (name: string, value: string) => {
      const input = field(name);
      if (!input) throw new Error(`no field "${name}"`);
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    choose: (name: string, value: string) => {
      parts('fp-ticket-form')[0]?.querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`)?.click();
    },
    /** What was looked at before the form: step and what came of it, in the order shown. */
    checks: () => [...root().querySelectorAll<HTMLElement>('[data-check]')].map(({ dataset }) => `${dataset['check']} ${dataset['state']}`),
    find: (selector: string) => root().querySelector<HTMLElement>(selector),
    /** Chooses files as a person does. */
    give: (...files: File[]) => {
      const input = root().querySelector<HTMLInputElement>('#evidence');
      const data = new DataTransfer();
      for (const file of files) data.items.add(file);
      if (!input) throw new Error('no place for files');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    evidence: () => [...root().querySelectorAll('[part="evidence"] li')].map(textOf),
    press: (name: string) => {
      pressIn(inside(), name);
    },
  };
}

type Page = Awaited<ReturnType<typeof openTickets>>;

/** What the service holds, asked past the portlet. */
export async function ticketsOf(operator: Operator): Promise<TicketList> {
  const response = await operator.fetch(new Request('/api/v1/tickets', { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as TicketList;
}

export async function openForm(...options: Parameters<typeof openTickets>): Promise<Page> {
  const [world, rest] = options;
  const page = await openTickets(world, { ...rest, attributes: { ...rest?.attributes, 'ticket-id': 'new' } });
  await page.until(() => page.field('title'));
  return page;
}

export function fillIn(page: Page): void {
  const products = page.field('productId') as unknown as HTMLSelectElement;
  page.type('productId', products.options[1]!.value);
  page.choose('kind', 'incident');
  page.choose('severity', 'major');
  page.type('title', 'Calls break off');
  page.type('description', 'Since Tuesday, at home, every few minutes.');
}
