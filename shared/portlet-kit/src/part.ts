import { wordsReady } from '@faceplate/localize';
import type { ReactiveControllerHost } from 'lit';
import { Reading, type ReadingHost, type ReadingState } from './reading.ts';
import type { PortletServices } from './services.ts';
import type { StateViews } from './states.ts';

/** What a part of a portlet, loaded when it is needed, may use of the root element, always as it is now. Its controllers hang on it too. */
export interface PartHost<Client> extends ReactiveControllerHost {
  readonly services: PortletServices<Client>;
  /** The locale in force. */
  readonly locale: string;
  /** The billing account in force; empty for all. */
  readonly account: string;
  readonly headingLevel: number;
  readonly view: 'full' | 'card';
  /** Staff act for the customer: they look, and do not pay. */
  readonly mode: 'customer' | 'agent';
  /** Where the part is drawn. */
  readonly renderRoot: ParentNode;
  /** Draws every state of a reading. */
  renderReading<T extends object>(reading: { readonly state: ReadingState<T>; retry(): void }, views: StateViews<T>): unknown;
  /** Runs what an event started, so that a failure is reported and drawn instead of lost. */
  run(work: () => unknown): Promise<void>;
  /** Tells the page. */
  dispatchEvent(event: Event): boolean;
}

/** Each of them asked for whenever it is read. */
export type Asked<Facts> = { readonly [Name in keyof Facts]: () => Facts[Name] };

/** What parts read of the element, and what they do with it. */
const READ = ['updateComplete', 'services', 'headingLevel', 'view', 'mode', 'renderRoot'] as const;
const DONE = ['addController', 'removeController', 'requestUpdate', 'dispatchEvent'] as const;

type Root<Client> = Pick<PartHost<Client>, (typeof READ)[number] | (typeof DONE)[number]>;

/** The element as its parts see it: what they can do, and facts that are read as they are then. */
export function lent<Client, Acts extends object, Facts extends object>(element: Root<Client>, acts: Acts, facts: Asked<Facts>): Root<Client> & Acts & Facts {
  const host = { ...acts };
  const read = (name: string, get: () => unknown) => Object.defineProperty(host, name, { get });
  for (const name of READ) read(name, () => element[name]);
  for (const name of DONE) read(name, () => element[name].bind(element));
  for (const [name, get] of Object.entries<() => unknown>(facts)) read(name, get);
  return host as Root<Client> & Acts & Facts;
}

/** A part that comes when it is wanted, once, and its words with it: drawn before them it would flash in English. */
export function latePart<Part extends object>(host: ReadingHost, isWanted: () => boolean, load: () => Promise<Part>): Reading<readonly [], Part> {
  let part: Part | undefined;
  return new Reading(host, {
    args: () => (isWanted() ? ([] as const) : undefined),
    load: async () => {
      part ??= await load();
      await wordsReady();
      return part;
    },
    changes: [],
  });
}
