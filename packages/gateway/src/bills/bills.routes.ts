import { Bill, BillList, type BillSummary } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { demandMine, ofAccount } from '../accounts/of-account.ts';
import { amount } from '../exports/csv.ts';
import { exportRoutes } from '../exports/export.routes.ts';
import { falling, type Order, paged, pageQuery, sorted } from '../paging/page.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { billSummaryOf } from './bills.adapter.ts';
import { billsBackend } from './bills.backend.ts';
import { openedBill } from './one-bill.ts';

const NEWEST: Order<BillSummary> = [falling(({ date }) => date), falling(({ number }) => number), falling(({ id }) => id)];

/** As many as are read, in no order; of one account when asked, and that must be one of mine. */
async function allBills(call: Call<unknown, { account?: string | undefined }>) {
  const { account } = call.query;
  demandMine(call, account);
  const backend = billsBackend(call);
  const found = await backend.bills(account);
  const { items, gaps } = readEach('TMF678', found, (body) => billSummaryOf(body, settingOf(call), backend.origin));
  return { items, gaps, total: found.total };
}

export const billRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/bills',
    summary: 'Your bills, newest first; of one account when asked.',
    query: z.object({ ...ofAccount, ...pageQuery }),
    codes: ['not-found', 'cursor-invalid'],
    answer: BillList,
    policy: { action: 'bill.read' },
    handle: async (call) => {
      const { items, ...rest } = await allBills(call);
      return { ...rest, ...(await paged(call, items, NEWEST)) };
    },
  }),
  ...exportRoutes<BillSummary>({
    list: '/bills',
    action: 'bill.read',
    query: z.object(ofAccount),
    codes: ['not-found'],
    items: async (call) => {
      const found = await allBills(call);
      return { ...found, items: sorted(found.items, NEWEST) };
    },
    columns: {
      number: ({ number }) => number,
      date: ({ date }) => date,
      from: ({ period }) => period.from,
      to: ({ period }) => period.to,
      due: ({ due }) => due,
      status: ({ status }) => status,
      account: ({ account }) => account.name,
      total: ({ total }) => amount(total),
      remaining: ({ remaining }) => amount(remaining),
      currency: ({ total }) => total.currency,
      origin: ({ origin }) => origin,
    },
  }),
  route({
    method: 'GET',
    path: '/bills/:billId',
    summary: 'One bill with its lines and taxes.',
    detail: 'Of a long bill the first lines; `lines` says how many there are, and `/bills/{billId}/charges` has them all.',
    answer: Bill,
    policy: { action: 'bill.read' },
    handle: (call) => openedBill(call, call.params.billId),
  }),
];
