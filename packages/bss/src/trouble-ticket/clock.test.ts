import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../store/store.ts';
import { aTicket, bench, type Bench, pathOf } from '../testing/bench.ts';
import { customer, HOUR, noted, office, patch } from '../testing/tickets.ts';

async function business(bss: Bench): Promise<void> {
  await bss.make('customer', { name: 'Nordlicht', engagedParty: { id: 'nordlicht' }, characteristic: [{ name: 'segment', value: 'business' }] });
}

describe('the clocks of a ticket', () => {
  // The bench stands at Saturday, 21 November 2026, 11:00 in Berlin. Consumers are served Monday to Saturday, eight to eight.
  const GOLDEN: readonly (readonly [who: string, severity: string, response: string, restore: string])[] = [
    ['consumer', 'Minor', '2026-11-21T18:00:00.000Z', '2026-11-25T10:00:00.000Z'],
    ['consumer', 'Major', '2026-11-21T14:00:00.000Z', '2026-11-24T10:00:00.000Z'],
    ['consumer', 'Critical', '2026-11-21T12:00:00.000Z', '2026-11-22T10:00:00.000Z'],
    ['business', 'Minor', '2026-11-23T11:00:00.000Z', '2026-11-24T17:00:00.000Z'],
    ['business', 'Major', '2026-11-21T11:00:00.000Z', '2026-11-21T18:00:00.000Z'],
    ['business', 'Critical', '2026-11-21T10:30:00.000Z', '2026-11-21T14:00:00.000Z'],
  ];
  for (const [who, severity, response, restore] of GOLDEN) {
    it(`promise a ${who} with a ${severity.toLowerCase()} fault an answer and a fix in service hours`, async () => {
      const bss = office();
      await business(bss);
      const party = who === 'business' ? { ...customer, id: 'nordlicht' } : customer;
      const ticket = await bss.make('troubleTicket', aTicket({ severity, relatedParty: [party] }));
      assert.deepEqual([noted(ticket, 'responseDue'), noted(ticket, 'restoreDue')], [response, restore]);
      assert.equal(ticket['expectedResolutionDate'], restore);
      assert.equal(noted(ticket, 'entitlement'), who);
    });
  }

  it('follow a contract where it promises more', async () => {
    const bss = office();
    const rule = [
      { id: '1', metric: 'timeToRespond', unit: 'minute', referenceValue: '15', operator: '.le' },
      { id: '2', metric: 'timeToRestore', unit: 'hour', referenceValue: '2', operator: '.le' },
    ];
    await bss.make('sla', { name: 'Gold', relatedEntity: [{ id: 'line', '@referredType': 'Product' }], rule });
    const relatedEntity = [{ id: 'line', role: 'product', '@referredType': 'Product' }];
    const ticket = await bss.make('troubleTicket', aTicket({ severity: 'Critical', relatedEntity }));
    assert.deepEqual([noted(ticket, 'entitlement'), noted(ticket, 'responseDue')], ['contract', '2026-11-21T10:15:00.000Z']);
    assert.equal(ticket['expectedResolutionDate'], '2026-11-21T12:00:00.000Z');
  });

  it('make a violation of a contract that is broken, once, whoever finds out', async () => {
    const bss = bench({ levers: true, token: 'machine' });
    const machine = { authorization: 'Bearer machine' };
    const post = async (path: string, body: object) => (await (await bss.ask('POST', path, body, machine)).json()) as Resource;
    const rule = [{ id: '2', metric: 'timeToRestore', unit: 'hour', referenceValue: '2', operator: '.le' }];
    const relatedEntity = [{ id: 'line', role: 'product', '@referredType': 'Product' }];
    const sla = await post(pathOf('sla'), { name: 'Gold', relatedEntity, rule });
    const ticket = await post(pathOf('troubleTicket'), aTicket({ severity: 'Critical', relatedEntity, ticketType: 'creditLimitChange' }));
    await post(`/sim/v1/tickets/${ticket.id}/delay`, { until: '2026-11-21T15:00:00Z' });
    await post('/sim/v1/clock', { advanceSeconds: 6 * 3600 });
    const violations = (await (await bss.ask('GET', pathOf('slaViolation'), undefined, machine)).json()) as Resource[];
    assert.deepEqual(violations.map(({ date, sla: broken }) => [date, (broken as Resource).id]), [['2026-11-21T12:00:00.000Z', sla.id]]);
    assert.match(JSON.stringify(violations[0]), /"metric":"timeToRestore".*"role":"ticket"/);
  });

  it('stand while the customer is asked, and the date moves on by as much', async () => {
    const bss = office();
    const { id } = await bss.make('troubleTicket', aTicket({ severity: 'Critical' }));
    bss.later(HOUR);
    await patch(bss, 'troubleTicket', id, { status: 'inProgress' });
    const asked = await patch(bss, 'troubleTicket', id, { status: 'pending' });
    assert.equal(noted(asked, 'clock'), 'paused');
    bss.later(5 * HOUR);
    const resumed = await patch(bss, 'troubleTicket', id, { status: 'inProgress' });
    assert.deepEqual([noted(resumed, 'clock'), resumed['expectedResolutionDate']], ['running', '2026-11-22T15:00:00.000Z']);
    assert.equal(noted(resumed, 'restoreBreachedAt'), undefined);
  });

  it('say when nobody began in time, and when it was not fixed in time', async () => {
    const bss = office();
    const { id } = await bss.make('troubleTicket', aTicket({ severity: 'Critical' }));
    bss.later(3 * HOUR);
    const late = await patch(bss, 'troubleTicket', id, { status: 'inProgress' });
    assert.equal(noted(late, 'responseBreachedAt'), '2026-11-21T12:00:00.000Z');
    bss.later(30 * HOUR);
    const fixed = await patch(bss, 'troubleTicket', id, { status: 'resolved' });
    assert.deepEqual([noted(fixed, 'clock'), noted(fixed, 'restoreBreachedAt')], ['stopped', '2026-11-22T10:00:00.000Z']);
  });

  it('are recorded as broken by the back office too, while somebody is still at it', async () => {
    const bss = bench({ levers: true, token: 'machine' });
    const machine = { authorization: 'Bearer machine' };
    const made = await bss.ask('POST', pathOf('troubleTicket'), aTicket({ severity: 'Critical', ticketType: 'creditLimitChange' }), machine);
    const { id } = (await made.json()) as Resource;
    await bss.ask('POST', `/sim/v1/tickets/${id}/delay`, { until: '2026-11-24T10:00:00Z' }, machine);
    await bss.ask('POST', '/sim/v1/clock', { advanceSeconds: 25 * 3600 }, machine);
    const ticket = (await (await bss.ask('GET', `${pathOf('troubleTicket')}/${id}`, undefined, machine)).json()) as Resource;
    assert.equal(ticket['status'], 'acknowledged');
    assert.deepEqual([noted(ticket, 'responseBreachedAt'), noted(ticket, 'restoreBreachedAt')], ['2026-11-21T12:00:00.000Z', '2026-11-22T10:00:00.000Z']);
  });

  it('are set by us alone', async () => {
    const bss = office();
    const mine = [{ name: 'restoreDue', value: '2030-01-01T00:00:00.000Z' }, { name: 'device', value: 'TV box' }];
    const ticket = await bss.make('troubleTicket', aTicket({ troubleTicketCharacteristic: mine }));
    assert.deepEqual([noted(ticket, 'restoreDue'), noted(ticket, 'device')], ['2026-11-25T10:00:00.000Z', 'TV box']);
    const changed = await patch(bss, 'troubleTicket', ticket.id, { troubleTicketCharacteristic: mine.slice(0, 1) });
    assert.deepEqual([noted(changed, 'restoreDue'), noted(changed, 'device')], ['2026-11-25T10:00:00.000Z', undefined]);
  });

  it('start anew with another severity', async () => {
    const bss = office();
    const { id } = await bss.make('troubleTicket', aTicket());
    assert.equal((await patch(bss, 'troubleTicket', id, { severity: 'Critical' }))['expectedResolutionDate'], '2026-11-22T10:00:00.000Z');
  });
});
