import type { Credentials } from '../upstream/credentials.ts';
import { SendFailure, type Sent } from '../upstream/send.ts';
import { type Connecting, pooledFetch } from './undici-fetch.ts';

export interface ClientCredentialsFacts {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  scope?: string;
}

/** Asked for again so long before it is over: a request on its way must not arrive too late. */
const EARLY = 30_000;
/** For a server that does not say (RFC 6749 5.1 only recommends that it does). */
const USUAL_SECONDS = 300;
const PATIENCE = 2_000;
const MOST_BYTES = 64 * 1024;

interface Token {
  header: string;
  /** On the clock of `performance.now()`. */
  until: number;
}

/**
 * OAuth 2.0 client credentials (RFC 6749 4.4): one token for everybody, asked for once however many calls need it,
 * and again before it is over.
 */
export function clientCredentials(facts: ClientCredentialsFacts, connecting: Connecting = {}): Credentials & { close(): Promise<void> } {
  const { send, close } = pooledFetch(facts.tokenUrl, { connections: 1, ...connecting });
  let token: Token | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const now = performance.now();
    const body = new URLSearchParams({ grant_type: 'client_credentials', ...(facts.scope !== undefined && { scope: facts.scope }) }).toString();
    const headers = { accept: 'application/json', authorization: basic(facts), 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await send({ method: 'POST', url: facts.tokenUrl, headers, body, deadline: now + PATIENCE, most: MOST_BYTES });
    token = tokenOf(sent, now);
    return token.header;
  }

  return {
    header: () => {
      if (token && token.until > performance.now()) return token.header;
      return (asking ??= ask()
        .catch((cause: unknown) => {
          // Whatever it was, the upstream itself has not been called.
          throw new SendFailure('no-token', cause, true);
        })
        .finally(() => (asking = undefined)));
    },
    refused: (value) => {
      if (token?.header === value) token = undefined;
    },
    close,
  };
}

/** RFC 6749 2.3.1: both are form-encoded before they are joined. */
function basic({ clientId, clientSecret }: ClientCredentialsFacts): string {
  const encoded = [clientId, clientSecret].map((text) => new URLSearchParams({ '': text }).toString().slice(1));
  return `Basic ${Buffer.from(encoded.join(':')).toString('base64')}`;
}

function tokenOf({ status, text }: Sent, now: number): Token {
  const { access_token: value, expires_in: seconds } = status === 200 ? (JSON.parse(text) as { access_token?: unknown; expires_in?: unknown }) : {};
  // It becomes a header: what no bearer token may hold would break out of it.
  if (typeof value !== 'string' || !/^[\w.~+/=-]+$/.test(value)) throw new TypeError(`no token: status ${status}`);
  const lasts = (Number(seconds) > 0 ? Number(seconds) : USUAL_SECONDS) * 1000;
  return { header: `Bearer ${value}`, until: now + Math.max(lasts - EARLY, lasts / 2) };
}
