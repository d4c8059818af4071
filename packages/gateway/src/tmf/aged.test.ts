import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Gap } from '@faceplate/contracts';
import { anOperator, down, type Meddle } from '../testing/operator.ts';
import { createGuard } from '../upstream/guard.ts';

interface Listed {
  items: { id: string }[];
  gaps: Gap[];
}

/** An operator whose systems are reached over the network, and one of which can be taken down. */
async function aDistantOperator() {
  let fault: Meddle = () => undefined;
  const operator = await anOperator({ guard: createGuard('Meridian'), meddle: (request, pass) => fault(request, pass) });
  return { ...operator, breakDown: (part: string) => (fault = down(part)) };
}

const old: [path: string, part: string, source: string][] = [
  ['/products', 'productInventory', 'Products'],
  ['/tickets', 'troubleTicket', 'Tickets'],
  ['/interactions', 'partyInteraction', 'Contact history'],
  ['/service-levels', 'slaManagement', 'Service levels'],
];

describe('while its system is down', () => {
  for (const [path, part, source] of old) {
    test(`${path} is shown as it was, and says so`, async () => {
      const { as, breakDown } = await aDistantOperator();
      const before = await as('bilal')<Listed>(path);
      breakDown(part);
      const { status, body } = await as('bilal')<Listed>(path);
      assert.equal(status, 200);
      const aged = body.gaps.filter(({ asOf }) => asOf !== undefined);
      assert.deepEqual([...new Set(aged.map((gap) => gap.source))], [source]);
      assert.deepEqual({ ...body, gaps: before.body.gaps }, before.body);
      const other = await as('chiara')<Listed>(path);
      assert.ok(other.status === 503 || other.body.gaps.every(({ asOf }) => asOf === undefined), 'another person was shown what was kept');
    });
  }

  for (const [path, part] of [['/bills', 'customerBill'], ['/accounts', 'accountManagement'], ['/orders', 'productOrder'], ['/cart', 'shoppingCart']] as const) {
    test(`${path} is not: it would be paid, ordered or relied on`, async () => {
      const { as, breakDown } = await aDistantOperator();
      assert.equal((await as('bilal')(path)).status, 200);
      breakDown(part);
      assert.equal((await as('bilal')(path)).status, 503);
    });
  }

  test('the catalogue just read is still the catalogue', async () => {
    const { as, breakDown } = await aDistantOperator();
    const before = await as('bilal')<Listed>('/offers');
    breakDown('productCatalog');
    assert.deepEqual((await as('bilal')<Listed>('/offers')).body, before.body);
  });

  test('nothing is changed on the word of what was kept', async () => {
    const { as, breakDown, asked } = await aDistantOperator();
    await as('bilal')('/tickets');
    const productId = (await as('bilal')<Listed>('/products')).body.items[0]?.id;
    breakDown('troubleTicket');
    asked.length = 0;
    const ticket = { kind: 'incident', severity: 'major', title: 'No signal', description: 'Since this morning.', productId };
    assert.equal((await as('bilal')('/tickets', { body: ticket })).status, 503);
    assert.deepEqual(asked.filter(({ method }) => method === 'POST').length, 0);
  });
});
