import { Acting, type ActingRequest, Ended } from '@faceplate/contracts';
import { createSend, type HttpConfig, type RequestOptions } from './send.ts';

export interface ActingClient {
  /** Begins to act for a customer; the session is then the customer's, and says who acts. */
  begin(wish: ActingRequest, options?: RequestOptions): Promise<Acting>;
  end(options?: RequestOptions): Promise<void>;
}

/** Not a part of the client that every page loads: only staff need it. */
export function actingClient(config: HttpConfig): ActingClient {
  const send = createSend(config);
  return {
    begin: (body, options) => send('POST /acting', Acting, { ...options, body }),
    end: async (options) => void (await send('DELETE /acting', Ended, options)),
  };
}
