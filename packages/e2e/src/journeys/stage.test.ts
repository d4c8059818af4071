import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { RunningProduct } from '../product/running-product.ts';
import { Stage } from './stage.ts';

const stage = () => new Stage({} as RunningProduct, {} as Browser);
const results = ({ outcomes }: Stage) => outcomes.map(({ result }) => result);

test('a step that fails is counted, and ends the journey', async () => {
  const walked = stage();
  await walked.step('stands', () => Promise.resolve());
  await assert.rejects(walked.step('falls', () => Promise.reject(new Error('down'))), /down/);
  assert.deepEqual(results(walked), ['passed', 'failed']);
});

test('what cannot be done here is skipped with its reason', () => {
  const walked = stage();
  walked.skip('restart', 'not ours');
  assert.deepEqual(results(walked), ['skipped']);
  assert.equal(walked.outcomes[0]?.cause, 'not ours');
});
