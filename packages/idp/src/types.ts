import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AdapterConstructor, AdapterFactory, JWKS } from 'oidc-provider';
import type { Letter } from './mailbox.ts';

/** Somebody who may sign in. `sub` is what the gateway knows the person by. */
export interface Person {
  sub: string;
  username: string;
  name: string;
  email: string;
  persona: string;
}

/** A relying party. First-party by definition: nobody is asked for consent. */
export interface IdpClient {
  clientId: string;
  /** For `client_secret_basic`; give `jwks` instead for `private_key_jwt`. */
  clientSecret?: string;
  jwks?: JWKS;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  backchannelLogoutUri?: string;
}

export interface IdpOptions {
  /** Issuer identifier; its path is where the handler is mounted, such as `https://portal.example/idp`. */
  issuer: string;
  clients: IdpClient[];
  people: readonly Person[];
  /** Password of a person. Without it everybody's is `demo`, and the page says so. */
  passwordOf?: (person: Person) => string;
  /** Private signing keys (see `createKeys`). Keep them, or every token of before is refused after a restart. */
  keys: JWKS;
  /** Where sessions, codes and grants live; without it in memory, gone with the process. */
  adapter?: AdapterFactory | AdapterConstructor;
  /** What the operator has sent to an address, for the mailbox of the demonstration; only its own letters when left out. */
  letters?: (address: string) => Promise<readonly Letter[]>;
  /** Whose portal it signs in to, for the page's title. */
  operator?: string;
  /** Reaches the registered back-channel logout addresses, and nothing else. */
  fetch?: typeof globalThis.fetch;
  /** Told of what went wrong inside; a refused request is not that. */
  report?: (error: unknown) => void;
}

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** The one password of an evaluation. */
export const DEMO_PASSWORD = 'demo';
