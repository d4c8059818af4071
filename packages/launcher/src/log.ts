import type { Log } from '@faceplate/gateway';
import { createLog } from '@faceplate/gateway/node';
import { destination, pino } from 'pino';

/** What the process says of itself. */
export interface ProductLog {
  /** Named, safe facts alone. */
  facts: Log;
  /** Something broke inside; the stack is for the operator. */
  failure: (error: unknown) => void;
}

/** JSON lines on stderr, because stdout is for people. In evaluation only what needs somebody. */
export function processLog(production: boolean): ProductLog {
  const level = production ? 'info' : 'warn';
  const stderr = destination({ fd: 2, sync: true });
  const failures = pino({ base: null, level }, stderr);
  return {
    facts: createLog(level, stderr),
    failure: (error) => failures.error({ event: 'failure', err: error }),
  };
}
