import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project } from './project.ts';

const charge = { id: 'c', name: 'Calls', service: { name: '+49 30 1' }, quantity: { value: 3, unit: 'min' }, net: { amount: 10, currency: 'EUR' } };
const bill = (account: string) => ({ id: 'b', account: { id: account, name: 'Home' }, charges: [charge, { ...charge, id: 'd' }] });
const detailsOf = (account: string) => ({ accountIds = [] }: { accountIds?: readonly string[] }) => accountIds.includes(account);

test('a field leaves only for who may do what guards it, to that very record', () => {
  const short = { id: 'c', name: 'Calls', net: charge.net };
  const { items } = project('bill.read', { items: [bill('home'), bill('work')], total: 2 }, detailsOf('home'));
  assert.deepEqual(items, [bill('home'), { ...bill('work'), charges: [short, { ...short, id: 'd' }] }]);
});

test('what was handed in stays as it is', () => {
  const before = bill('work');
  project('bill.read', before, detailsOf('home'));
  assert.deepEqual(before, bill('work'));
});

test('an answer without guarded fields is the same answer', () => {
  const answer = { items: [{ id: 't' }] };
  assert.equal(project('ticket.read', answer, () => false), answer);
});
