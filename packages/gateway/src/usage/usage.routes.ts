import { RunningBillList, type UsageEvent, UsageEventList, UsageList } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { demandMine, ofAccount } from '../accounts/of-account.ts';
import { amount, type Cell, csvOf, CSV_TYPE } from '../exports/csv.ts';
import { falling, type Order, paged, pageQuery, rising, sorted } from '../paging/page.ts';
import { type Route, route } from '../routing/route.ts';
import { runningBills } from './running.ts';
import { allUses, usageList } from './usage-list.ts';

const ofProduct = { product: z.string().check(z.minLength(1), z.maxLength(64)) };

const OLDEST: Order<UsageEvent> = [rising(({ at }) => at), rising(({ id }) => id)];

const COLUMNS: Readonly<Record<string, (event: UsageEvent) => Cell>> = {
  at: ({ at }) => at,
  name: ({ name }) => name,
  detail: ({ detail }) => detail,
  service: ({ service }) => service?.name,
  quantity: ({ quantity }) => quantity.value,
  unit: ({ quantity }) => quantity.unit,
  included: ({ included }) => included,
  roaming: ({ roaming }) => (roaming ? 'yes' : 'no'),
  amount: (event) => amount(event.amount),
  currency: (event) => event.amount.currency,
  billed: ({ billed }) => (billed ? 'yes' : 'no'),
};

/** Single uses as a table for a spreadsheet: those behind a line of a bill as well as those of a month. */
export function usesAsTable(events: readonly UsageEvent[]): Uint8Array {
  const rows = events.map((event) => Object.values(COLUMNS).map((cell) => cell(event)));
  return new TextEncoder().encode(csvOf(Object.keys(COLUMNS), rows));
}

export const usageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/running',
    summary: 'What you have run up since your last bill, and what it will come to.',
    detail: '`forecast` says what the bill will come to at least, most likely and at most, and on how many bills before that rests. It is absent where too little is known. Taxes are reckoned as the bill will reckon them.',
    query: z.object(ofAccount),
    codes: ['not-found'],
    answer: RunningBillList,
    policy: { action: 'bill.read' },
    handle: async (call) => {
      demandMine(call, call.query.account);
      const { items, gaps } = await runningBills(call, call.query.account);
      return { items: sorted(items, [falling(({ total }) => total.amount), rising(({ account }) => account.id)]), total: items.length, gaps };
    },
  }),
  route({
    method: 'GET',
    path: '/usage',
    summary: 'How much each of your services has used in the running period, day by day, and what is left of its allowances.',
    detail: 'Of the services you use yourself, and of those on accounts whose bills you may see in detail. `asOf` says up to when the networks have told; `days` is empty where they have told nothing.',
    query: z.object(ofAccount),
    codes: ['not-found'],
    answer: UsageList,
    policy: { action: 'usage.read' },
    handle: (call) => {
      demandMine(call, call.query.account);
      return usageList(call, call.query.account);
    },
  }),
  route({
    method: 'GET',
    path: '/usage/events',
    summary: 'Every single use of one service in the running period, oldest first.',
    detail: 'For who uses the service, and for the holder of its account; not for who merely pays.',
    query: z.object({ ...ofProduct, ...pageQuery }),
    codes: ['not-found', 'cursor-invalid'],
    answer: UsageEventList,
    policy: { action: 'usage.read' },
    handle: async (call) => {
      const { events, gaps } = await allUses(call, call.query.product);
      return { total: events.length, gaps, ...(await paged(call, events, OLDEST)) };
    },
  }),
  route({
    method: 'GET',
    path: '/usage/events/export.csv',
    summary: 'The same single uses as a table for a spreadsheet.',
    query: z.object(ofProduct),
    codes: ['not-found'],
    answer: { media: CSV_TYPE },
    policy: { action: 'usage.read' },
    routeClass: 'export',
    handle: async (call) => {
      const { events } = await allUses(call, call.query.product);
      return { bytes: usesAsTable(call.project(sorted(events, OLDEST))), fileName: `usage-${call.clock().toISOString().slice(0, 10)}.csv` };
    },
  }),
];
