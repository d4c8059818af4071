import type { TmfBody } from './types.ts';

const origins = new WeakMap<TmfBody, string>();

/** Notes which of several systems a record came from, in the operator's words. */
export function from<Body extends TmfBody>(origin: string, body: Body): Body {
  origins.set(body, origin);
  return body;
}

/** The system a record came from; `undefined` where one system has all of them. */
export const originOf = (body: TmfBody | undefined): string | undefined => body && origins.get(body);
