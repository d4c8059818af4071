import { Capabilities, Session } from '@faceplate/contracts';
import type { RequestOptions, Send } from './send.ts';

export interface SessionClient {
  /** Who is signed in here, asked afresh every time. */
  get(options?: RequestOptions): Promise<Session>;
  /** What of the service is offered here; what is absent no page should offer. */
  offered(options?: RequestOptions): Promise<Capabilities>;
  /** Where a person signs in and comes back to `returnTo`, a path of the portal. */
  signInHref(returnTo: string): string;
  /** Where somebody without an account makes one by a code sent to them; what they ordered before comes along. */
  createAccountHref(returnTo: string): string;
  signOutHref(): string;
}

export const sessionClient = (send: Send, gateway: string): SessionClient => ({
  get: (options) => send('GET /session', Session, options),
  offered: (options) => send('GET /capabilities', Capabilities, options),
  signInHref: (returnTo) => `${gateway}/auth/login?returnTo=${encodeURIComponent(returnTo)}`,
  createAccountHref: (returnTo) => `${gateway}/auth/login?create=1&returnTo=${encodeURIComponent(returnTo)}`,
  signOutHref: () => `${gateway}/auth/logout`,
});
