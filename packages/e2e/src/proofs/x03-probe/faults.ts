import type { Answers } from './servers.ts';

/** A fault planted into one collection: what the probe must say of it. */
export interface Fault {
  readonly name: string;
  /** Finding or state that must be told; any of these. */
  readonly tells: readonly string[];
  /** Collections it can be planted in; any when left out. */
  readonly only?: readonly string[];
  readonly spoil: (answers: Answers) => Answers;
}

type Rows = Record<string, unknown>[];
const isList = (request: Request): boolean => new URL(request.url).searchParams.has('limit');

/** What becomes of the rows of a list; everything else stays. */
const ofRows =
  (change: (rows: Rows, request: Request) => unknown) =>
  (answers: Answers): Answers =>
  async (request) => {
    const response = await answers(request);
    if (!response.ok || !isList(request)) return response;
    const rows = (await response.json()) as Rows;
    return Array.isArray(rows) ? Response.json(change(rows, request), { status: response.status, headers: response.headers }) : Response.json(rows);
  };

/** What becomes of a request before it is asked. */
const ofQuery =
  (change: (query: URLSearchParams) => void) =>
  (answers: Answers): Answers =>
  (request) => {
    const url = new URL(request.url);
    change(url.searchParams);
    return answers(new Request(url, { method: request.method, headers: request.headers }));
  };

const PLAIN = new Set(['limit', 'offset', 'sort', 'fields']);
const isFiltered = (request: Request) => [...new URL(request.url).searchParams.keys()].some((name) => !PLAIN.has(name));
const without = (...names: string[]) => ofRows((rows) => rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))));

const always =
  (answer: () => Response) =>
  (): Answers =>
  () =>
    Promise.resolve(answer());

const unfiltered = ofQuery((query) => {
  const filters = [...query.keys()].filter((name) => !PLAIN.has(name));
  for (const name of filters) query.delete(name);
});
const firstPage = ofQuery((query) => query.set('offset', '0'));

/** One at a time into any list of one customer's records. */
export const FAULTS: readonly Fault[] = [
  { name: 'everybody’s rows to everybody', tells: ['filter.ignored'], spoil: unfiltered },
  { name: 'filters find nothing', tells: ['filter.finds-nothing'], spoil: ofRows((rows, request) => (isFiltered(request) ? [] : rows)) },
  { name: 'filters are refused', tells: ['filter.refused'], spoil: (answers) => (request) => (isFiltered(request) ? Promise.resolve(Response.json({ code: '20' }, { status: 400 })) : answers(request)) },
  { name: 'rows inside an object', tells: ['list.wrapped'], spoil: ofRows((rows) => ({ items: rows })) },
  { name: 'the first page for ever', tells: ['paging.offset'], spoil: firstPage },
  { name: 'owners left out', tells: ['row.owner'], spoil: without('relatedParty', 'engagedParty', 'billingAccount', 'account') },
  { name: 'ids left out', tells: ['row.needs.id'], spoil: without('id') },
  { name: 'large pages refused', tells: ['request.refused'], spoil: (answers) => (request) => (Number(new URL(request.url).searchParams.get('limit')) > 100 ? Promise.resolve(Response.json({ code: '20' }, { status: 400 })) : answers(request)) },
  { name: 'the order taken for a filter', tells: ['request.finds-nothing'], only: ['troubleTicket', 'productOrder', 'customerBill', 'partyInteraction'], spoil: ofRows((rows, request) => (new URL(request.url).searchParams.has('sort') ? [] : rows)) },
  { name: 'totals too small', tells: ['paging.wrong-total'], spoil: (answers) => async (request) => { const response = await answers(request); response.headers.set('x-total-count', '1'); return response; } },
  { name: 'a page for people', tells: ['unclear', 'list.page'], spoil: always(() => new Response('<!doctype html><p>Welcome', { headers: { 'content-type': 'text/html' } })) },
  { name: 'nobody let in', tells: ['forbidden'], spoil: always(() => Response.json({ code: '40' }, { status: 401 })) },
  { name: 'broken', tells: ['failing'], spoil: always(() => new Response('', { status: 503 })) },
  { name: 'gone', tells: ['absent'], spoil: always(() => new Response('', { status: 404 })) },
  { name: 'empty', tells: ['empty'], spoil: ofRows(() => []) },
  { name: 'unknown ids are there', tells: ['missing.found'], spoil: (answers) => async (request) => { const response = await answers(request); return response.status === 404 && request.url.endsWith('nobody') ? Response.json({ id: 'x' }) : response; } },
];
