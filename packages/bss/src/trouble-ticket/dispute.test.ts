import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, all, figures, product, read as readOne } from '../testing/money.seed.ts';
import { cycleNamed } from '../customer-bill/period.ts';
import { runCycle } from '../customer-bill/run.ts';
import { Dice } from '../world/random.ts';
import type { Resource } from '../store/store.ts';
import { aTicket, bench, type Bench, pathOf } from '../testing/bench.ts';
import { decideDispute } from './dispute.ts';
import { noted, patch } from '../testing/tickets.ts';

const euros = (value: number) => ({ unit: 'EUR', value });

/** One bill of €29.75, and a ticket that disputes some of it. */
async function disputed(amount: number, reason?: string): Promise<{ bss: Bench; ticket: Resource }> {
  const bss = bench({ stepSeconds: 8 });
  await bss.store.load([{ resource: 'billingAccount', body: account() }, { resource: 'product', body: product() }]);
  const cycle = cycleNamed('2026-10') ?? assert.fail('no such cycle');
  const bill = await bss.store.transaction((tx) => runCycle({ tx, now: new Date(cycle.to) }, 'acct22222222', cycle));
  const ticket = await bss.make('troubleTicket', aTicket({
    ticketType: 'billDispute', name: 'Roaming I never used', relatedParty: [{ id: 'ada', role: 'customer' }],
    relatedEntity: [{ id: bill, role: 'disputed', '@referredType': 'CustomerBill' }],
    troubleTicketCharacteristic: [{ name: 'disputedAmount', value: euros(amount) }, ...(reason ? [{ name: 'disputeReason', value: reason }] : [])],
  }));
  return { bss, ticket };
}

async function resolve(bss: Bench, ticket: Resource, more: Record<string, unknown> = {}): Promise<Resource> {
  await patch(bss, 'troubleTicket', ticket.id, { status: 'inProgress' });
  const said = Object.entries(more).map(([name, value]) => ({ name, value }));
  return patch(bss, 'troubleTicket', ticket.id, { status: 'resolved', troubleTicketCharacteristic: said });
}

describe('a disputed bill', () => {
  it('is not due as far as it is disputed, and due again when the dispute is taken back', async () => {
    const { bss, ticket } = await disputed(10);
    assert.equal((await figures(bss))['due'], 19.75);
    await patch(bss, 'troubleTicket', ticket.id, { status: 'cancelled' });
    assert.equal((await figures(bss))['due'], 29.75);
  });

  it('is reduced at once where little is disputed, and the customer told', async () => {
    const { bss, ticket } = await disputed(10);
    const decided = await resolve(bss, ticket);
    assert.deepEqual([noted(decided, 'outcome'), noted(decided, 'grantedAmount')], ['granted', euros(10)]);
    assert.equal((await figures(bss))['due'], 19.75);
    const credit = (await all(bss, 'appliedCustomerBillingRate')).find(({ id }) => id === noted(decided, 'creditId'));
    assert.deepEqual(credit?.['taxIncludedAmount'], euros(-10));
    const [message] = await all(bss, 'communicationMessage');
    assert.deepEqual([message?.['subject'], message?.['content']], ['Decided: Roaming I never used', 'We take your word for it and give you €10.00 back. You can object for 5 days by reopening the ticket.']);
  });

  it('follows what somebody has decided, all, part or nothing', async () => {
    const part = await disputed(20);
    const partly = await resolve(part.bss, part.ticket, { outcome: 'partlyGranted', grantedAmount: euros(5) });
    assert.deepEqual([noted(partly, 'outcome'), (await figures(part.bss))['due']], ['partlyGranted', 24.75]);
    const none = await disputed(20);
    const refused = await resolve(none.bss, none.ticket, { outcome: 'refused' });
    assert.deepEqual([noted(refused, 'outcome'), (await figures(none.bss))['due']], ['refused', 29.75]);
  });

  it('cannot be decided in part without an amount, nor for more than was disputed', async () => {
    const { bss, ticket } = await disputed(20);
    await patch(bss, 'troubleTicket', ticket.id, { status: 'inProgress' });
    const refusal = async (values: object[]) => {
      const response = await bss.ask('PATCH', `${pathOf('troubleTicket')}/${ticket.id}`, { status: 'resolved', troubleTicketCharacteristic: values });
      assert.equal(response.status, 422);
      return response.text();
    };
    assert.match(await refusal([{ name: 'outcome', value: 'partlyGranted' }]), /grantedAmount/);
    assert.match(await refusal([{ name: 'outcome', value: 'granted' }, { name: 'grantedAmount', value: euros(21) }]), /to 20\.00 can be granted/);
  });

  it('is decided once, however often the ticket is opened again', async () => {
    const { bss, ticket } = await disputed(10);
    await resolve(bss, ticket);
    await resolve(bss, ticket);
    assert.equal((await figures(bss))['due'], 19.75);
  });
});

/** Some minutes of the back office. */
async function minutes(bss: Bench, count: number): Promise<void> {
  for (let at = 0; at < count * 6; at += 1) {
    bss.later(10_000);
    await bss.tick();
  }
}

describe('who decides on a dispute', () => {
  it('is nobody where little is asked for out of goodwill: it is given at once, and the reason kept', async () => {
    for (const reason of ['service-fault', 'other', undefined]) {
      const { bss, ticket } = await disputed(12, reason);
      await minutes(bss, 1);
      const decided = await readOne(bss, 'troubleTicket', ticket.id);
      assert.deepEqual([noted(decided, 'outcome'), noted(decided, 'grantedAmount'), noted(decided, 'disputeReason')], ['granted', euros(12), reason]);
    }
  });

  it('is a person where the bill is said to be wrong, however little it is, or where it is much: for a day', async () => {
    for (const [amount, reason] of [[12, 'wrong-amount'], [12, 'not-mine'], [29.75, 'other']] as const) {
      const { bss, ticket } = await disputed(amount, reason);
      await minutes(bss, 5);
      assert.equal((await readOne(bss, 'troubleTicket', ticket.id))['status'], 'inProgress');
      bss.later(86_400_000);
      await minutes(bss, 1);
      assert.notEqual(noted(await readOne(bss, 'troubleTicket', ticket.id), 'outcome'), undefined, 'nobody waits for ever');
    }
  });

  it('can be played: 8.00 of 12.00, with a reason, a credit, and the rest due again', async () => {
    const { bss, ticket } = await disputed(12, 'wrong-amount');
    await minutes(bss, 1);
    const office = bench({ store: bss.store, token: 'a-token-for-machines', levers: true });
    const decide = (granted: number) => office.ask('POST', `/sim/v1/tickets/${ticket.id}/decide`, { granted, reason: 'One of the two days was right.' }, { authorization: 'Bearer a-token-for-machines' });
    assert.equal((await decide(13)).status, 422);
    const response = await decide(8);
    assert.deepEqual([response.status, ((await response.json()) as Resource)['outcome']], [200, 'partlyGranted']);
    const after = await readOne(bss, 'troubleTicket', ticket.id);
    assert.deepEqual([noted(after, 'grantedAmount'), noted(after, 'decisionReason'), noted(after, 'disputeReason')], [euros(8), 'One of the two days was right.', 'wrong-amount']);
    const credit = (await all(bss, 'appliedCustomerBillingRate')).find(({ id }) => id === noted(after, 'creditId'));
    assert.deepEqual(credit?.['taxIncludedAmount'], euros(-8));
    assert.equal((await figures(bss))['due'], 21.75);
  });
});

describe('what our billing people find', () => {
  it('is the customer’s word up to €25', () => {
    assert.deepEqual(decideDispute(2500, new Dice('any')).granted, 2500);
  });

  it('is mostly a mistake of ours, at times half of one, at times none', () => {
    const found = Array.from({ length: 400 }, (_, index) => decideDispute(5001, new Dice(`d${index}`)));
    const share = (outcome: string) => found.filter((one) => one.outcome === outcome).length / found.length;
    assert.ok(Math.abs(share('granted') - 0.5) < 0.1 && Math.abs(share('partlyGranted') - 0.25) < 0.1 && Math.abs(share('refused') - 0.25) < 0.1);
    assert.deepEqual(new Set(found.map(({ granted }) => granted)), new Set([5001, 2501, 0]));
  });
});
