import { randomUUID } from 'node:crypto';
import { lines, type Scene, usual } from './wire.ts';

/** What may come out at the other side, unless the request is refused and nothing does. */
export type Means = 'the list' | 'a new ticket' | 'nothing' | { readonly ticket: string };

export interface Case {
  readonly name: string;
  readonly means: Means;
  readonly bytes: (scene: Scene) => string;
  /** More was announced than is sent, or less understood: nobody need answer what stands behind it. */
  readonly unfinished?: true;
  /** It ends the connection itself: nothing may stand behind it. */
  readonly last?: true;
}

const LIST = 'GET /api/v1/tickets HTTP/1.1';

/** The list, asked for as the portal does. */
export const list = (scene: Scene, more: readonly string[] = [], first = LIST): string => lines(first, ...usual(scene), ...more);

export const asked = (name: string, means: Means, bytes: Case['bytes'], unfinished?: true): Case => ({ name, means, bytes, ...(unfinished && { unfinished }) });

/** Asks for the list with further headers. */
export const dressed = (...headers: readonly string[]): Case => asked(headers.join(' ⏎ '), 'the list', (scene) => list(scene, headers));

/** Asks for an address. */
export const at = (target: string, means: Means): Case => asked(`GET ${target}`, means, (scene) => list(scene, [], `GET ${target} HTTP/1.1`));

export const ticketOf = ({ productId }: Scene): string => JSON.stringify({ productId, kind: 'request', severity: 'minor', title: 'Slow', description: 'It is slow.' });

/** Raises a ticket, save for what says how long its body is. */
export const raising = (scene: Scene, headers: readonly string[], body: string, first = 'POST /api/v1/tickets HTTP/1.1'): string =>
  lines(first, ...usual(scene), 'Content-Type: application/json', `Idempotency-Key: ${randomUUID()}`, ...headers) + body;

export const chunked = (body: string, end = '0\r\n\r\n'): string => `${body.length.toString(16)}\r\n${body}\r\n${end}`;

/** What an attacker would have the system behind us, or our next reader, take for a request. */
export const hidden = (scene: Scene): string => list(scene, [], 'GET /api/v1/tickets/SMUGGLED HTTP/1.1');
