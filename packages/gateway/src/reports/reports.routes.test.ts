import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Problem, SavedReport, SavedReportList } from '@faceplate/contracts';
import fc from 'fast-check';
import { memoryHints } from '../events/hints/hint-log.ts';
import type { SessionReader } from '../options.ts';
import { aGateway, aSession, aSubject, NOW } from '../testing/fixtures.ts';
import type { Answer } from '../testing/operator.ts';
import { ReportDesk } from './desk.ts';
import { memoryReports } from './memory-reports.ts';
import { reportRoutes } from './reports.routes.ts';
import { MOST_REPORTS } from './shelf.ts';

const WISH = { name: 'Who used what', by: 'person', months: 12 };

/** Two people, in several tabs, at one desk whose clock the test sets. */
function theHouse() {
  const time = { now: NOW };
  const hints = memoryHints();
  const store = memoryReports();
  const desk = new ReportDesk({ store, hints, clock: () => time.now });
  const people = { anna: aSession(), boris: aSession({ subject: aSubject({ sub: 'boris', name: 'Boris', partyIds: ['boris'], accountIds: ['acc2'] }) }) };
  const sessions: SessionReader = { read: (request) => Promise.resolve(people[request.headers.get('x-test-as') as keyof typeof people]) };
  // Each knows by itself which keys it has answered.
  const [app, another] = [0, 1].map(() => aGateway(reportRoutes, { reports: desk, sessions }).app);
  assert.ok(app && another);
  const as = (who: keyof typeof people, gateway = app) => async <Body = SavedReport>(method: string, path: string, body?: object, key: string = crypto.randomUUID()): Promise<Answer<Body>> => {
    const headers = { 'x-fp-csrf': '1', 'x-test-as': who, ...(body && { 'content-type': 'application/json' }), ...(method === 'POST' && { 'idempotency-key': key }) };
    const response = await gateway.request(`http://portal.test/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { response, status: response.status, body: (await response.json()) as Body };
  };
  const names = async (who: keyof typeof people = 'anna') => (await as(who)<SavedReportList>('GET', '/reports')).body.items.map(({ name }) => name);
  return { time, hints, store, desk, people, anna: as('anna'), annaAnew: as('anna', another), boris: as('boris'), names };
}

describe('saved reports', () => {
  test('are kept under a name, by name, with the account they are about', async () => {
    const { anna } = theHouse();
    const { status, body } = await anna('POST', '/reports', { ...WISH, name: '  Who used what ', accountId: 'acc1' });
    assert.equal(status, 201);
    assert.deepEqual(body, { id: body.id, ...WISH, account: { id: 'acc1', name: 'Home' }, madeAt: NOW.toISOString(), changedAt: NOW.toISOString() });
    await anna('POST', '/reports', { name: 'Report 10', by: 'kind', months: 2 });
    await anna('POST', '/reports', { name: 'Report 9', by: 'unit', months: 24 });
    const { items, total, gaps } = (await anna<SavedReportList>('GET', '/reports')).body;
    assert.deepEqual([items.map(({ name }) => name), total, gaps], [['Report 9', 'Report 10', 'Who used what'], 3, []]);
  });

  test('are changed in what is said, and in nothing else', async () => {
    const { anna, time } = theHouse();
    const { id } = (await anna('POST', '/reports', { ...WISH, accountId: 'acc1' })).body;
    time.now = new Date(NOW.getTime() + 60_000);
    const { body } = await anna('PATCH', `/reports/${id}`, { name: 'Ours' });
    assert.deepEqual([body.name, body.by, body.account?.id, body.madeAt, body.changedAt], ['Ours', 'person', 'acc1', NOW.toISOString(), time.now.toISOString()]);
    const other = (await anna('PATCH', `/reports/${id}`, { by: 'kind', months: 3, accountId: null })).body;
    assert.deepEqual([other.name, other.by, other.months, other.account], ['Ours', 'kind', 3, undefined]);
    time.now = new Date(NOW.getTime() + 120_000);
    assert.equal((await anna('PATCH', `/reports/${id}`, { months: 3 })).body.changedAt, other.changedAt, 'what is so already is no change');
  });

  test('have names of their own, whatever their capitals; one may keep one’s own', async () => {
    const { anna, boris, names } = theHouse();
    const { id } = (await anna('POST', '/reports', WISH)).body;
    const taken = await anna<Problem>('POST', '/reports', { ...WISH, name: 'WHO  used what' });
    assert.deepEqual([taken.status, taken.body.code, taken.body.errors?.[0]?.path], [409, 'report-name-taken', 'name']);
    assert.equal((await anna('PATCH', `/reports/${id}`, { name: 'who used what' })).body.name, 'who used what');
    const second = (await anna('POST', '/reports', { ...WISH, name: 'Another' })).body;
    assert.equal((await anna<Problem>('PATCH', `/reports/${second.id}`, { name: 'Who used what' })).body.code, 'report-name-taken');
    assert.equal((await boris('POST', '/reports', WISH)).status, 201);
    assert.deepEqual([await names(), await names('boris')], [['Another', 'who used what'], ['Who used what']]);
  });

  test(`are ${MOST_REPORTS} at most, also when more are saved at once`, async () => {
    const { anna, names } = theHouse();
    for (let at = 0; at < MOST_REPORTS - 5; at += 1) await anna('POST', '/reports', { ...WISH, name: `Report ${at}` });
    const late = await Promise.all(Array.from({ length: 12 }, (_, at) => anna<Problem>('POST', '/reports', { ...WISH, name: `Late ${at}` })));
    assert.equal(late.filter(({ status }) => status === 201).length, 5);
    for (const { status, body } of late) if (status !== 201) assert.deepEqual([status, body.code], [409, 'reports-full']);
    assert.equal((await names()).length, MOST_REPORTS);
  });

  test('removed, come back as they were for a day, and are gone after it', async () => {
    const { anna, time, desk, store, names } = theHouse();
    const { body: made } = await anna('POST', '/reports', { ...WISH, accountId: 'acc1' });
    for (const _ of [1, 2]) assert.deepEqual((await anna('DELETE', `/reports/${made.id}`)).body, made);
    assert.deepEqual(await names(), []);
    assert.equal((await anna('PATCH', `/reports/${made.id}`, { name: 'Other' })).status, 404);
    for (const _ of [1, 2]) assert.deepEqual((await anna('POST', `/reports/${made.id}/restore`, {})).body, made);
    assert.deepEqual(await names(), [WISH.name]);
    await anna('DELETE', `/reports/${made.id}`);
    assert.equal((await anna('POST', '/reports', WISH)).status, 201, 'the name is free');
    assert.equal((await anna<Problem>('POST', `/reports/${made.id}/restore`, {})).body.code, 'report-name-taken');
    time.now = new Date(NOW.getTime() + 24 * 60 * 60_000 + 1);
    assert.equal((await anna('POST', `/reports/${made.id}/restore`, {})).status, 404);
    const owner = { tenant: 'http://portal.test', person: 'anna' };
    assert.equal((await store.read(owner)).reports.length, 2);
    await desk.sweep();
    assert.deepEqual((await store.read(owner)).reports.map(({ name }) => name), [WISH.name]);
  });

  test('removed without end: the latest of them can be brought back, the rest takes no room', async () => {
    const { anna, time, store } = theHouse();
    const ids: string[] = [];
    for (let at = 0; at < MOST_REPORTS + 5; at += 1) {
      time.now = new Date(NOW.getTime() + at * 1000);
      const { id } = (await anna('POST', '/reports', WISH)).body;
      await anna('DELETE', `/reports/${id}`);
      ids.push(id);
    }
    await anna('POST', '/reports', WISH);
    assert.equal((await store.read({ tenant: 'http://portal.test', person: 'anna' })).reports.length, MOST_REPORTS + 1);
    assert.equal((await anna('POST', `/reports/${ids[0]}/restore`, {})).status, 404);
    assert.equal((await anna('PATCH', `/reports/${ids.at(-1)}`, { name: 'Other' })).status, 404);
  });

  test('are nobody else’s: not to see, not to change, not to remove, not to bring back', async () => {
    const { anna, boris, names } = theHouse();
    const { id } = (await anna('POST', '/reports', WISH)).body;
    assert.deepEqual(await names('boris'), []);
    const asked = [await boris('PATCH', `/reports/${id}`, { name: 'Mine' }), await boris('DELETE', `/reports/${id}`), await boris('POST', `/reports/${id}/restore`, {})];
    assert.deepEqual(asked.map(({ status }) => status), [404, 404, 404]);
    assert.deepEqual(await names(), [WISH.name]);
  });

  test('about an account that is not mine: refused as one that does not exist; about one I lose: it stays and says so', async () => {
    const { anna, people } = theHouse();
    for (const accountId of ['acc2', 'none']) assert.equal((await anna('POST', '/reports', { ...WISH, accountId })).status, 404);
    const { id } = (await anna('POST', '/reports', { ...WISH, accountId: 'acc1' })).body;
    people.anna = aSession({ subject: aSubject({ accountIds: [], accountNames: {} }) });
    assert.deepEqual((await anna<SavedReportList>('GET', '/reports')).body.items[0]?.account, { id: 'acc1', name: 'Home', gone: true });
    assert.deepEqual((await anna('PATCH', `/reports/${id}`, { name: 'Once ours' })).body.account, { id: 'acc1', name: 'Home', gone: true });
    assert.equal((await anna('PATCH', `/reports/${id}`, { accountId: 'acc1' })).status, 404);
  });

  test('repeated with one key are one report, though the first answer was forgotten', async () => {
    const { anna, annaAnew, names } = theHouse();
    const key = crypto.randomUUID();
    const [one, other] = [await anna('POST', '/reports', WISH, key), await annaAnew('POST', '/reports', WISH, key)];
    assert.deepEqual([one.status, other.body], [201, one.body]);
    assert.deepEqual(await names(), [WISH.name]);
  });

  test('other tabs of the same person hear of each change, and of nothing that changed nothing', async () => {
    const { anna, hints } = theHouse();
    const { id } = (await anna('POST', '/reports', WISH)).body;
    await anna('PATCH', `/reports/${id}`, { name: WISH.name });
    await anna('DELETE', `/reports/${id}`);
    await anna('DELETE', `/reports/${id}`);
    const told = await hints.after(0, 10);
    assert.deepEqual(told.map(({ resource, id: about, partyIds }) => [resource, about, partyIds]), [['savedReport', id, ['anna']], ['savedReport', id, ['anna']]]);
  });

  for (const [what, body] of Object.entries({ 'no name': { ...WISH, name: '  ' }, 'a name too long': { ...WISH, name: 'x'.repeat(81) }, 'one month': { ...WISH, months: 1 }, 'too many months': { ...WISH, months: 25 }, 'a way nobody counts': { ...WISH, by: 'colour' } }))
    test(`${what} is refused`, async () => {
      const { anna, names } = theHouse();
      assert.equal((await anna('POST', '/reports', body)).status, 422);
      assert.deepEqual(await names(), []);
    });
});

test('whatever is done in whatever order, names stay apart and are as many as they should be', async () => {
  const act = fc.record({ what: fc.constantFrom('save', 'rename', 'remove', 'restore'), name: fc.constantFrom('A', 'a', 'B', 'C '), at: fc.nat(5) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
      const { anna, names } = theHouse();
      const ids: string[] = [];
      for (const { what, name, at } of acts) {
        const id = ids[at % Math.max(1, ids.length)] ?? 'none';
        const before = await names();
        const { status, body } = await (what === 'save' ? anna('POST', '/reports', { ...WISH, name })
          : what === 'rename' ? anna('PATCH', `/reports/${id}`, { name })
          : what === 'remove' ? anna('DELETE', `/reports/${id}`) : anna('POST', `/reports/${id}/restore`, {}));
        if (what === 'save' && status === 201) ids.push(body.id);
        const after = await names();
        assert.equal(new Set(after.map((one) => one.toLowerCase())).size, after.length);
        if (status >= 400) assert.deepEqual(after, before, 'a refusal changes nothing');
      }
    }),
    { numRuns: 40 },
  );
});
