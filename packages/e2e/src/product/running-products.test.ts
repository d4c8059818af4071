import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProducts } from './running-products.ts';
import { Visitor } from './visitor.ts';

const databaseUrl = process.env['DATABASE_URL'];

test('two processes behind a balancer are one product', { skip: databaseUrl ? false : 'no DATABASE_URL', timeout: 120_000 }, async () => {
  const products = await runProducts({ databaseUrl: databaseUrl ?? '', portal: false, simulator: false, env: { FACEPLATE_WORLD: 'customers=2' } });
  const ada = await Visitor.signIn(products.url, 'ada');
  try {
    assert.equal(products.balancer.ready, 2);
    assert.equal((await ada.call('GET', '/bills')).status, 200);
    const [first, second] = products.members;
    const took = (await first?.restart()) ?? assert.fail();
    assert.ok(took < 10_000);
    await second?.crash();
    await products.balancer.look();
    assert.equal((await ada.call('GET', '/bills')).status, 200);
    assert.equal(products.balancer.ready, 2);
  } finally {
    await ada.close();
    await products.stop();
  }
});
