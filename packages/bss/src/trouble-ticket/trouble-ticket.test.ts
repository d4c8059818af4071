import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valueOf } from '../rules/characteristic.ts';
import type { Resource } from '../store/store.ts';
import { aTicket, bench, type Bench, pathOf } from '../testing/bench.ts';

const HOUR = 3_600_000;
const customer = { id: 'ada', name: 'Ada', role: 'customer', '@referredType': 'Individual' };

const noted = (ticket: Resource, name: string) => valueOf(ticket['troubleTicketCharacteristic'], name);

const read = async (bss: Bench, resource: string, id: string) => (await (await bss.ask('GET', `${pathOf(resource)}/${id}`)).json()) as Resource;

async function patch(bss: Bench, resource: string, id: string, body: object): Promise<Resource> {
  const response = await bss.ask('PATCH', `${pathOf(resource)}/${id}`, body);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Resource;
}

/** Nothing moves by itself here: the clocks alone run. */
const office = () => bench({ simulate: false });

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

describe('a fix', () => {
  const fixed = async (bss: Bench) => {
    const { id } = await bss.make('troubleTicket', aTicket({ relatedParty: [customer] }));
    await patch(bss, 'troubleTicket', id, { status: 'inProgress' });
    await patch(bss, 'troubleTicket', id, { status: 'resolved' });
    return id;
  };

  it('is confirmed by its customer', async () => {
    const bss = office();
    assert.equal((await patch(bss, 'troubleTicket', await fixed(bss), { status: 'closed' }))['status'], 'closed');
  });

  it('can be doubted for five days and not longer', async () => {
    const bss = office();
    const [soon, late] = [await fixed(bss), await fixed(bss)];
    bss.later(5 * 24 * HOUR);
    assert.equal(noted(await patch(bss, 'troubleTicket', soon, { status: 'inProgress' }), 'reopened'), 1);
    bss.later(1000);
    const refused = await bss.ask('PATCH', `${pathOf('troubleTicket')}/${late}`, { status: 'inProgress' });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /could be reopened until 2026-11-26T10:00:00\.000Z/);
  });

  it('is told to the customer, who can then say yes or no', async () => {
    const bss = office();
    await fixed(bss);
    const messages = (await (await bss.ask('GET', `${pathOf('communicationMessage')}?receiver.party.id=ada`)).json()) as Resource[];
    assert.equal(messages.length, 1);
    assert.match(String(messages[0]?.['subject']), /^Fixed: T-\d{6}$/);
    assert.match(String(messages[0]?.['content']), /reopen the ticket for 5 days/);
  });
});

describe('reports of one incident', () => {
  const relatedEntity = [{ id: 'line', role: 'product', '@referredType': 'Product' }];

  async function incident(bss: Bench): Promise<Resource> {
    const problem = await bss.make('serviceProblem', {
      name: 'Outage in the old town', category: 'incident', priority: 1, description: 'Cable cut', reason: 'Network fault',
      originatorParty: { id: 'meridian', '@referredType': 'Organization' }, relatedEntity: [{ id: 'line', role: 'affected', '@referredType': 'Product' }],
    });
    return patch(bss, 'serviceProblem', problem.id, { status: 'inProgress' });
  }

  const parentOf = async (bss: Bench, ticket: Resource) => {
    const [relation] = ticket['troubleTicketRelationship'] as Resource[];
    assert.equal(relation?.['relationshipType'], 'parent');
    return read(bss, 'troubleTicket', relation?.id ?? '');
  };

  it('gather under one ticket', async () => {
    const bss = office();
    const problem = await incident(bss);
    const one = await bss.make('troubleTicket', aTicket({ relatedEntity }));
    const other = await bss.make('troubleTicket', aTicket({ relatedEntity }));
    const parent = await parentOf(bss, one);
    assert.equal((await parentOf(bss, other)).id, parent.id);
    const children = (await read(bss, 'troubleTicket', parent.id))['troubleTicketRelationship'] as Resource[];
    assert.deepEqual(children.map(({ id, relationshipType }) => [id, relationshipType]), [one, other].map(({ id }) => [id, 'child']));
    assert.deepEqual(((await read(bss, 'serviceProblem', problem.id))['troubleTicket'] as Resource[]).map(({ id }) => id), [parent.id]);
  });

  it('leave the fault of another line alone', async () => {
    const bss = office();
    await incident(bss);
    const ticket = await bss.make('troubleTicket', aTicket({ relatedEntity: [{ id: 'another', role: 'product', '@referredType': 'Product' }] }));
    assert.equal(ticket['troubleTicketRelationship'], undefined);
  });

  it('are fixed when it is, whatever they were waiting for', async () => {
    const bss = office();
    await incident(bss);
    const tickets = [];
    for (let index = 0; index < 3; index += 1) tickets.push(await bss.make('troubleTicket', aTicket({ relatedEntity })));
    const [fresh, asked] = tickets.map(({ id }) => id);
    await patch(bss, 'troubleTicket', asked ?? '', { status: 'inProgress' });
    await patch(bss, 'troubleTicket', asked ?? '', { status: 'pending' });
    const parent = await parentOf(bss, tickets[0] as Resource);
    await patch(bss, 'troubleTicket', parent.id, { status: 'resolved', statusChangeReason: 'The cable is mended' });
    for (const { id } of tickets) {
      const child = await read(bss, 'troubleTicket', id);
      assert.deepEqual([child['status'], child['statusChangeReason']], ['resolved', 'The cable is mended']);
    }
    assert.ok(noted(await read(bss, 'troubleTicket', fresh ?? ''), 'respondedAt'));
  });

  it('go their own way when their customer says it is not mended', async () => {
    const bss = office();
    await incident(bss);
    const ticket = await bss.make('troubleTicket', aTicket({ relatedEntity }));
    const parent = await parentOf(bss, ticket);
    await patch(bss, 'troubleTicket', parent.id, { status: 'resolved' });
    const again = await patch(bss, 'troubleTicket', ticket.id, { status: 'inProgress' });
    assert.deepEqual(again['troubleTicketRelationship'], []);
    assert.deepEqual((await read(bss, 'troubleTicket', parent.id))['troubleTicketRelationship'], []);
  });

  it('have a parent that is there, and not themselves', async () => {
    const bss = office();
    const under = (id: string) => ({ troubleTicketRelationship: [{ id, relationshipType: 'parent' }] });
    assert.equal((await bss.ask('POST', pathOf('troubleTicket'), aTicket(under('nobody')))).status, 422);
    const one = await bss.make('troubleTicket', aTicket());
    const other = await bss.make('troubleTicket', aTicket(under(one.id)));
    assert.equal((await bss.ask('PATCH', `${pathOf('troubleTicket')}/${one.id}`, under(other.id))).status, 422);
  });
});

describe('a request for a higher credit limit', () => {
  const euros = (value: number) => ({ unit: 'EUR', value });

  async function ask(bss: Bench, account: object, limit: number, more: object = {}): Promise<Resource[]> {
    const made = await bss.make('billingAccount', { name: 'Home', relatedParty: [customer], ...account });
    const { id } = await bss.make('troubleTicket', aTicket({
      ticketType: 'creditLimitChange', relatedEntity: [{ id: made.id, role: 'account', '@referredType': 'BillingAccount' }],
      troubleTicketCharacteristic: [{ name: 'requestedLimit', value: euros(limit) }], ...more,
    }));
    await patch(bss, 'troubleTicket', id, { status: 'inProgress' });
    return [await patch(bss, 'troubleTicket', id, { status: 'resolved' }), await read(bss, 'billingAccount', made.id)];
  }

  it('is granted up to twice the limit there is, and the account has it', async () => {
    const [ticket, account] = await ask(office(), { creditLimit: euros(300) }, 600);
    assert.equal(noted(ticket as Resource, 'outcome'), 'granted');
    assert.deepEqual(account?.['creditLimit'], euros(600));
  });

  it('is granted in part beyond that, with what would help', async () => {
    const [ticket, account] = await ask(office(), { creditLimit: euros(300) }, 1000);
    assert.deepEqual([noted(ticket as Resource, 'outcome'), account?.['creditLimit']], ['partlyGranted', euros(600)]);
    assert.match(String(noted(ticket as Resource, 'decisionReason')), /six bills paid in time/);
  });

  it('is granted further to a good name', async () => {
    const bss = office();
    const made = await bss.make('billingAccount', { name: 'Home', relatedParty: [customer], creditLimit: euros(300) });
    const creditProfile = [{ creditProfileDate: '2026-10-01T00:00:00.000Z', creditScore: 850 }];
    await bss.make('customer', { name: 'Ada', engagedParty: { id: 'ada' }, account: [{ id: made.id }], creditProfile });
    const { id } = await bss.make('troubleTicket', aTicket({
      ticketType: 'creditLimitChange', relatedEntity: [{ id: made.id, role: 'account', '@referredType': 'BillingAccount' }],
      troubleTicketCharacteristic: [{ name: 'requestedLimit', value: euros(1200) }],
    }));
    await patch(bss, 'troubleTicket', id, { status: 'inProgress' });
    await patch(bss, 'troubleTicket', id, { status: 'resolved' });
    assert.deepEqual((await read(bss, 'billingAccount', made.id))['creditLimit'], euros(1200));
  });

  it('is refused where somebody says so', async () => {
    const bss = office();
    const outcome = [{ name: 'requestedLimit', value: euros(500) }, { name: 'outcome', value: 'refused' }];
    const [ticket, account] = await ask(bss, { creditLimit: euros(300) }, 500, { troubleTicketCharacteristic: outcome });
    assert.deepEqual([noted(ticket as Resource, 'outcome'), account?.['creditLimit']], ['refused', euros(300)]);
  });

  it('is asked about when it names no account, and refused when nothing more comes', async () => {
    const bss = bench();
    const { id } = await bss.make('troubleTicket', aTicket({ ticketType: 'creditLimitChange' }));
    const pass = async (seconds: number) => {
      for (let passed = 0; passed < seconds; passed += 10) {
        bss.later(10_000);
        await bss.tick();
      }
    };
    await pass(60);
    const asked = await read(bss, 'troubleTicket', id);
    assert.equal(asked['status'], 'pending');
    const note = asked['note'] as object[];
    assert.match(JSON.stringify(note), /which account/);
    await patch(bss, 'troubleTicket', id, { note: [...note, { id: 'a', date: '2026-11-21T10:02:00.000Z', author: 'Ada', authorId: 'ada', text: 'Never mind.' }] });
    await pass(60);
    assert.equal(noted(await read(bss, 'troubleTicket', id), 'outcome'), 'refused');
  });
});
