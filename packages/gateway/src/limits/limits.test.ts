import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSession, aSubject, NOW } from '../testing/fixtures.ts';
import { blockOf } from './address.ts';
import { Buckets } from './buckets.ts';
import { ALLOWANCES, createLimits } from './limits.ts';
import { MOST_MISSED } from './scrapers.ts';

const request = new Request('http://portal.test/api/v1/bills');

function some({ factor }: { factor?: number } = {}) {
  const time = { now: NOW.getTime() };
  const stopped: string[] = [];
  const limits = createLimits({ clock: () => new Date(time.now), ...(factor !== undefined && { factor }), scraper: ({ subject }) => void stopped.push(subject.sub) });
  const take = (session = aSession(), routeClass: keyof typeof ALLOWANCES = 'export', address?: string) =>
    limits.take({ request, session, routeClass, ...(address !== undefined && { address }) });
  return { time, limits, take, stopped };
}

const burstOf = (routeClass: keyof typeof ALLOWANCES, who: 'session' | 'person' | 'address') => ALLOWANCES[routeClass][who]?.burst ?? 0;

test('lets so many through, says how many are left, and then how long to wait', () => {
  const { time, take } = some();
  for (let left = burstOf('export', 'session') - 1; left >= 0; left -= 1) {
    assert.deepEqual(take(), { allowed: true, headers: { ratelimit: `"export";r=${left}` } });
  }
  assert.deepEqual(take(), { allowed: false, retryAfter: 2, reason: 'session' });
  time.now += 2_000;
  assert.equal(take().allowed, true);
});

test("one session's greed is not another's, but a person with many browsers is one person", () => {
  const { take } = some();
  const other = aSession({ sessionId: 'other', subject: aSubject({ sub: 'boris' }) });
  while (take().allowed);
  assert.equal(take(other).allowed, true);
  let calls = 0;
  while (take(aSession({ sessionId: `s${calls}` })).allowed) calls += 1;
  assert.equal(calls, burstOf('export', 'person') - burstOf('export', 'session'));
});

test('each class has buckets of its own, and an address counts for those without a session', () => {
  const { limits, take } = some();
  while (take().allowed);
  assert.equal(take(aSession(), 'read').allowed, true);
  let calls = 0;
  while (limits.take({ request, routeClass: 'sign-on', address: '192.0.2.7' }).allowed) calls += 1;
  assert.equal(calls, burstOf('sign-on', 'address'));
  assert.equal(limits.take({ request, routeClass: 'sign-on', address: '192.0.2.8' }).allowed, true);
});

test('one address begins so many visitors, and then one now and then', () => {
  const { limits, time } = some();
  const begun = () => limits.take({ request, routeClass: 'visitor', address: '192.0.2.7' }).allowed;
  let visitors = 0;
  while (begun()) visitors += 1;
  assert.equal(visitors, burstOf('visitor', 'address'));
  time.now += 2_000;
  assert.deepEqual([begun(), begun()], [true, false]);
  assert.equal(limits.take({ request, routeClass: 'visitor', address: '192.0.2.8' }).allowed, true);
});

test('an operator may allow more', () => {
  const { take } = some({ factor: 3 });
  let calls = 0;
  while (take().allowed) calls += 1;
  assert.equal(calls, burstOf('export', 'session') * 3);
});

test('keeps out, and tells of, who asks for twenty things of other people', () => {
  const { time, limits, take, stopped } = some();
  for (let n = 0; n < MOST_MISSED - 1; n += 1) limits.missed(aSession(), `/bills/:billId b${n}`);
  // The same one again and again is a page that is left open.
  for (let n = 0; n < 100; n += 1) limits.missed(aSession(), '/bills/:billId b0');
  assert.deepEqual([take(aSession(), 'read').allowed, stopped], [true, []]);
  limits.missed(aSession(), '/bills/:billId one-more');
  assert.deepEqual(take(aSession({ sessionId: 'a-new-sign-in' }), 'read'), { allowed: false, retryAfter: 900, reason: 'scraper' });
  assert.deepEqual(stopped, ['anna']);
  assert.equal(take(aSession({ subject: aSubject({ sub: 'boris' }) }), 'read').allowed, true);
  time.now += 900_000;
  assert.equal(take(aSession(), 'read').allowed, true);
});

test('misses long ago do not count', () => {
  const { time, limits, stopped } = some();
  for (let n = 0; n < 100; n += 1) {
    limits.missed(aSession(), `b${n}`);
    time.now += 20_000;
  }
  assert.deepEqual(stopped, []);
});

test('a flood of names costs bounded memory', () => {
  const buckets = new Buckets(1_000);
  for (let n = 0; n < 10_000; n += 1) buckets.take(`name ${n}`, { burst: 1, perSecond: 1 }, n);
  assert.ok(buckets.size <= 1_000);
});

test('a clock that goes back takes nothing away', () => {
  const buckets = new Buckets();
  const few = { burst: 2, perSecond: 1 };
  buckets.take('a', few, 5_000);
  assert.equal(buckets.take('a', few, 0).allowed, true);
  assert.equal(buckets.take('a', few, 0).allowed, false);
});

for (const [address, block] of [
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
] as const) {
  test(`${address} is counted as ${block}`, () => assert.equal(blockOf(address), block));
}
