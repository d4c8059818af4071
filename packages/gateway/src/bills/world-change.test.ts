import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBss, generateWorld, memoryStore, type Resource } from '@faceplate/bss';
import { type BillChange, type BillList, CauseKind } from '@faceplate/contracts';
import { apiRoutes } from '../routes.ts';
import { aGateway, aSession, aSubject, bodyOf, NOW, signedIn } from '../testing/fixtures.ts';

const BSS = 'http://bss.internal';
const records = [...generateWorld({ seed: 1, customers: 25, now: NOW }).records];
const store = memoryStore(records);
const bss = createBss({ store, clock: () => NOW, baseUrl: BSS });

const ownerOf = (account: Resource): string => (account['relatedParty'] as { id: string }[])[0]?.id ?? '';

/** Whoever has accounts of their own sees them; every customer of the demonstration, one after the other. */
const customers = Map.groupBy(records.filter(({ resource }) => resource === 'billingAccount').map(({ body }) => body), ownerOf);

/** Why the newest bills of one customer differ from those before. */
async function changesOf(owner: string, accounts: readonly Resource[]): Promise<BillChange[]> {
  const subject = aSubject({ sub: owner, partyIds: [owner], accountIds: accounts.map(({ id }) => id) });
  const { call } = aGateway(apiRoutes, { upstreams: () => ({ name: 'Billing', baseUrl: BSS, fetch: bss.fetch }), sessions: signedIn(aSession({ subject })), clock: () => NOW });
  const { items } = await bodyOf<BillList>(await call('/bills'));
  const newest = [...Map.groupBy(items, ({ account }) => account.id).values()].flatMap((own) => own.slice(0, Math.min(1, own.length - 1)));
  return Promise.all(newest.map(async ({ id }) => bodyOf<BillChange>(await call(`/bills/${id}/change`))));
}

/** A month has one price in the demonstration, however long it is; and prices have their tax in them, so that nothing is rounded. */
const NEVER: readonly CauseKind[] = ['period-length', 'rounding', 'unexplained'];

test('every reason why a bill may differ occurs in the demonstration, and nothing there has none', async () => {
  const changes = (await Promise.all([...customers].map(([owner, accounts]) => changesOf(owner, accounts)))).flat();
  assert.ok(changes.length > 40, `${changes.length}`);
  const causes = changes.flatMap(({ causes: own, bill }) => own.map((cause) => ({ ...cause, bill })));
  for (const { bill, difference, causes: own } of changes) assert.equal(own.reduce((sum, { amount }) => sum + amount.amount, 0), difference.amount, bill.number);
  const unexplained = causes.filter(({ kind }) => kind === 'unexplained').map(({ bill, name, amount }) => `${bill.number} ${name} ${amount.amount}`);
  assert.deepEqual(unexplained, []);
  const found = new Set(causes.map(({ kind }) => kind));
  assert.deepEqual(NEVER.filter((kind) => found.has(kind)), []);
  assert.deepEqual(CauseKind.options.filter((kind) => !found.has(kind) && !NEVER.includes(kind)), []);
});
