import type { Case, Means } from './cases.ts';
import { type Came, TICKETS, TOKEN } from './echo.ts';
import type { Heard } from './wire.ts';

/** All that the gateway ever says to a system behind it, beside HTTP's own. */
const OURS = new Set(['host', 'connection', 'accept', 'authorization', 'x-request-id', 'traceparent', 'content-type', 'content-length', 'idempotency-key']);

/** Made anew for every call. */
const MADE: Readonly<Record<string, RegExp>> = { 'x-request-id': /^[0-9a-f-]{32,36}$/, 'idempotency-key': /^[0-9a-f]{64}$/, 'traceparent': /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/ };

/** The trace that a caller says it goes on with; nobody is trusted to. */
export const STRANGE_TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

/** What came of honest requests: what may come of others. */
export interface Honest {
  readonly list: readonly string[];
  readonly ticket: readonly string[];
  /** Of reading the ticket {@link ONE}. */
  readonly one: readonly string[];
}

function headersOf({ headers }: Came): string {
  const said = headers.map(([name, value]) => {
    const made = MADE[name]?.test(value) ? '…' : value;
    return `${name}: ${made}`;
  });
  return said.toSorted().join('\n');
}

/** A request without what differs from call to call: number and length of a ticket. */
export const gist = (came: Came): string => {
  const { externalId: number = '', ...body } = came.body === '' ? {} : (JSON.parse(came.body) as { externalId?: string });
  const url = came.url.replace(/externalId=[\w-]+/, 'externalId=…');
  // Written as it was read: a name given twice would be lost here.
  const doubled = came.body !== '' && JSON.stringify(JSON.parse(came.body)) !== came.body ? ' not written anew' : '';
  return [`${came.method} ${url}`, headersOf(came), JSON.stringify(body), /^[\w-]*$/.test(number) ? doubled : number].join('\n');
};

function isForeign([name, value]: readonly [string, string], at: number, headers: Came['headers']): boolean {
  if (!OURS.has(name) || headers.findIndex(([other]) => other === name) !== at) return true;
  return (name === 'authorization' && value !== `Bearer ${TOKEN}`) || value.replaceAll('-', '').includes(STRANGE_TRACE);
}

/** What stands in a request that the gateway has not to say. */
function foreign({ headers }: Came): string | undefined {
  const strange = headers.find((header, at) => isForeign(header, at, headers));
  return strange && `${strange[0]} reached the system behind`;
}

/** The ticket that is read honestly. */
export const ONE = 'T-1';

function allowed(means: Means, { list, ticket, one }: Honest): readonly string[] {
  if (means === 'nothing') return [];
  if (means === 'the list') return list;
  if (means === 'a new ticket') return ticket;
  return one.map((asked) => asked.replace(`${TICKETS}/${ONE}`, `${TICKETS}/${means.ticket}`));
}

const same = (came: readonly string[], may: readonly string[]): boolean => came.length === may.length && came.every((one, at) => one === may[at]);

const statusesOf = ({ statuses }: Heard): readonly number[] => statuses.filter((status) => status !== 100);

/** What is wrong with what was said back, whatever came at the other side. */
function wronglySaid({ unfinished }: Case, heard: Heard): string | undefined {
  const statuses = statusesOf(heard);
  if (statuses.length > 2) return `${statuses.length} answers: ${statuses.join(', ')}`;
  if (heard.silent && !unfinished) return `no end after ${statuses.join(', ') || 'nothing'}`;
  return statuses.some((status) => status >= 500) ? `answered ${statuses.join(', ')}` : undefined;
}

function wronglyAsked({ means }: Case, status: number, came: readonly Came[], honest: Honest): string | undefined {
  const strange = came.map(foreign).find((one) => one !== undefined);
  if (strange !== undefined) return strange;
  if (status >= 300) return `refused with ${status} and asked all the same`;
  return same(came.map(gist), allowed(means, honest)) ? undefined : `another request came: ${came.map(({ method, url }) => `${method} ${url}`).join(', ')}`;
}

/** What is wrong with what came of a case; undefined when it was refused and nothing came, or came exactly what was authorised. */
export function wrong(one: Case, heard: Heard, came: readonly Came[], honest: Honest): string | undefined {
  const said = wronglySaid(one, heard);
  if (said !== undefined) return said;
  const [status = 400] = statusesOf(heard);
  if (came.length > 0) return wronglyAsked(one, status, came, honest);
  const isEmpty = status < 300 && one.means !== 'nothing' && !heard.silent;
  return isEmpty ? `answered ${status}, nobody was asked` : undefined;
}

export const wasRefused = ({ statuses }: Heard, came: readonly Came[]): boolean => came.length === 0 && (statuses[0] ?? 400) >= 400;
