import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskChecks, HelpPage, LineTest, Problem, ProductList, Ticket, TicketForms, TicketList } from '@faceplate/contracts';
import { anOperator, down } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;

async function lines(operator: Operator) {
  const { items } = (await operator.as('ada')<ProductList>('/products')).body;
  const fixed = items.find(({ lineOfBusiness, status }) => lineOfBusiness === 'fixed' && status === 'active');
  const mobile = items.find(({ lineOfBusiness, status }) => lineOfBusiness === 'mobile' && status === 'active');
  assert.ok(fixed && mobile);
  return { fixed, mobile };
}

async function told(operator: Operator, method: 'POST' | 'PATCH', path: string, body: object): Promise<{ id: string }> {
  const response = await operator.bss.fetch(new Request(`http://bss.internal/tmf-api/serviceProblemManagement/v4/serviceProblem${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }));
  assert.ok(response.ok, await response.clone().text());
  return (await response.json()) as { id: string };
}

const look = async (operator: Operator, productId: string, about = '') => (await operator.as('ada')<DeskChecks>(`/desk?productId=${productId}&about=${encodeURIComponent(about)}`)).body;
const state = ({ checks }: DeskChecks) => Object.fromEntries(checks.map(({ step, state: is }) => [step, is]));
async function cut(operator: Operator, productId: string): Promise<{ id: string }> {
  const made = await told(operator, 'POST', '', {
    name: 'Cable cut', description: 'A digger cut a cable', category: 'incident', priority: 1, reason: 'Network fault',
    originatorParty: { id: 'meridian', name: 'Meridian Telecom', role: 'originator', '@referredType': 'Organization' },
    relatedEntity: [{ id: productId, role: 'affected', '@referredType': 'Product' }],
    characteristic: [{ name: 'expectedEnd', valueType: 'dateTime', value: '2027-11-21T16:00:00.000Z' }],
  });
  await told(operator, 'PATCH', `/${made.id}`, { status: 'inProgress' });
  return made;
}

test('an incident on one of two lines deflects the one it hits, with its next update, and not the other', async () => {
  const operator = await anOperator();
  const { fixed, mobile } = await lines(operator);
  const { id } = await cut(operator, fixed.id);
  const hit = await look(operator, fixed.id);
  assert.equal(hit.stop, 'incident');
  const [trouble] = hit.checks.find(({ step }) => step === 'incident')?.troubles ?? [];
  assert.equal(trouble?.id, id);
  assert.equal(trouble?.title, 'Cable cut');
  assert.ok(trouble?.nextUpdate, 'when the next word comes');
  const other = await look(operator, mobile.id);
  assert.notEqual(other.stop, 'incident');
  assert.equal(state(other)['incident'], 'nothing');
  assert.ok(!JSON.stringify(hit).includes('relatedParty'));
});

test('"me too" joins with one tap, once, and the desk knows it afterwards', async () => {
  const operator = await anOperator();
  const { fixed, mobile } = await lines(operator);
  const { id: troubleId } = await cut(operator, fixed.id);
  const before = (await operator.as('ada')<TicketList>('/tickets')).body.total;
  const tap = () => operator.as('ada')<Ticket>('/desk/me-too', { body: { productId: fixed.id, troubleId } });
  const one = await tap();
  const noted = await operator.as('ada')<Ticket>(`/tickets/${one.body.id}/notes`, { body: { text: 'The whole street is dark.' } });
  const other = await tap();
  assert.deepEqual([one.status, one.body.id], [201, other.body.id]);
  assert.equal((await operator.as('ada')<TicketList>('/tickets')).body.total, before + 1);
  assert.deepEqual(other.body.entries.map(({ note }) => note), noted.body.entries.map(({ note }) => note), 'with all that happened to it');
  assert.ok(other.body.entries.some(({ note }) => note === 'The whole street is dark.'));
  // The operator's own ticket is not the customer's to open: it has no id here.
  assert.deepEqual(one.body.parent, { title: 'Cable cut' });
  const after = await look(operator, fixed.id);
  assert.equal(after.checks.find(({ step }) => step === 'incident')?.troubles?.[0]?.ticketId, one.body.id);
  const ended = await operator.as('ada')<Ticket>(`/tickets/${one.body.id}/acts`, { body: { act: 'withdraw' } });
  // Nobody told us that the cable is mended.
  assert.deepEqual([ended.body.status, ended.body.parent], ['cancelled', { title: 'Cable cut' }]);
  const strange = await operator.as('ada')<Problem>('/desk/me-too', { body: { productId: mobile.id, troubleId } });
  assert.deepEqual([strange.status, strange.body.code], [409, 'incident-over']);
});

test('who said "me too" is asked whether it works when it is over', async () => {
  const operator = await anOperator();
  const { fixed } = await lines(operator);
  const { id: troubleId } = await cut(operator, fixed.id);
  const one = await operator.as('ada')<Ticket>('/desk/me-too', { body: { productId: fixed.id, troubleId } });
  await told(operator, 'PATCH', `/${troubleId}`, { status: 'resolved' });
  const shown = (await operator.as('ada')<Ticket>(`/tickets/${one.body.id}`)).body;
  assert.equal(shown.status, 'fixed');
  assert.equal(shown.may?.confirm?.allowed, true);
});

test('a system that does not answer is told as not asked, and never stops the form', async () => {
  for (const [part, step] of [['serviceProblem', 'incident'], ['serviceTest', 'test'], ['/document', 'answers'], ['troubleTicket', 'ticket']] as const) {
    const whole = await anOperator();
    const { fixed } = await lines(whole);
    const operator = await anOperator({ meddle: down(part) });
    const seen = await look(operator, fixed.id, 'slow');
    assert.equal(state(seen)[step], 'not-asked', part);
    assert.ok(seen.gaps.length > 0);
    assert.deepEqual(seen.checks.map((one) => one.step), ['right', 'suspension', 'incident', 'planned', 'test', 'ticket', 'answers']);
  }
});

test('the best answers for the symptom come from the operator’s knowledge, and only pages are handed out', async () => {
  const operator = await anOperator();
  const { fixed } = await lines(operator);
  const found = (await look(operator, fixed.id, 'the wifi is slow in one room')).checks.find(({ step }) => step === 'answers')?.answers ?? [];
  assert.equal(found[0]?.title, 'Wi-Fi is slow in one room');
  assert.ok(found.length <= 3);
  const page = await operator.as('ada')<HelpPage>(`/desk/answers/${found[0]?.id}`);
  assert.match(page.body.text, /Measure twice/);
  assert.equal((await operator.as('ada')('/desk/answers/none')).status, 404);
});

test('a line test runs and says what it found; a restart is warned of first', async () => {
  const operator = await anOperator();
  const { fixed } = await lines(operator);
  const begun = await operator.as('ada')<LineTest>('/desk/tests', { body: { productId: fixed.id, kind: 'line' } });
  assert.deepEqual([begun.status, begun.body.state], [201, 'running']);
  for (let step = 0; step < 4; step += 1) await operator.later(3_600_000);
  const done = (await operator.as('ada')<LineTest>(`/desk/tests/${begun.body.id}`)).body;
  assert.deepEqual([done.state, done.verdict], ['done', 'good']);
  assert.ok(done.readings.length > 2 && done.readings.every(({ ok }) => ok === true));
  assert.equal((await operator.as('bilal')(`/desk/tests/${begun.body.id}`)).status, 404);
  const warned = await operator.as('ada')<Problem>('/desk/tests', { body: { productId: fixed.id, kind: 'reboot' } });
  assert.equal(warned.status, 422);
  assert.match(warned.body.errors?.[0]?.message ?? '', /interrupted/);
  assert.equal((await operator.as('ada')<LineTest>('/desk/tests', { body: { productId: fixed.id, kind: 'reboot', agreed: true } })).status, 201);
  assert.equal((await operator.as('bilal')<Problem>('/desk/tests', { body: { productId: fixed.id, kind: 'line' } })).status, 422);
});

test('forms ask for five things at most; changes have a time and a price', async () => {
  for (const version of ['v4', 'v5'] as const) {
    const { items } = (await (await anOperator({ version })).as('ada')<TicketForms>('/desk/forms')).body;
    assert.ok(items.every(({ fields }) => fields.length <= 3), version);
    const port = items.find(({ name }) => name === 'Move a port');
    assert.deepEqual([port?.isChange, port?.leadDays, port?.price], [true, 5, { amount: 7900, currency: 'EUR' }], version);
    assert.deepEqual(port?.fields.map(({ name, kind, required }) => [name, kind, required]), [['from', 'text', true], ['to', 'text', true], ['window', 'choice', false]]);
    assert.ok(!items.some(({ name }) => name === 'A charge is wrong'), 'a dispute has its own place');
  }
});

test('an operator without forms has the plain three', async () => {
  const { items } = (await (await anOperator({ meddle: down('troubleTicketSpecification') })).as('ada')<TicketForms>('/desk/forms')).body;
  assert.deepEqual(items.map(({ kind }) => kind), ['incident', 'request', 'complaint']);
});

test('a product of somebody else is not there', async () => {
  const operator = await anOperator();
  const { fixed } = await lines(operator);
  assert.equal((await operator.as('bilal')(`/desk?productId=${fixed.id}`)).status, 404);
});

test('a product that the operator does not know, or keeps from us, is not there: that is no gap', async () => {
  const operator = await anOperator({ meddle: (request) => (request.url.includes('/product/') ? Promise.resolve(Response.json({ code: '60', reason: 'Resource not found' }, { status: 404 })) : undefined) });
  const { fixed } = await lines(operator);
  assert.equal((await operator.as('ada')(`/desk?productId=${fixed.id}`)).status, 404);
});

/** Ada's fixed line, what was counted so far, and a way to say whether the best answer solved it. */
async function judging() {
  const operator = await anOperator();
  const { fixed } = await lines(operator);
  const found = await look(operator, fixed.id, 'slow');
  const answer = found.checks.flatMap(({ answers = [] }) => answers)[0] ?? assert.fail('no answer');
  const said = { answerId: answer.id, productId: fixed.id, solved: true };
  const judged = (more: object, key = crypto.randomUUID()) => operator.as('ada')<Problem>('/desk/verdicts', { body: { ...said, ...more }, key });
  const counted = () => operator.tally.counts().map(({ outcome, by, count }) => `${outcome} ${by} ${count}`).toSorted();
  return { operator, fixed, answer, judged, counted };
}

test('whether a page solved it is recorded once and counted, on a line of mine alone', async () => {
  const { operator, answer, judged, counted } = await judging();
  const key = crypto.randomUUID();
  const answers = [await judged({}, key), await judged({}, key), await judged({ solved: false })];
  assert.deepEqual(answers.map(({ status }) => status), [201, 201, 201]);
  const { rows } = await operator.store.read().list('partyInteraction', {});
  const kept = rows.filter(({ body }) => body['reason'] === `Help page: ${answer.title}`).map(({ body }) => body['description']);
  assert.deepEqual(kept, ['It solved it.', 'It did not solve it.']);
  const refused = [await judged({ productId: 'strange' }), await judged({ answerId: 'nowhere' })];
  assert.deepEqual(refused.map(({ body }) => body.errors?.[0]?.path), ['productId', 'answerId']);
  assert.deepEqual(counted(), ['not-spared answers 1', 'spared answers 1']);
});

test('a ticket that was spared is counted once, and so is one that was raised all the same', async () => {
  const { operator, fixed, counted } = await judging();
  const { id: troubleId } = await cut(operator, fixed.id);
  for (const _twice of [1, 2]) await operator.as('ada')('/desk/me-too', { body: { productId: fixed.id, troubleId } });
  const words = { productId: fixed.id, kind: 'request', severity: 'minor', title: 'A question', description: 'How?' };
  await operator.as('ada')('/tickets', { body: words });
  await operator.as('ada')('/tickets', { body: { ...words, skipped: ['incident'] } });
  assert.deepEqual(counted(), ['not-spared incident 1', 'raised none 1', 'spared incident 1']);
});
