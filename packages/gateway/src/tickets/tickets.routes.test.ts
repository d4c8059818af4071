import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem, ProductList, Ticket, TicketList } from '@faceplate/contracts';
import { anOperator, type Meddle } from '../testing/operator.ts';

const words = { kind: 'incident', severity: 'major', title: 'No signal', description: 'Since this morning.' } as const;

async function withProduct() {
  const operator = await anOperator();
  const { body } = await operator.as('ada')<ProductList>('/products');
  const product = body.items[0];
  assert.ok(product);
  return { operator, product, request: { ...words, productId: product.id } };
}

test('lists tickets, last changed first', async () => {
  const { body } = await (await anOperator()).as('bilal')<TicketList>('/tickets');
  const changed = body.items.map(({ changedAt }) => changedAt);
  assert.ok(changed.length > 3);
  assert.deepEqual(changed, changed.toSorted().toReversed());
});

test('raises a ticket for a product of mine, and shows it at once', async () => {
  const { operator, product, request } = await withProduct();
  const { status, body } = await operator.as('ada')<Ticket>('/tickets', { body: request });
  assert.equal(status, 201);
  assert.deepEqual(
    { title: body.title, kind: body.kind, severity: body.severity, status: body.status, product: body.product, description: body.description },
    { title: words.title, kind: 'incident', severity: 'major', status: 'received', product: { id: product.id, name: product.name }, description: words.description },
  );
  assert.match(body.number, /^T-\d{10}$/);
  assert.equal((await operator.as('ada')<TicketList>('/tickets')).body.items[0]?.id, body.id);
});

test('a repeated click raises one ticket, even when the first answer was lost with the process', async () => {
  const { operator, request } = await withProduct();
  const before = (await operator.as('ada')<TicketList>('/tickets')).body.total;
  const key = crypto.randomUUID();
  const [one, other] = await Promise.all([0, 1].map(() => operator.as('ada')<Ticket>('/tickets', { body: request, key })));
  assert.ok([one, other].some((answer) => answer?.status === 201));
  assert.equal((await operator.as('ada')<TicketList>('/tickets')).body.total, before + 1);
});

test('names every field that is wrong', async () => {
  const { operator, request } = await withProduct();
  const { status, body } = await operator.as('ada')<{ errors: { path: string }[] }>('/tickets', { body: { ...request, title: '  ', severity: 'awful' } });
  assert.equal(status, 422);
  assert.deepEqual(body.errors.map(({ path }) => path).toSorted(), ['severity', 'title']);
});

test('takes over nothing that was not asked for', async () => {
  const { operator, request } = await withProduct();
  const { body } = await operator.as('ada')<Ticket>('/tickets', { body: { ...request, status: 'closed', relatedParty: [{ id: 'x' }], expectedResolutionDate: '2020-01-01' } });
  const stored = (await operator.store.read().get('troubleTicket', body.id))?.body;
  assert.equal(stored?.['status'], 'acknowledged');
  assert.notEqual(stored?.['expectedResolutionDate'], '2020-01-01', 'our own clock says when');
  assert.ok(!JSON.stringify(stored?.['relatedParty']).includes('"x"'));
});

test('a note is signed with who wrote it, and keeps those before it', async () => {
  const { operator } = await withProduct();
  const list = (await operator.as('ada')<TicketList>('/tickets')).body.items;
  const open = list.find(({ status }) => status === 'in-progress' || status === 'received' || status === 'waiting-for-you');
  const before = (await operator.as('ada')<Ticket>(`/tickets/${open?.id}`)).body;
  const key = crypto.randomUUID();
  const { status, body } = await operator.as('ada')<Ticket>(`/tickets/${open?.id}/notes`, { body: { text: ' It works again. ' }, key });
  assert.equal(status, 200);
  assert.equal(body.entries.length, before.entries.length + 1);
  assert.deepEqual({ ...body.entries.at(-1), id: '', at: '' }, { id: '', at: '', author: { name: operator.subjects.ada.name, side: 'you' }, note: 'It works again.' });
  await operator.as('ada')(`/tickets/${open?.id}/notes`, { body: { text: ' It works again. ' }, key });
  assert.equal((await operator.as('ada')<Ticket>(`/tickets/${open?.id}`)).body.entries.length, body.entries.length);
});

test('a closed ticket takes no more notes, and says what to do', async () => {
  const operator = await anOperator({ change: ({ resource, body }) => { if (resource === 'troubleTicket') body['status'] = 'closed'; } });
  const id = (await operator.as('ada')<TicketList>('/tickets')).body.items[0]?.id;
  const { status, body } = await operator.as('ada')<{ code: string; title: string }>(`/tickets/${id}/notes`, { body: { text: 'Hello?' } });
  assert.deepEqual([status, body.code], [409, 'ticket-ended']);
  assert.match(body.title, /Raise a new one/);
});

test('tells my notes from those of colleagues and of the operator, by id and never by name', async () => {
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource === 'troubleTicket') body['note'] = [
        { id: '1', date: '2026-11-20T10:00:00Z', author: 'Ada Lindqvist', text: 'from somebody of that name' },
        { id: '2', date: '2026-11-20T11:00:00Z', author: 'X', authorId: 'colleague-1', text: 'from a colleague' },
      ];
    },
  });
  const id = (await operator.as('ada')<TicketList>('/tickets')).body.items[0]?.id;
  const { body } = await operator.as('ada')<Ticket>(`/tickets/${id}`);
  assert.deepEqual(body.entries.filter(({ status }) => !status).map(({ author }) => author.side), ['provider', 'colleague']);
});

const PIXEL = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 73, 69, 78, 68, 0, 0, 0, 0];
const base64 = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes));

test('a file goes onto a ticket, comes back as it was kept, and is for its people alone', async () => {
  const { as } = await anOperator();
  const [ticket] = (await as('ada')<TicketList>('/tickets')).body.items.filter(({ status }) => status !== 'closed');
  const path = `/tickets/${ticket!.id}/attachments`;
  const key = crypto.randomUUID();
  const body = { name: '../../etc/photo.svg', content: base64([...PIXEL, 60, 115, 99, 114]) };
  const put = await as('ada')<Ticket>(path, { body, key });
  assert.equal(put.status, 200);
  assert.equal((await as('ada')(path, { body, key })).response.headers.get('idempotency-replayed'), 'true');
  const [file, ...more] = (await as('ada')<Ticket>(`/tickets/${ticket!.id}`)).body.files ?? [];
  assert.deepEqual([file?.name, file?.type, file?.bytes, more.length], ['../../etc/photo.svg', 'image/png', PIXEL.length, 0]);

  const { response } = await as('ada')(`${path}/${file!.id}`);
  assert.deepEqual([...new Uint8Array(await response.arrayBuffer())], PIXEL);
  assert.equal(response.headers.get('content-type'), 'application/octet-stream');
  assert.equal(response.headers.get('content-disposition'), `attachment; filename="attachment-${file!.id}.png"`);
  assert.deepEqual([response.headers.get('x-content-type-options'), response.headers.get('content-security-policy')], ['nosniff', 'sandbox']);
  assert.equal((await as('bilal')(`${path}/${file!.id}`)).status, 404);
  assert.equal((await as('bilal')(path, { body })).status, 404);
  assert.equal((await as('ada')(`${path}/none`)).status, 404);
});

test('what is no such file is refused, and a ticket takes five', async () => {
  const { as } = await anOperator();
  const [ticket] = (await as('ada')<TicketList>('/tickets')).body.items.filter(({ status }) => status !== 'closed');
  const put = (content: string) => as('ada')<Problem>(`/tickets/${ticket!.id}/attachments`, { body: { name: 'x', content } });
  for (const content of [btoa('<svg onload=alert(1)>'), btoa('PK\u0003\u0004'), 'A', btoa('x'.repeat(512 * 1024 + 1))]) {
    assert.deepEqual([(await put(content)).status, (await put(content)).body.code], [422, 'file-not-accepted']);
  }
  for (let index = 0; index < 5; index += 1) assert.equal((await put(btoa(`Note ${index}`))).status, 200);
  assert.deepEqual([(await put(btoa('one more'))).body.code], ['ticket-full']);
});

test('a list of tickets carries no files', async () => {
  const operator = await anOperator();
  await operator.as('ada')('/tickets');
  const list = operator.asked.find(({ url }) => url.includes('/troubleTicket?'));
  assert.ok(!new URL(list!.url).searchParams.get('fields')?.includes('attachment'));
});

test('a server that takes `fields` for a filter still shows its tickets', async () => {
  const whole = (await (await anOperator()).as('ada')<TicketList>('/tickets')).body.items;
  const meddle: Meddle = (request) => (new URL(request.url).searchParams.has('fields') ? Promise.resolve(Response.json([])) : undefined);
  assert.deepEqual((await (await anOperator({ meddle })).as('ada')<TicketList>('/tickets')).body.items, whole);
});
