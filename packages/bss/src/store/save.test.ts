import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { save } from './save.ts';
import { anOrder, aTicket, bench, NOW, pathOf } from '../testing/bench.ts';

describe('what the outbox says', () => {
  it('names each kind of change and everyone it concerns', async () => {
    const bss = bench();
    const ticket = await bss.make('troubleTicket', aTicket({ relatedParty: [{ id: 'ann' }, { id: 'bob' }, { id: 'ann' }] }));
    const path = `${pathOf('troubleTicket')}/${ticket.id}`;
    await bss.ask('PATCH', path, { name: 'TV' });
    await bss.ask('PATCH', path, { name: 'TV' });
    await bss.ask('PATCH', path, { status: 'inProgress' });
    await bss.ask('PATCH', path, { relatedParty: [{ id: 'cy' }] });
    await bss.ask('DELETE', path);
    const changes = await bss.store.changes.after(0, 10);
    assert.deepEqual(
      changes.map(({ eventType, partyIds }) => [eventType, partyIds.toSorted()]),
      [
        ['TroubleTicketCreateEvent', ['ann', 'bob']],
        ['TroubleTicketAttributeValueChangeEvent', ['ann', 'bob']],
        ['TroubleTicketStatusChangeEvent', ['ann', 'bob']],
        ['TroubleTicketAttributeValueChangeEvent', ['ann', 'bob', 'cy']],
        ['TroubleTicketDeleteEvent', ['cy']],
      ],
    );
    assert.ok(changes.every(({ id, eventTime }) => id === ticket.id && eventTime === NOW));
    assert.equal(new Set(changes.map(({ eventId }) => eventId)).size, changes.length);
  });

  it('names what a ticket waits for, and that it is resolved, beside the change of its status', async () => {
    const bss = bench();
    const { id } = await bss.make('troubleTicket', aTicket());
    for (const status of ['inProgress', 'pending', 'inProgress', 'resolved']) await bss.ask('PATCH', `${pathOf('troubleTicket')}/${id}`, { status });
    await bss.ask('PATCH', `${pathOf('troubleTicket')}/${id}`, { name: 'still resolved' });
    const told = (await bss.store.changes.after(0, 20)).map(({ eventType }) => eventType.replace(/^TroubleTicket|Event$/g, ''));
    const moved = 'StatusChange';
    const expected = ['Create', moved, moved, 'InformationRequired', moved, moved, 'Resolved', 'AttributeValueChange'];
    assert.deepEqual(told, expected);
  });

  it('names what a line of an order waits for, once', async () => {
    const { store } = bench();
    const put = (informationRequired: object | undefined, more: object) =>
      store.transaction((tx) => save(tx, 'productOrder', { id: 'o', ...more, productOrderItem: [{ id: '1', informationRequired }] }, new Date(NOW)));
    await put(undefined, {});
    await put({ kind: 'date' }, {});
    await put({ kind: 'date' }, { description: 'still waiting' });
    await put(undefined, {});
    const told = (await store.changes.after(0, 20)).map(({ eventType }) => eventType.replace(/^ProductOrder|Event$/g, ''));
    const changed = 'AttributeValueChange';
    assert.deepEqual(told, ['Create', changed, 'InformationRequired', changed, changed]);
  });

  it('calls the change of a document what TMF667 calls it', async () => {
    const bss = bench();
    const { id } = await bss.make('document', { name: 'How to read a bill' });
    await bss.ask('PATCH', `${pathOf('document')}/${id}`, { name: 'How to read your bill' });
    assert.deepEqual((await bss.store.changes.after(1, 9)).map(({ eventType }) => eventType), ['DocumentChangeEvent']);
  });

  it('keeps what was deleted, and nothing of what can still be read', async () => {
    const bss = bench();
    const { id } = await bss.make('troubleTicket', aTicket());
    await bss.ask('DELETE', `${pathOf('troubleTicket')}/${id}`);
    const [made, gone] = await bss.store.changes.after(0, 9);
    assert.equal(made?.last, undefined);
    assert.equal(gone?.last?.['description'], 'No picture on channel 7');
  });

  it('reaches the owners of the account that a bill or an order is on', async () => {
    const bss = bench();
    const account = await bss.make('billingAccount', { name: 'Home', relatedParty: [{ id: 'ann', role: 'owner' }] });
    const billingAccount = { id: account.id };
    await bss.make('productOrder', anOrder({ billingAccount, relatedParty: [{ id: 'bob' }] }));
    await bss.store.load([{ resource: 'customerBill', body: { id: 'b1', state: 'sent', billingAccount } }]);
    await bss.ask('PATCH', `${pathOf('customerBill')}/b1`, { state: 'onHold' });
    const changes = await bss.store.changes.after(0, 10);
    const [order, bill] = ['productOrder', 'customerBill'].map((name) => changes.find(({ resource }) => resource === name));
    assert.deepEqual(order?.partyIds.toSorted(), ['ann', 'bob']);
    assert.deepEqual([bill?.eventType, bill?.partyIds], ['CustomerBillStateChangeEvent', ['ann']]);
  });

  it('is silent about what was refused', async () => {
    const bss = bench();
    const { id } = await bss.make('troubleTicket', aTicket());
    const before = await bss.store.changes.latest();
    await bss.ask('PATCH', `${pathOf('troubleTicket')}/${id}`, { status: 'closed' });
    await bss.ask('POST', pathOf('troubleTicket'), {});
    assert.equal(await bss.store.changes.latest(), before);
  });
});
