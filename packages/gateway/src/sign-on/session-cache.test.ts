import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenSession } from '../options.ts';
import { aSession, NOW } from '../testing/fixtures.ts';
import { cachedSessions } from './session-cache.ts';

/** A reader that is asked, and tells when sessions end or people's rights change. */
function aReader() {
  const state = { now: NOW.getTime(), session: aSession() as OpenSession | undefined, hold: undefined as Promise<void> | undefined };
  const looks: (boolean | undefined)[] = [];
  const [ended, changed] = [new Set<(id: string) => void>(), new Set<(sub: string) => void>()];
  const hear = (all: Set<(id: string) => void>) => (listen: (id: string) => void) => {
    all.add(listen);
    return () => all.delete(listen);
  };
  const reader = {
    read: async (_: Request, options?: { touch?: boolean }) => {
      looks.push(options?.touch);
      const found = state.session;
      await state.hold;
      return found;
    },
    ended: hear(ended),
    changed: hear(changed),
    own: () => Promise.resolve([]),
  };
  const tell = (all: Set<(id: string) => void>, id: string) => all.forEach((listen) => listen(id));
  const sessions = cachedSessions(reader, () => new Date(state.now));
  const ask = (cookie = 'fp-session=a', headers: Record<string, string> = {}, touch?: boolean) =>
    sessions.read(new Request('http://portal.test/', { headers: { ...(cookie && { cookie }), ...headers } }), touch === undefined ? {} : { touch });
  return { state, looks, sessions, ask, end: (id: string) => tell(ended, id), change: (sub: string) => tell(changed, sub) };
}

test('looks once for all calls of a second, also those that come together', async () => {
  const { state, looks, ask } = aReader();
  await Promise.all([ask(), ask(), ask()]);
  state.now += 999;
  await ask();
  assert.equal(looks.length, 1);
  state.now += 2;
  await ask();
  assert.equal(looks.length, 2);
});

test('nobody is taken for another: any other cookie, token or page is looked up by itself', async () => {
  const { looks, ask } = aReader();
  for (const cookie of ['fp-session=a', 'fp-session=b', 'fp-session=a; x=1']) await ask(cookie);
  await ask('fp-session=a', { authorization: 'Bearer t' });
  await ask('fp-session=a', { origin: 'https://host.example' });
  assert.equal(looks.length, 5);
  assert.equal(await ask(''), undefined);
  assert.equal(looks.length, 5);
});

test('a session that ended is looked up again at once, and so is one whose person has other rights', async () => {
  const { state, looks, ask, end, change } = aReader();
  await ask();
  state.session = undefined;
  end('session-1');
  assert.equal(await ask(), undefined);
  state.session = aSession();
  await ask();
  change('anna');
  await ask();
  assert.equal(looks.length, 4);
});

test("what was being read while it ended is believed by nobody who asks later", async () => {
  const { state, ask, end } = aReader();
  const { promise, resolve } = Promise.withResolvers<void>();
  state.hold = promise;
  const early = ask();
  state.session = undefined;
  end('session-1');
  resolve();
  await early;
  assert.equal(await ask(), undefined);
});

test("others' ends change nothing", async () => {
  const { looks, ask, end, change } = aReader();
  await ask();
  end('session-2');
  change('boris');
  await ask();
  assert.equal(looks.length, 1);
});

test('a look that counts as activity is not answered by one that did not', async () => {
  const { looks, ask } = aReader();
  await ask('fp-session=a', {}, false);
  await ask('fp-session=a', { 'x-fp-passive': '1' });
  assert.equal(looks.length, 1);
  await ask();
  await ask('fp-session=a', {}, false);
  assert.equal(looks.length, 2);
});

test('is over when it is over, however fresh the look', async () => {
  const { state, ask } = aReader();
  state.session = aSession({ idleEndsAt: new Date(NOW.getTime() + 500).toISOString() });
  assert.ok(await ask());
  state.now += 600;
  assert.equal(await ask(), undefined);
});

test('hands everything else to the reader itself', async () => {
  const { sessions } = aReader();
  assert.deepEqual(await sessions.own(), []);
});
