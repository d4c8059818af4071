import type { Course } from '../simulator/course.ts';
import type { Resource, StoreReader, StoreTransaction } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';

/** One act in one transaction: all that it writes stands together or not at all. */
export interface Act {
  tx: StoreTransaction;
  now: Date;
}

export type LeverKind = 'text' | 'number' | 'integer' | 'flag' | 'instant';

/** A way to make something happen for tests and demonstrations: `POST /sim/v1/{path}`, `:name` in it being a parameter. */
export interface Lever {
  path: string;
  summary: string;
  body?: Readonly<Record<string, LeverKind>>;
  /** Members of the body that may be left out. */
  optional?: readonly string[];
  pull(act: Act, asked: { params: Record<string, string>; body: JsonObject }): Promise<JsonObject>;
}

/**
 * What a resource does beyond being kept: the rules and consequences of its
 * calls, its course over time, and its levers. All of it may refuse by TmfError.
 */
export interface Noun {
  resource: string;
  /** A POST, after defaults and general rules, before storing: completes the body. */
  creating?(act: Act, body: Resource): Promise<Resource>;
  /** A POST, after storing: consequences elsewhere. Answers the body as it then stands in the store. */
  created?(act: Act, body: Resource): Promise<Resource>;
  /** A PATCH, after the general rules: answers what is stored. */
  changing?(act: Act, before: Resource, after: Resource): Promise<Resource>;
  /** A DELETE, before anything is gone. */
  removing?(act: Act, before: Resource): Promise<void>;
  /** For a resource made of another (`from` in its definition): what it shows for one of those. */
  composed?(reader: StoreReader, source: Resource, now: Date): Promise<Resource>;
  courses?: readonly Course[];
  levers?: readonly Lever[];
}
