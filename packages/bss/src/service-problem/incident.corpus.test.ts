import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { objects } from '../simulator/course.ts';
import type { Resource, Store } from '../store/store.ts';
import { aTicket, bench, pathOf } from '../testing/bench.ts';
import { storeMakers } from '../testing/stores.ts';

// Memory and PGlite, and Postgres where DATABASE_URL is set.
const makers = storeMakers();
after(async () => {
  for (const maker of makers) await maker.close();
});

const relatedParty = [{ id: 'ada', name: 'Ada', role: 'owner', '@referredType': 'Individual' }];
const NEEDED = { price: { taxIncludedAmount: { unit: 'EUR', value: 40 } }, priceType: 'recurring', recurringChargePeriod: 'month' };

/** An incident of two hours on a promised line with one report of it, and the end of the month; told by what is left of it. */
async function story(store: Store): Promise<unknown[]> {
  const bss = bench({ store, levers: true, token: 'machine' });
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await bss.ask(method, path, body, { authorization: 'Bearer machine' });
    assert.ok(response.ok, `${path} ${response.status}`);
    return (await response.json()) as Resource;
  };
  const account = await ask('POST', pathOf('billingAccount'), { name: 'Home', relatedParty });
  const product = await ask('POST', pathOf('product'), { name: 'Home 250', status: 'active', billingAccount: { id: account.id }, relatedParty, productPrice: [NEEDED] });
  const entity = { id: product.id, role: 'product', '@referredType': 'Product' };
  const rule = [{ id: 'r', metric: 'availability', unit: 'ratio', referenceValue: '0.999', operator: '.ge' }];
  await ask('POST', pathOf('sla'), { name: 'Availability', rule, relatedEntity: [entity], relatedParty, validFor: { startDateTime: '2026-10-31T23:00:00.000Z' } });
  const incident = await ask('POST', '/sim/v1/incidents', { products: product.id, description: 'Cable cut' });
  const ticket = await ask('POST', pathOf('troubleTicket'), aTicket({ name: 'No internet', relatedEntity: [entity], relatedParty: [{ ...relatedParty[0], role: 'customer' }] }));
  bss.later(7_200_000);
  await ask('POST', `/sim/v1/incidents/${incident.id}/end`, {});
  const fixed = await ask('GET', `${pathOf('troubleTicket')}/${ticket.id}`);
  bss.later(10 * 86_400_000);
  for (let step = 0; step < 5; step += 1) {
    bss.later(10_000);
    await bss.tick();
  }
  const rows = async (resource: string) => (await store.read().list(resource)).rows.map(({ body }) => body);
  const [violation] = await rows('slaViolation');
  return [
    fixed['status'],
    fixed['expectedResolutionDate'],
    (await rows('availabilityInterval')).map(({ state, validFor }) => [state, validFor]),
    objects(violation?.['credit']).map(({ amount, percent, formula }) => [amount, percent, formula]),
    (await rows('communicationMessage')).map(({ subject, state }) => [subject, state]),
    (await rows('partyInteraction')).length,
  ];
}

test('an incident, its reports and what is paid for it are the same on every store', async () => {
  const told = await Promise.all(makers.map(async (maker) => story(await maker.make())));
  const [first] = told;
  assert.deepEqual(first, [
    'resolved',
    '2026-11-25T10:00:00.000Z',
    [['outage', { startDateTime: '2026-11-21T10:00:00.000Z', endDateTime: '2026-11-21T12:00:00.000Z' }]],
    [[{ unit: 'EUR', value: 4 }, 10, 'Down for 2 h 0 min, 2.7 times the time allowed: 10 % of the monthly price of €40.00']],
    ['A fault on your line', 'Your line works again', 'Fixed: No internet', 'You get €4.00 back'].map((subject) => [subject, 'completed']),
    4,
  ]);
  for (const other of told) assert.deepEqual(other, first);
});
