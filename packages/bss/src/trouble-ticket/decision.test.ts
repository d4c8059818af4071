import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../store/store.ts';
import { decideLimit } from './credit-limit.ts';
import { aTicket, bench, type Bench } from '../testing/bench.ts';
import { customer, noted, office, patch, read } from '../testing/tickets.ts';

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

describe('our rules for a limit', () => {
  const asked = (euros: number, more: object = {}) => {
    const { outcome, limit } = decideLimit({ asked: euros * 100, current: 30_000, overdue: 0, score: undefined, ...more });
    return [outcome, limit];
  };

  it('grant what is lower, refuse what is nonsense, and nobody goes beyond the highest', () => {
    assert.deepEqual(asked(100), ['granted', 10_000]);
    assert.deepEqual(asked(-1), ['refused', 30_000]);
    assert.deepEqual(asked(9000, { current: 400_000, score: 900 }), ['partlyGranted', 500_000]);
  });

  it('give a first limit to whoever has none, and nothing to whoever owes', () => {
    assert.deepEqual(asked(400, { current: undefined }), ['granted', 40_000]);
    assert.deepEqual(asked(400, { overdue: 1 }), ['refused', 30_000]);
    assert.deepEqual(asked(400, { score: 100 }), ['refused', 30_000]);
  });
});
