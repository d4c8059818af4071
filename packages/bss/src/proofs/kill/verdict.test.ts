import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Customers, Submitted } from './customers.ts';
import type { Listener } from './listener.ts';
import { type Books, judgeEvents, judgeOrders } from './verdict.ts';
import type { StoredChange } from '../../store/store.ts';

const aChange = (seq: number, id: string, kind = 'Create'): StoredChange => ({
  seq,
  id,
  eventId: `e${seq}`,
  eventTime: '2026-11-21T10:00:00.000Z',
  eventType: `ProductOrder${kind}Event`,
  resource: 'productOrder',
  partyIds: [],
});

const submitted: Submitted[] = ['a', 'b'].map((key) => ({ key, id: `id-${key}`, answer: '{}' }));
const customers = (more: Partial<Customers> = {}) => ({ submitted, complaints: [], ...more }) as unknown as Customers;
const heard = (...effects: string[]) => ({ effects }) as unknown as Listener;

const books = (more: Partial<Books> = {}): Books => ({
  orders: submitted.map(({ key, id }) => ({ id, externalId: key })),
  changes: [aChange(1, 'id-a'), aChange(2, 'id-b'), aChange(3, 'id-a', 'StateChange')],
  ...more,
});

const failures = (cases: (string | undefined)[]) => cases.filter((one) => one !== undefined);

describe('the verdict on orders', () => {
  it('finds nothing where each is there once', () => {
    assert.deepEqual(judgeOrders(books(), customers()), [undefined, undefined]);
  });

  it('finds the lost, the doubled, the exchanged and the uninvited', () => {
    const [a, b] = books().orders;
    assert.ok(a && b);
    assert.deepEqual(failures(judgeOrders(books({ orders: [a] }), customers())), ['b is lost']);
    const twice = judgeOrders(books({ orders: [a, b, { ...b, id: 'other' }] }), customers());
    assert.deepEqual(failures(twice), ['b was made 2 times']);
    const exchanged = judgeOrders(books({ orders: [a, { ...b, id: 'other' }] }), customers());
    assert.deepEqual(failures(exchanged), ['b is other, the customer was told id-b']);
    const more = judgeOrders(books({ orders: [a, b, { id: 'x', externalId: 'c' }] }), customers());
    assert.deepEqual(failures(more), ['nobody asked for order x']);
    assert.deepEqual(failures(judgeOrders(books(), customers({ complaints: ['500'] }))), ['500']);
  });

  it('finds an order that the outbox tells of twice, or never', () => {
    const { changes } = books();
    const twice = judgeOrders(books({ changes: [...changes, aChange(4, 'id-b')] }), customers());
    assert.deepEqual(failures(twice), ['the outbox tells 2 times of the making of b']);
    const never = judgeOrders(books({ changes: changes.slice(1) }), customers());
    assert.deepEqual(failures(never), ['the outbox tells 0 times of the making of a']);
  });
});

describe('the verdict on events', () => {
  it('finds nothing where each took effect in its turn', () => {
    assert.deepEqual(failures(judgeEvents(books(), heard('e1', 'e2', 'e3'), [])), []);
  });

  it('finds what is missing, out of turn, or never happened', () => {
    assert.deepEqual(failures(judgeEvents(books(), heard('e1', 'e3'), ['e2'])), ['ProductOrderCreateEvent of id-b never arrived']);
    const late = failures(judgeEvents(books(), heard('e2', 'e1', 'e3'), []));
    assert.deepEqual(late, ['ProductOrderCreateEvent of id-a arrived after what came later']);
    assert.deepEqual(failures(judgeEvents(books(), heard('e1', 'e2', 'e3', 'x'), [])), ['event x never happened']);
  });
});
