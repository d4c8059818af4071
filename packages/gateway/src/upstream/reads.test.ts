import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OpenSession, TmfApi } from '../options.ts';
import { aSession, aSubject, NOW } from '../testing/fixtures.ts';
import { Kept } from './kept.ts';
import { UpstreamProblem } from './problem.ts';
import { createReads } from './reads.ts';
import type { TmfClient, TmfList } from './types.ts';

const listOf = (...ids: string[]): TmfList => ({ items: ids.map((id) => ({ id })), total: ids.length, unreadable: 0, partial: false });
const down = (fault: UpstreamProblem['fault'] = 'unreachable', code?: string) => new UpstreamProblem(fault, 'Care', 'down', { ...(code && { code }) });
const anna = aSession();

/** Reads over a system that does as `answer` says, on a clock of the test's own. */
function aMemory(options: { most?: number } = {}) {
  let now = NOW.getTime();
  let asked = 0;
  let answer: () => Promise<TmfList> = () => Promise.resolve(listOf('a'));
  const reads = createReads({ tenant: 'http://portal.test', clock: () => new Date(now), ...options });
  const made: boolean[] = [];
  const client = {
    origin: 'Care',
    list: () => {
      asked += 1;
      return answer();
    },
  } as unknown as TmfClient;
  return {
    list: (api: TmfApi, session: OpenSession = anna, query = {}) =>
      reads
        .around(api, session, (forEverybody) => {
          made.push(forEverybody);
          return client;
        })
        .list('x', query),
    pass: (milliseconds: number) => (now += milliseconds),
    answers: (next: () => Promise<TmfList>) => (answer = next),
    asked: () => asked,
    made,
  };
}

describe('the last good list', () => {
  test('is shown with its age while the system fails, and no longer', async () => {
    const { list, answers, pass } = aMemory();
    await list('TMF621');
    pass(60_000);
    for (const fault of ['unreachable', 'garbage'] as const) {
      answers(() => Promise.reject(down(fault)));
      assert.deepEqual(await list('TMF621'), { ...listOf('a'), asOf: NOW.toISOString() });
    }
    answers(() => Promise.resolve(listOf('a', 'b')));
    assert.deepEqual(await list('TMF621'), listOf('a', 'b'));
    answers(() => Promise.reject(down()));
    pass(900_001);
    await assert.rejects(list('TMF621'));
  });

  test('is no answer to a no, and not for who has left', async () => {
    const { list, answers } = aMemory();
    await list('TMF621');
    for (const problem of [down('refused'), down('not-found'), down('unreachable', 'left'), new TypeError('ours')]) {
      answers(() => Promise.reject(problem));
      await assert.rejects(list('TMF621'), problem);
    }
  });

  const never: TmfApi[] = ['TMF622', 'TMF629', 'TMF632', 'TMF663', 'TMF666', 'TMF669', 'TMF672', 'TMF678'];
  for (const api of never) {
    test(`is never shown for ${api}: money, carts, orders and rights are as they are now`, async () => {
      const { list, answers } = aMemory();
      await list(api);
      answers(() => Promise.reject(down()));
      await assert.rejects(list(api));
    });
  }

  const others: [string, OpenSession][] = [
    ['another person', aSession({ subject: aSubject({ sub: 'bob' }) })],
    ['the same person with another party', aSession({ subject: aSubject({ partyIds: ['anna', 'firm'] }) })],
    ['the same person with another account', aSession({ subject: aSubject({ accountIds: [] }) })],
    ['an agent who acts for that person', aSession({ acting: { actor: { id: 'eve', name: 'Eve' }, reason: 'r', consent: 'c', endsAt: '2026-11-21T09:00:00.000Z' } })],
    ['the same person in a foreign page', aSession({ kind: 'embedded' })],
  ];
  for (const [who, session] of others) {
    test(`is not found by ${who}`, async () => {
      const { list, answers } = aMemory();
      await list('TMF637');
      answers(() => Promise.reject(down()));
      assert.ok((await list('TMF637')).asOf);
      await assert.rejects(list('TMF637', session));
    });
  }

  test('is of the same question', async () => {
    const { list, answers } = aMemory();
    await list('TMF637', anna, { state: 'active' });
    answers(() => Promise.reject(down()));
    await assert.rejects(list('TMF637', anna, { state: 'ended' }));
  });
});

describe('the catalogue', () => {
  test('is asked for once by many at once, and not again for a while', async () => {
    const { list, asked, pass, made } = aMemory();
    const bob = aSession({ subject: aSubject({ sub: 'bob' }) });
    await Promise.all([list('TMF620'), list('TMF620', bob), list('TMF620')]);
    await list('TMF620', bob);
    assert.equal(asked(), 1);
    assert.ok(made.every(Boolean), 'who leaves must not end it for others');
    pass(15_000);
    await list('TMF620');
    assert.equal(asked(), 2);
  });

  test('is asked for every two seconds while it fails, and shown with its age', async () => {
    const { list, answers, asked, pass } = aMemory();
    await list('TMF620');
    pass(15_000);
    answers(() => Promise.reject(down()));
    for (let count = 0; count < 9; count += 1) assert.deepEqual(await list('TMF620'), { ...listOf('a'), asOf: NOW.toISOString() });
    assert.equal(asked(), 2);
    pass(2_000);
    answers(() => Promise.resolve(listOf('b')));
    assert.deepEqual(await list('TMF620'), listOf('b'));
    assert.equal(asked(), 3);
  });

  test('fails for all who wait, and is asked for anew by the next', async () => {
    const { list, answers, asked } = aMemory();
    answers(() => Promise.reject(down()));
    const both = await Promise.allSettled([list('TMF620'), list('TMF620')]);
    assert.deepEqual(both.map(({ status }) => status), ['rejected', 'rejected']);
    answers(() => Promise.resolve(listOf('a')));
    assert.deepEqual(await list('TMF620'), listOf('a'));
    assert.equal(asked(), 2);
  });
});

test('memory is bounded, and what was asked for last stays', () => {
  const kept = new Kept(8_000);
  const big = listOf('x'.repeat(600));
  for (let count = 0; count < 100; count += 1) {
    kept.put(`key ${count}`, big, count);
    kept.get('key 0');
  }
  assert.ok(kept.size <= 8_000 && kept.size > 6_000, String(kept.size));
  assert.equal(kept.get('key 0')?.at, 0);
  assert.equal(kept.get('key 99')?.at, 99);
  assert.equal(kept.get('key 50'), undefined);
  kept.put('too large', listOf('x'.repeat(2_000)), 0);
  assert.equal(kept.get('too large'), undefined);
});
