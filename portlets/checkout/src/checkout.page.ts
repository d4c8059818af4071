import type { Cart, OfferList } from '@faceplate/contracts';
import { type NamedWorld, type Operator, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, openPortlet, type OpenOptions, pressIn, textOf } from '@faceplate/portlet-kit/testing.js';
import './define.ts';
import type { CheckoutElement } from './checkout.element.ts';

/** Asks the operator as another portlet of the same customer would. */
export async function ask<T>(operator: Operator, path: string, body?: unknown): Promise<T> {
  const headers = { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const init = { headers, ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }) };
  const response = await operator.fetch(new Request(`/api/v1${path}`, init));
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Puts an offer into the cart as the shop would. */
export async function put(operator: Operator, name: string, more: object = {}): Promise<Cart> {
  const { items } = await ask<OfferList>(operator, `/offers?search=${encodeURIComponent(name)}`);
  const offer = items.find((one) => one.name === name);
  if (!offer) throw new Error(`no offer "${name}" among: ${items.map((one) => one.name).join(', ')}`);
  return ask<Cart>(operator, '/cart/items', { offerId: offer.id, quantity: 1, ...more });
}

interface Opening extends OpenOptions, OperatorOptions {
  /** Goes on with this operator: a reload, another tab, another day. */
  with?: Operator;
  /** What lies in the cart. */
  offers?: readonly string[];
}

/** The portlet through a customer's eyes, opened for the person of `world`. */
export async function openCheckout(world: NamedWorld, options: Opening = {}) {
  closePortlets();
  const operator = options.with ?? (await startOperator(world, options));
  for (const name of options.offers ?? []) await put(operator, name);
  const { element, visited, reported, until } = openPortlet<CheckoutElement>('fp-checkout', options);
  const root = () => element.shadowRoot ?? document.createDocumentFragment();
  const find = <E extends HTMLElement>(selector: string) => [...root().querySelectorAll<E>(selector)];
  const heading = (part: string) => root().querySelector(`[part="${part}"]`)?.getAttribute('heading') ?? '';
  return {
    element,
    operator,
    visited,
    reported,
    until,
    find,
    said: () => textOf(root().querySelector('section')),
    heading: () => textOf(root().querySelector('h2')),
    lines: () => find('[part="lines"] > li').map(textOf),
    later: () => find('[part="later"] > li').map(textOf),
    totals: () => find('[part="totals"] > div').map(textOf),
    obstacles: () => find('[part="obstacles"] > li').map(textOf),
    messages: () => find('fp-status-message').map((one) => one.getAttribute('heading') ?? ''),
    problem: () => heading('problem'),
    refusal: () => heading('refusal'),
    unknown: () => heading('unknown'),
    loading: () => root().querySelector('fp-skeleton'),
    orderButton: () => textOf(root().querySelector('button[type="submit"].primary')),
    wrong: () => find('.problem').map(textOf).filter(Boolean),
    steps: () => find('.steps li').map(textOf),
    focused: () => textOf((root() as ShadowRoot).activeElement),
    press: (name: string) => {
      pressIn([root()], name);
    },
    type: (id: string, value: string) => {
      const [field] = find<HTMLInputElement>(`#${id}`);
      if (!field) throw new Error(`no field ${id}`);
      field.value = value;
      field.dispatchEvent(new Event('input'));
    },
    choose: (selector: string, value: string) => {
      const [field] = find<HTMLSelectElement>(selector);
      if (!field) throw new Error(`no choice ${selector}`);
      field.value = value;
      field.dispatchEvent(new Event('change'));
    },
  };
}
