import { kindOf, wrappedRows } from '../discover/kind.ts';
import type { Described } from '../discover/documents.ts';
import type { Found, Ground } from '../discover/find.ts';
import { nameIn, pathIn, type ResourceFacts, type Version } from '../landscape/facts.ts';
import { okay, rowsOf, type Row } from '../wire/answer.ts';
import type { Ask, Told, Transport } from '../wire/transport.ts';
import type { Filtered, Sample } from './sample.ts';
import { scopeIdOf, textAt } from './value.ts';

/** An id that nobody has: no server can rightly answer with a row. */
export const NOBODY = 'faceplate-probe-nobody';

/** As the gateway pages. */
const PAGE = 500;
const GLANCE = 20;
/** Milliseconds from which an answer is worth a second measurement. */
const SLOW = 1_000;

interface Reader {
  readonly transport: Transport;
  readonly version: Version;
  readonly address: string;
  readonly facts: ResourceFacts;
}

type Query = Readonly<Record<string, string | number>>;

function ask({ transport, address }: Reader, query: Query, how?: Ask): Promise<Told> {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return transport.ask(search.size > 0 ? `${address}?${search}` : address, how);
}

/** The filters that may mean a scope: v5 has put the party one step deeper. */
export const scopeFilters = (version: Version, scope: string): string[] =>
  version === 'v5' && scope === 'relatedParty.id' ? ['relatedParty.partyOrPartyRole.id', scope] : [scope];

function totalOf({ answer }: Told): number | undefined {
  const text = answer.kind === 'answer' ? answer.headers.get('x-total-count') : null;
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Some refuse `limit` and `offset`; then the bare list is taken. */
async function listOf(reader: Reader): Promise<Told> {
  const told = await askTwiceIfSlow(reader, { limit: GLANCE, offset: 0 });
  return kindOf(told.answer) === 'refused' ? ask(reader, {}) : told;
}

async function pagingOf(reader: Reader, rows: readonly Row[]): Promise<Pick<Sample, 'second' | 'selected'>> {
  const attribute = Object.keys(rows[0] ?? {}).find((key) => !['id', 'href'].includes(key) && !key.startsWith('@') && /^[A-Za-z]\w*$/.test(key));
  return {
    ...(rows.length > 1 && { second: await ask(reader, { limit: 1, offset: 1 }) }),
    ...(attribute !== undefined && { selected: { ...(await ask(reader, { fields: attribute, limit: 1 })), attribute } }),
  };
}

async function filteredBy(reader: Reader, attribute: string, value: string, rest: Query = { limit: GLANCE }): Promise<Filtered> {
  return { ...(await ask(reader, { [attribute]: value, ...rest })), attribute, value };
}

/** In v5 the two ways of asking for a party's rows are tried; the first that finds any is kept. */
async function ownOf(reader: Reader, scope: string, id: string): Promise<Filtered> {
  const [first = scope, second] = scopeFilters(reader.version, scope);
  const own = await filteredBy(reader, first, id);
  if (second === undefined || rowsOf(own.answer).length > 0) return own;
  const other = await filteredBy(reader, second, id);
  return rowsOf(other.answer).length > 0 ? other : own;
}

/** The page the gateway asks for, in the version's words. */
function pageOf({ facts: { sort }, version }: Reader): Query {
  const [, down = '', path = ''] = /^(-?)(.+)$/.exec(sort ?? '') ?? [];
  return { ...(sort !== undefined && { sort: down + (pathIn(version, path).split('|')[0] ?? path) }), offset: 0, limit: PAGE };
}

/** A server may have been busy with something else: what was slow is asked again, and the better answer counts. */
async function askTwiceIfSlow(reader: Reader, query: Query): Promise<Told> {
  const told = await ask(reader, query);
  if (told.answer.kind === 'silence' || told.answer.ms < SLOW) return told;
  const again = await ask(reader, query);
  return again.answer.kind === 'answer' && again.answer.ms < told.answer.ms ? again : told;
}

/** The same id, asked for as the gateway does: with others, in order, by the page. */
async function scopedAs(reader: Reader, own: Filtered): Promise<Pick<Sample, 'both' | 'asGateway' | 'plain'>> {
  const { attribute, value } = own;
  const both = await filteredBy(reader, attribute, `${value},${NOBODY}`);
  const asGateway = await askTwiceIfSlow(reader, { [attribute]: value, ...pageOf(reader) });
  const plain = okay(asGateway.answer) ? undefined : await ask(reader, { [attribute]: value, offset: 0, limit: PAGE });
  return { both, asGateway, ...(plain && { plain }) };
}

async function scopeOf(reader: Reader, rows: readonly Row[]): Promise<Pick<Sample, 'nobody' | 'own' | 'both' | 'asGateway' | 'plain'>> {
  const { scope } = reader.facts;
  if (scope === undefined) return { asGateway: await askTwiceIfSlow(reader, pageOf(reader)) };
  const id = rows.map((row) => scopeIdOf(row, scope)).find((one) => one !== undefined);
  const own = id === undefined ? undefined : await ownOf(reader, scope, id);
  const nobody = await filteredBy(reader, own?.attribute ?? scopeFilters(reader.version, scope)[0] ?? scope, NOBODY);
  return own ? { nobody, own, ...(await scopedAs(reader, own)) } : { nobody };
}

async function othersOf(reader: Reader): Promise<Filtered[]> {
  const filters = (reader.facts.filters ?? []).map((filter) => pathIn(reader.version, filter).split('|')[0] ?? filter);
  return Promise.all(filters.map((filter) => filteredBy(reader, filter, NOBODY)));
}

async function recordsOf(reader: Reader, rows: readonly Row[]): Promise<Pick<Sample, 'one' | 'missing' | 'state' | 'optionsOfOne'>> {
  const id = rows[0] && textAt(rows[0], 'id');
  const at = (one: string, method: 'GET' | 'OPTIONS' = 'GET') => reader.transport.ask(`${reader.address}/${encodeURIComponent(one)}`, { ids: [one], method });
  const missing = await at(NOBODY);
  const { states } = reader.facts;
  const value = states && rows[0] && textAt(rows[0], states.attribute);
  return {
    missing,
    ...(id !== undefined && id !== '.' && id !== '..' && { one: await at(id), optionsOfOne: await at(id, 'OPTIONS') }),
    ...(states && value !== undefined && { state: await filteredBy(reader, states.attribute, value) }),
  };
}

/** What the server's own document says of a collection and of the records in it. */
function describedFor({ methods }: Described, path: string): Sample['described'] {
  const all = methods.get(path);
  const inside = [...methods.keys()].find((one) => one.startsWith(`${path}/{`) && !one.slice(path.length + 1).includes('/'));
  return all && { all, one: methods.get(inside ?? '') ?? new Set() };
}

/** What is asked once an API: what strangers get, and whether events can be subscribed to. */
async function onceOf(reader: Reader, base: string, usualAllow: Ground['usualAllow']): Promise<Pick<Sample, 'stranger' | 'hub'>> {
  const { transport } = reader;
  const [options, got] = [await transport.ask(`${base}/hub`, { method: 'OPTIONS' }), await transport.ask(`${base}/hub`)];
  const hub = { got, ...(tells(options, usualAllow) && { options }) };
  return { hub, ...(transport.hasCredentials && { stranger: await ask(reader, { limit: 1 }, { stranger: true }) }) };
}

/** What a server allows for nonsense too says nothing of this place. */
export function tells({ answer }: Told, usual: ReadonlyMap<string, string>): boolean {
  const allow = answer.kind === 'answer' ? answer.headers.get('allow') : null;
  return allow !== null && ![...usual.values()].includes(allow);
}

/** The list itself, and what the server says of it without being asked for rows. */
async function begin(reader: Reader, { described, usualAllow }: Pick<Ground, 'described' | 'usualAllow'>): Promise<Pick<Sample, 'list' | 'rows' | 'total' | 'described' | 'options'>> {
  const list = await listOf(reader);
  const rows = okay(list.answer) ? (wrappedRows(list.answer.body) ?? rowsOf(list.answer)) : [];
  const total = totalOf(list);
  const methods = describedFor(described, new URL(reader.address).pathname);
  const options = await ask(reader, {}, { method: 'OPTIONS' });
  return { list, rows, ...(tells(options, usualAllow) && { options }), ...(total !== undefined && { total }), ...(methods && { described: methods }) };
}

/** Reads one collection of an API that was found. `first`: what is asked once an API is asked with it. */
export async function gather({ facts: api, version, base = '' }: Found, facts: ResourceFacts, ground: Pick<Ground, 'transport' | 'described' | 'usualAllow'>, first: boolean): Promise<Sample | undefined> {
  const name = nameIn(version, facts);
  if (name === undefined) return undefined;
  const reader: Reader = { transport: ground.transport, version, address: `${base}/${name}`, facts };
  const begun = { api: api.api, version, facts, base, name, ...(await begin(reader, ground)) };
  const once = first ? await onceOf(reader, base, ground.usualAllow) : {};
  if (!['list', 'wrapped'].includes(kindOf(begun.list.answer))) return { ...begun, ...once, others: [] };
  const paging = await pagingOf(reader, begun.rows);
  const scope = await scopeOf(reader, begun.rows);
  const { optionsOfOne, ...records } = await recordsOf(reader, begun.rows);
  const kept = optionsOfOne && tells(optionsOfOne, ground.usualAllow) ? { optionsOfOne } : {};
  return { ...begun, ...once, ...paging, ...scope, ...records, ...kept, others: await othersOf(reader) };
}
