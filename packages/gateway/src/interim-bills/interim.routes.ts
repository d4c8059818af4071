import { InterimBill, InterimBillList, InterimBillRequest } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { interimBackend } from './interim.backend.ts';
import { makeInterim } from './make.ts';
import { interimBill, standingOf } from './standing.ts';

async function listed(call: Call, accountId: string): Promise<InterimBillList> {
  const account = await accountsBackend(call).account(accountId, 'bill.read');
  const standing = await standingOf(call, account, accountId);
  const refused = call.allows({ accountIds: [accountId] }, 'bill.make') ? standing.refused : 'not-yours';
  return { ...standing, total: standing.items.length, ...(refused && { refused }) };
}

/** Bills before their time: for who moves out, leaves, or must settle with somebody else. */
export const interimRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/interim-bills',
    summary: 'The bills you asked for before their time on one account, and what one asked for now would hold, with the lines of other accounts on its bill.',
    detail: '`preview` has one entry a currency, and none where the billing system tells only a sum. `refused` says why none can be asked for now: `nothing-unbilled`, `under-way`, `on-another-bill` (its charges stand on the bill of `with`: ask for that account’s), `not-known` (what has been run up cannot be read right now) or `not-yours`.',
    query: z.object({ account: z.string().check(z.minLength(1), z.maxLength(64)) }),
    codes: ['not-found', 'not-offered'],
    answer: InterimBillList,
    policy: { action: 'bill.read' },
    handle: (call) => listed(call, call.query.account),
  }),
  route({
    method: 'POST',
    path: '/interim-bills',
    summary: 'Asks for a bill of what has been run up on an account so far; the next bill will not ask for it again.',
    detail: 'Answered at once, mostly with the status `making`; a change of `bills` is told when it is there. One at a time on each account. The bill is due as every other.',
    body: InterimBillRequest,
    codes: ['interim-nothing', 'interim-under-way', 'interim-on-another-bill', 'not-offered', 'busy'],
    answer: InterimBill,
    status: 202,
    policy: { action: 'bill.make' },
    handle: (call) => call.inTurn(`interim bill of ${call.body.accountId}`, () => makeInterim(call)),
  }),
  route({
    method: 'GET',
    path: '/interim-bills/:interimBillId',
    summary: 'How a bill that you asked for stands.',
    codes: ['not-offered'],
    answer: InterimBill,
    policy: { action: 'bill.read' },
    handle: async (call) => {
      const backend = interimBackend(call);
      return interimBill(call, backend, await backend.one(call.params.interimBillId));
    },
  }),
];
