import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessLog } from '@faceplate/contracts';
import type { AuditEntry, OpenSession } from '../options.ts';
import { aGateway, aSession, aSubject, bodyOf, NOW, signedIn } from '../testing/fixtures.ts';
import { accessLogRoutes } from './access-log.routes.ts';
import { memoryAuditStore } from './memory.ts';
import { partyOf } from './party.ts';
import { createAudit } from './trail.ts';

const keys = [{ id: 'k1', secret: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }];

async function aLog(session: OpenSession = aSession()) {
  const audit = await createAudit({ store: memoryAuditStore(), keys, clock: () => NOW });
  const gateway = aGateway(accessLogRoutes, { sessions: signedIn(session), audit, accessLog: audit });
  const told = async (facts: Partial<AuditEntry>) => audit.record({ at: NOW.toISOString(), trace: 't', actor: 'anna', party: 'anna', action: 'ticket.note', result: 'done', ...facts });
  const read = async (query = '') => AccessLog.parse(await bodyOf<unknown>(await gateway.call(`/access-log${query}`)));
  return { ...gateway, audit, told, read };
}

test('tells a person who it was: themselves, a delegate, an agent with reason and consent, a partner', async () => {
  const { told, read } = await aLog();
  await told({});
  await told({ actor: 'boris', action: 'order.place', object: { kind: 'order', id: 'o1' } });
  await told({ actor: 'daniel', onBehalfOf: 'anna', action: 'bill.read', reason: 'called about it', consent: 'customer-present' });
  await told({ actor: 'daniel', action: 'acting.begin', object: { kind: 'customer', id: 'anna' } });
  await told({ actor: 'shop', channel: 'bearer' });
  const { items } = await read();
  assert.deepEqual(items.map(({ who, action }) => [who, action]), [
    ['partner', 'ticket.note'],
    ['agent', 'acting.begin'],
    ['agent', 'bill.read'],
    ['delegate', 'order.place'],
    ['you', 'ticket.note'],
  ]);
  const [, , looked] = items;
  assert.deepEqual([looked?.summary, looked?.reason, looked?.consent], ['A bill was looked at or taken away as paper or file.', 'called about it', 'customer-present']);
});

test('pages without gaps or repeats though it grows meanwhile, and takes no cursor it has not given', async () => {
  const { told, read, call } = await aLog();
  for (let index = 0; index < 7; index += 1) await told({ object: { kind: 'note', id: `n${index}` } });
  const seen: string[] = [];
  for (let next: string | undefined = '', first = true; next !== undefined; first = false) {
    const page: AccessLog = await read(`?limit=3${first ? '' : `&cursor=${encodeURIComponent(next)}`}`);
    seen.push(...page.items.flatMap(({ object }) => object?.id ?? []));
    next = page.next;
    await told({ object: { kind: 'note', id: 'later' } });
  }
  assert.deepEqual(seen, ['n6', 'n5', 'n4', 'n3', 'n2', 'n1', 'n0']);
  assert.equal((await bodyOf(await call('/access-log?cursor=k1.nothing'))).code, 'cursor-invalid');
});

test("shows nobody's but one's own, and one's company's only to who looks after it", async () => {
  const subject = aSubject({
    partyIds: ['anna', 'shop', 'firm'],
    ties: [
      { as: 'self', partyIds: ['anna'], accountIds: [] },
      { as: 'admin', partyIds: ['shop'], accountIds: [] },
      { as: 'viewer', partyIds: ['firm'], accountIds: [] },
    ],
  });
  const { told, read } = await aLog(aSession({ subject }));
  await told({ actor: 'boris', party: 'boris' });
  await told({ actor: 'boris', party: 'firm' });
  await told({ actor: 'boris', party: 'shop' });
  assert.equal((await read()).items.length, 1);
});

test('is taken away as a safe table or as JSON, and that leaves a record too', async () => {
  const { told, call, read } = await aLog();
  await told({ actor: 'daniel', onBehalfOf: 'anna', reason: '=HYPERLINK("http://evil")' });
  const csv = await call('/access-log/export.csv');
  const text = await csv.text();
  assert.match(csv.headers.get('content-disposition') ?? '', /^attachment; filename="access-log-2026-11-21\.csv"$/);
  assert.ok(text.includes(`"'=HYPERLINK(""http://evil"")"`), text);
  const json = (await (await call('/access-log/export.json')).json()) as { entries: unknown[] };
  assert.equal(json.entries.length, 2);
  assert.deepEqual((await read()).items.map(({ action }) => action), ['access-log.read', 'access-log.read', 'ticket.note']);
});

test('knows whose data somebody has in hand', () => {
  const ties = [
    { as: 'self', partyIds: ['anna'], accountIds: ['a1'] },
    { as: 'admin', partyIds: ['firm', 'branch'], accountIds: ['f1'] },
    { as: 'grant', partyIds: [], accountIds: ['b1'], grant: { id: 'g', by: 'boris', actions: [], until: '' } },
  ] as const;
  const party = (facts: { partyIds?: string[]; accountIds?: string[] }) => partyOf({ sub: 'anna', ties }, facts);
  assert.equal(party({ partyIds: ['branch', 'anna'] }), 'anna');
  assert.equal(party({ partyIds: ['branch'] }), 'branch');
  assert.equal(party({ accountIds: ['f1'] }), 'firm');
  assert.equal(party({ accountIds: ['b1'] }), 'boris');
  assert.equal(party({ accountIds: ['a1'] }), 'anna');
  assert.equal(party({}), 'anna');
});
