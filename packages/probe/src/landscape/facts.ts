export type Version = 'v4' | 'v5';

/** What is looked at in the rows of one collection. Paths are dotted; `a|b` means either will do. */
export interface ResourceFacts {
  /** v4's name in the path. */
  readonly name: string;
  /** v5's, where it is another. */
  readonly v5Name?: string;
  readonly only?: Version;
  /** A question asked by POST: its list may rightly be empty, or not be given at all. */
  readonly task?: true;
  /** The filter by which the gateway asks for one customer's rows. None: the rows are everybody's, or read one by one. */
  readonly scope?: string;
  /** Other filters the gateway relies on. */
  readonly filters?: readonly string[];
  readonly sort?: string;
  /** What Faceplate cannot show a row without. */
  readonly needed: readonly string[];
  /** What TM Forum's kits want in every row besides. */
  readonly conforming?: readonly string[];
  readonly dates?: readonly string[];
  readonly money?: readonly string[];
  /** The attribute that says where a record stands, and the words we understand. */
  readonly states?: { readonly attribute: string; readonly words: readonly string[]; readonly needed: boolean };
}

export interface ApiFacts {
  /** `TMF678` */
  readonly api: string;
  /** Our word for it. */
  readonly title: string;
  /** The part between `/tmf-api/` and the version: TM Forum's own first, then what else is met in the field. */
  readonly names: readonly string[];
  /** v5's own first; the same as `names` when left out. */
  readonly v5Names?: readonly string[];
  readonly resources: readonly ResourceFacts[];
}

/** The name a resource has in a version; `undefined` where that version has none. */
export function nameIn(version: Version, { name, v5Name, only }: ResourceFacts): string | undefined {
  if (only !== undefined && only !== version) return undefined;
  return version === 'v5' ? (v5Name ?? name) : name;
}

export function namesIn(version: Version, { names, v5Names }: ApiFacts): readonly string[] {
  return version === 'v5' ? [...new Set([...(v5Names ?? []), ...names])] : names;
}

/** Attributes that v5 calls otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
  orderDate: 'creationDate',
  externalId: 'externalIdentifier',
  statusChange: 'statusChangeHistory',
  channel: 'relatedChannel',
};

/** An attribute path in a version's words, with v4's own as a second choice: servers mix them. */
export const pathIn = (version: Version, path: string): string =>
  version === 'v4' ? path : path.split('|').flatMap((one) => (RENAMED[one] !== undefined ? [RENAMED[one], one] : [one])).join('|');
