import { type Answer, isRow, type Row } from '../wire/answer.ts';

/** What an answer is, before it is asked what it says. */
export type Kind = 'list' | 'wrapped' | 'object' | 'page' | 'nothing' | 'moved' | 'forbidden' | 'missing' | 'method' | 'refused' | 'busy' | 'failing' | 'silent';

const BY_STATUS: Readonly<Record<number, Kind>> = { 401: 'forbidden', 403: 'forbidden', 407: 'forbidden', 404: 'missing', 410: 'missing', 405: 'method', 501: 'method', 429: 'busy' };

function kindOfBody(body: unknown): Kind {
  if (Array.isArray(body)) return 'list';
  return wrappedRows(body) ? 'wrapped' : 'object';
}

export function kindOf(answer: Answer): Kind {
  if (answer.kind === 'silence') return 'silent';
  const { status, body, isJson } = answer;
  const known = BY_STATUS[status];
  if (known) return known;
  if (status >= 500) return 'failing';
  if (status >= 400) return 'refused';
  if (status >= 300) return 'moved';
  if (isJson) return kindOfBody(body);
  return answer.isPage || status !== 204 ? 'page' : 'nothing';
}

/** The rows inside `{items: [...]}` and its kin; `undefined` where there is no such list. */
export function wrappedRows(body: unknown): Row[] | undefined {
  if (!isRow(body)) return undefined;
  const lists = Object.values(body).filter((value): value is unknown[] => Array.isArray(value) && value.every(isRow));
  // A record of its own has an id, and lists inside it are its parts.
  return lists.length === 1 && body['id'] === undefined ? (lists[0] as Row[]) : undefined;
}
