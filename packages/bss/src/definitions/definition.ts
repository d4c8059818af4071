import { RENAMES } from '../versions/renames.ts';

/** In a table of defaults: the instant of the call. */
export const NOW: unique symbol = Symbol('now');

export type Version = 'v4' | 'v5';

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

/** An event that a resource has beside Create, change and Delete. */
export interface Told {
  /** The middle of its name: `Resolved` of `TroubleTicketResolvedEvent`. */
  event: string;
  /** Dotted where it is inside another. */
  attribute: string;
  /** Told when the attribute comes to be this; when absent, at every change that leaves it there. */
  value?: string;
  /** In an event that asks for something: where that belongs. */
  fieldPath?: string;
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
  tells?: readonly Told[];
  /** The middle of the name of its event of a change; `AttributeValueChange` when absent. */
  changeEvent?: string;
  /** Served in this version alone; where it is v5, documents are stored in v5's form. */
  only?: Version;
  /** What v5 says otherwise. */
  v5?: V5Facts;
  /** Not stored but made of another resource whenever it is asked for, one of each; its noun says how (`composed`). Read only. */
  from?: string;
  /** A collection inside another resource: `/geographicAddress/{id}/geographicSubAddress`. */
  under?: Under;
}

export interface V5Facts {
  /** Its name in the path, `productCatalog` for v4's `catalog`. */
  resource?: string;
  type?: string;
  operations?: readonly Operation[];
  mandatory?: readonly string[];
  /** v4's name of an attribute to v5's; filled from versions/renames.ts. */
  renames?: Readonly<Record<string, string>>;
}

export interface Under {
  /** The resource around it, as named in the path. */
  resource: string;
  /** Attribute that holds the outer one's id, dotted. */
  attribute: string;
}

export interface ApiFacts {
  api: string;
  /** The part of `/tmf-api/{base}/v4`. */
  base: string;
  /** Only v4 when absent. */
  versions?: readonly Version[];
  /** Where v5's files say otherwise. */
  v5Base?: string;
  /** Further base paths under which others know this API, whole: `/tmf-api/partyManagement/v4`. */
  aliases?: readonly string[];
  resources: readonly ResourceFacts[];
}

/** One resource as one version of its API shows it. */
export interface View {
  version: Version;
  /** `/tmf-api/{base}/{version}` first, then its aliases. */
  bases: readonly [string, ...string[]];
  /** Name in the path. */
  resource: string;
  type: string;
  operations: readonly Operation[];
  mandatory: readonly string[];
}

export interface Definition extends ResourceFacts {
  api: string;
  /** `/tmf-api/{base}/v4`; v5's where only v5 has it. */
  basePath: string;
  /** `/tmf-api/{base}/v4/{resource}`: what stored `href`s begin with. */
  path: string;
  views: readonly [View, ...View[]];
}

/** The way of work that is asked for and answered in the document itself; its first state differs from API to API. */
export const workFrom = (first: 'accepted' | 'acknowledged'): Lifecycle['moves'] => ({
  [first]: ['inProgress', 'done', 'terminatedWithError'],
  inProgress: ['done', 'terminatedWithError'],
  done: [],
  terminatedWithError: [],
});

export const ALL: readonly Operation[] = ['list', 'get', 'create', 'patch', 'delete'];
export const READ: readonly Operation[] = ['list', 'get'];
/** Tasks: made and looked at, never changed (TMF630's task resources). */
export const TASK: readonly Operation[] = ['list', 'get', 'create'];

const saidBy = (facts: ResourceFacts, version: Version): V5Facts => (version === 'v5' ? (facts.v5 ?? {}) : {});

/** Each version asks for what is mandatory by its own names. */
function mandatoryIn(facts: ResourceFacts, version: Version): readonly string[] {
  const { mandatory, renames = {} } = saidBy(facts, version);
  return mandatory ?? (facts.mandatory ?? []).map((name) => renames[name] ?? name);
}

function viewOf({ base, v5Base = base, aliases = [] }: ApiFacts, facts: ResourceFacts, version: Version): View {
  const { resource, type, operations } = { ...facts, ...saidBy(facts, version) };
  const mandatory = mandatoryIn(facts, version);
  const own = `/tmf-api/${version === 'v5' ? v5Base : base}/${version}`;
  const others = aliases.filter((alias) => alias.endsWith(`/${version}`));
  return { version, bases: [own, ...others], resource, type, operations, mandatory };
}

function withRenames(facts: ResourceFacts, versions: readonly Version[]): ResourceFacts {
  const renames = RENAMES[facts.v5?.type ?? facts.type];
  return renames && !facts.only && versions.includes('v5') ? { ...facts, v5: { ...facts.v5, renames } } : facts;
}

export function definitionsOf(facts: ApiFacts): Definition[] {
  const { api, versions = ['v4'], resources } = facts;
  return resources.flatMap((said) => {
    const resource = withRenames(said, versions);
    const served = resource.only ? [resource.only] : versions;
    const [first, ...others] = served.map((version) => viewOf(facts, resource, version));
    if (!first) return [];
    const [basePath] = first.bases;
    const path = `${basePath}/${first.resource}`;
    return [{ ...resource, api, basePath, path, views: [first, ...others] }];
  });
}
