import type { Resource, StoredRecord } from '@faceplate/bss';

/** Words of a document that customers read. */
const READ = ['name', 'description', 'text', 'fullName', 'givenName', 'familyName', 'title', 'reason'];
/** What is everybody's, and what the rules of the house hang on by name. */
const SHARED = /^(product(Offering|Specification|OfferingPrice)|catalog|category|geographic|.*Specification$)/;

/** In brackets that no id, tag or hash has. */
const CANARY = /⟦([a-z])([0-9a-z]+)⟧/g;

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const several = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const idsOf = (value: unknown): string[] => several(value).flatMap((one) => (isObject(one) && typeof one['id'] === 'string' ? [one['id']] : []));

/** Every party and account that a document names, one or two steps down, and itself. */
function ownersOf(body: Json): string[] {
  const values = Object.values(body);
  const inner = values.flatMap(several).filter(isObject).flatMap((one) => Object.values(one));
  return [...idsOf([body]), ...values.flatMap(idsOf), ...inner.flatMap(idsOf)];
}

/** Marks of a tenant's documents, each known by whose it is. */
export class Canaries {
  readonly tenant: string;
  readonly #owners: ReadonlySet<string>[] = [];

  constructor(tenant: string) {
    this.tenant = tenant;
  }

  /** The records, with a mark in every word of theirs that somebody reads. */
  *planted(records: Iterable<StoredRecord>): Generator<StoredRecord> {
    const bills = new Map<string, string[]>();
    for (const record of records) {
      if (SHARED.test(record.resource)) {
        yield record;
        continue;
      }
      const body = structuredClone(record.body);
      const owners = [...ownersOf(body), ...(bills.get(idsOf(body['bill'])[0] ?? '') ?? [])];
      if (record.resource === 'customerBill') bills.set(body.id, owners);
      const mark = ` ⟦${this.tenant}${(this.#owners.push(new Set(owners)) - 1).toString(36)}⟧`;
      yield { ...record, body: marked(body, mark) as Resource };
    }
  }

  /** Whether somebody of these ids may read the mark of that number. */
  isOf(number: string, ids: readonly string[]): boolean {
    const owners = this.#owners[Number.parseInt(number, 36)];
    return owners !== undefined && ids.some((id) => owners.has(id));
  }
}

/** In the document itself and in its notes; what it says of other documents and people is theirs. */
function marked(body: Json, mark: string): Json {
  const said = (value: Json): Json =>
    Object.fromEntries(Object.entries(value).map(([name, one]) => [name, READ.includes(name) && typeof one === 'string' ? one + mark : one]));
  const notes = body['note'];
  return { ...said(body), ...(Array.isArray(notes) && { note: notes.map((note: unknown) => (isObject(note) ? said(note) : note)) }) };
}

export interface Reader {
  readonly tenant: string;
  /** Party and account ids whose documents they may see anything of. */
  readonly ids: readonly string[];
}

export interface Seen {
  own: number;
  /** What nobody of this tenant, or somebody else of it, should have read. */
  foreign: string[];
}

/** The marks in a text, told apart for who reads it. */
export function seenIn(text: string, reader: Reader, all: ReadonlyMap<string, Canaries>): Seen {
  const seen: Seen = { own: 0, foreign: [] };
  for (const [mark, tenant = '', number = ''] of text.matchAll(CANARY)) {
    if (tenant === reader.tenant && all.get(tenant)?.isOf(number, reader.ids)) seen.own += 1;
    else seen.foreign.push(mark);
  }
  return seen;
}
