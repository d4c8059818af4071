import type { Charge } from '@faceplate/contracts';
import { busyConsumer, type Fault } from '@faceplate/mocks';
import { textOf } from '@faceplate/portlet-kit/testing.js';
import { openBills } from '../bill-viewer.page.ts';
import type { ChargePoolElement } from './components/charge-pool.element.ts';

/** Lines of a bill that has as many as a large company's. */
export const lineOf = (index: number): Charge => ({
  id: `line${index}`,
  kind: 'one-off',
  name: `Call ${index}`,
  net: { amount: 100 + (index % 7), currency: 'EUR' },
  taxRate: 19,
});

/** What was asked of the lines, and what becomes of such a question. */
export interface LongBill {
  readonly asked: URLSearchParams[];
  answer: (query: URLSearchParams) => Response | undefined;
}

const windowOf = (query: URLSearchParams, count: number): Response => {
  const [limit, around] = [Number(query.get('limit')), query.get('around')];
  const place = around === null ? Number(query.get('offset')) : Number(around.replace('line', ''));
  if (!(place < count)) return Response.json({ status: 404, code: 'not-found', title: 'No.', trace: 'trace' }, { status: 404, headers: { 'content-type': 'application/problem+json' } });
  const offset = around === null ? place : Math.floor(place / limit) * limit;
  return Response.json({ offset, items: Array.from({ length: Math.min(limit, count - offset) }, (_, at) => lineOf(offset + at)), total: count, gaps: [] });
};

/** The service, with every bill of `count` lines, of which it gives the first 200 with the bill. */
export function longBill(count: number): { long: LongBill; faults: Fault } {
  const long: LongBill = { asked: [], answer: () => undefined };
  const faults: Fault = async (request, next) => {
    const { pathname, searchParams } = new URL(request.url);
    if (/\/bills\/[^/]+\/charges$/.test(pathname)) {
      long.asked.push(searchParams);
      return long.answer(searchParams) ?? windowOf(searchParams, count);
    }
    const answer = await next(request);
    if (!/\/bills\/[^/]+$/.test(pathname)) return answer;
    const bill = (await answer.json()) as object;
    return Response.json({ ...bill, charges: Array.from({ length: Math.min(200, count) }, (_, at) => lineOf(at)), ...(count > 200 && { lines: count }) });
  };
  return { long, faults };
}

/** A long bill, opened by its address, through a customer's eyes. */
export async function openLong(count: number, { chargeId = '', locale = 'en-GB' } = {}) {
  const { long, faults } = longBill(count);
  const first = await openBills(busyConsumer());
  const response = await first.operator.fetch(new Request('/api/v1/bills', { headers: { 'x-fp-csrf': '1' } }));
  const [bill] = ((await response.json()) as { items: { id: string }[] }).items;
  const page = await openBills(busyConsumer(), { faults, locale, attributes: { 'bill-id': bill?.id ?? '', ...(chargeId && { 'charge-id': chargeId }) } });
  const pool = () => page.element.shadowRoot?.querySelector<ChargePoolElement>('fp-charge-pool');
  const inside = () => pool()?.shadowRoot;
  const area = () => inside()?.querySelector<HTMLElement>('.area');
  await page.until(() => inside()?.querySelector('.line'));
  return {
    ...page,
    long,
    pool,
    area,
    /** Numbers of the lines that are drawn, in order. */
    drawn: () => [...(inside()?.querySelectorAll<HTMLElement>('.line') ?? [])].map(({ dataset }) => Number(dataset['index'])).toSorted((one, other) => one - other),
    row: (index: number) => textOf(inside()?.querySelector(`#row-${index}`)),
    /** What readers are told is marked. */
    marked: () => textOf(inside()?.querySelector(`#${area()?.getAttribute('aria-activedescendant') ?? 'none'}`)),
    opened: () => textOf(inside()?.querySelector('.line[aria-expanded="true"] bdi')),
    detail: () => textOf(page.element.shadowRoot?.querySelector('[slot="detail"]')),
    hasFocus: () => inside()?.activeElement === area(),
    /** Where a line stands in the area, in pixels below its top; nothing when it is not in sight. */
    placeInSight: (index: number) => {
      const [line, around] = [inside()?.querySelector(`#row-${index}`)?.getBoundingClientRect(), area()?.getBoundingClientRect()];
      return line && around && line.top >= around.top && line.bottom <= around.bottom ? line.top - around.top : undefined;
    },
    key: (key: string) => area()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true })),
  };
}
