import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createGuard, type Attempt, unguarded } from './guard.ts';
import { UpstreamProblem } from './problem.ts';
import { retryAfter } from './retry-after.ts';
import { GUARD } from './settings.ts';

const READ: Attempt = { group: 'read', repeatable: 'always', deadline: Infinity };
const WRITE: Attempt = { group: 'write', repeatable: 'never', deadline: Infinity };

const down = (facts: ConstructorParameters<typeof UpstreamProblem>[3] = {}) => new UpstreamProblem('unreachable', 'Billing', 'down', facts);

/** A guard on a clock of the test's own, over a server that does as `answer` says. */
function aGuard(answer: () => Promise<unknown>, settings = GUARD) {
  let now = 50_000;
  let asked = 0;
  const guard = createGuard('Billing', settings, { now: () => now, random: () => 0, clock: () => new Date(now) });
  return {
    guard,
    pass: (milliseconds: number) => (now += milliseconds),
    asked: () => asked,
    call: (attempt = READ) =>
      guard.run(attempt, () => {
        asked += 1;
        return answer();
      }),
  };
}

const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', (error: unknown) => (error instanceof UpstreamProblem ? (error.code ?? error.fault) : String(error)));

describe('what is tried again', () => {
  const worth: [string, UpstreamProblem, number][] = [
    ['a server that broke', down({ status: 500 }), 2],
    ['a connection that broke', down({ code: 'ECONNRESET' }), 2],
    ['one too slow', down({ code: 'timeout' }), 1],
    ['one too busy', down({ status: 429 }), 1],
    ['one that named a time', down({ status: 503, retryAfter: 1000 }), 1],
    ['an answer of no use', new UpstreamProblem('garbage', 'Billing', 'html'), 1],
    ['a no', new UpstreamProblem('refused', 'Billing', 'no', { status: 409 }), 1],
  ];
  for (const [what, problem, tries] of worth) {
    test(`a read from ${what}: ${tries} tries in all when the upstream is quiet`, async () => {
      const { call, asked } = aGuard(() => Promise.reject(problem));
      await assert.rejects(call(), problem);
      assert.equal(asked(), tries);
    });
  }

  test('a read, as often as it is set to', async () => {
    const { call, asked } = aGuard(() => Promise.reject(down()), { ...GUARD, retry: { ...GUARD.retry, share: 1 } });
    await assert.rejects(call());
    assert.equal(asked(), 2);
    const { call: often, asked: times } = aGuard(() => Promise.reject(down()), { ...GUARD, retry: { ...GUARD.retry, most: 0 } });
    await assert.rejects(often());
    assert.equal(times(), 1);
  });

  test('a write never; an unsent one, and only that, where it may', async () => {
    const { call, asked, pass } = aGuard(() => Promise.reject(down({ unsent: true })));
    await assert.rejects(call(WRITE));
    assert.equal(asked(), 1);
    pass(10_000);
    await assert.rejects(call({ ...WRITE, repeatable: 'unsent' }));
    assert.equal(asked(), 3);
    const sent = aGuard(() => Promise.reject(down()));
    await assert.rejects(sent.call({ ...WRITE, repeatable: 'unsent' }));
    assert.equal(sent.asked(), 1);
  });

  test('no more than a tenth of what was asked anyway, also when a long good time came before', async () => {
    let failing = false;
    const { call, asked, guard } = aGuard(() => (failing ? Promise.reject(down()) : Promise.resolve()), { ...GUARD, breaker: { ...GUARD.breaker, least: 1e6 } });
    for (let count = 0; count < 50; count += 1) await call();
    failing = true;
    for (let count = 0; count < 50; count += 1) await codeOf(call());
    assert.ok(asked() <= 106 && asked() > 103, String(asked()));
    assert.equal(guard.health().retries, asked() - 100);
  });

  test('nothing once the customer has left', async () => {
    const leaving = new AbortController();
    const { call, asked } = aGuard(() => {
      leaving.abort();
      return Promise.reject(down());
    });
    await assert.rejects(call({ ...READ, signal: leaving.signal }));
    assert.equal(asked(), 1);
  });

  test('without a guard, a read once', async () => {
    let asked = 0;
    const work = () => {
      asked += 1;
      return Promise.reject(down());
    };
    await assert.rejects(unguarded.run(READ, work));
    await assert.rejects(unguarded.run(WRITE, work));
    assert.equal(asked, 3);
  });
});

describe('the breaker', () => {
  const failing: { answer: () => Promise<unknown> } = { answer: () => Promise.reject(down({ code: 'timeout' })) };

  async function opened() {
    let answer = failing.answer;
    const world = aGuard(() => answer());
    for (let count = 0; count < 20; count += 1) await codeOf(world.call());
    return { ...world, recover: () => (answer = () => Promise.resolve()) };
  }

  test('lets nobody through after twenty calls of which half failed', async () => {
    const { call, asked, guard } = await opened();
    assert.equal(await codeOf(call()), 'open');
    assert.equal(asked(), 20);
    assert.deepEqual(guard.health().breaker, { read: 'open', write: 'closed' });
    assert.equal(guard.health().turnedAway, 1);
  });

  test('stays closed for fewer calls, for calls of long ago, and for less than half', async () => {
    const few = aGuard(failing.answer);
    for (let count = 0; count < 19; count += 1) await codeOf(few.call());
    few.pass(11_000);
    for (let count = 0; count < 19; count += 1) assert.equal(await codeOf(few.call()), 'timeout');
    let turn = 0;
    const mostly = aGuard(() => ((turn += 1) % 5 < 2 ? failing.answer() : Promise.resolve()));
    for (let count = 0; count < 100; count += 1) assert.notEqual(await codeOf(mostly.call()), 'open');
  });

  test('does not count customers who left, nor what the server says no to', async () => {
    for (const problem of [down({ code: 'left' }), new UpstreamProblem('refused', 'Billing', 'no'), new UpstreamProblem('not-found', 'Billing', 'no')]) {
      const { call } = aGuard(() => Promise.reject(problem));
      for (let count = 0; count < 40; count += 1) assert.notEqual(await codeOf(call()), 'open');
    }
  });

  test('asks once every two seconds, and closes when the answer is good', async () => {
    const { call, pass, recover, asked } = await opened();
    pass(2_000);
    assert.equal(await codeOf(call()), 'timeout');
    assert.equal(await codeOf(call()), 'open');
    assert.equal(asked(), 21);
    recover();
    assert.equal(await codeOf(call()), 'open');
    pass(2_000);
    assert.equal(await codeOf(call()), 'fine');
    assert.equal(await codeOf(call()), 'fine');
  });

  test('is one for what reads and one for what changes', async () => {
    const { call, recover } = await opened();
    recover();
    assert.equal(await codeOf(call(WRITE)), 'fine');
  });

  test('leaves a server alone as long as it asked to be, and four seconds at most', async () => {
    let wait: number | undefined = 3_000;
    const { call, pass } = aGuard(() => (wait === undefined ? Promise.resolve() : Promise.reject(down({ status: 429, retryAfter: wait }))));
    assert.equal(await codeOf(call()), 'unreachable');
    pass(2_999);
    assert.equal(await codeOf(call()), 'open');
    pass(1);
    wait = 600_000;
    assert.equal(await codeOf(call()), 'unreachable');
    wait = undefined;
    pass(4_000);
    assert.equal(await codeOf(call()), 'fine');
  });
});

describe('the bulkhead', () => {
  const settings = { ...GUARD, bulkhead: { inFlight: 2, queue: 2 } };

  function crowded() {
    const waiting: (() => void)[] = [];
    const world = aGuard(() => new Promise<void>((resolve) => void waiting.push(resolve)), settings);
    return { ...world, finishOne: () => waiting.shift()?.() };
  }

  test('has so many at work and so many waiting, and turns the rest away', async () => {
    const { call, guard, finishOne, asked } = crowded();
    const calls = Array.from({ length: 4 }, () => codeOf(call()));
    assert.equal(await codeOf(call()), 'busy');
    assert.deepEqual([guard.health().inFlight, guard.health().queued, asked()], [2, 2, 2]);
    for (let count = 0; count < 4; count += 1) {
      finishOne();
      await new Promise(setImmediate);
    }
    assert.deepEqual(await Promise.all(calls), ['fine', 'fine', 'fine', 'fine']);
    assert.deepEqual([guard.health().inFlight, guard.health().queued], [0, 0]);
  });

  test('lets those who wait leave, or lose patience', async () => {
    const { call, guard, finishOne } = crowded();
    const leaving = new AbortController();
    const atWork = [call(), call()];
    const gone = codeOf(call({ ...READ, signal: leaving.signal }));
    const impatient = codeOf(call({ ...READ, deadline: performance.now() }));
    leaving.abort();
    assert.deepEqual([await gone, await impatient], ['left', 'timeout']);
    finishOne();
    finishOne();
    await Promise.all(atWork);
    assert.equal(guard.health().inFlight, 0);
  });
});

test('Retry-After is seconds or a date', () => {
  const now = () => Date.parse('2026-11-21T08:00:00Z');
  const said = ['3', 'Sat, 21 Nov 2026 08:00:02 GMT', 'Sat, 21 Nov 2026 07:00:00 GMT', 'soon', null].map((value) => retryAfter(value, now));
  assert.deepEqual(said, [3_000, 2_000, 0, undefined, undefined]);
});
