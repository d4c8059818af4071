import { type Kind, kindOf } from '../discover/kind.ts';
import type { Sample } from '../look/sample.ts';
import { isList, okay, type Row, rowsOf } from '../wire/answer.ts';
import { breaks, type Check, limits, note } from './finding.ts';

/** The gateway waits so long for a read, in milliseconds. */
const PATIENCE = 2_500;
const SLUGGISH = 1_000;
/** The gateway asks for pages of so many rows, and reads at most so many of one customer's. */
const PAGE = 500;

const NO_LIST: Readonly<Partial<Record<Kind, readonly [id: string, says: string]>>> = {
  wrapped: ['list.wrapped', 'The rows stand inside an object; TM Forum’s lists, and the gateway, want the array itself.'],
  object: ['list.no-list', 'A collection answers with a single object instead of a list.'],
  page: ['list.page', 'A page for people stands where JSON should.'],
  nothing: ['list.nothing', 'The collection answers with nothing.'],
  moved: ['list.moved', 'The collection redirects. The gateway follows no redirect, since one could carry its credentials elsewhere.'],
  refused: ['list.refused', 'The collection refuses to be listed, even without any parameter.'],
};

const shape: Check = ({ list }) => {
  const [id, says] = NO_LIST[kindOf(list.answer)] ?? [];
  return id !== undefined && says !== undefined ? breaks(id, says, [list]) : undefined;
};

const unlisted: Check = ({ list, facts }) =>
  kindOf(list.answer) === 'method' && !facts.task ? breaks('list.not-listed', 'The collection is there and cannot be listed.', [list]) : undefined;

const contentType: Check = ({ list: { answer }, list }) =>
  okay(answer) && answer.isJson && !/[/+]json\b/i.test(answer.headers.get('content-type') ?? '')
    ? note('list.content-type', 'JSON comes under another content type, or under none.', [list])
    : undefined;

const patience: Check = ({ list, asGateway }) => {
  const slowest = [list, asGateway].flatMap((told) => (told?.answer.kind === 'answer' ? [told] : [])).toSorted((one, other) => other.answer.ms - one.answer.ms)[0];
  if (!slowest) return undefined;
  const seconds = (slowest.answer.ms / 1000).toFixed(1);
  if (slowest.answer.ms > PATIENCE) return limits('slow.too-slow', `It took ${seconds} s; the gateway waits ${PATIENCE / 1000} s and then shows a gap.`, [slowest], { limit: 'slow' });
  return slowest.answer.ms > SLUGGISH ? note('slow.sluggish', `It took ${seconds} s.`, [slowest]) : undefined;
};

const total: Check = ({ list, rows, total }) => {
  if (!isList(list.answer) || rows.length === 0) return undefined;
  if (total === undefined) return note('paging.no-total', 'No readable X-Total-Count; the gateway reads on until a page is empty.', [list]);
  return total < rows.length
    ? limits('paging.wrong-total', 'X-Total-Count is less than the rows of one page; the gateway trusts it and stops there.', [list], { limit: 'incomplete' })
    : undefined;
};

/** A server that gives all at once needs no pages, as long as the gateway takes that many. */
const isWhole = ({ rows, total }: Sample, got: readonly Row[]): boolean => got.length >= rows.length && (total ?? got.length) <= Math.min(PAGE, got.length);

const paging: Check = (sample) => {
  const { list, rows, second } = sample;
  if (!second || rows.length < 2) return undefined;
  if (!isList(second.answer)) return limits('paging.refused', 'A second page is refused.', [second], { limit: 'incomplete' });
  const got = rowsOf(second.answer);
  const id = got[0]?.['id'];
  if ((id === undefined || id !== rows[1]?.['id']) && !isWhole(sample, got)) {
    return limits('paging.offset', 'Asked for the second row it gave another: offset is ignored or the order changes. The gateway sees the first page alone.', [list, second], { limit: 'incomplete' });
  }
  return got.length > 1 ? note('paging.limit', `Asked for one row it gave ${got.length}: limit is ignored.`, [second]) : undefined;
};

const selection: Check = ({ selected }) => {
  if (!selected) return undefined;
  const [row] = rowsOf(selected.answer);
  if (!isList(selected.answer)) return note('fields.refused', 'The parameter fields is refused.', [selected]);
  if (!row) return undefined;
  const kept = Object.keys(row).filter((key) => row[key] !== null && ![selected.attribute, 'id', 'href'].includes(key) && !key.startsWith('@'));
  return kept.length > 6 ? note('fields.ignored', 'The parameter fields is ignored.', [selected]) : undefined;
};

export const listChecks: readonly Check[] = [shape, unlisted, contentType, patience, total, paging, selection];
