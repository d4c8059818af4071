import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../policy/actions.ts';
import { problemCodes } from '../docs/problem-codes.ts';
import { ACTS, EVENTS, REFUSALS, refusalKind } from './kinds.ts';

test('has a sentence for every action, and none for what is no action', () => {
  for (const action of Object.keys(rules)) assert.ok(ACTS[action], `${action} has no sentence`);
  for (const action of Object.keys(ACTS)) assert.ok(Object.hasOwn(rules, action), `there is no action ${action}`);
});

test('names events and acts apart, each in one whole sentence', () => {
  const all = { ...ACTS, ...EVENTS, ...REFUSALS };
  assert.equal(Object.keys(all).length, Object.keys(ACTS).length + Object.keys(EVENTS).length + Object.keys(REFUSALS).length);
  for (const [kind, sentence] of Object.entries(all)) assert.match(sentence, /^[A-Z].*\.$/, kind);
});

test('knows of which kind every refusal of the API is', () => {
  const kinds = new Set(Object.entries(problemCodes).filter(([, { status }]) => status < 500).map(([code, { status }]) => refusalKind(status, code)));
  assert.deepEqual([...kinds].toSorted(), Object.keys(REFUSALS).toSorted());
});
