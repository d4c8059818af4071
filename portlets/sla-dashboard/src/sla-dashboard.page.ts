import { type Fault, type NamedWorld, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, type OpenOptions, openPortlet, pressIn, textOf } from '@faceplate/portlet-kit/testing.js';
import './define.ts';
import type { SlaDashboardElement } from './sla-dashboard.element.ts';

/** The portlet through a customer's eyes. */
export async function openLevels(world: NamedWorld, options: OpenOptions & OperatorOptions = {}) {
  closePortlets();
  const operator = await startOperator(world, options);
  const { element, visited, reported, until } = openPortlet<SlaDashboardElement>('fp-sla-dashboard', options);
  const root = () => element.shadowRoot ?? document.createDocumentFragment();
  const grid = () => root().querySelector('fp-sla-grid')?.shadowRoot;
  const detail = () => root().querySelector('fp-sla-detail')?.shadowRoot;
  const cells = () => [...(grid()?.querySelectorAll<HTMLButtonElement>('td button') ?? [])];
  return {
    element,
    operator,
    visited,
    reported,
    until,
    cells,
    heading: () => textOf(root().querySelector('h2')),
    said: () => textOf(root().querySelector('section')),
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    message: () => root().querySelector('fp-status-message')?.getAttribute('heading') ?? '',
    loading: () => root().querySelector('fp-skeleton'),
    services: () => [...(grid()?.querySelectorAll('tbody th') ?? [])].map(textOf),
    inFocus: () => grid()?.activeElement?.getAttribute('aria-label') ?? '',
    key: (key: string) => {
      grid()?.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    },
    figure: () => textOf(detail()?.querySelector('[part="figure"]')),
    facts: () => textOf(detail()?.querySelector('.facts')),
    intervals: () => [...(detail()?.querySelectorAll('tbody tr') ?? [])].map(textOf),
    press: (name: string) => {
      pressIn([root()], name);
    },
  };
}

export type Page = Awaited<ReturnType<typeof openLevels>>;

/** A part of what is shown, by its name. */
export const part = ({ element }: Pick<Page, 'element'>, name: string): HTMLElement | null => element.shadowRoot?.querySelector<HTMLElement>(`[part="${name}"]`) ?? null;

/** The service's own answer, but for what is said instead. */
export const told =
  (instead: object): Fault =>
  async (request, next) => {
    const response = await next(request);
    return Response.json({ ...((await response.json()) as object), ...instead }, response);
  };

/** What the service itself says, asked beside the portlet. */
export async function ask<Body>({ operator }: Page, path: string): Promise<Body> {
  const response = await operator.fetch(new Request(`/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as Body;
}
