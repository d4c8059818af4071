import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { APIS } from '../landscape/apis.ts';
import { FEATURES, groupOf } from './features.ts';
import { better, changes, type Need, reads, writes } from './need.ts';
import { NOUNS } from './nouns.ts';
import type { ResourceState, ResourceVerdict } from './resource.ts';
import { judge } from './verdict.ts';

const one = (resource: string, state: ResourceState, more: Partial<ResourceVerdict> = {}): [string, ResourceVerdict] => [
  resource,
  { api: 'T', resource, version: 'v4', state, rows: 1, task: false, writes: { new: 'yes', changes: 'yes' }, findings: [], ...more },
];

const lacking = better('No b.', 'b');

const rules: [what: string, needs: Need[], resources: [string, ResourceVerdict][], verdict: string][] = [
  ['all good', [reads('a')], [one('a', 'good')], 'full'],
  ['nothing asked', [], [], 'full'],
  ['with limits', [reads('a')], [one('a', 'limited')], 'degraded'],
  ['unusable', [reads('a')], [one('a', 'broken')], 'absent'],
  ['never looked at', [reads('a')], [], 'absent'],
  ...(['absent', 'broken'] as const).map((state): [string, Need[], [string, ResourceVerdict][], string] => [`${state} beside good`, [reads('a'), reads('b')], [one('a', 'good'), one('b', state)], 'absent']),
  ...(['empty', 'unclear', 'unreachable', 'failing', 'forbidden'] as const).map((state): [string, Need[], [string, ResourceVerdict][], string] => [state, [reads('a')], [one('a', state)], 'unknown']),
  ['absent outweighs unreachable', [reads('a'), reads('b')], [one('a', 'unreachable'), one('b', 'absent')], 'absent'],
  ['what it can do without is absent', [reads('a'), lacking], [one('a', 'good'), one('b', 'absent')], 'degraded'],
  ['what it can do without was not seen', [reads('a'), lacking], [one('a', 'good'), one('b', 'forbidden')], 'unknown'],
  ['one of two will do', [reads('a', 'b')], [one('a', 'absent'), one('b', 'good')], 'full'],
  ['the better of two counts', [reads('a', 'b')], [one('a', 'limited'), one('b', 'unreachable')], 'degraded'],
  ['takes nothing new', [writes('a')], [one('a', 'good', { writes: { new: 'no', changes: 'yes' } })], 'absent'],
  ['no sign that it takes anything', [writes('a')], [one('a', 'good', { writes: { new: 'unknown', changes: 'yes' } })], 'unknown'],
  ['no sign that it takes changes', [changes('a')], [one('a', 'good', { writes: { new: 'yes', changes: 'unknown' } })], 'unknown'],
  ['writable and limited', [writes('a')], [one('a', 'limited')], 'degraded'],
  ['an empty collection that takes new records', [writes('a')], [one('a', 'empty')], 'unknown'],
  ['a question asked by POST', [writes('a')], [one('a', 'empty', { task: true })], 'full'],
  ['a question asked by POST, nobody knows whether', [writes('a')], [one('a', 'empty', { task: true, writes: { new: 'unknown', changes: 'unknown' } })], 'unknown'],
];

describe('a feature', () => {
  for (const [what, needs, resources, verdict] of rules) {
    it(`is ${verdict}: ${what}`, () => {
      const judged = judge(needs, new Map(resources));
      assert.equal(judged.verdict, verdict);
      // Whatever is not full says why.
      assert.equal(judged.because.length > 0, verdict !== 'full');
    });
  }

  it('says what customers notice, once', () => {
    const finding = { id: 'x', severity: 'limits', says: '', limit: 'incomplete', evidence: [] } as const;
    const judged = judge([reads('a'), lacking], new Map([one('a', 'limited', { findings: [finding, finding] }), one('b', 'absent')]));
    assert.deepEqual(judged.notices, ['No b.', 'Some entries may be missing.']);
    assert.deepEqual(judged.limits, ['incomplete', 'no-parts']);
  });
});

describe('the tables', () => {
  const known = new Set(['events.hub', ...APIS.flatMap(({ api, resources }) => resources.map(({ name }) => `${api}.${name}`))]);

  it('ask only for what is looked at', () => {
    const asked = [...FEATURES.flatMap(({ needs }) => needs), ...Object.values(NOUNS).flat()].flatMap(({ of }) => of);
    assert.deepEqual(asked.filter((name) => !known.has(name)), []);
  });

  it('have each row once, in a group', () => {
    assert.equal(new Set(FEATURES.map(({ id }) => id)).size, FEATURES.length);
    for (const { id, needs } of FEATURES) {
      assert.match(id, /^[PFCABKS]\d{2}$/);
      assert.notEqual(groupOf(id), '');
      assert.notEqual(needs.length, 0);
    }
  });
});
