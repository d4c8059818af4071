import type { SafeMethod } from './safe-method.ts';

/** Why nothing came back. `not-asked`: the limit of requests was reached, or the host had shown itself dead. */
export type SilenceReason = 'refused' | 'unknown-host' | 'certificate' | 'timeout' | 'broken-off' | 'too-large' | 'not-asked';

export interface Silence {
  readonly kind: 'silence';
  readonly reason: SilenceReason;
  readonly ms: number;
}

/** An answer of any status, with its body read to the end. */
export interface Answered {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; `undefined` where there was none. */
  readonly body: unknown;
  readonly isJson: boolean;
  /** A page for people: a proxy's error, or the entrance of a portal. */
  readonly isPage: boolean;
  readonly ms: number;
}

export type Answer = Answered | Silence;

/** What is kept of one request: never a value of a query, a header or a body. */
export interface Evidence {
  readonly method: SafeMethod;
  /** Path with ids taken out: `/tmf-api/troubleTicket/v4/troubleTicket/{id}?fields=…`. */
  readonly path: string;
  /** HTTP status, or why there was none. */
  readonly status: number | SilenceReason;
  readonly ms: number;
  /** Names of attributes, counts, media types. */
  readonly excerpt?: string;
}

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

export const okay = (answer: Answer | undefined): answer is Answered => answer?.kind === 'answer' && answer.status >= 200 && answer.status < 300;

/** The objects of a list; nothing where the answer is no list. */
export const rowsOf = (answer: Answer | undefined): Row[] => (okay(answer) && Array.isArray(answer.body) ? answer.body.filter(isRow) : []);

export const isList = (answer: Answer | undefined): boolean => okay(answer) && Array.isArray(answer.body);

const NAME = /^[@A-Za-z_$][\w$.@-]{0,59}$/;

/** A name as it may stand in a report: servers choose them, and some carry data in them. */
export const safeName = (name: string): string => (NAME.test(name) ? name : '(unreadable name)');
