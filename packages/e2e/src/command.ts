import { stripVTControlCharacters } from 'node:util';

/** An interrupted command ends in the usual way, so that what it started is ended with it. */
export function stopWithUs(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}

/** What went wrong, for whoever reads a log. */
export function messageOf(cause: unknown): string {
  if (typeof cause === 'string') return cause;
  return stripVTControlCharacters(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
}
