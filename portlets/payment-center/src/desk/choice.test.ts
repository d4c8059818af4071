import { expect } from '@open-wc/testing';
import type { BillSummary, Payment } from '@faceplate/contracts';
import { choose, partsOfAccount, requestOf } from './choice.ts';
import { desksOf } from './desk.ts';
import { stillOpen, typedAgain } from './typed-payment.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const aBill = (id: string, remaining: number, overrides: Partial<BillSummary> = {}): BillSummary => ({
  id,
  number: id,
  account: { id: 'a1', name: 'Home' },
  origin: 'Billing',
  date: '2026-10-01',
  period: { from: '2026-09-01', to: '2026-09-30' },
  due: '2026-10-15',
  status: 'due',
  total: eur(remaining),
  remaining: eur(remaining),
  ...overrides,
});
const aPayment = (status: Payment['status'], parts: [string, number][]): Payment => ({
  id: 'p1',
  reference: 'P-1',
  status,
  amount: eur(parts.reduce((all, [, amount]) => all + amount, 0)),
  parts: parts.map(([id, amount]) => ({ account: { id: 'a1', name: 'Home' }, bill: { id, number: id }, amount: eur(amount) })),
  at: '2026-11-20T09:30:00.000Z',
});

describe('what is open and what is held back', () => {
  it('leaves no cent out and counts none twice', () => {
    const bills = [aBill('b1', 5000, { disputed: eur(1200) }), aBill('b2', 3000), aBill('b3', 700, { status: 'on-hold' }), aBill('b4', 0, { status: 'paid' })];
    const [desk] = desksOf(bills, [aPayment('processing', [['b2', 1000]]), aPayment('failed', [['b1', 5000]])]);
    expect(desk?.bills.map(({ id, open }) => [id, open.amount])).to.deep.equal([['b1', 3800]]);
    expect(desk?.held.map(({ id, why, amount }) => [id, why, amount.amount])).to.deep.equal([
      ['b1', 'disputed', 1200],
      ['b2', 'on-its-way', 1000],
      ['b2', 'after-that', 2000],
      ['b3', 'on-hold', 700],
    ]);
    const all = [...(desk?.bills ?? []).map(({ open }) => open.amount), ...(desk?.held ?? []).map(({ amount }) => amount.amount)];
    expect(all.reduce((sum, one) => sum + one, 0)).to.equal(8700);
  });

  it('holds back at most what is owed', () => {
    const [desk] = desksOf([aBill('b1', 1000, { disputed: eur(4000) })], [aPayment('needs-you', [['b1', 5000]])]);
    expect(desk?.bills).to.be.empty;
    expect(desk?.held.map(({ amount }) => amount.amount)).to.deep.equal([1000]);
  });

  it('puts a hundred bills into one payment, the oldest, and says how many follow', () => {
    const bills = Array.from({ length: 103 }, (_, at) => aBill(`b${at}`, 100, { due: `2026-0${1 + (at % 9)}-10` }));
    const [desk] = desksOf(bills, []);
    expect(desk).to.include({ later: 3 });
    expect(desk?.bills).to.have.lengthOf(100);
    expect(desk?.total.amount).to.equal(10_000);
  });
});

describe('a choice', () => {
  const [desk] = desksOf([aBill('b1', 5000), aBill('b2', 3000, { due: '2026-09-15' })], []);
  if (!desk) throw new Error('no desk');

  it('adds up, whatever was typed, and names what cannot be taken', () => {
    for (const typed of ['', '0', '12', '12,34', '80', '80.01', 'abc', '-5', '1e3']) {
      for (const way of ['all', 'amount', 'parts'] as const) {
        const { parts, total, wrong } = choose(desk, { way, amount: typed, parts: { b1: typed } }, 'en');
        expect(parts.reduce((sum, { amount }) => sum + amount.amount, 0)).to.equal(total.amount);
        expect(total.amount).to.be.at.most(8000);
        if (way !== 'all') expect(wrong.size + parts.length, `${way} ${typed}`).to.be.greaterThan(0);
      }
    }
  });

  it('is the same bytes for the same choice, and names no means where the provider asks for one', () => {
    const choice = choose(desk, {}, 'en');
    expect(JSON.stringify(requestOf(choice, { means: 'm1', keep: true }))).to.equal(JSON.stringify(requestOf(choose(desk, {}, 'de'), { means: 'm1' })));
    expect(requestOf(choice, { means: 'new', keep: true })).to.include({ keep: true }).and.to.not.have.property('meansId');
  });

  it('puts what is too much for an account where it is seen', () => {
    expect(partsOfAccount(desk.bills, '100', 'en')).to.deep.equal({ b2: '30.00', b1: '70.00' });
    expect(partsOfAccount(desk.bills, 'x', 'en')).to.deep.equal({});
  });

  it('is forgotten once it is paid, and a try once its key is', () => {
    const sent = { key: crypto.randomUUID(), written: '{}', amount: 1, currency: 'EUR', at: 1_000_000 };
    const kept = { way: 'all', madeId: 'p1', sent } as const;
    expect(stillOpen(kept, [aPayment('paid', [])], 1_000_000)).to.deep.equal({});
    expect(stillOpen(kept, [aPayment('failed', [])], 1_000_000)).to.equal(kept);
    expect(stillOpen(kept, [], 1_000_000 + 24 * 3600_000)).to.not.have.property('sent');
  });

  it('is taken up again from the payment itself', () => {
    expect(typedAgain(aPayment('failed', [['b1', 1250]]))).to.deep.equal({ currency: 'EUR', way: 'parts', parts: { b1: '12.50' } });
  });
});
