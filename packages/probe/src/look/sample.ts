import type { ResourceFacts, Version } from '../landscape/facts.ts';
import type { Row } from '../wire/answer.ts';
import type { Told } from '../wire/transport.ts';

/** What the rows of a filtered request were asked for by. */
export interface Filtered extends Told {
  readonly attribute: string;
  /** Only within this process: never printed. */
  readonly value: string;
}

/** Everything that was read of one collection; what could not be asked is missing. */
export interface Sample {
  readonly api: string;
  readonly version: Version;
  readonly facts: ResourceFacts;
  readonly base: string;
  /** The name in the path. */
  readonly name: string;
  readonly list: Told;
  readonly rows: readonly Row[];
  readonly total?: number;
  /** One row from the second on: shows whether `limit` and `offset` are heeded. */
  readonly second?: Told;
  readonly selected?: Told & { readonly attribute: string };
  /** Filtered by an id nobody has. */
  readonly nobody?: Filtered;
  /** Filtered by an id that a row names. */
  readonly own?: Filtered;
  /** By two ids at once, as for somebody with two accounts. */
  readonly both?: Filtered;
  /** The very request the gateway makes: scope, order, page size. */
  readonly asGateway?: Told;
  /** The same without order and with a small page: shows which of them was at fault. */
  readonly plain?: Told;
  /** Other filters the gateway relies on, with a value nobody has. */
  readonly others: readonly Filtered[];
  readonly state?: Filtered;
  readonly one?: Told;
  readonly missing?: Told;
  readonly options?: Told;
  /** OPTIONS of a single record. */
  readonly optionsOfOne?: Told;
  readonly stranger?: Told;
  /** How the place for subscriptions answers OPTIONS and GET. */
  readonly hub?: { readonly options?: Told; readonly got: Told };
  /** Methods that the server's own document lists for the collection. */
  readonly described?: { readonly all: ReadonlySet<string>; readonly one: ReadonlySet<string> };
}
