import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aTicket, bench, pathOf } from '../testing/bench.ts';

const ALL = pathOf('customer360');

async function operator() {
  const bss = bench();
  const whose = { relatedParty: [{ id: 'p1', role: 'customer' }] };
  const customer = await bss.make('customer', { name: 'Ada Brandt', engagedParty: { id: 'p1', name: 'Ada Brandt' } });
  await bss.make('customer', { name: 'Somebody else', engagedParty: { id: 'p2' } });
  await bss.make('troubleTicket', aTicket({ ...whose, externalId: 'T-7' }));
  await bss.make('troubleTicket', aTicket({ relatedParty: [{ id: 'p2', role: 'customer' }] }));
  await bss.make('productOrder', { ...whose, productOrderItem: [{ id: '1', action: 'add' }] });
  return { bss, customer };
}

describe('customer 360', () => {
  it('gathers what concerns one customer, in the words of v5, and nothing of another', async () => {
    const { bss, customer } = await operator();
    const sheet = (await (await bss.ask('GET', `${ALL}/${customer.id}`)).json()) as Record<string, Record<string, unknown>[]>;
    assert.equal(sheet['@type'], 'Customer360');
    assert.equal(sheet['troubleTicket']?.length, 1);
    assert.deepEqual([sheet['troubleTicket'][0]?.['externalIdentifier'], sheet['troubleTicket'][0]?.['@type']], ['T-7', 'Customer360TroubleTicketVO']);
    assert.equal(typeof sheet['productOrder']?.[0]?.['creationDate'], 'string');
    assert.equal('customerBill' in sheet, false);
  });

  it('says which way of paying the customer prefers', async () => {
    const { bss } = await operator();
    const account = await bss.make('billingAccount', { name: 'Home', relatedParty: [{ id: 'p3', role: 'owner' }] });
    const customer = await bss.make('customer', { name: 'Carl', engagedParty: { id: 'p3' }, account: [{ id: account.id, name: 'Home' }] });
    await bss.make('paymentMethod', { '@type': 'bankAccountDebit', name: 'Current account', isPreferred: true, account: [{ id: account.id }] });
    const sheet = (await (await bss.ask('GET', `${ALL}/${customer.id}`)).json()) as { paymentMethod: { isPreferred?: boolean }[] };
    assert.deepEqual(sheet.paymentMethod.map(({ isPreferred }) => isPreferred), [true]);
  });

  it('is listed one a customer, and filtered as customers are', async () => {
    const { bss } = await operator();
    const answer = await bss.ask('GET', `${ALL}?name=Ada%20Brandt&fields=customer`);
    assert.equal(answer.headers.get('x-total-count'), '1');
    const [row] = (await answer.json()) as { customer: { name: string }; troubleTicket?: unknown }[];
    assert.deepEqual([row?.customer.name, row?.troubleTicket], ['Ada Brandt', undefined]);
  });

  it('shows what has changed since it was last asked for', async () => {
    const { bss, customer } = await operator();
    const count = async () => ((await (await bss.ask('GET', `${ALL}/${customer.id}`)).json()) as { troubleTicket: unknown[] }).troubleTicket.length;
    assert.equal(await count(), 1);
    await bss.make('troubleTicket', aTicket({ relatedParty: [{ id: 'p1', role: 'customer' }] }));
    assert.equal(await count(), 2);
  });

  it('cannot be written to', async () => {
    const { bss, customer } = await operator();
    const answer = await bss.ask('PATCH', `${ALL}/${customer.id}`, { customer: {} });
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD']);
  });
});
