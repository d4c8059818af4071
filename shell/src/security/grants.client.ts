import { createSend, type HttpConfig, type RequestOptions } from '@faceplate/client';
import { Ended, GrantList } from '@faceplate/contracts';

export interface GrantsClient {
  /** What one gave and was given, latest first. */
  list(options?: RequestOptions): Promise<GrantList>;
  /** Ends one, given or received; asks for a fresh proof of who is there (`step-up-needed`). */
  end(id: string, options?: RequestOptions): Promise<void>;
}

/** Stands here and not with the other clients: only this page asks, and every page carries those. */
export function grantsClient(config: HttpConfig): GrantsClient {
  const send = createSend(config);
  return {
    list: (options) => send('GET /grants', GrantList, options),
    end: async (id, options) => void (await send(`DELETE /grants/${encodeURIComponent(id)}`, Ended, options)),
  };
}
