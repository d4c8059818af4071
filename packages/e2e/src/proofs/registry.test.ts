import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ground } from './ground.ts';
import type { BssProof, Proof } from './proof.ts';
import { chosenProofs, PROOFS } from './registry.ts';

test('proofs are chosen by their numbers, in the order asked for', () => {
  assert.deepEqual(chosenProofs(['r2', 'G5']).map(({ id }) => id), ['R2', 'G5']);
  assert.equal(chosenProofs([]), PROOFS);
  assert.throws(() => chosenProofs(['R99']), /no proof R99.*R1, R2/);
  assert.equal(new Set(PROOFS.map(({ id }) => id)).size, PROOFS.length);
});

test('a proof of the BSS is given a seed and a database, and waits for no browser', async () => {
  await using ground = new Ground();
  const before = process.env['DATABASE_URL'];
  process.env['DATABASE_URL'] = 'postgres://of.the.caller/db';
  try {
    let given: unknown;
    const proof: BssProof = {
      on: 'bss',
      id: 'R0',
      title: 'told',
      run: async ({ seed, full, databaseUrl }) => {
        given = { seed, full, databaseUrl };
        return [];
      },
    };
    const any: Proof = proof;
    await ground.run(any, { seed: 3, full: false });
    assert.deepEqual(given, { seed: 3, full: false, databaseUrl: 'postgres://of.the.caller/db' });
    assert.equal(await ground.browserVersion(), undefined);
  } finally {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
  }
});
