import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definitionOf } from '../definitions/definitions.ts';
import type { Resource } from '../store/store.ts';
import { aTicket, bench, type Bench } from '../testing/bench.ts';
import { HOUR, noted, office, patch, read } from '../testing/tickets.ts';

const LEAD = { id: 'lead', name: 'Lena Lead' };
const organization = { id: 'nordlicht', name: 'Nordlicht', role: 'customer', '@referredType': 'Organization' };
const requester = { id: 'rita', name: 'Rita', role: 'originator', '@referredType': 'Individual' };
const spec = (price: number) => ({ name: 'Move a port', specCharacteristic: [{ name: 'price', configurable: false, productSpecCharacteristicValue: [{ value: { unit: 'EUR', value: price } }] }] });

async function company(bss = office()): Promise<Bench> {
  const tiers = [{ name: 'Region', measure: 'once', over: { unit: 'EUR', value: 50 }, categories: ['Change requests'], approver: LEAD }];
  await bss.store.transaction((tx) => tx.put('organization', { id: 'nordlicht', href: '/o', '@type': 'Organization', name: 'Nordlicht', partyCharacteristic: [{ name: 'approvalPolicy', value: { days: 4, tiers } }] }));
  return bss;
}

async function asked(bss: Bench, price: number, more: object = {}): Promise<Resource> {
  const { id } = await bss.make('troubleTicketSpecification', spec(price));
  return bss.make('troubleTicket', aTicket({
    ticketType: 'request', relatedParty: [organization, requester], relatedEntity: [{ id: 'line', role: 'product', '@referredType': 'Product' }],
    troubleTicketCharacteristic: [{ name: 'form', value: id }], ...more,
  }));
}

async function decide(bss: Bench, ticket: Resource, decision: string, reason?: string): Promise<Resource> {
  const flow = (ticket['relatedEntity'] as Resource[]).find(({ role }) => role === 'approval');
  const path = `${definitionOf('processFlow').basePath}/processFlow/${flow?.id}/taskFlow`;
  const [task] = (await (await bss.ask('GET', path)).json()) as Resource[];
  const facts = Object.entries({ decision, decidedBy: LEAD.id, ...(reason !== undefined && { reason }) }).map(([name, value]) => ({ name, value }));
  const response = await bss.ask('PATCH', `${path}/${task?.id}`, { state: 'completed', characteristic: facts });
  assert.equal(response.status, 200, await response.text());
  return read(bss, 'troubleTicket', ticket.id);
}

const lastNote = (ticket: Resource) => (ticket['note'] as Resource[]).at(-1)?.['text'];

describe('a change request that its company has to approve', () => {
  it('waits for the company, and our clocks stand meanwhile', async () => {
    const bss = await company();
    const ticket = await asked(bss, 79);
    assert.deepEqual([ticket['status'], noted(ticket, 'clock'), noted(ticket, 'responseDue'), noted(ticket, 'companyWaits')], ['acknowledged', 'paused', undefined, [{ from: '2026-11-21T10:00:00.000Z' }]]);
    assert.match(String(lastNote(ticket)), /^Lena Lead has to approve/);
    bss.later(5 * HOUR);
    const free = await decide(bss, ticket, 'approved');
    assert.deepEqual(noted(free, 'companyWaits'), [{ to: '2026-11-21T15:00:00.000Z', from: '2026-11-21T10:00:00.000Z' }]);
    assert.deepEqual([free['status'], noted(free, 'clock'), lastNote(free)], ['acknowledged', 'running', 'Lena Lead has approved this request. We begin.']);
    assert.equal(noted(free, 'responseDue'), '2026-11-23T11:00:00.000Z');
  });

  it('is over with the reason when it is rejected', async () => {
    const bss = await company();
    const over = await decide(bss, await asked(bss, 79), 'rejected', 'Next year.');
    assert.deepEqual([over['status'], over['statusChangeReason'], noted(over, 'clock')], ['cancelled', 'Lena Lead has rejected this request: Next year.', 'stopped']);
  });

  it('needs nobody when it is small enough, of a consumer, or no change that is sold', async () => {
    const bss = await company();
    assert.equal(noted(await asked(bss, 50), 'companyWaits'), undefined);
    assert.equal(noted(await asked(bss, 79, { relatedParty: [{ ...organization, id: 'ada' }] }), 'companyWaits'), undefined);
    assert.equal(noted(await asked(bss, 79, { troubleTicketCharacteristic: [{ name: 'companyWaits', value: [{ from: '2020-01-01T00:00:00Z' }] }] }), 'companyWaits'), undefined);
  });

  it('that is taken back is nobody’s to approve any more', async () => {
    const bss = await company();
    const ticket = await asked(bss, 79);
    await patch(bss, 'troubleTicket', ticket.id, { status: 'cancelled' });
    const flow = (ticket['relatedEntity'] as Resource[]).find(({ role }) => role === 'approval');
    assert.equal((await read(bss, 'processFlow', flow?.id ?? ''))['state'], 'cancelled');
  });

  it('is left alone by our people until then', async () => {
    const bss = await company(bench());
    const [waiting, small] = [await asked(bss, 79), await asked(bss, 50)];
    bss.later(HOUR);
    await bss.tick();
    assert.deepEqual([(await read(bss, 'troubleTicket', waiting.id))['status'], (await read(bss, 'troubleTicket', small.id))['status']], ['acknowledged', 'inProgress']);
  });
});
