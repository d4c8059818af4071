import { BillChange, ChargeList, FoundChargeList, type FoundCharge, type UsageEvent, UsageEventList } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { demandMine, ofAccount } from '../accounts/of-account.ts';
import { chargeDisputes } from '../disputes/charge-disputes.ts';
import { CSV_TYPE } from '../exports/csv.ts';
import { falling, type Order, paged, pageQuery, rising, sorted } from '../paging/page.ts';
import { numeral } from '../routing/numeral.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';
import { usesAsTable } from '../usage/usage.routes.ts';
import { MOST_LINES } from './all-lines.ts';
import { offsetAround } from './around.ts';
import { billSummaryOf } from './bills.adapter.ts';
import { billsBackend } from './bills.backend.ts';
import { billChange } from './change.ts';
import { chargeOn } from './charge.adapter.ts';
import { chargeEvents } from './events.ts';
import { FIRST_LINES, withDispute } from './one-bill.ts';
import { foundCharges } from './search.ts';

const MOST = 500;
const window = {
  offset: z.optional(numeral('Begin at line 0 or later.', 0, 9_999_999)),
  limit: z.optional(numeral(`Ask for at most ${MOST} at once.`, 0, MOST)),
  around: z.optional(z.string().check(z.maxLength(64))),
};

/** Lines of one bill from one on: the bill says whose they are, and what of them may be seen. */
async function linesFrom(call: Call<{ billId: string }>, offset: number, limit: number) {
  const { billId } = call.params;
  const backend = billsBackend(call);
  const setting = settingOf(call);
  const [body, rows, disputes] = await Promise.all([backend.bill(billId), backend.lines(billId, { offset, limit }), chargeDisputes(call, billId)]);
  const { account } = readOne(backend.origin, () => billSummaryOf(body, setting, backend.origin));
  const { items, gaps } = readEach('TMF678', rows, (row) => chargeOn(row, account.id, setting));
  const charges = items.map((charge) => withDispute(charge, disputes.of(charge.id)));
  const { charges: shown } = call.project({ account, charges });
  return { offset, items: shown, total: Math.max(rows.total, shown.length), gaps: [...gaps, ...disputes.gaps] };
}

const NEWEST: Order<FoundCharge> = [falling(({ bill }) => bill.date), falling(({ bill }) => bill.number), rising(({ name }) => name), rising((charge) => charge.id)];
const OLDEST: Order<UsageEvent> = [rising(({ at }) => at), rising((event) => event.id)];

export const lineRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/bills/:billId/charges',
    summary: 'Lines of a bill, from any of them on.',
    detail: `In the order of the bill, ${FIRST_LINES} from the first one unless asked otherwise. \`total\` counts all. With \`around\`, those that hold this line, among the first ${MOST_LINES} of the bill.`,
    query: z.object(window),
    answer: ChargeList,
    policy: { action: 'bill.read' },
    handle: async (call) => {
      const { around, offset = 0, limit = FIRST_LINES } = call.query;
      return linesFrom(call, around === undefined ? offset : await offsetAround(call, call.params.billId, around, Math.max(1, limit)), limit);
    },
  }),
  route({
    method: 'GET',
    path: '/bills/:billId/change',
    summary: 'Why a bill differs from the one before it, or from another of yours.',
    detail: 'Every cent of the difference stands in one cause; what no line and no event gives a reason for is `unexplained`.',
    query: z.object({ against: z.optional(z.string().check(z.maxLength(64))) }),
    codes: ['bill-first'],
    answer: BillChange,
    policy: { action: 'bill.read' },
    handle: (call) => billChange(call, call.params.billId, call.query.against),
  }),
  route({
    method: 'GET',
    path: '/bills/:billId/charges/:chargeId/events',
    summary: 'Every single use behind a line of a bill, oldest first.',
    detail: 'For who uses the service, and for the holder of its account; not for who merely pays.',
    query: z.object(pageQuery),
    codes: ['cursor-invalid'],
    answer: UsageEventList,
    policy: { action: 'usage.read' },
    handle: async (call) => {
      const { events, gaps } = await chargeEvents(call, call.params.billId, call.params.chargeId);
      return { total: events.length, gaps, ...(await paged(call, events, OLDEST)) };
    },
  }),
  route({
    method: 'GET',
    path: '/bills/:billId/charges/:chargeId/events/export.csv',
    summary: 'The same single uses as a table for a spreadsheet.',
    answer: { media: CSV_TYPE },
    policy: { action: 'usage.read' },
    routeClass: 'export',
    handle: async (call) => {
      const { events } = await chargeEvents(call, call.params.billId, call.params.chargeId);
      return { bytes: usesAsTable(sorted(events, OLDEST)), fileName: `uses-${call.params.chargeId}.csv` };
    },
  }),
  route({
    method: 'GET',
    path: '/charges',
    summary: 'Lines of your bills of the last two years in which all of the words stand.',
    detail: 'Case and accents do not matter. Those of the newest bill first; what could not be looked through is in `gaps`.',
    query: z.object({ search: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)), ...ofAccount, ...pageQuery }),
    codes: ['not-found', 'cursor-invalid'],
    answer: FoundChargeList,
    policy: { action: 'bill.read' },
    handle: async (call) => {
      const { account, search } = call.query;
      demandMine(call, account);
      const { items, ...rest } = await foundCharges(call, search, account);
      return { ...rest, ...(await paged(call, items, NEWEST)) };
    },
  }),
];
