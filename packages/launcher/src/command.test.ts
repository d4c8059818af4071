import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { embeddedPlace } from './testing/places.ts';
import { API_HEADERS, signIn } from './testing/portal.ts';
import { type StartedProcess, startProcess } from './testing/process.ts';

const place = embeddedPlace();
const env = { FACEPLATE_DATA: place.config.dataFolder, FACEPLATE_WORLD: 'customers=1' };
const started: StartedProcess[] = [];
const begin = (more: NodeJS.ProcessEnv = {}, options = {}) => {
  const child = startProcess({ ...env, ...more }, options);
  started.push(child);
  return child;
};

after(async () => {
  for (const child of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  await place.clear();
});

const oneLine = /^faceplate: [^\n]+\n$/;

describe('the start command', { timeout: 180_000 }, () => {
  let running: StartedProcess;

  it('says where it is and who may sign in', async () => {
    running = begin();
    const url = await running.url;
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
  });

  it('refuses a second start on the same data with one line', async () => {
    const { code, err } = await begin().ended;
    assert.equal(code, 1);
    assert.match(err, oneLine);
    assert.ok(err.includes(place.config.dataFolder));
  });

  it('stops on SIGTERM within ten seconds, though a page is listening to live updates', async () => {
    const url = await running.url;
    const ada = await signIn(url, 'ada');
    const stream = await ada.request(`${url}/api/v1/events`, { headers: { ...API_HEADERS, accept: 'text/event-stream' } });
    assert.equal(stream.status, 200);
    const asked = performance.now();
    running.kill('SIGTERM');
    const { code, out, err } = await running.ended;
    const took = performance.now() - asked;
    await stream.text();
    assert.equal(code, 0, err);
    assert.ok(took < 10_000, `took ${took} ms`);
    assert.match(out, /ada\s+.*consumer/);
    assert.equal(err, '');
  });

  it('stops when the package manager that started it is killed', { skip: process.platform === 'win32' }, async () => {
    const child = begin({}, { managed: true });
    const url = await child.url;
    // It is killed without a chance to pass anything on, as npx is.
    child.kill('SIGKILL');
    await child.ended;
    await assert.rejects(fetch(url));
  });

  it('starts again on what it left, and stops on Ctrl-C', async () => {
    const again = begin();
    await again.url;
    again.kill('SIGINT');
    assert.equal((await again.ended).code, 0);
  });

  it('can be stopped while it is still starting', async () => {
    const child = begin();
    assert.doesNotMatch(await child.spoke, /Ready in/);
    child.kill('SIGTERM');
    const { code, out, err } = await child.ended;
    assert.equal(code, 0, err);
    assert.doesNotMatch(out, /Ready in/);
  });

  it('ends with one line for a wrong setting', async () => {
    const { code, err, out } = await begin({ PORT: 'abc' }).ended;
    assert.equal(code, 1);
    assert.match(err, oneLine);
    assert.match(err, /PORT must be a whole number/);
    assert.equal(out, '');
  });

  it('ends with one line when the database cannot be reached', async () => {
    const { code, err } = await begin({ DATABASE_URL: 'postgres://u:hush@127.0.0.1:1/care' }).ended;
    assert.equal(code, 1);
    assert.match(err, oneLine);
    assert.doesNotMatch(err, /hush/);
  });
});
