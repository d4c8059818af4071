import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valueOf, withValues } from '../rules/characteristic.ts';
import type { Resource } from '../store/store.ts';
import { bench, type Bench, NOW, pathOf } from '../testing/bench.ts';
import { addresseesOf, send } from './send.ts';

const PATH = pathOf('communicationMessage');
const aMessage = (more: object = {}) => ({ content: 'Your bill is ready.', messageType: 'Email', sender: { name: 'Meridian' }, receiver: [{ id: 'ada', party: { id: 'ada', '@referredType': 'Individual' } }], ...more });

const read = async (bss: Bench, id: string) => (await (await bss.ask('GET', `${PATH}/${id}`)).json()) as Resource;

async function pass(bss: Bench, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 10) {
    bss.later(10_000);
    await bss.tick();
  }
}

describe('a message', () => {
  it('leaves by itself, arrives, and is logged when it says so', async () => {
    const bss = bench();
    const { id } = await bss.make('communicationMessage', aMessage({ subject: 'Your bill', logFlag: true }));
    await pass(bss, 30);
    const sent = await read(bss, id);
    assert.deepEqual([sent['state'], sent['tryTimes'], sent['sendTime'], sent['sendTimeComplete']], ['completed', 1, '2026-11-21T10:00:10.000Z', '2026-11-21T10:00:20.000Z']);
    const contacts = (await (await bss.ask('GET', `${pathOf('partyInteraction')}?relatedParty.id=ada`)).json()) as Resource[];
    assert.deepEqual(contacts.map(({ reason, direction, status }) => [reason, direction, status]), [['Your bill', 'outbound', 'completed']]);
  });

  it('without a receiver is kept and never sent, by whoever asks for it', async () => {
    const bss = bench();
    const { id } = await bss.make('communicationMessage', aMessage({ receiver: [{}] }));
    await pass(bss, 60);
    assert.equal((await read(bss, id))['state'], 'initial');
    const forced = await bss.ask('PATCH', `${PATH}/${id}`, { state: 'inProgress' });
    assert.equal(forced.status, 422);
    assert.match(await forced.text(), /without a receiver/);
    assert.equal((await bss.ask('POST', PATH, aMessage({ receiver: [], state: 'inProgress' }))).status, 422);
    await bss.ask('PATCH', `${PATH}/${id}`, { receiver: [{ email: 'ada@example.org' }] });
    await pass(bss, 30);
    assert.equal((await read(bss, id))['state'], 'completed');
  });

  it('waits for its time', async () => {
    const bss = bench();
    const { id } = await bss.make('communicationMessage', aMessage({ scheduledSendTime: '2026-11-21T11:00:00.000Z' }));
    await pass(bss, 60);
    assert.equal((await read(bss, id))['state'], 'initial');
    bss.later(3_600_000);
    await pass(bss, 30);
    assert.equal((await read(bss, id))['state'], 'completed');
  });

  it('to an address that cannot be right is tried three times and given up', async () => {
    const bss = bench();
    const { id } = await bss.make('communicationMessage', aMessage({ receiver: [{ email: 'ada at home' }] }));
    await pass(bss, 120);
    const given = await read(bss, id);
    assert.deepEqual([given['state'], given['tryTimes'], given['sendTimeComplete']], ['failed', 3, undefined]);
  });

  it('can be marked as read after it came, and nothing else', async () => {
    const bss = bench();
    const { id } = await bss.make('communicationMessage', aMessage({ characteristic: [{ name: 'read', value: false }] }));
    await pass(bss, 30);
    const marked = await bss.ask('PATCH', `${PATH}/${id}`, { characteristic: withValues([], { read: true }) });
    assert.equal(marked.status, 200);
    assert.equal(valueOf(((await marked.json()) as Resource)['characteristic'], 'read'), true);
    assert.equal((await bss.ask('PATCH', `${PATH}/${id}`, { content: 'Something else' })).status, 409);
  });
});

describe('what the operator has to say', () => {
  const letter = { subject: 'Hello', content: 'Hello.', category: 'order', about: { id: 'o1', '@referredType': 'ProductOrder' } };

  it('goes to each person once, at the address we know', async () => {
    const bss = bench();
    const contactMedium = [{ mediumType: 'email', characteristic: { emailAddress: 'ada@example.org' } }];
    const { id } = await bss.make('individual', { givenName: 'Ada', familyName: 'Test', contactMedium });
    const party = { id, name: 'Ada', role: 'customer', '@referredType': 'Individual' };
    await bss.store.transaction((tx) => send({ tx, now: new Date(NOW) }, [party, { ...party, role: 'originator' }], letter));
    const messages = (await (await bss.ask('GET', PATH)).json()) as Resource[];
    assert.deepEqual(messages.map(({ messageType, receiver, characteristic }) => [messageType, (receiver as Resource[])[0]?.['email'], valueOf(characteristic, 'read'), valueOf(characteristic, 'category')]), [['Email', 'ada@example.org', false, 'order']]);
  });

  it('is for the person who acted, or for the customer where nobody did', () => {
    const [customer, originator] = ['customer', 'originator'].map((role) => ({ id: role, role }));
    assert.deepEqual(addresseesOf({ id: 'x', relatedParty: [customer, originator] }), [originator]);
    assert.deepEqual(addresseesOf({ id: 'x', relatedParty: [customer, { id: 's', role: 'seller' }] }), [customer]);
    // What we raised ourselves we need not tell ourselves.
    assert.deepEqual(addresseesOf({ id: 'x', relatedParty: [{ ...originator, '@referredType': 'Organization' }] }), []);
    assert.deepEqual(addresseesOf({ id: 'x' }), []);
  });
});

describe('a contact', () => {
  it('that is over has an end', async () => {
    const bss = bench();
    const { id } = await bss.make('partyInteraction', { channel: [{ name: 'Phone' }], direction: 'inbound', reason: 'A question' });
    bss.later(60_000);
    const over = (await (await bss.ask('PATCH', `${pathOf('partyInteraction')}/${id}`, { status: 'completed' })).json()) as Resource;
    assert.deepEqual(over['interactionDate'], { startDateTime: NOW, endDateTime: '2026-11-21T10:01:00.000Z' });
  });
});
