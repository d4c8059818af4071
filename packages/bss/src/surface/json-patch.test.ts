import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aTicket, bench, pathOf } from '../testing/bench.ts';

const TICKETS = pathOf('troubleTicket');
const JSON_PATCH = { 'content-type': 'application/json-patch+json' };

async function patched(operations: unknown) {
  const bss = bench();
  const { id } = await bss.make('troubleTicket', aTicket({ note: [{ id: 'n1', text: 'Since Monday' }] }));
  const response = await bss.ask('PATCH', `${TICKETS}/${id}`, operations, JSON_PATCH);
  const after = (await (await bss.ask('GET', `${TICKETS}/${id}`)).json()) as Record<string, unknown>;
  return { status: response.status, body: (await response.json()) as Record<string, unknown>, after };
}

describe('a JSON Patch (RFC 6902)', () => {
  it('adds to a list without sending the rest of it', async () => {
    const { status, after } = await patched([{ op: 'add', path: '/note/-', value: { id: 'n2', text: 'And today' } }]);
    assert.equal(status, 200);
    assert.deepEqual((after['note'] as { id: string }[]).map(({ id }) => id), ['n1', 'n2']);
  });

  it('changes nothing when one operation of it cannot be carried out', async () => {
    const { status, body, after } = await patched([
      { op: 'replace', path: '/description', value: 'Changed' },
      { op: 'remove', path: '/nowhere' },
    ]);
    assert.deepEqual([status, body['message']], [400, 'Operation 2 has a "path" that leads nowhere.']);
    assert.equal(after['description'], aTicket().description);
  });

  it('is refused where its test fails', async () => {
    const { status } = await patched([{ op: 'test', path: '/severity', value: 'Critical' }]);
    assert.equal(status, 409);
  });

  it('keeps to the rules of any other change', async () => {
    const moves = await patched([{ op: 'replace', path: '/status', value: 'closed' }]);
    const identity = await patched([{ op: 'replace', path: '/id', value: 'mine' }]);
    assert.deepEqual([moves.status, identity.status], [409, 400]);
  });

  it('says which operation is wrong, and never reaches a prototype', async () => {
    const messages = [];
    for (const operation of [7, { op: 'jump', path: '/a' }, { op: 'add', path: 'a', value: 1 }, { op: 'add', path: '/__proto__/x', value: 1 }]) {
      const { status, body } = await patched([operation]);
      assert.equal(status, 400);
      messages.push(body['message']);
    }
    assert.deepEqual(messages.slice(0, 3), [
      'Operation 1 is not an object.',
      'Operation 1 has an "op" that RFC 6902 does not know.',
      'Operation 1 has a "path" that is not a JSON Pointer.',
    ]);
    assert.equal((await patched({ op: 'add' })).status, 400);
    assert.equal('x' in {}, false);
  });

  it('cannot fill our memory by copying what it has copied', async () => {
    const copies = Array.from({ length: 40 }, () => ({ op: 'copy', from: '/a', path: '/a/-' }));
    const { status, body } = await patched([{ op: 'add', path: '/a', value: ['x'.repeat(100)] }, ...copies]);
    assert.equal(status, 400);
    assert.match(String(body['message']), /may copy \d+ characters/);
  });

  it('cannot nest deeper than a body may be', async () => {
    const nest = Array.from({ length: 40 }, () => ({ op: 'copy', from: '/a', path: '/a/-' })).flatMap((copy) => [copy, { op: 'remove', path: '/a/0' }]);
    const { status } = await patched([{ op: 'add', path: '/a', value: [['x']] }, ...nest]);
    assert.equal(status, 400);
  });
});
