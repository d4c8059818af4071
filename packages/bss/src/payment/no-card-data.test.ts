import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, benchWith } from '../testing/money.seed.ts';
import { pathOf } from '../testing/bench.ts';

const aPayment = (value: number, more: object = {}) => ({ account: { id: 'acct22222222' }, paymentMethod: {}, totalAmount: { unit: 'EUR', value }, ...more });
const withBills = () => benchWith({ billingAccount: [account()] });

describe('card data', () => {
  const NUMBER = '4111 1111-1111 1111';
  const method = (more: object) => ({ '@type': 'tokenizedCard', name: 'Card', ...more });

  it('is refused wherever it stands, with what to send instead', async () => {
    const bss = await withBills();
    const bodies = [
      ['paymentMethod', method({ cardNumber: '1' })],
      ['paymentMethod', method({ details: { CVV: 123 } })],
      ['paymentMethod', method({ name: NUMBER })],
      ['paymentMethod', method({ detail: 4111111111111111 })],
      ['paymentMethod', method({ lastFourDigits: '42424' })],
      ['payment', aPayment(1, { description: `card ${NUMBER}` })],
      ['payment', aPayment(1, { paymentMethod: method({ card_number: '1' }) })],
      ['refund', aPayment(1, { paymentMethod: method({ securityCode: '1' }) })],
      ['authorizePayment', { authorizedPayment: aPayment(1, { description: NUMBER }) }],
    ] as const;
    for (const [resource, body] of bodies) {
      const response = await bss.ask('POST', pathOf(resource), body);
      const { message } = (await response.json()) as { message: string };
      assert.equal(response.status, 400, JSON.stringify(body));
      assert.doesNotMatch(message, /4111/);
    }
    const { id } = await bss.make('paymentMethod', method({ token: 'tok_2' }));
    assert.equal((await bss.ask('PATCH', `${pathOf('paymentMethod')}/${id}`, { cvv: '123' })).status, 400);
  });

  it('needs no more to tell of a method than its status', async () => {
    const bss = await withBills();
    const { id } = await bss.make('paymentMethod', method({ token: 'tok_3' }));
    bss.later(60_000);
    const patched = await bss.ask('PATCH', `${pathOf('paymentMethod')}/${id}`, { status: 'blocked', statusReason: 'Lost' });
    assert.equal(((await patched.json()) as { statusDate: string }).statusDate, '2026-11-21T10:01:00.000Z');
    assert.ok((await bss.store.changes.after(0, 10)).some(({ eventType }) => eventType === 'PaymentMethodStatusChangeEvent'));
  });

  it('is not seen where there is none', async () => {
    const bss = await withBills();
    const fine = [
      method({ token: '4111111111111111', lastFourDigits: '1111' }),
      method({ description: 'order 4111111111111112 of 2026' }),
      { '@type': 'bankAccountDebit', name: 'Bank', accountNumber: 'DE02120300000000202051', owner: 'Ada', bank: 'Bank' },
    ];
    for (const body of fine) assert.equal((await bss.ask('POST', pathOf('paymentMethod'), body)).status, 201, JSON.stringify(body));
    assert.equal((await bss.ask('POST', pathOf('payment'), aPayment(1, { correlatorId: '4111111111111111' }))).status, 201);
  });
});
