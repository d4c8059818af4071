import { EndedSessions, type OwnSession, OwnSessions } from '@faceplate/contracts';
import { createSend, type HttpConfig, type RequestOptions } from './send.ts';

export interface OwnSessionsClient {
  /** All of the person's sessions, latest seen first. */
  list(options?: RequestOptions): Promise<readonly OwnSession[]>;
  /** Ends one of them; asks for a fresh proof of who is there (`step-up-needed`). */
  end(id: string, options?: RequestOptions): Promise<void>;
  /** Ends all but this one; how many there were. */
  endOthers(options?: RequestOptions): Promise<number>;
}

/** Not a part of the client that every page loads: only the page that shows sessions needs it. */
export function ownSessionsClient(config: HttpConfig): OwnSessionsClient {
  const send = createSend(config);
  return {
    list: async (options) => (await send('GET /sessions', OwnSessions, options)).items,
    end: async (id, options) => void (await send(`DELETE /sessions/${encodeURIComponent(id)}`, EndedSessions, options)),
    endOthers: async (options) => (await send('DELETE /sessions', EndedSessions, options)).ended,
  };
}
