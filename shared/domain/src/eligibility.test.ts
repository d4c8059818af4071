import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Applicant, type OfferRules, obstaclesOf } from './eligibility.ts';

const offer = (id: string, rules: Partial<OfferRules> = {}): OfferRules => ({
  id, name: id.toUpperCase(), segments: [], requires: [], excludes: [], replaces: [], sold: true, ...rules,
});
const me = (rules: Partial<Applicant> = {}): Applicant => ({ segments: ['consumer'], holds: [], today: '2026-11-21', ...rules });
const codes = (...[wanted, who, catalogue]: Parameters<typeof obstaclesOf>) => obstaclesOf(wanted, who, catalogue).map(({ code }) => code);

test('nothing stands in the way of a plain offer', () => {
  assert.deepEqual(obstaclesOf(offer('a', { segments: ['consumer'], validFrom: '2026-11-21', validUntil: '2026-11-21' }), me(), []), []);
});

test('an offer no longer sold names its successor', () => {
  const old = offer('old', { sold: false });
  const [obstacle] = obstaclesOf(old, me(), [old, offer('new', { replaces: [old] })]);
  assert.equal(obstacle?.code, 'not-sold');
  assert.equal(obstacle?.remedy, 'Choose NEW, which took its place.');
  assert.deepEqual(codes(offer('a', { validUntil: '2026-11-20' }), me(), []), ['not-sold']);
  assert.deepEqual(codes(offer('a', { validFrom: '2026-11-22' }), me(), []), ['not-yet-sold']);
});

test('an offer for others says for whom', () => {
  const [obstacle] = obstaclesOf(offer('a', { segments: ['business'] }), me(), []);
  assert.equal(obstacle?.reason, 'A is for business customers only.');
  assert.deepEqual(codes(offer('a', { segments: ['business'] }), me({ segments: [] }), []), ['segment']);
});

test('what it needs must be held or in the cart', () => {
  const extra = offer('extra', { requires: [offer('base')] });
  assert.deepEqual(codes(extra, me(), []), ['requires']);
  assert.deepEqual(codes(extra, me({ holds: [{ id: 'base', name: 'Base' }] }), []), []);
});

test('of several that will do one is enough, in any version', () => {
  const extra = offer('extra', { requires: [{ id: 's1', name: 'Small' }, { id: 's2', name: 'Small' }, { id: 'l', name: 'Large' }] });
  assert.equal(obstaclesOf(extra, me(), [])[0]?.reason, 'EXTRA needs one of Small or Large.');
  assert.deepEqual(codes(extra, me({ holds: [{ id: 's2', name: 'Small' }] }), []), []);
});

test('an exclusion counts whichever of the two states it, and once', () => {
  const [a, b] = [offer('a', { excludes: [offer('b')] }), offer('b')];
  const both = [a, b];
  assert.deepEqual(codes(a, me({ holds: [b] }), both), ['excludes']);
  assert.deepEqual(codes(b, me({ holds: [a] }), both), ['excludes']);
  const mutual = [a, offer('b', { excludes: [a] })];
  assert.deepEqual(codes(a, me({ holds: [b] }), mutual), ['excludes']);
});

test('every obstacle gives a reason and a remedy', () => {
  const worst = offer('w', { sold: false, segments: ['business'], requires: [offer('r')], excludes: [offer('x')] });
  const found = obstaclesOf(worst, me({ holds: [offer('x')] }), []);
  assert.deepEqual(found.map(({ code }) => code), ['not-sold', 'segment', 'requires', 'excludes']);
  for (const { reason, remedy } of found) assert.ok(reason.endsWith('.') && remedy?.endsWith('.'));
});

test('what cannot be checked is said, and only where it matters', () => {
  const unknown: Applicant = { today: '2026-11-21' };
  const rival = offer('rival', { excludes: [offer('plain')] });
  assert.deepEqual(codes(offer('extra', { requires: [offer('base')] }), unknown, []), ['cannot-check']);
  assert.deepEqual(codes(offer('plain'), unknown, [rival]), ['cannot-check']);
  assert.deepEqual(codes(offer('office', { segments: ['business'] }), unknown, []), ['cannot-check']);
  assert.deepEqual(codes(offer('free'), unknown, [rival]), []);
});

test('every obstacle gives a way that a page can make a button of', () => {
  const [old, successor] = [offer('old', { sold: false }), offer('new', { replaces: [{ id: 'old', name: 'Old' }] })];
  assert.deepEqual(obstaclesOf(old, me(), [old, successor])[0]?.way, { kind: 'choose', offer: { id: 'new', name: 'NEW' } });
  assert.deepEqual(obstaclesOf(offer('a', { validFrom: '2026-12-01' }), me(), [])[0]?.way, { kind: 'wait', on: '2026-12-01' });
  const extra = offer('extra', { requires: [{ id: 's1', name: 'S' }, { id: 's2', name: 'S' }] });
  const catalogue = [offer('s1', { sold: false }), offer('s2')];
  assert.deepEqual(obstaclesOf(extra, me(), catalogue)[0]?.way, { kind: 'add', offer: { id: 's2', name: 'S' } });
  assert.deepEqual(obstaclesOf(extra, me(), [])[0]?.way, { kind: 'none' });
  const rival = offer('rival', { excludes: [{ id: 'had', name: 'Had' }] });
  const had = { id: 'had', name: 'Had' };
  assert.deepEqual(obstaclesOf(rival, me({ holds: [{ ...had, itemId: '7' }] }), [])[0]?.way, { kind: 'remove', itemId: '7', offer: had });
  assert.deepEqual(obstaclesOf(rival, me({ holds: [{ ...had, product: { id: 'p', name: 'Had' } }] }), [])[0]?.way, { kind: 'remove', product: { id: 'p', name: 'Had' } });
});
