import { wordsReady } from '@faceplate/localize';
import type { Part, PartHost } from './part.ts';

/** The pages beside the cart, each loaded with its words when somebody gets there. */
const LOADS: Readonly<Record<string, (host: PartHost) => Promise<Part>>> = {
  place: async (host) => new (await import('./place/place-part.ts')).PlacePart(host),
  visit: async (host) => new (await import('./visit/visit-part.ts')).VisitPart(host),
  number: async (host) => new (await import('./number/number-part.ts')).NumberPart(host),
  promise: async (host) => new (await import('./promise/promise-part.ts')).PromisePart(host),
  order: async (host) => new (await import('./order/order-part.ts')).OrderPart(host),
  done: async (host) => new (await import('./done/done-part.ts')).DonePart(host),
  quotes: async (host) => new (await import('./quotes/quotes-part.ts')).QuotesPart(host),
  shared: async (host) => new (await import('./keep/shared-part.ts')).SharedPart(host),
  more: async (host) => new (await import('./keep/keep-part.ts')).KeepPart(host),
};

export const isPage = (name: string): boolean => name !== 'more' && Object.hasOwn(LOADS, name);

/** Remembers what it has loaded: what is half chosen on a page is still there when somebody comes back. */
export function pagesOf(host: PartHost): (name: string) => Promise<Part> {
  const loaded = new Map<string, Part>();
  return async (name) => {
    const part = loaded.get(name) ?? (await LOADS[name]?.(host));
    if (!part) throw new Error(`no page "${name}"`);
    loaded.set(name, part);
    // Drawn before its words it would flash in English.
    await wordsReady();
    return part;
  };
}
