import { generateWorld } from '@faceplate/bss';

export const NOW = new Date('2026-11-21T08:00:00.000Z');

type Json = Record<string, unknown>;
interface Body extends Json {
  id: string;
}
interface Kept {
  resource: string;
  body: Body;
}
export interface Owned {
  readonly kind: string;
  /** Party ids. Empty: everybody's. */
  readonly owners: readonly string[];
}

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : value === undefined ? [] : [value as Json]);
const ids = (value: unknown): string[] => list(value).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));

/** Text that people wrote or read; names of attributes, states and units are the system's own. */
const WORDS = new Set(['description', 'text', 'givenName', 'familyName', 'fullName', 'formattedName', 'tradingName', 'content', 'subject', 'reason', 'statusReason', 'changeReason', 'billNo']);
/** Where a name says what something is to the system. */
const NOT_NAMED = new Set(['partyRole', 'permission', 'userRole', 'sla', 'slaViolation', 'slaComplianceReport', 'serviceLevelObjective']);

/** What stands behind each text: `⟪customerBill:anna,org1⟫`. */
const markOf = ({ kind, owners }: Owned): string => ` ⟪${kind}:${owners.join(',')}⟫`;
const MARK = /⟪(\w+):([^⟫]*)⟫/g;
const TOKEN = /[a-z0-9]{12}/g;

function marked(value: unknown, mark: string): unknown {
  if (Array.isArray(value)) return value.map((one) => marked(one, mark));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeof one === 'string' && WORDS.has(key) ? one + mark : marked(one, mark)]));
}

/** A bill asked for before its time: a world begins without any. */
const askedFor = ({ id }: Body): Kept => ({
  resource: 'customerBillOnDemand',
  body: { id: `ask${id.slice(3)}`, '@type': 'CustomerBillOnDemand', billingAccount: { id }, state: 'rejected', description: 'There is nothing to bill', lastUpdate: NOW.toISOString() },
});

/** A name put down for a line that is not there yet: in a world nobody has. */
const waiting = ({ id }: Body): Kept => ({
  resource: 'checkServiceQualification',
  body: {
    id: `wait${id.slice(4)}`, '@type': 'CheckServiceQualification', state: 'done', instantSyncQualification: true,
    relatedParty: [{ id, role: 'customer', '@referredType': 'Individual' }],
    interest: { state: 'waiting', since: NOW.toISOString() },
    serviceQualificationItem: [{ id: '1', state: 'done', service: { name: 'Fibre', place: [{ id: 'nowhereinpart', name: 'Birch Lane 4', role: 'installation' }] } }],
  },
});

const reportOf = (person: string, mark: string) => ({ id: `rep${person.slice(0, 9)}`, name: `What I spend${mark}`, by: 'kind' as const, months: 6, madeAt: NOW.toISOString(), changedAt: NOW.toISOString() });

/** A generated world whose every text says whose it is, so that a stranger's shows in whatever it is written into. */
export class Canaries {
  readonly records: Kept[];
  readonly #owned = new Map<string, Owned>();
  readonly #accounts = new Map<string, string[]>();
  readonly #bills = new Map<string, string[]>();
  readonly signIns: Readonly<Record<string, string>>;
  /** What people keep at the gateway itself, which no system behind it knows of: one of everybody's. */
  readonly reports: readonly { resource: 'savedReport'; person: string; body: ReturnType<typeof reportOf> }[];

  constructor(seed: number, customers: number) {
    const world = generateWorld({ seed, customers, now: NOW });
    const generated = [...world.records] as unknown as Kept[];
    const records = [...generated, ...generated.flatMap(({ resource, body }) => (resource === 'billingAccount' ? [askedFor(body)] : resource === 'individual' ? [waiting(body)] : []))];
    this.signIns = Object.fromEntries(world.signIns.map(({ username, sub }) => [username, sub]));
    for (const { resource, body } of records) if (resource === 'billingAccount') this.#accounts.set(body.id, holdersOf(body));
    for (const { resource, body } of records) if (resource === 'customerBill') this.#bills.set(body.id, ids(body['billingAccount']));
    this.records = records.map(({ resource, body }) => {
      const owned = { kind: resource, owners: this.#ownersOf(resource, body) };
      if (owned.owners.length === 0) return { resource, body };
      this.#owned.set(body.id, owned);
      const copy = marked(body, markOf(owned)) as Body;
      if (typeof copy['name'] === 'string' && !NOT_NAMED.has(resource)) copy['name'] += markOf(owned);
      return { resource, body: copy };
    });
    this.reports = this.all('individual').map(({ id: person }) => {
      const owned = { kind: 'savedReport', owners: [person] };
      const body = reportOf(person, markOf(owned));
      this.#owned.set(body.id, owned);
      return { resource: 'savedReport', person, body };
    });
  }

  #ownersOf(resource: string, body: Body): string[] {
    if (resource === 'individual' || resource === 'organization') return [body.id];
    if (resource === 'billingAccount') return holdersOf(body);
    const billed = ids(body['bill']).flatMap((id) => this.#bills.get(id) ?? []);
    const accounts = [...ids(body['billingAccount']), ...ids(body['account']), ...billed].flatMap((id) => this.#accounts.get(id) ?? []);
    // A bill is its account's; whom else it names has no right to it by that.
    if (['customerBill', 'appliedCustomerBillingRate', 'customerBillOnDemand'].includes(resource)) return [...new Set(accounts)];
    return [...new Set([...ids(body['relatedParty']), ...ids(body['engagedParty']), ...ids(body['user']), ...ids(body['granter']), ...accounts])];
  }

  all(kind: string): Body[] {
    return this.records.filter(({ resource }) => resource === kind).map(({ body }) => body);
  }

  ownedBy(id: string): Owned | undefined {
    return this.#owned.get(id);
  }

  /** Parties named in records that somebody may see: who uses a line of mine is no secret to me. */
  acquaintances(sees: (owned: Owned) => boolean): Set<string> {
    const named = this.records.filter(({ body }) => sees(this.#owned.get(body.id) ?? { kind: '', owners: [] }));
    return new Set(named.flatMap(({ body }) => ids(body['relatedParty'])));
  }

  /** What in a text is not for somebody to see; ids that the question itself named are no news. */
  leaks(answer: string, sees: (owned: Owned) => boolean, known: ReadonlySet<string>, asked: string): string[] {
    // Calendars break a long line in two, in the middle of a mark too, and write `\,` for a comma (RFC 5545, 3.1 and 3.3.11).
    const text = answer.replaceAll(/\r\n[ \t]/g, '').replaceAll('\\,', ',');
    const marks = [...text.matchAll(MARK)].map(([whole, kind = '', owners = '']) => ({ whole, owned: { kind, owners: owners.split(',') } }));
    const tokens = [...text.replaceAll(MARK, '').matchAll(TOKEN)].flatMap(([whole]) => {
      const owned = this.#owned.get(whole);
      return owned && !asked.includes(whole) ? [{ whole, owned }] : [];
    });
    // A name signs what somebody did or gave: of whom one knows, it may be read.
    const isKnown = ({ kind, owners }: Owned) => kind === 'individual' && owners.some((id) => known.has(id));
    return [...marks, ...tokens].filter(({ owned }) => !sees(owned) && !isKnown(owned)).map(({ whole }) => whole);
  }
}

const holdersOf = (account: Json): string[] => ids(list(account['relatedParty']).filter(({ role }) => role === 'owner' || role === 'payer'));
