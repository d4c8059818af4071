import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body } from '../testing/body.ts';
import { ada, find, line, town } from '../testing/town.ts';

const HOUR = 3600;
const linesOf = (order: Body): Body[] => order['productOrderItem'];
const stepsOf = (item: Body | undefined): string[] => item?.['milestone'].map((step: Body) => step['description']) ?? [];
const reached = (item: Body | undefined): number | undefined => item?.['milestone'].filter((step: Body) => step['status'] === 'Completed').length;
const factOf = (product: Body, name: string): string => String(product['productCharacteristic'].find((one) => one['name'] === name)?.['value']);
const said = (item: Body | undefined): string | undefined => item?.['note'].at(-1)?.['text'];

test('each line of business comes in its own way, and each says so', async () => {
  const meridian = town();
  const { offering } = meridian;
  const items = ['Mobile L', 'Fibre 500', 'TV Premium', 'Lumen tablet', 'Data Boost 10'].map((name, index) => line(String(index + 1), offering(name)));
  const { id } = await meridian.order(ada, items);
  await meridian.pass(1);
  const [mobile, access, tv, device, extra] = linesOf(await meridian.read('productOrder', id));
  assert.deepEqual([mobile, access, tv, device, extra].map((item) => stepsOf(item)[1]), [
    'Your number and SIM are reserved', 'Your address can have this line', 'Your internet line can carry it', 'It is in stock and kept for you', 'We have checked your order',
  ]);
  assert.deepEqual(mobile?.['milestone'].map((step: Body) => step['name']), ['captured', 'checked', 'scheduled', 'in-progress', 'done']);
});

test('a mobile line gets a number and a SIM of its own, and a service that stands on them', async () => {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Mobile L'))]);
  await meridian.pass(120, 5);
  const order = await meridian.read('productOrder', id);
  assert.equal(order['state'], 'completed');
  const product = await meridian.read('product', linesOf(order)[0]?.['product'].id);
  assert.match(factOf(product, 'identifier'), /^\+49 15\d 0\d{7}$/);
  assert.match(factOf(product, 'simNumber'), /^8949\d{15}$/);
  const service = await meridian.read('service', product['realizingService'][0]?.id);
  assert.deepEqual([service['state'], service['operatingStatus'], service['serviceType']], ['active', 'running', 'mobile']);
  assert.deepEqual(service['supportingResource'].map((one: Body) => one.id), [factOf(product, 'identifier'), factOf(product, 'simNumber')]);
  assert.deepEqual(service['relatedEntity'][0]?.id, product.id);
});

test('a line to a home waits for the technician, is done when they leave, and the visit with it', async () => {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Fibre 500')), line('2', meridian.offering('Home 50'))]);
  await meridian.pass(60, 5);
  const order = await meridian.read('productOrder', id);
  const [first, second] = linesOf(order);
  // One visit for both lines.
  assert.equal(first?.['appointment'].id, second?.['appointment'].id);
  const visit = await meridian.read('appointment', first?.['appointment'].id);
  assert.deepEqual([visit['status'], visit['validFor'].startDateTime], ['confirmed', '2026-11-23T07:00:00.000Z']);
  assert.deepEqual(visit['relatedEntity'].map((one: Body) => one['productOrderItemId']), ['1', '2']);
  assert.equal(first?.['expectedCompletionDate'], visit['validFor'].endDateTime);
  assert.equal(first?.['requestedCompletionDate'], first?.['expectedCompletionDate']);
  assert.deepEqual([reached(first), order['state']], [3, 'inProgress']);
  await meridian.pass(45.5 * HOUR, HOUR / 2);
  assert.equal(reached(linesOf(await meridian.read('productOrder', id))[0]), 4);
  await meridian.pass(2 * HOUR, HOUR / 2);
  assert.equal((await meridian.read('productOrder', id))['state'], 'completed');
  assert.equal((await meridian.read('appointment', visit.id))['status'], 'completed');
});

test('whoever has chosen a visit before ordering keeps it', async () => {
  const meridian = town();
  const validFor = { startDateTime: '2026-12-01T12:00:00.000Z', endDateTime: '2026-12-01T14:00:00.000Z' };
  const { id: orderId } = await meridian.order(ada, [line('1', meridian.offering('Fibre 500'))]);
  const relatedEntity = [{ id: orderId, role: 'productOrder', '@referredType': 'ProductOrder' }];
  const visit = await meridian.make('appointment', { validFor, relatedEntity, status: 'confirmed', relatedPlace: { role: 'home', postcode: '10437' } });
  await meridian.pass(60, 5);
  const [item] = linesOf(await meridian.read('productOrder', orderId));
  assert.equal(item?.['appointment'].id, visit.id);
  assert.equal(item?.['expectedCompletionDate'], validFor.endDateTime);
  assert.equal((await meridian.store.read().list('appointment')).rows.filter(({ body }) => JSON.stringify(body).includes(orderId)).length, 1);
});

test('moving the visit moves the line, and losing it makes the line wait for a date', async () => {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Fibre 500'))]);
  await meridian.pass(60, 5);
  const [item] = linesOf(await meridian.read('productOrder', id));
  const visitId = item?.['appointment'].id;
  const validFor = { startDateTime: '2026-11-25T12:00:00.000Z', endDateTime: '2026-11-25T14:00:00.000Z' };
  await meridian.patch('appointment', visitId, { validFor });
  const moved = linesOf(await meridian.read('productOrder', id))[0];
  assert.deepEqual([moved?.['appointment'].id, moved?.['expectedCompletionDate']], [visitId, validFor.endDateTime]);
  // Promised was Monday: both stay to be seen.
  assert.equal(moved?.['requestedCompletionDate'], item?.['requestedCompletionDate']);
  await meridian.patch('appointment', visitId, { status: 'cancelled' });
  const waiting = await meridian.read('productOrder', id);
  assert.deepEqual([waiting['state'], linesOf(waiting)[0]?.['waitingFor'], linesOf(waiting)[0]?.['informationRequired'].kind], ['pending', 'customer', 'date']);
  assert.equal(said(linesOf(waiting)[0]), 'The visit was cancelled. Please choose another time.');
  const again = { startDateTime: '2026-11-26T07:00:00.000Z', endDateTime: '2026-11-26T09:00:00.000Z' };
  await meridian.make('appointment', { validFor: again, status: 'confirmed', relatedEntity: [{ id, role: 'productOrder', '@referredType': 'ProductOrder' }], relatedPlace: { role: 'home', postcode: '10437' } });
  const resumed = await meridian.read('productOrder', id);
  assert.deepEqual([resumed['state'], linesOf(resumed)[0]?.['expectedCompletionDate']], ['inProgress', again.endDateTime]);
});

test('a bundle is its parts: each comes in its own time, and the products know each other', async () => {
  const meridian = town();
  const placed = await meridian.order(ada, [line('1', meridian.offering('Home and TV'))]);
  assert.deepEqual(linesOf(placed)[0]?.['productOrderItem'].map((part: Body) => [part.id, part['product'].name]), [['1.1', 'Home 250'], ['1.2', 'TV Plus']]);
  await meridian.pass(120, 5);
  const half = await meridian.read('productOrder', placed.id);
  // Television is there, the line is not: both can be seen.
  assert.deepEqual(linesOf(half)[0]?.['productOrderItem'].map((part: Body) => part['state']), ['inProgress', 'completed']);
  assert.deepEqual([half['state'], linesOf(half)[0]?.['state']], ['inProgress', 'inProgress']);
  await meridian.pass(48 * HOUR, HOUR / 2);
  const order = await meridian.read('productOrder', placed.id);
  assert.equal(order['state'], 'completed');
  const bundle = await meridian.read('product', linesOf(order)[0]?.['product'].id);
  assert.equal(bundle['isBundle'], true);
  const parts = await Promise.all<Body>(bundle['productRelationship'].map(({ relationshipType, product }: Body) => {
    assert.equal(relationshipType, 'bundles');
    return meridian.read('product', product.id);
  }));
  assert.deepEqual(parts.map((part) => [part['name'], part['productPrice'].length]), [['Home 250', 0], ['TV Plus', 0]]);
  assert.equal(bundle['productPrice'].length, 1);
  assert.ok(parts.every((part) => part['realizingService'].length === 1) && bundle['realizingService'] === undefined);
});

test('television without internet asks for it', async () => {
  const meridian = town();
  const nobody = { ...ada, id: find('individual', ({ givenName }) => givenName === 'Daniel').id };
  const { id } = await meridian.order(nobody, [line('1', meridian.offering('TV Start'))], { billingAccount: undefined });
  await meridian.pass(30, 5);
  const [item] = linesOf(await meridian.read('productOrder', id));
  assert.deepEqual([item?.['state'], item?.['waitingFor'], item?.['informationRequired'].kind], ['pending', 'customer', 'internet']);
});

test('a line to nobody knows where asks for the address and goes on with it', async () => {
  const meridian = town();
  const order = await meridian.make('productOrder', { productOrderItem: [line('1', meridian.offering('Fibre 500'))] }) as Body;
  await meridian.pass(30, 5);
  const [item] = linesOf(await meridian.read('productOrder', order.id));
  assert.equal(item?.['informationRequired'].kind, 'address');
  const place = [{ role: 'installation address', name: 'Uferstrasse 9, 20359 Hamburg' }];
  const after = await meridian.patch('productOrder', order.id, { productOrderItem: [{ ...item, product: { ...item?.['product'], place } }] });
  assert.equal(linesOf(after)[0]?.['state'], 'inProgress');
  await meridian.pass(30, 5);
  const booked = linesOf(await meridian.read('productOrder', order.id))[0];
  assert.equal((await meridian.read('appointment', booked?.['appointment'].id))['relatedPlace'].name, 'Uferstrasse 9, 20359 Hamburg');
});

test('what is out of stock waits, warns, and goes on when there is some again', async () => {
  const meridian = town();
  const tablet = meridian.offering('Lumen tablet');
  const lever = (amount: number) => meridian.lever(`stock/${tablet.id}`, { amount });
  await lever(1);
  const first = await meridian.order(ada, [line('1', tablet)]);
  await meridian.pass(5);
  const second = await meridian.order(ada, [line('1', tablet)]);
  await meridian.pass(60, 5);
  const waiting = await meridian.read('productOrder', second.id);
  assert.equal((await meridian.read('productOrder', first.id))['state'], 'completed');
  assert.deepEqual([linesOf(waiting)[0]?.['waitingFor'], waiting['productOrderJeopardyAlert'][0]?.name], ['partner', 'Out of stock']);
  await lever(3);
  await meridian.pass(2 * 86_400, HOUR);
  const done = await meridian.read('productOrder', second.id);
  assert.equal(done['state'], 'completed');
  const serials = await Promise.all([first, second].map(async ({ id }) => factOf(await meridian.read('product', linesOf(await meridian.read('productOrder', id))[0]?.['product'].id), 'identifier')));
  assert.equal(new Set(serials).size, 2);
});

test('a line to a home stands on a port of the network and a modem of ours', async () => {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Home 50'))]);
  await meridian.pass(48 * HOUR, HOUR / 2);
  const product = await meridian.read('product', linesOf(await meridian.read('productOrder', id))[0]?.product.id);
  const service = await meridian.read('service', product.realizingService[0]?.id);
  const [port, modem] = service.supportingResource.map(({ name }) => name);
  assert.match(`${port}, ${modem}`, /^Port \d{4}\/\d{5}, MD \d{10}$/);
  assert.match(factOf(product, 'identifier'), /10437 Berlin/);
});

test('an address that cannot have the line is said to be so, with what would work', async () => {
  const meridian = town();
  const copper = find('geographicAddress', ({ networkAccess, geographicSubAddress }) => !geographicSubAddress && !JSON.stringify(networkAccess).includes('fibre'));
  const place = [{ id: copper.id, role: 'installation address', '@referredType': 'GeographicAddress' }];
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Fibre 1000'), { product: { name: 'Fibre 1000', place } })]);
  await meridian.pass(30, 5);
  const [item] = linesOf(await meridian.read('productOrder', id));
  assert.deepEqual([item?.waitingFor, item?.informationRequired.kind], ['customer', 'address']);
  assert.match(item?.informationRequired.text ?? '', /Fibre 1000/);
});

test('a line that goes to another place gets a technician who is at home there', async () => {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Home 50')), line('2', meridian.offering('Home 50'))]);
  await meridian.pass(5);
  const before = linesOf(await meridian.read('productOrder', id));
  const place = [{ role: 'installation address', name: 'Uferstrasse 9, 20359 Hamburg' }];
  const after = linesOf(await meridian.patch('productOrder', id, { productOrderItem: [{ ...before[0], product: { ...before[0]?.product, place } }, before[1]] }));
  assert.notEqual(after[0]?.appointment.id, before[0]?.appointment.id);
  assert.deepEqual(after[1]?.appointment, before[1]?.appointment);
  assert.equal((await meridian.read('appointment', after[0]?.appointment.id)).relatedPlace.name, 'Uferstrasse 9, 20359 Hamburg');
  const [moved, stays] = await Promise.all(['visit 20', 'visit 10'].map((space) => meridian.store.read().holders(space)));
  assert.deepEqual([moved?.size, stays?.size], [1, 1]);
});

test('a visit that was missed says by whom, and the line waits for another date', async () => {
  for (const [missedBy, words] of [['us', /we are sorry/], ['customer', /Nobody was there/]] as const) {
    const meridian = town();
    const { id } = await meridian.order(ada, [line('1', meridian.offering('Home 50'))]);
    await meridian.pass(60, 5);
    const visit = linesOf(await meridian.read('productOrder', id))[0]?.appointment.id;
    await meridian.patch('appointment', visit, { status: 'failed', missedBy });
    const [item] = linesOf(await meridian.read('productOrder', id));
    assert.deepEqual([item?.waitingFor, item?.informationRequired.kind], ['customer', 'date']);
    assert.match(said(item) ?? '', words);
  }
});

test('a line that fails says why, and gives back what it had', async () => {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Mobile L'))]);
  await meridian.pass(1);
  const [before] = linesOf(await meridian.read('productOrder', id));
  await meridian.lever(`product-orders/${id}/items/1/fail`, { reason: 'The old provider refused to hand over the number.' });
  const after = await meridian.read('productOrder', id);
  assert.deepEqual([after.state, said(linesOf(after)[0])], ['failed', 'The old provider refused to hand over the number.']);
  for (const { space, key } of before?.reserved ?? []) assert.equal(await meridian.store.read().holderOf(space, key), undefined);
});
