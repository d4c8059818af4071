import { type DestinationStream, pino } from 'pino';
import type { Log, LogEntry } from '../options.ts';

/** What may be in a line. A list of what to leave out is always one field short. */
const fields = ['event', 'trace', 'method', 'route', 'status', 'milliseconds', 'upstream', 'reason'] as const satisfies (keyof LogEntry)[];

/** Logs JSON lines to standard output, the named fields and nothing else. */
export function createLog(level = 'info', destination?: DestinationStream): Log {
  const lines = pino({ level, base: null }, ...(destination ? [destination] : []));
  return (at, entry) => lines[at](Object.fromEntries(fields.flatMap((field) => (entry[field] === undefined ? [] : [[field, entry[field]]]))));
}
