import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { APIS } from '../landscape/apis.ts';
import type { Sample } from '../look/sample.ts';
import { collection } from '../testing/habits.ts';
import { cells, reportOf } from '../testing/places.ts';
import { inV5, rowsFor } from '../testing/rows.ts';
import type { Row } from '../wire/answer.ts';
import { allowed } from './methods.ts';

const apis = APIS.filter(({ api }) => api === 'TMF621');

/** What is found of tickets that look like this. */
async function found(rows: readonly unknown[], path = '/tmf-api/troubleTicket/v4/troubleTicket'): Promise<string> {
  const tickets = collection(rows as Row[], { allow: 'GET, POST' });
  const report = await reportOf(
    async (request) => {
      const { pathname, searchParams: query } = new URL(request.url);
      const id = pathname.slice(path.length + 1);
      if (!pathname.startsWith(path)) return new Response('', { status: 404 });
      return tickets({ resource: '', query, method: request.method, stranger: false, ...(id !== '' && { id }) });
    },
    { apis, headers: {} },
  );
  return cells(report)['TMF621.troubleTicket'] ?? 'nothing';
}

const good = rowsFor('troubleTicket', 4);
const all = (change: Row): Row[] => good.map((row) => ({ ...row, ...change }));
const first = (change: Row): Row[] => good.map((row, index) => (index === 0 ? { ...row, ...change } : row));

const cases: [what: string, rows: readonly unknown[], cell: string][] = [
  ['nothing wrong', good, 'good'],
  ['no dates anywhere', all({ creationDate: undefined }), 'broken row.needs.creationDate|lastUpdate'],
  ['the other date in their place', all({ creationDate: undefined, lastUpdate: '2026-01-01T00:00:00Z' }), 'good'],
  ['one without a status', first({ status: undefined }), 'limited row.needs.status'],
  ['one without an owner', first({ relatedParty: [] }), 'limited row.owner'],
  ['a word nobody knows', first({ status: 'vanished' }), 'limited row.states'],
  ['words nobody knows', all({ status: 'vanished' }), 'broken row.states'],
  ['a word with a blank', all({ status: 'closed ' }), 'good'],
  ['a date in prose', first({ creationDate: 'yesterday' }), 'limited row.dates'],
  ['a day that does not exist in that form', first({ creationDate: '2026/10/01' }), 'limited row.dates'],
  ['a date without a time', all({ creationDate: '2026-10-01' }), 'good'],
  ['rows that are no objects', [...good, null, 'x'], 'limited row.no-object'],
  ['v5’s words at v4’s path', inV5(good), 'limited version.speaks-v5'],
];

describe('rows', () => {
  for (const [what, rows, cell] of cases) {
    it(`with ${what} are ${cell}`, async () => {
      assert.equal(await found(rows), cell);
    });
  }

  it('with v4’s words at v5’s path are told', async () => {
    assert.equal(await found(good, '/tmf-api/troubleTicket/v5/troubleTicket'), 'limited version.speaks-v4');
  });
});

describe('methods', () => {
  const told = (allow: string): NonNullable<Sample['options']> => ({
    answer: { kind: 'answer', status: 204, headers: new Headers({ allow }), body: undefined, isJson: false, isPage: false, ms: 1 },
    evidence: { method: 'OPTIONS', path: '/', status: 204, ms: 1 },
  });

  it('are taken from Allow, unless it names everything', () => {
    assert.deepEqual([...(allowed(told('get, Post')) ?? [])], ['GET', 'POST']);
    assert.equal(allowed(told('GET,HEAD,PUT,PATCH,POST,DELETE')), undefined);
    assert.equal(allowed(told('')), undefined);
  });
});
