import { Month, ServiceLevelColumns, ServiceLevelDetail, ServiceLevelGrid, type ServiceLevelRow } from '@faceplate/contracts';
import { localMonth, monthsUntil } from '@faceplate/domain';
import { badness } from '@faceplate/domain/service-level';
import * as z from 'zod/mini';
import { falling, type Order, paged, pageQuery, rising, sorted } from '../paging/page.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { settingOf } from '../tmf/setting.ts';
import type { Setting } from '../tmf/setting.ts';
import { cellOf, type Window, windowOf } from './cell.ts';
import { claim } from './claim.ts';
import { columnsOf } from './columns.ts';
import { detailOf, MOST_MONTHS, nameOf, serviceIn, termsOf } from './detail.ts';
import { readRecord, type ServiceRecord } from './record.ts';

function rowOf(service: ServiceRecord, windows: readonly Window[], setting: Setting): ServiceLevelRow {
  const terms = termsOf(service, setting);
  return { service: nameOf(service), target: service.target, cells: windows.map((window) => cellOf(service.stretches, window, terms, setting.now)) };
}

/** Every service in each of the months asked for. */
async function readRows(call: Call<unknown, { months: number }>) {
  const setting = settingOf(call);
  const shown = monthsUntil(localMonth(setting.now, setting.zone), call.query.months);
  const { services, gaps } = await readRecord(call);
  const windows = shown.map((month) => windowOf(month, setting.zone));
  return { shown, rows: services.map((service) => rowOf(service, windows, setting)), gaps, setting };
}

const badnessOf = ({ cells, target }: ServiceLevelRow) => badness(cells.map((cell) => ({ ...cell, downHundredths: Math.round(cell.downSeconds * 100) })), target);

const WORST: Order<ServiceLevelRow> = [
  ...[0, 1, 2].map((index) => falling((row: ServiceLevelRow) => badnessOf(row)[index] ?? 0)),
  rising(({ service }) => service.name),
  rising(({ service }) => service.id),
];

/** A whole number in the query: "12". */
const months = z.pipe(
  z.string().check(z.regex(/^\d{1,3}$/, `Ask for 1 to ${MOST_MONTHS} months.`)),
  z.pipe(z.transform(Number), z.int().check(z.minimum(1, `Ask for 1 to ${MOST_MONTHS} months.`), z.maximum(MOST_MONTHS, `Ask for 1 to ${MOST_MONTHS} months.`))),
);

export const serviceLevelRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/service-levels',
    summary: 'Availability promised and kept, service by service and month by month, worst first.',
    query: z.object({ months: z._default(months, 12), ...pageQuery }),
    codes: ['cursor-invalid'],
    answer: ServiceLevelGrid,
    policy: { action: 'service-level.read' },
    handle: async (call) => {
      const { shown, rows, gaps, setting } = await readRows(call);
      const { items, ...next } = await paged(call, rows, WORST);
      return { months: shown, zone: setting.zone, rows: items, gaps, ...next };
    },
  }),
  route({
    method: 'GET',
    path: '/service-levels/grid',
    summary: 'The same for all services at once, in columns: for a grid of hundreds of them.',
    query: z.object({ months: z._default(months, 12) }),
    answer: ServiceLevelColumns,
    policy: { action: 'service-level.read' },
    handle: async (call) => {
      const { shown, rows, gaps, setting } = await readRows(call);
      return { ...columnsOf(sorted(rows, WORST), shown, setting), gaps };
    },
  }),
  route({
    method: 'GET',
    path: '/service-levels/:service/:month',
    summary: 'One service in one month, with every interval behind the figure.',
    params: z.object({ service: z.string(), month: Month }),
    answer: ServiceLevelDetail,
    policy: { action: 'service-level.read' },
    handle: async (call) => {
      const { service, month } = call.params;
      return detailOf(call, await serviceIn(call, service, month), month);
    },
  }),
  route({
    method: 'POST',
    path: '/service-levels/:service/:month/claim',
    summary: 'Asks for the credit of a month that was missed; it comes with the next bill.',
    detail: 'Once: what is granted stays as it was granted, however often it is asked for. What it will be is in `credit.working` of the month, before anybody asks.',
    params: z.object({ service: z.string(), month: Month }),
    body: z.object({}),
    codes: ['not-claimable', 'changed-meanwhile', 'busy'],
    answer: ServiceLevelDetail,
    policy: { action: 'service-level.claim' },
    handle: (call) => call.inTurn(`credit of ${call.params.service} ${call.params.month}`, () => claim(call)),
  }),
];
