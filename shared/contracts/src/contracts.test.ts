import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Bill, BillList, CartItemRequest, Change, Money, Month, NoteRequest, Problem, Session, TicketRequest } from './index.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const aBill = {
  id: 'b1',
  number: '202610-1',
  account: { id: 'a1', name: 'Home' },
  origin: 'Billing',
  date: '2026-11-01',
  period: { from: '2026-10-01', to: '2026-10-31' },
  due: '2026-11-15',
  status: 'due',
  total: euros(1190),
  remaining: euros(1190),
};

describe('money', () => {
  it('is whole minor units and a currency', () => {
    assert.equal(Money.safeParse(euros(1190)).success, true);
    for (const wrong of [{ amount: 11.9, currency: 'EUR' }, { amount: '1190', currency: 'EUR' }, { amount: 1190, currency: 'eur' }, { amount: Number.NaN, currency: 'EUR' }]) {
      assert.equal(Money.safeParse(wrong).success, false, JSON.stringify(wrong));
    }
  });
});

describe('time', () => {
  it('knows a month from a day', () => {
    assert.equal(Month.safeParse('2026-11').success, true);
    for (const wrong of ['2026-13', '2026-1', '2026-11-01', 'November']) assert.equal(Month.safeParse(wrong).success, false, wrong);
  });

  it('takes moments in UTC only', () => {
    const change = { noun: 'orders', id: 'o1', at: '2026-11-21T08:00:00.000Z' };
    assert.equal(Change.safeParse(change).success, true);
    assert.equal(Change.safeParse({ ...change, at: '2026-11-21T09:00:00+01:00' }).success, false);
  });
});

describe('a bill', () => {
  it('is a summary in a list and has charges alone', () => {
    assert.equal(BillList.safeParse({ items: [aBill], total: 1, gaps: [] }).success, true);
    assert.equal(Bill.safeParse(aBill).success, false);
    assert.equal(Bill.safeParse({ ...aBill, net: euros(1000), taxes: [], charges: [] }).success, true);
  });

  it('does not come with a day that does not exist', () => {
    assert.equal(BillList.safeParse({ items: [{ ...aBill, due: '2026-11-31' }], total: 1, gaps: [] }).success, false);
  });
});

describe('what a customer sends', () => {
  it('is trimmed, and words are needed', () => {
    assert.deepEqual(NoteRequest.parse({ text: '  Again. ' }), { text: 'Again.' });
    const ticket = { productId: 'p1', kind: 'incident', severity: 'major', title: '   ', description: 'No line.' };
    const parsed = TicketRequest.safeParse(ticket);
    assert.deepEqual(parsed.error?.issues.map(({ path }) => path), [['title']]);
  });

  it('has bounds', () => {
    assert.equal(NoteRequest.safeParse({ text: 'x'.repeat(4001) }).success, false);
    for (const quantity of [0, 21, 1.5]) assert.equal(CartItemRequest.safeParse({ offerId: 'o1', quantity }).success, false, `${quantity}`);
  });
});

describe('the rest', () => {
  it('tells a session from none', () => {
    assert.equal(Session.safeParse({ signedIn: false }).success, true);
    assert.equal(Session.safeParse({ signedIn: true }).success, false);
  });

  it('needs a code, a title and a status in every problem', () => {
    assert.equal(Problem.safeParse({ status: 404, code: 'not-found', title: 'Not here.' }).success, true);
    assert.equal(Problem.safeParse({ status: 404, title: 'Not here.' }).success, false);
  });
});
