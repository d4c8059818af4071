import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionOf } from '../definitions/definitions.ts';
import type { Body } from '../testing/body.ts';
import { bench, pathOf } from '../testing/bench.ts';
import { ada, find, line, town } from '../testing/town.ts';

const aService = (more: object = {}) => ({ name: 'Line', state: 'inactive', serviceSpecification: { id: 'spec' }, ...more });

test('a service that is switched on runs, one that is switched off stands still', async () => {
  const bss = bench();
  const { id } = await bss.make('service', aService());
  const set = async (state: string) => ((await (await bss.ask('PATCH', `${pathOf('service')}/${id}`, { state })).json()) as Body)['operatingStatus'];
  assert.deepEqual([await set('active'), await set('inactive'), await set('active'), await set('terminated'), await set('active')], ['running', 'stopped', 'running', 'stopped', 'running']);
});

test('how it runs is told by an event of its own, and only known words are taken', async () => {
  const bss = bench();
  const { id } = await bss.make('service', aService({ state: 'active' }));
  const set = (operatingStatus: string) => bss.ask('PATCH', `${pathOf('service')}/${id}`, { operatingStatus });
  assert.equal((await set('degraded')).status, 200);
  assert.equal((await set('a bit slow')).status, 400);
  const told = (await bss.store.changes.after(0, 100)).map(({ eventType }) => eventType);
  assert.equal(told.filter((type) => type === 'ServiceOperatingStatusChangeEvent').length, 1);
});

test('what runs behind a product ends with it', async () => {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Mobile L'))]);
  await meridian.pass(60, 9);
  const productId = (await meridian.read('productOrder', id))['productOrderItem'][0]?.product.id;
  const { realizingService } = await meridian.read('product', productId);
  await meridian.order(ada, [{ id: '1', action: 'delete', product: { id: productId } }]);
  await meridian.pass(60, 9);
  assert.equal((await meridian.read('product', productId))['status'], 'terminated');
  const service = await meridian.read('service', realizingService[0]?.id);
  assert.deepEqual([service['state'], service['operatingStatus'], typeof service['endDate']], ['terminated', 'stopped', 'string']);
});

test('v5 shows the same service', async () => {
  const bss = bench();
  const { id } = await bss.make('service', aService({ state: 'active' }));
  const path = definitionOf('service').path.replace('/v4/', '/v5/');
  const shown = (await (await bss.ask('GET', `${path}/${id}`)).json()) as Body;
  assert.deepEqual([shown['name'], shown['operatingStatus']], ['Line', 'running']);
});

test('a product that is suspended stands still with what is behind it, and runs again', async () => {
  const meridian = town();
  const phone = find('product', ({ name, status, realizingService }) => name === 'Mobile L' && status === 'active' && realizingService !== undefined);
  const service = async () => meridian.read('service', phone.realizingService[0]?.id);
  assert.deepEqual([(await service()).state, (await service()).operatingStatus], ['active', 'running']);
  await meridian.patch('product', phone.id, { status: 'suspended' });
  assert.deepEqual([(await service()).state, (await service()).operatingStatus], ['inactive', 'stopped']);
  await meridian.patch('product', phone.id, { status: 'active' });
  assert.equal((await service()).operatingStatus, 'running');
});

test('a product that never quite began can be ended too, and one that has ended stays as it is', async () => {
  const meridian = town();
  const { id } = await meridian.make('product', { name: 'Half a line' });
  const end = async () => {
    const order = await meridian.order(ada, [{ id: '1', action: 'delete', product: { id } }]);
    await meridian.pass(60, 9);
    return (await meridian.read('productOrder', order.id)).state;
  };
  assert.deepEqual([await end(), (await meridian.read('product', id)).status], ['completed', 'terminated']);
  assert.equal(await end(), 'completed');
});
