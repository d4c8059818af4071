import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../store/store.ts';
import { aTicket, type Bench, pathOf } from '../testing/bench.ts';
import { customer, HOUR, noted, office, patch, read } from '../testing/tickets.ts';

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

  it('says until when', async () => {
    const bss = office();
    assert.equal(noted(await read(bss, 'troubleTicket', await fixed(bss)), 'reopenUntil'), '2026-11-26T10:00:00.000Z');
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

it('a ticket raised by somebody who is at work on it already was answered at once', async () => {
  const bss = office();
  const ticket = await bss.make('troubleTicket', aTicket({ status: 'inProgress' }));
  assert.equal(noted(ticket, 'respondedAt'), ticket['creationDate']);
  assert.equal((await bss.ask('POST', pathOf('troubleTicket'), aTicket({ status: 'resolved' }))).status, 400);
});
