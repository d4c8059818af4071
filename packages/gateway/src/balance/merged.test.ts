import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BalanceSheet } from '@faceplate/contracts';
import type { TmfApi, Upstream } from '../options.ts';
import { apiRoutes } from '../routes.ts';
import { aGateway, aSession, aSubject, bodyOf, signedIn } from '../testing/fixtures.ts';
import { mergedUpstream, tagsOf } from '../upstream/merged/merged.ts';
import { tagOf } from '../upstream/merged/tags.ts';

const money = (value: number) => ({ unit: 'EUR', value });

/** A billing system of its own accounts, with one open bill and one open charge. */
function aBilling(name: string, owed: number) {
  const state = { down: false };
  const records: Readonly<Record<string, object[]>> = {
    billingAccount: [{ id: 'acc1', name, relatedParty: [{ id: 'anna', role: 'owner' }] }],
    customerBill: [{ id: 'b1', billDate: '2026-10-01', paymentDueDate: '2030-01-15', state: 'sent', billingAccount: { id: 'acc1' }, taxIncludedAmount: money(owed), remainingAmount: money(owed) }],
    appliedCustomerBillingRate: [{ id: 'r1', name: 'Calls', isBilled: false, billingAccount: { id: 'acc1' }, taxExcludedAmount: money(1), appliedTax: [{ taxRate: 19 }] }],
  };
  const upstream: Upstream = {
    name,
    baseUrl: `http://${name.toLowerCase()}.internal`,
    fetch: (request) => {
      const [, , , , resource = ''] = new URL(request.url).pathname.split('/');
      return Promise.resolve(state.down ? new Response('<html>', { status: 502 }) : Response.json(records[resource] ?? []));
    },
  };
  return { upstream, state };
}

function twoBillings({ shared }: { shared: boolean }) {
  const [old, now] = [aBilling('Oldbill', 10), aBilling('Newbill', 25)];
  const parts = [old.upstream, now.upstream];
  const tags = tagsOf(new Map<TmfApi, Upstream[]>([['TMF678', parts], ...(shared ? [] : [['TMF666', parts] as const])]));
  const billing = mergedUpstream('Billing', parts, tags);
  const accountIds = shared ? ['acc1'] : parts.map((part) => `acc1~${tagOf(part)}`);
  const { call } = aGateway(apiRoutes, { upstreams: (api) => (tags[api] ? billing : old.upstream), sessions: signedIn(aSession({ subject: aSubject({ accountIds }) })) });
  return { old, now, sheet: async () => bodyOf<BalanceSheet>(await call('/balance')) };
}

const rows = ({ accounts }: BalanceSheet) => accounts.map(({ origin, due, unbilled }) => [origin, due.amount, unbilled.amount]);

test('two billing systems: each account with its origin, and all together', async () => {
  const { sheet } = twoBillings({ shared: false });
  const both = await sheet();
  assert.deepEqual(rows(both), [['Oldbill', 1000, 119], ['Newbill', 2500, 119]]);
  assert.deepEqual([both.totals.map(({ position }) => position.amount), both.gaps], [[3738], []]);
});

test('one of them down: its account is in no row and no total, and the gap names it', async () => {
  const { sheet, now } = twoBillings({ shared: false });
  now.state.down = true;
  const { accounts, totals, gaps } = await sheet();
  assert.deepEqual(rows({ accounts, totals, gaps }), [['Oldbill', 1000, 119]]);
  assert.deepEqual(totals.map(({ position }) => position.amount), [1119]);
  assert.deepEqual(gaps.map(({ source, reason }) => [source, reason]), [['Newbill', 'unreachable']]);
});

test('where accounts are kept in one place, what one billing system does not say may be of any of them', async () => {
  const { sheet, now } = twoBillings({ shared: true });
  assert.deepEqual((await sheet()).totals.map(({ position }) => position.amount), [3738]);
  now.state.down = true;
  const { accounts, totals, gaps } = await sheet();
  assert.deepEqual([accounts, totals], [[], []]);
  assert.deepEqual(gaps.map(({ source }) => source), ['Newbill']);
});
