import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Bill, BillList, Charge, Dispute, DisputeList, Problem, Ticket } from '@faceplate/contracts';
import { add, addDays, taxOn } from '@faceplate/domain';
import { anOperator, down } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;

const grossOf = ({ gross, net, taxRate }: Charge) => gross ?? add(net, taxOn(net, taxRate));
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const words = { reason: 'wrong-amount', description: 'I was not there.' } as const;

/** Ada's newest bill and its dearest line. */
async function withBill(how: Parameters<typeof anOperator>[0] = {}) {
  const operator = await anOperator(how);
  const ada = operator.as('ada');
  const { body: list } = await ada<BillList>('/bills');
  const bill = (await ada<Bill>(`/bills/${list.items[0]?.id}`)).body;
  const charge = bill.charges.toSorted((one, other) => other.net.amount - one.net.amount)[0]!;
  const raise = (more: Record<string, unknown> = {}, ask: { key?: string } = {}) =>
    ada<Dispute & Omit<Problem, 'status'>>(`/bills/${bill.id}/disputes`, { body: { chargeId: charge.id, amount: euros(500), ...words, ...more }, ...ask });
  return { operator, ada, bill, charge, raise, list };
}

const tmf = (operator: Operator, path: string, method: string, body: unknown) =>
  operator.bss.fetch(new Request(`http://bss.internal/tmf-api${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }));

/** As the operator's people would decide, in TM Forum's words. */
async function decide(operator: Operator, id: string, outcome: string, granted?: number): Promise<void> {
  const path = `/troubleTicket/v4/troubleTicket/${id}`;
  const stored = (await operator.store.read().get('troubleTicket', id))?.body;
  const kept = (stored?.['troubleTicketCharacteristic'] ?? []) as object[];
  const more = [{ name: 'outcome', value: outcome }, ...(granted === undefined ? [] : [{ name: 'grantedAmount', value: { unit: 'EUR', value: granted } }])];
  if (stored?.['status'] === 'acknowledged') assert.equal((await tmf(operator, path, 'PATCH', { status: 'inProgress' })).status, 200);
  const answer = await tmf(operator, path, 'PATCH', { status: 'resolved', statusChangeReason: 'We looked at every item.', troubleTicketCharacteristic: [...kept, ...more] });
  assert.equal(answer.status, 200, await answer.text());
}

const stored = async (operator: Operator, resource: string, id: string) => (await operator.store.read().get(resource, id))?.body;
const cents = (value: unknown) => Math.round(((value as { value?: number } | undefined)?.value ?? 0) * 100);

describe('raising a dispute', () => {
  test('holds a part of a line back, and says what happens next', async () => {
    const { operator, ada, bill, charge, raise } = await withBill();
    const { status, body } = await raise();
    assert.equal(status, 201);
    assert.match(body.number, /^D-\d{10}$/);
    assert.deepEqual(
      { bill: body.bill, charge: body.charge, amount: body.amount, reason: body.reason, status: body.status, description: body.description, canWithdraw: body.canWithdraw, canAppeal: body.canAppeal },
      { bill: { id: bill.id, number: bill.number }, charge: { id: charge.id, name: charge.name }, amount: euros(500), reason: 'wrong-amount', status: 'submitted', description: words.description, canWithdraw: true, canAppeal: false },
    );
    assert.ok(body.expectedBy !== undefined && body.expectedBy > body.raisedAt, 'a date to expect news by');
    assert.equal(cents((await stored(operator, 'customerBill', bill.id))?.['disputedAmount']), bill.remaining.amount > 0 ? 500 : 0);
    const { body: listed } = await ada<DisputeList>(`/disputes?bill=${bill.id}`);
    assert.deepEqual(listed.items.map(({ id }) => id), [body.id]);
  });

  test('once, however often the click is repeated', async () => {
    const { ada, bill, raise } = await withBill();
    const key = crypto.randomUUID();
    const answers = await Promise.all([raise({}, { key }), raise({}, { key })]);
    await raise({}, { key });
    assert.ok(answers.some(({ status }) => status === 201));
    assert.equal((await ada<DisputeList>(`/disputes?bill=${bill.id}`)).body.items.length, 1);
  });

  test('not twice about one line while it is looked at, and again when it was taken back', async () => {
    const { ada, raise } = await withBill();
    const first = (await raise()).body;
    assert.deepEqual([(await raise()).status, (await raise()).body.code], [409, 'dispute-exists']);
    const back = await ada<Dispute>(`/disputes/${first.id}/withdraw`, { body: {} });
    assert.deepEqual([back.body.status, back.body.canWithdraw, back.body.outcome], ['withdrawn', false, undefined]);
    assert.equal((await raise()).status, 201);
  });

  test('at most what the line comes to, less what was given back already', async () => {
    const { operator, raise, charge } = await withBill();
    const all = grossOf(charge).amount;
    const over = await raise({ amount: euros(all + 1) });
    assert.deepEqual([over.status, over.body.code, over.body.detail], [422, 'dispute-too-much', `At most ${(all / 100).toFixed(2)} EUR.`]);
    const { body } = await raise({ amount: euros(all) });
    await decide(operator, body.id, 'partlyGranted', 3);
    assert.equal((await raise({ amount: euros(all - 299) })).body.code, 'dispute-too-much');
    assert.equal((await raise({ amount: euros(all - 300) })).status, 201);
  });

  test('of the bill as a whole too, and lines and whole together never more than the bill', async () => {
    const { bill, raise } = await withBill();
    assert.equal((await raise({ chargeId: undefined, amount: euros(bill.total.amount) })).status, 201);
    assert.equal((await raise({ amount: euros(1) })).body.code, 'dispute-too-much');
  });

  test('names the field that is wrong: another bill’s line, nothing, another currency', async () => {
    const { ada, list, raise } = await withBill();
    const other = (await ada<Bill>(`/bills/${list.items[1]?.id}`)).body.charges[0];
    for (const [more, path] of [[{ chargeId: other?.id }, 'chargeId'], [{ chargeId: 'not-itemised' }, 'chargeId'], [{ amount: euros(0) }, 'amount.amount'], [{ amount: { amount: 5, currency: 'CHF' } }, 'amount.currency'], [{ description: '  ' }, 'description']] as const) {
      const { status, body } = await raise(more);
      assert.deepEqual([status, body.errors?.[0]?.path], [422, path]);
    }
  });

  test('not of a bill that was paid long ago', async () => {
    const { ada, list } = await withBill();
    const old = list.items.filter(({ status }) => status === 'paid').at(-1)!;
    const bill = (await ada<Bill>(`/bills/${old.id}`)).body;
    const { status, body } = await ada<Problem>(`/bills/${old.id}/disputes`, { body: { chargeId: bill.charges[0]?.id, amount: euros(100), ...words } });
    assert.deepEqual([status, body.code], [422, 'dispute-too-late']);
    const { terms } = (await ada<DisputeList>('/disputes')).body;
    assert.ok(terms && old.date < terms.paidSince);
  });

  test('of a paid bill up to the very day that is told before anybody types', async () => {
    const { ada, list } = await withBill();
    const { terms } = (await ada<DisputeList>('/disputes')).body;
    const old = list.items.find(({ status }) => status === 'paid')!;
    const asked = async (date: string) => {
      const { as } = await anOperator({
        change: ({ resource, body }) => {
          if (resource === 'customerBill' && body.id === old.id) body['billDate'] = date;
        },
      });
      return (await as('ada')(`/bills/${old.id}/disputes`, { body: { amount: euros(100), ...words } })).status;
    };
    const since = terms?.paidSince ?? '';
    assert.equal(await asked(since), 201);
    assert.equal(await asked(addDays(since, -1)), 422);
  });

  test('is nobody else’s: not on my bill, not to read, not to take back', async () => {
    const { operator, bill, raise } = await withBill();
    const { body } = await raise();
    const bilal = operator.as('bilal');
    for (const answer of [
      await bilal(`/bills/${bill.id}/disputes`, { body: { amount: euros(1), ...words } }),
      await bilal(`/disputes?bill=${bill.id}`),
      await bilal(`/disputes/${body.id}`),
      await bilal(`/disputes/${body.id}/withdraw`, { body: {} }),
      await bilal(`/disputes/${body.id}/appeal`, { body: { text: 'Mine' } }),
    ]) assert.equal(answer.status, 404);
    assert.deepEqual((await bilal<DisputeList>('/disputes')).body.items, []);
  });

  test('says so when the tickets cannot be reached, and holds nothing', async () => {
    const { operator, bill, raise } = await withBill({ meddle: down('/troubleTicket') });
    assert.equal((await raise()).status, 503);
    assert.equal((await stored(operator, 'customerBill', bill.id))?.['disputedAmount'], undefined);
  });
});

describe('a decision', () => {
  test('in part: the credit is linked, the rest is due again, and there is an appeal', async () => {
    const { operator, ada, bill, charge, raise } = await withBill();
    const id = (await raise({ amount: euros(1200) })).body.id;
    await decide(operator, id, 'partlyGranted', 8);
    const { body } = await ada<Dispute>(`/disputes/${id}`);
    assert.deepEqual([body.status, body.outcome?.granted, body.outcome?.why, body.canAppeal, body.canWithdraw, body.expectedBy], ['partly-granted', euros(800), 'We looked at every item.', true, false, undefined]);
    const credit = await stored(operator, 'appliedCustomerBillingRate', body.outcome?.creditId ?? '');
    assert.equal(cents(credit?.['taxIncludedAmount']), -800);
    assert.ok(JSON.stringify(credit).includes(charge.id), 'the credit names the line');
    const after = await stored(operator, 'customerBill', bill.id);
    assert.equal(after?.['disputedAmount'], undefined);
    assert.equal(cents(after?.['remainingAmount']), bill.remaining.amount > 0 ? bill.remaining.amount - 800 : 0);
    assert.deepEqual([(await ada<Problem>(`/disputes/${id}/withdraw`, { body: {} })).body.code], ['dispute-decided']);
  });

  test('is objected to once a click, with the reason on the ticket', async () => {
    const { operator, ada, raise } = await withBill();
    const id = (await raise()).body.id;
    assert.equal((await ada<Problem>(`/disputes/${id}/appeal`, { body: { text: 'No.' } })).body.code, 'appeal-not-possible');
    await decide(operator, id, 'refused');
    assert.equal((await ada<Dispute>(`/disputes/${id}`)).body.status, 'refused');
    const key = crypto.randomUUID();
    const { body } = await ada<Dispute>(`/disputes/${id}/appeal`, { body: { text: 'My phone was off.' }, key });
    assert.deepEqual([body.status, body.canAppeal], ['in-review', false]);
    await ada<Dispute>(`/disputes/${id}/appeal`, { body: { text: 'My phone was off.' }, key });
    const again = (await ada<Dispute>(`/disputes/${id}`)).body;
    assert.deepEqual(again.entries.flatMap(({ author, note }) => (author.side === 'you' ? [note] : [])), ['My phone was off.']);
  });

  test('on a ticket that takes no more notes is not objected to', async () => {
    const { operator, ada, raise } = await withBill();
    const id = (await raise()).body.id;
    await decide(operator, id, 'refused');
    const note = Array.from({ length: 500 }, (_, at) => ({ id: `n${at}`, date: '2026-11-20T08:00:00.000Z', author: 'Meridian', text: 'More' }));
    assert.equal((await tmf(operator, `/troubleTicket/v4/troubleTicket/${id}`, 'PATCH', { note })).status, 200);
    assert.deepEqual([(await ada<Problem>(`/disputes/${id}/appeal`, { body: { text: 'One more.' } })).body.code, (await ada<Dispute>(`/disputes/${id}`)).body.status], ['ticket-full', 'refused']);
  });

  test('that gives all leaves nothing to object to', async () => {
    const { operator, ada, raise } = await withBill();
    const id = (await raise()).body.id;
    await decide(operator, id, 'granted');
    const { body } = await ada<Dispute>(`/disputes/${id}`);
    assert.deepEqual([body.status, body.outcome?.granted, body.canAppeal], ['granted', euros(500), false]);
    assert.equal((await ada<Problem>(`/disputes/${id}/appeal`, { body: { text: 'More!' } })).body.code, 'appeal-not-possible');
  });
});

test('a question of the operator’s is the customer’s turn, and an answer and a file go onto the same ticket', async () => {
  const { operator, ada, raise } = await withBill();
  const id = (await raise()).body.id;
  await tmf(operator, `/troubleTicket/v4/troubleTicket/${id}`, 'PATCH', { status: 'inProgress' });
  await tmf(operator, `/troubleTicket/v4/troubleTicket/${id}`, 'PATCH', { status: 'pending', statusChangeReason: 'When was it?' });
  assert.equal((await ada<Dispute>(`/disputes/${id}`)).body.status, 'needs-you');
  assert.equal((await ada<Ticket>(`/tickets/${id}/notes`, { body: { text: 'On Monday.' } })).status, 200);
  assert.equal((await ada<Ticket>(`/tickets/${id}/attachments`, { body: { name: 'letter.txt', content: btoa('Dear sirs') } })).status, 200);
  const { body } = await ada<Dispute>(`/disputes/${id}`);
  assert.deepEqual([body.files.map(({ name, type }) => [name, type]), body.entries.filter(({ author }) => author.side === 'you').map(({ note }) => note)], [[['letter.txt', 'text/plain']], ['On Monday.']]);
});

test('another ticket is no dispute', async () => {
  const { operator, ada } = await withBill();
  const [ticket] = (await ada<{ items: Ticket[] }>('/tickets')).body.items;
  assert.equal((await operator.as('ada')(`/disputes/${ticket?.id}`)).status, 404);
});

test('reads the same from a system of the newer generation', async () => {
  const { operator, ada, raise } = await withBill({ version: 'v5' });
  const { status, body } = await raise();
  assert.equal(status, 201, JSON.stringify(body));
  await decide(operator, body.id, 'partlyGranted', 2);
  const { status: state, outcome } = (await ada<Dispute>(`/disputes/${body.id}`)).body;
  assert.deepEqual([state, outcome?.granted], ['partly-granted', euros(200)]);
});
