import { agrees } from '../look/value.ts';
import { isRow, okay } from '../wire/answer.ts';
import { type Check, limits, note } from './finding.ts';

const one: Check = ({ one: told, rows }) => {
  const [row] = rows;
  if (!told || !row) return undefined;
  const { answer } = told;
  if (!okay(answer)) return limits('record.not-there', 'A record of the list cannot be opened by its id.', [told], { limit: 'no-details' });
  if (!isRow(answer.body) || answer.body['id'] !== row['id']) return limits('record.other', 'Asked for a record by its id it gives something else; the gateway shows no such record.', [told], { limit: 'no-details' });
  return agrees(row, answer.body) ? undefined : note('record.differs', 'A record read by its id differs from its row in the list.', [told]);
};

/** An unknown id must be unknown: "not found" is what customers read then, not "something went wrong". */
const missing: Check = ({ missing: told }) => {
  if (!told || told.answer.kind === 'silence') return undefined;
  const { status, body, isPage, isJson } = told.answer;
  if (status === 404) {
    if (isPage || !isJson) return note('missing.page', 'An unknown id is answered 404 with a page for people.', [told]);
    return isRow(body) ? codeNote(body['code'], told) : undefined;
  }
  if ([400, 403, 410].includes(status)) return note('missing.status', `An unknown id is answered ${status} instead of 404.`, [told]);
  if (status >= 500) return limits('missing.fails', `An unknown id is answered ${status}: customers read of a fault where something is merely gone.`, [told], { limit: 'no-details' });
  if (status < 300) return limits('missing.found', 'An unknown id is answered as if it were there; the gateway takes it for garbage.', [told], { limit: 'no-details' });
  return undefined;
};

function codeNote(code: unknown, told: Parameters<typeof note>[2][number]): ReturnType<typeof note> | undefined {
  if (code === undefined) return note('error.no-code', 'Errors have no code.', [told]);
  return typeof code === 'number' ? note('error.number', 'The code of an error is a number; TM Forum’s is text.', [told]) : undefined;
}

export const recordChecks: readonly Check[] = [one, missing];
