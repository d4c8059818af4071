import { type NamedWorld, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, type OpenOptions, openPortlet, pressIn, textOf } from '@faceplate/portlet-kit/testing.js';
import './define.ts';
import type { UsageMeterElement } from './usage-meter.element.ts';

/** The portlet through a customer's eyes. */
export async function openUsage(world: NamedWorld, options: OpenOptions & OperatorOptions = {}) {
  closePortlets();
  const operator = await startOperator(world, options);
  const { element, visited, reported, until } = openPortlet<UsageMeterElement>('fp-usage-meter', options);
  const root = () => element.shadowRoot ?? document.createDocumentFragment();
  const all = (selector: string) => [...root().querySelectorAll<HTMLElement>(selector)];
  const charts = () => all('fp-use-days').map(({ shadowRoot }) => shadowRoot);
  return {
    element,
    operator,
    visited,
    reported,
    until,
    heading: () => textOf(root().querySelector('h2')),
    said: () => textOf(root().querySelector('section')),
    problem: () => root().querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    message: () => root().querySelector('fp-status-message')?.getAttribute('heading') ?? '',
    loading: () => root().querySelector('fp-skeleton'),
    running: () => all('[part="running"]').map(textOf),
    totals: () => all('[part="total"]').map(textOf),
    forecasts: () => all('[part="forecast"]').map(textOf),
    services: () => all('[part="service"]').map(textOf),
    meters: () => all('[role="meter"]'),
    uses: () => all('[part="uses"] tbody tr').map(textOf),
    captions: () => charts().map((chart) => textOf(chart?.querySelector('figcaption'))),
    bars: () => charts().flatMap((chart) => [...(chart?.querySelectorAll<SVGElement>('.day') ?? [])]),
    rows: () => charts().flatMap((chart) => [...(chart?.querySelectorAll('tbody tr') ?? [])].map(textOf)),
    key: () => charts().map((chart) => textOf(chart?.querySelector('.key'))).join(''),
    inFocus: () => charts().map((chart) => chart?.activeElement?.getAttribute('aria-label') ?? '').join(''),
    press: (name: string) => {
      pressIn([root(), ...charts()], name);
    },
  };
}
