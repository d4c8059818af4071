import type { Gathered } from './archive.ts';
import type { createDownload } from './send.ts';
import type { Wire } from './wire.ts';

/** What a noun's verbs are made of. */
export interface Tools {
  readonly wire: Wire;
  readonly download: ReturnType<typeof createDownload>;
  /** Unfinished ones, which the next person on this page must not find. */
  readonly archives: Map<string, Gathered>;
}

/**
 * The nouns of the client that this page has loaded. Each adds itself: `import '@faceplate/client/nouns/bills.js'` beside
 * what reads `client.bills`, and a page loads no verbs and schemas that nothing on it uses (ADR 36).
 */
// eslint-disable-next-line typescript/no-empty-object-type -- The files below nouns/ fill it.
export interface Nouns {}

type Make = (tools: Tools) => unknown;
const makers = new Map<string, Make>();

/** For the files below `nouns/`: how a noun's verbs are made, whenever a client is first asked for them. */
export function offerNoun<Name extends keyof Nouns>(name: Name, make: (tools: Tools) => Nouns[Name]): void {
  makers.set(name, make);
}

/** `client` with every noun that is loaded now or later. */
export function withNouns<T extends object>(client: T, tools: Tools): T & Nouns {
  const made = new Map<string, unknown>();
  return new Proxy(client, {
    get: (target, name, receiver) => {
      const make = typeof name === 'string' ? makers.get(name) : undefined;
      if (typeof name !== 'string' || !make) return Reflect.get(target, name, receiver) as unknown;
      if (!made.has(name)) made.set(name, make(tools));
      return made.get(name);
    },
  }) as T & Nouns;
}
