/** In a table of defaults: the instant of the call. */
export const NOW: unique symbol = Symbol('now');

export type Operation = 'list' | 'get' | 'create' | 'patch' | 'delete';

/** Which moves of a state attribute are legal; a state with no way out is final. */
export interface Lifecycle {
  attribute: 'state' | 'status';
  /** Ending of the event's name; TMF621 and TMF683 say Status. */
  event: 'StateChange' | 'StatusChange';
  moves: Readonly<Record<string, readonly string[]>>;
  /** States a new resource may start in; any known one when absent. */
  initial?: readonly string[];
  /** What may still change in a final state. */
  openWhenFinal?: readonly string[];
  /** Where the instant of reaching a state is written. */
  stamps?: Readonly<Record<string, string>>;
}

/** Everything the surface knows about one resource. Attribute names are TM Forum's (v4). */
export interface ResourceFacts {
  resource: string;
  type: string;
  operations: readonly Operation[];
  /** Refused with 400 when a create lacks one. */
  mandatory?: readonly string[];
  /** The same for each element of a list attribute. */
  itemMandatory?: Readonly<Record<string, readonly string[]>>;
  arrays?: readonly string[];
  defaults?: Readonly<Record<string, unknown>>;
  itemDefaults?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  lifecycle?: Lifecycle;
  /** Beside `id`, `href`, `@type` and `@baseType`: what a PATCH may not change. */
  fixed?: readonly string[];
  /** Set to the instant of every change. */
  touched?: readonly string[];
  /** List that a change of state is appended to, as TMF621's `statusChange`. */
  history?: string;
  /** Paths to the parties that may learn of changes. */
  parties?: readonly string[];
  /** Paths to billing accounts whose owners may learn of changes. */
  accounts?: readonly string[];
}

export interface ApiFacts {
  api: string;
  /** The part of `/tmf-api/{base}/v4`. */
  base: string;
  resources: readonly ResourceFacts[];
}

export interface Definition extends ResourceFacts {
  api: string;
  /** `/tmf-api/{base}/v4` */
  basePath: string;
  /** `/tmf-api/{base}/v4/{resource}` */
  path: string;
}

export const ALL: readonly Operation[] = ['list', 'get', 'create', 'patch', 'delete'];
export const READ: readonly Operation[] = ['list', 'get'];

export function definitionsOf({ api, base, resources }: ApiFacts): Definition[] {
  const basePath = `/tmf-api/${base}/v4`;
  return resources.map((facts) => ({ ...facts, api, basePath, path: `${basePath}/${facts.resource}` }));
}
