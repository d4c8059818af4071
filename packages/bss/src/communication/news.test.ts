import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../store/store.ts';
import { bench, NOW } from '../testing/bench.ts';
import { tellOfBill, tellOfOverdue } from './bill-news.ts';
import { tellOfOrder } from './order-news.ts';

const relatedParty = [{ id: 'ada', name: 'Ada', role: 'customer', '@referredType': 'Individual' }];
const anOrder = (more: object = {}): Resource => ({ id: 'order', externalId: 'O-1', state: 'inProgress', relatedParty, productOrderItem: [{ id: '1', state: 'inProgress' }], ...more });

/** What is told of an order that goes from the first to the second. */
async function letters(before: Resource, after: Resource): Promise<Resource[]> {
  const bss = bench();
  await bss.store.transaction((tx) => tellOfOrder({ tx, now: new Date(NOW) }, before, after));
  return (await bss.store.read().list('communicationMessage')).rows.map(({ body }) => body);
}

const told = async (before: Resource, after: Resource) => (await letters(before, after)).map((letter) => letter['subject']);
const content = async (before: Resource, after: Resource) => (await letters(before, after)).map((letter) => letter['content']);

describe('of an order', () => {
  it('its end is told, whatever it is', async () => {
    assert.deepEqual(await told(anOrder(), anOrder({ state: 'completed' })), ['Your order O-1 is complete']);
    assert.deepEqual(await told(anOrder(), anOrder({ state: 'cancelled' })), ['Your order O-1 is cancelled']);
    assert.deepEqual(await told(anOrder({ state: 'completed' }), anOrder({ state: 'completed', note: [{ text: 'x' }] })), []);
  });

  it('a question is told once, for whatever line or part of a line it is', async () => {
    const waiting = { id: '1.1', state: 'pending', waitingFor: 'customer' };
    const asks = anOrder({ productOrderItem: [{ id: '1', state: 'pending', productOrderItem: [waiting] }] });
    assert.deepEqual(await told(anOrder(), asks), ['We need something from you: Your order O-1']);
    assert.deepEqual(await told(asks, { ...asks, note: [] }), []);
  });

  it('a later day is told, an hour is not', async () => {
    const on = (expectedCompletionDate: string) => anOrder({ productOrderItem: [{ id: '1', state: 'inProgress', expectedCompletionDate }] });
    const first = on('2026-11-25T09:00:00.000Z');
    assert.deepEqual(await told(first, on('2026-11-27T09:00:00.000Z')), ['Your order O-1 takes longer']);
    assert.deepEqual(await told(first, on('2026-11-25T10:00:00.000Z')), []);
    assert.deepEqual(await told(first, on('2026-11-24T09:00:00.000Z')), []);
  });

  it('a question says what it asks, and a slip why and what can be done', async () => {
    const need = { kind: 'document', text: 'Please send us a copy of your identity card.', until: '2026-12-05T09:00:00.000Z' };
    const asks = anOrder({ productOrderItem: [{ id: '1', state: 'pending', waitingFor: 'customer', informationRequired: need }] });
    assert.deepEqual(await content(anOrder(), asks), ['Please send us a copy of your identity card. Please open the order and answer there, by Saturday 5 December.']);
    const esim = { kind: 'activation', text: 'Your eSIM is ready.' };
    assert.deepEqual(await told(anOrder(), anOrder({ productOrderItem: [{ id: '1', state: 'pending', waitingFor: 'customer', informationRequired: esim }] })), ['Ready to activate: Your order O-1']);
    const on = (date: string, note: object[]) => anOrder({ productOrderItem: [{ id: '1', state: 'inProgress', expectedCompletionDate: `${date}T09:00:00.000Z`, note }] });
    const [later] = await content(on('2026-11-25', []), on('2026-11-27', [{ text: 'The digger broke down.' }]));
    assert.equal(later, 'We now expect it on Friday 27 November, not on Wednesday 25 November. The digger broke down. In the order you can wait, ask us to hurry, or cancel what is late.');
  });

  it('a visit is told when it is set and when it moves, once each', async () => {
    const at = (id: string, hour: string) => {
      const appointment = { id, validFor: { startDateTime: `2026-11-25T${hour}:00:00.000Z`, endDateTime: `2026-11-25T${String(Number(hour) + 2).padStart(2, '0')}:00:00.000Z` } };
      return anOrder({ productOrderItem: [{ id: '1', state: 'inProgress', appointment }, { id: '2', state: 'inProgress', appointment }] });
    };
    assert.deepEqual(await content(anOrder(), at('visit', '07')), ['The visit is on Wed 25 Nov, 08:00–10:00. You can move it in the order until the afternoon of the working day before.']);
    assert.deepEqual(await content(at('visit', '07'), at('visit', '12')), ['The technician now comes on Wed 25 Nov, 13:00–15:00, not on Wed 25 Nov, 08:00–10:00.']);
    assert.deepEqual(await told(at('visit', '07'), at('other', '12')), ['Your order O-1: the visit has moved']);
    assert.deepEqual(await told(at('visit', '07'), at('visit', '07')), []);
  });

  it('nobody is told where nobody is named', async () => {
    assert.deepEqual(await told(anOrder({ relatedParty: [] }), anOrder({ relatedParty: [], state: 'completed' })), []);
  });
});

describe('of a bill', () => {
  const money = (value: number) => ({ unit: 'EUR', value });
  const bill = (more: object = {}): Resource => ({
    id: 'bill', billNo: 'B-1', state: 'sent', billDate: '2026-10-31T23:00:00.000Z', paymentDueDate: '2026-11-14T23:00:00.000Z',
    billingAccount: { id: 'account' }, taxIncludedAmount: money(29.75), remainingAmount: money(29.75), ...more,
  });

  async function letters(body: Resource, parties: object[]): Promise<Resource[]> {
    const bss = bench();
    await bss.store.load([{ resource: 'customerBill', body }, { resource: 'billingAccount', body: { id: 'account', relatedParty: parties } }]);
    for (let time = 0; time < 2; time += 1) {
      await bss.store.transaction(async (tx) => {
        await tellOfBill({ tx, now: new Date(NOW) }, 'bill');
        await tellOfOverdue({ tx, now: new Date(NOW) }, 'account');
      });
    }
    return (await bss.store.read().list('communicationMessage')).rows.map(({ body: message }) => message);
  }

  const owner = { id: 'ada', role: 'owner', '@referredType': 'Individual' };

  it('whoever pays hears once that it is there, and once that it is late', async () => {
    const found = await letters(bill(), [owner, { ...owner, id: 'payer', role: 'payer' }]);
    assert.deepEqual(found.map(({ subject, receiver }) => [subject, (receiver as Resource[])[0]?.id]), [['Your bill is ready', 'payer'], ['A bill is still open', 'payer']]);
    assert.deepEqual(found.map(({ state }) => state), ['completed', 'completed'], 'gone with the run, no work for the post room');
    assert.equal(found[0]?.['content'], 'It comes to €29.75 and is due on 15 November. Every line of it is explained under Bills.');
    assert.match(String(found[1]?.['content']), /^€29\.75 of your bill of 1 November is still open/);
  });

  it('what is in dispute is not asked for', async () => {
    const subjects = async (disputed: number) => (await letters(bill({ disputedAmount: money(disputed) }), [owner])).map(({ content }) => String(content)).filter((text) => text.includes('still open'));
    assert.match((await subjects(9.75))[0] ?? '', /^€20\.00/);
    assert.deepEqual(await subjects(29.75), []);
  });
});
