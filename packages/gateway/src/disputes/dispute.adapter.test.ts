import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Dispute, type DisputeStatus } from '@faceplate/contracts';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { spoils, spoilt } from '../testing/spoil.ts';
import { isUnreadable } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { disputeOf } from './dispute.adapter.ts';

const euros = (value: number) => ({ unit: 'EUR', value });
const reader = { sub: 'ada', operator: 'Meridian' };

const ticket = (more: TmfBody = {}, said: Readonly<Record<string, unknown>> = {}): TmfBody => ({
  id: 'd1',
  externalId: 'D-0000000001',
  name: 'Dispute: Roaming',
  description: 'I was not there.',
  ticketType: 'billDispute',
  severity: 'Minor',
  status: 'acknowledged',
  creationDate: '2026-11-20T10:00:00.000Z',
  lastUpdate: '2026-11-20T12:00:00.000Z',
  expectedResolutionDate: '2026-11-25T10:00:00.000Z',
  relatedParty: [{ id: 'ada', role: 'customer' }],
  relatedEntity: [
    { id: 'b1', name: '202610-101047', '@referredType': 'CustomerBill' },
    { id: 'c1', name: 'Roaming', '@referredType': 'AppliedCustomerBillingRate' },
  ],
  troubleTicketCharacteristic: Object.entries({ disputedAmount: euros(12), disputeReason: 'not-mine', ...said }).map(([name, value]) => ({ name, value })),
  ...more,
});

describe('how a dispute stands', () => {
  const table: [what: string, status: string, said: Record<string, unknown>, expected: DisputeStatus, granted: number | undefined][] = [
    ['just raised', 'acknowledged', {}, 'submitted', undefined],
    ['at work', 'inProgress', {}, 'in-review', undefined],
    ['put aside', 'held', {}, 'in-review', undefined],
    ['a question', 'pending', {}, 'needs-you', undefined],
    ['all granted, without a figure', 'resolved', { outcome: 'granted' }, 'granted', 1200],
    ['a part', 'resolved', { outcome: 'partlyGranted', grantedAmount: euros(8) }, 'partly-granted', 800],
    ['nothing', 'closed', { outcome: 'refused' }, 'refused', 0],
    ['nothing, in other words', 'closed', { outcome: 'denied' }, 'refused', 0],
    ['turned away', 'rejected', {}, 'refused', 0],
    ['taken back', 'cancelled', {}, 'withdrawn', undefined],
    ['resolved, and nobody has said how yet', 'resolved', {}, 'in-review', undefined],
    ['over, and nobody has said how', 'closed', {}, 'closed', undefined],
    ['objected to: what was given stays given', 'inProgress', { outcome: 'partlyGranted', grantedAmount: euros(8) }, 'in-review', 800],
  ];
  for (const [what, status, said, expected, granted] of table) {
    test(what, () => {
      const dispute = disputeOf(ticket({ status }, said), 'EUR', reader);
      assert.deepEqual([dispute.status, dispute.outcome?.granted.amount], [expected, granted]);
      assert.equal(dispute.expectedBy !== undefined, ['submitted', 'in-review', 'needs-you'].includes(expected));
    });
  }

  test('an amount written as a plain number is in the operator’s currency', () => {
    assert.deepEqual(disputeOf(ticket({}, { disputedAmount: '12.34' }), 'EUR', reader).amount, { amount: 1234, currency: 'EUR' });
  });

  test('without an amount, or with one of another currency granted, it cannot be shown', () => {
    assert.throws(() => disputeOf(ticket({}, { disputedAmount: 'lots' }), 'EUR', reader), isUnreadable);
    assert.throws(() => disputeOf(ticket({ status: 'resolved' }, { outcome: 'partlyGranted', grantedAmount: { unit: 'CHF', value: 8 } }), 'EUR', reader), isUnreadable);
  });
});

test('whatever a server sends is a dispute as the contract says, or unreadable', () => {
  let good = 0;
  const states = fc.constantFrom('acknowledged', 'resolved', 'closed', 'inProgress');
  fc.assert(fc.property(states, spoils, (status, edits) => {
    const whole = ticket({ status, note: [{ id: 'n', date: '2026-11-20T11:00:00Z', text: 'Hm' }], attachment: [{ id: 'f', mimeType: 'text/plain', content: 'SGk=', size: { amount: 2 } }] }, { outcome: 'partlyGranted', grantedAmount: euros(8), decidedAt: '2026-11-20T12:00:00.000Z', creditId: 'k1' });
    try {
      const fitted = z.safeParse(Dispute, disputeOf(spoilt(whole, edits), 'EUR', reader));
      assert.ok(fitted.success, JSON.stringify(fitted.error?.issues.slice(0, 2)));
      good += 1;
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
  }), { numRuns: 1500, seed: 621 });
  assert.ok(good > 500, `only ${good} could be read`);
});
