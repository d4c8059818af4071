import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definitionOf } from '../definitions/definitions.ts';
import type { Body } from '../testing/body.ts';
import { ada, find, town } from '../testing/town.ts';

const isAdas = ({ relatedParty }: Body) => relatedParty?.some(({ id }) => id === ada.id) ?? false;
const waitsFor = (whom: string) => ({ productOrderItem }: Body) => productOrderItem.some(({ waitingFor, state }) => state === 'pending' && waitingFor === whom);

describe('the orders of the generated world', () => {
  it('Ada’s fibre waits for a time, and goes on when she books one', async () => {
    const meridian = town();
    const order = find('productOrder', (body) => isAdas(body) && waitsFor('customer')(body));
    assert.deepEqual([order.productOrderItem[0]?.informationRequired.kind, order.productOrderItem[0]?.informationRequired.text], ['date', 'Please choose a time for the technician.']);
    const relatedParty = [{ id: ada.id, role: 'customer', '@referredType': 'Individual' }];
    const search = (await meridian.make('searchTimeSlot', { relatedEntity: [{ id: order.id, role: 'order', '@referredType': 'ProductOrder' }], relatedPlace: { role: 'home', name: 'Kastanienhof 12, 10437 Berlin' } })) as Body;
    const validFor = search.availableTimeSlot[3]?.validFor;
    const visit = await meridian.make('appointment', { validFor, status: 'confirmed', relatedParty, relatedEntity: [{ id: order.id, role: 'order', '@referredType': 'ProductOrder' }] });
    const after = await meridian.read('productOrder', order.id);
    const [line] = after.productOrderItem;
    assert.deepEqual([line?.state, line?.waitingFor, line?.appointment.id, line?.expectedCompletionDate], ['inProgress', undefined, visit.id, validFor?.endDateTime]);
    // The other line of the order is left as it was.
    assert.deepEqual(after.productOrderItem[1], order.productOrderItem[1]);
    await meridian.pass(4 * 86_400, 3600);
    assert.equal((await meridian.read('productOrder', order.id)).productOrderItem[0]?.state, 'completed');
    assert.equal((await meridian.read('appointment', visit.id)).status, 'completed');
  });

  it('one line can be said to be done in part while the other stays as it is', async () => {
    const meridian = town();
    const order = find('productOrder', (body) => isAdas(body) && waitsFor('customer')(body));
    const [first, ...rest] = order.productOrderItem;
    const after = await meridian.patch('productOrder', order.id, { productOrderItem: [{ ...first, state: 'partial' }, ...rest] });
    assert.deepEqual([after.state, after.productOrderItem[0]?.state, after.productOrderItem[0]?.waitingFor], ['inProgress', 'partial', undefined]);
    assert.deepEqual(after.productOrderItem[1], order.productOrderItem[1]);
  });

  it('somebody’s waits for a document, and says which', () => {
    const order = find('productOrder', ({ productOrderItem }) => productOrderItem.some(({ informationRequired }) => informationRequired?.kind === 'document'));
    assert.match(order.productOrderItem[0]?.informationRequired.text ?? '', /identity card/);
  });

  it('the company’s new site waits for its head office, where the region has said yes', async () => {
    const meridian = town();
    const order = find('productOrder', ({ approvalProcess }) => approvalProcess !== undefined);
    const path = `${definitionOf('processFlow').basePath}/processFlow/${order.approvalProcess.id}/taskFlow`;
    const [region, head] = (await (await meridian.ask('GET', path)).json()) as Body[];
    assert.deepEqual([region?.state, head?.state], ['completed', 'active']);
    const approver = head?.relatedParty.find(({ role }) => role === 'approver');
    assert.equal(approver?.name, 'Bilal Haddad');
    const characteristic = [{ name: 'decision', value: 'approved' }, { name: 'decidedBy', value: approver?.id }];
    const answer = await meridian.ask('PATCH', `${path}/${head?.id}`, { state: 'completed', characteristic });
    assert.equal(answer.status, 200);
    assert.equal((await meridian.read('productOrder', order.id)).state, 'inProgress');
    assert.equal((await meridian.read('processFlow', order.approvalProcess.id)).state, 'completed');
  });

  it('every running product but options, devices and bundles stands on a service', async () => {
    const { rows } = await town().store.read().list('product');
    const running = rows.map(({ body }) => body as Body).filter(({ status, isBundle }) => status === 'active' && isBundle !== true);
    const without = running.filter(({ realizingService }) => realizingService === undefined);
    const kinds = new Set(without.map(({ productCharacteristic }) => productCharacteristic.find(({ name }) => name === 'lineOfBusiness')?.['value']));
    assert.ok(without.length < running.length / 2);
    for (const { name } of without) {
      const offering = find('productOffering', (body) => body['name'] === name);
      const [category] = offering['category'] as Body[];
      assert.ok(['Devices', 'Add-ons'].includes(category?.name ?? ''), `${name}: ${[...kinds].join(', ')}`);
    }
  });
});
