import { type NamedWorld, type Operator, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, type OpenOptions, openPortlet } from '@faceplate/portlet-kit/testing.js';
import './define.ts';
import type { GuidedSellingElement } from './guided-selling.element.ts';

type Scope = Element | DocumentFragment | null | undefined;

const text = (found: Element | null | undefined) => found?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const texts = (found: Iterable<Element> | undefined) => Array.from(found ?? [], text);

/** The portlet through a customer's eyes. */
export async function openShop(world: NamedWorld, options: OpenOptions & OperatorOptions & { with?: Operator } = {}) {
  closePortlets();
  const operator = options.with ?? (await startOperator(world, options));
  const { element, visited, reported, until } = openPortlet<GuidedSellingElement>('fp-guided-selling', options);
  const root = () => element.shadowRoot ?? document.createDocumentFragment();
  const inside = (scope: Scope, tag: string) => scope?.querySelector(tag)?.shadowRoot;
  const question = () => inside(root(), 'fp-guide-question');
  const cart = () => inside(root(), 'fp-cart-panel');
  const cards = () => [...root().querySelectorAll('article, li[data-offer]')];
  const nameOf = (card: Element) => text(card.querySelector('h2, h3, h4, h5'));
  const card = (name: string) => cards().find((one) => nameOf(one) === name);
  const press = (name: string, scope?: Scope) => {
    const scopes = scope ? [scope] : [root(), question(), cart()];
    const buttons = scopes.flatMap((part) => [...(part?.querySelectorAll('button') ?? [])]);
    const found = buttons.find((button) => (button.ariaLabel ?? text(button)).startsWith(name));
    if (!found) throw new Error(`no button "${name}" among: ${buttons.map(text).join(', ')}`);
    found.click();
    return found;
  };
  return {
    element, operator, visited, reported, until, press, question, cart, card, root,
    heading: () => text(root().querySelector('h2')),
    said: () => text(root().querySelector('section')),
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    loading: () => root().querySelector('fp-skeleton'),
    refusal: (scope: Scope = root()) => scope?.querySelector('[part="refusal"]')?.getAttribute('heading') ?? '',
    asked: () => text(question()?.querySelector('legend')),
    progress: () => text(question()?.querySelector('p')),
    chosen: () => question()?.querySelector<HTMLInputElement>('input:checked')?.value,
    choose: (label: string) => {
      const found = [...(question()?.querySelectorAll('label') ?? [])].find((one) => text(one) === label);
      if (!found) throw new Error(`no answer "${label}"`);
      found.click();
    },
    place: () => text(root().querySelector('h3')),
    title: () => text(root().querySelector('h2')),
    names: () => cards().map(nameOf),
    about: (name: string) => text(card(name)),
    reasons: (name: string, kind: 'met' | 'unmet') => texts(card(name)?.querySelectorAll(`.${kind} li`)),
    /** Types into a field, chooses in a select, as a person would. */
    fill: (selector: string, value: string) => {
      const field = root().querySelector<HTMLInputElement | HTMLSelectElement>(selector);
      if (!field) throw new Error(`no field ${selector}`);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    check: (label: string, scope: Scope = root()) => {
      const found = [...(scope?.querySelectorAll('label') ?? [])].find((one) => text(one).startsWith(label));
      if (!found) throw new Error(`no choice "${label}"`);
      found.click();
    },
    /** The buttons that lead out of what stands in the way. */
    ways: (scope: Scope = root()) => texts(scope?.querySelectorAll('[data-way]')),
    rows: () => [...root().querySelectorAll('tbody tr')].map((row) => texts(row.children)),
    silent: () => [...root().querySelectorAll('[disabled], [aria-disabled="true"]')].map(text),
    add: (name: string) => press('Put in cart', card(name)),
    lines: () => texts(cart()?.querySelectorAll('li')),
    totals: () => texts(cart()?.querySelectorAll('dl > div')),
    inCart: () => text(cart()?.querySelector('section')),
    /** What has the focus, through every shadow root. */
    focused: () => {
      let at: Element | null = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return text(at);
    },
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** Asks the operator as another portlet of the same customer would. */
export async function ask<T>(operator: Operator, path: string, body?: unknown): Promise<T> {
  const headers = { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const init = { headers, ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }) };
  const response = await operator.fetch(new Request(`/api/v1${path}`, init));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** On to the whole list. */
export async function seeAll(page: Shop): Promise<void> {
  await page.until(page.asked);
  page.press('See all offers');
  await page.until(() => page.names().length > 0);
}
