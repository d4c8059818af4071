import type { Charge, Gap, SpendBy } from '@faceplate/contracts';
import { NOT_ITEMISED } from '@faceplate/domain/bill-change';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { accountProducts } from '../bills/account-products.ts';
import type { Call } from '../routing/route.ts';
import { type Found, orGap, type Rows } from '../tmf/gather.ts';
import { characteristic, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { accountOf } from './account-lines.ts';
import type { Key, KeyOf, ParentOf } from './sheets.ts';
import { unitsOf } from './units.ts';

/** Lines that belong to nobody and nothing of the kind asked for. */
const OTHER: Key = { id: 'other', name: 'Everything else' };
/** What a billing system did not itemise, or what is beyond what can be read. */
const LUMP: Key = { id: NOT_ITEMISED, name: 'Not itemised' };

/** How lines are told apart, and what of it could not be asked. */
export interface Keys {
  keyOf: KeyOf;
  parentOf: ParentOf;
  gaps: Gap[];
}

const noParent: ParentOf = () => undefined;

/** A party of a record: who uses it, else whose it is. */
function partyOf(body: TmfBody, isWanted: (party: TmfBody) => boolean = () => true): Key | undefined {
  const parties = records(body, 'relatedParty').filter((party) => text(party, 'id') !== undefined && isWanted(party));
  const party = parties.find((one) => text(one, 'role') === 'user') ?? parties.find((one) => text(one, 'role') === 'owner') ?? parties[0];
  const id = text(party, 'id');
  return id === undefined ? undefined : { id, name: text(party, 'name') ?? id };
}

/** One's own name is as one signs in with it, whatever a system calls its customers. */
function personIn(body: TmfBody, { subject }: Call): Key | undefined {
  const party = partyOf(body);
  return party?.id === subject.sub ? { id: party.id, name: subject.name } : party;
}

const isOrganization = (party: TmfBody): boolean => text(party, '@referredType') === 'Organization';

function siteOf(body: TmfBody): Key | undefined {
  const [place] = records(body, 'place');
  const id = text(place, 'id');
  const name = text(place, 'name') ?? id;
  return id !== undefined && name !== undefined ? { id, name } : undefined;
}

const named = (name: string | undefined): Key | undefined => (name === undefined ? undefined : { id: name, name });
const costCentreIn = (body: TmfBody): Key | undefined =>
  named(characteristic([...records(body, 'productCharacteristic'), ...records(body, 'characteristic')], 'costCentre') ?? text(body, 'costCentre'));

/** What only the bills themselves have to say. */
const PLAIN: Readonly<Partial<Record<SpendBy, KeyOf>>> = {
  kind: ({ kind }) => ({ id: kind, name: kind }),
  account: accountOf,
};

/** Reads what it takes to tell lines apart that way. What cannot be asked leaves a gap, and its lines under "everything else". */
export async function keysFor(call: Call, by: SpendBy): Promise<Keys> {
  const plain = PLAIN[by];
  if (plain) return { keyOf: withLump(plain), parentOf: noParent, gaps: [] };
  const { products, accounts, gaps } = await recordsFor(call, by);
  const [productOf, bodyOf] = [byId(products), byId(accounts)];
  const own: Own = (charge, bill) => ({ product: productOf.get(charge.service?.productId ?? ''), account: bodyOf.get(accountOf(charge, bill).id) });
  if (by === 'service') return { keyOf: withLump((charge, bill) => serviceKey(charge, own(charge, bill).product)), parentOf: noParent, gaps };
  const read = by === 'person' ? (body: TmfBody) => personIn(body, call) : by === 'site' ? siteOf : undefined;
  if (!read) return inUnits(call, by, { own, bodies: [...products, ...accounts], gaps });
  return { keyOf: withLump((charge, bill) => keyIn(own(charge, bill).product, read)), parentOf: noParent, gaps };
}

/** A plan and the router beside it stand at one address: what it is tells them apart. */
function serviceKey({ service }: Charge, product: TmfBody | undefined): Key {
  const name = text(product, 'name');
  if (!service) return OTHER;
  return { id: service.productId, name: name === undefined || name === service.name ? service.name : `${name}, ${service.name}` };
}

const NOTHING: Found<Rows> = { value: { rows: [], unreadable: 0 }, gaps: [] };

/** Products, and for what is the account's the accounts. */
async function recordsFor(call: Call, by: SpendBy): Promise<{ products: TmfBody[]; accounts: TmfBody[]; gaps: Gap[] }> {
  const needsAccounts = by === 'unit' || by === 'cost-centre';
  const found: readonly Found<Rows>[] = await Promise.all([orGap('TMF637', accountProducts(call)), needsAccounts ? orGap('TMF666', accountsBackend(call).accounts()) : NOTHING]);
  const [products = [], accounts = []] = found.map(({ value }) => value?.rows ?? []);
  return { products, accounts, gaps: found.flatMap(({ gaps, value }) => [...gaps, ...(value?.gaps ?? [])]) };
}

type Own = (...line: Parameters<KeyOf>) => { product: TmfBody | undefined; account: TmfBody | undefined };

const byId = (rows: readonly TmfBody[]): ReadonlyMap<string, TmfBody> => new Map(rows.map((row) => [String(row['id']), row]));
const keyIn = (body: TmfBody | undefined, read: (body: TmfBody) => Key | undefined): Key => (body && read(body)) ?? OTHER;
const withLump = (keyOf: KeyOf): KeyOf => (charge, bill) => (charge.id === NOT_ITEMISED ? LUMP : keyOf(charge, bill));
const unitIn = (body: TmfBody | undefined): Key | undefined => body && partyOf(body, isOrganization);

/**
 * The unit a product is used by, else the account's holder; the cost centre of the product, the unit or the account, else
 * that of the nearest unit above: what a region is booked to, its sites are.
 */
async function inUnits(call: Call, by: SpendBy, { own, bodies, gaps }: { own: Own; bodies: readonly TmfBody[]; gaps: Gap[] }): Promise<Keys> {
  const units = await unitsOf(call, bodies.flatMap((body) => unitIn(body)?.id ?? []));
  const unitOf: KeyOf = (charge, bill) => {
    const { product, account } = own(charge, bill);
    const unit = unitIn(product) ?? unitIn(account);
    return unit ? { id: unit.id, name: units.nameOf(unit.id) ?? unit.name } : OTHER;
  };
  const centreOf: KeyOf = (charge, bill) => {
    const { product, account } = own(charge, bill);
    return (product && costCentreIn(product)) ?? named(units.costCentreOf(unitOf(charge, bill).id)) ?? (account && costCentreIn(account)) ?? named(units.costCentreAbove(unitOf(charge, bill).id)) ?? OTHER;
  };
  const all = [...gaps, ...units.gaps];
  return by === 'unit' ? { keyOf: withLump(unitOf), parentOf: units.parentOf, gaps: all } : { keyOf: withLump(centreOf), parentOf: noParent, gaps: all };
}
