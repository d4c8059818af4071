import type { Gap, Interest, InterestList, InterestRequest } from '@faceplate/contracts';
import { askersOf } from '../offers/asker.ts';
import { readCatalogue } from '../offers/catalogue.ts';
import { placeById } from '../places/places.backend.ts';
import { invalid, notFound, Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { onceEach, orGap } from '../tmf/gather.ts';
import { at, instant, needed, records, text } from '../tmf/read.ts';
import { byParty, ownRecord, ownRows } from '../tmf/owned.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { orNot } from '../visitor/bring-along.ts';
import { isVisitor } from '../visitor/visitor.ts';
import { serviceBody } from './availability.backend.ts';

/** Where names are put down: with the check that said "not yet" (TMF645 for a line, TMF679 for an offer). */
const KEEPERS = {
  line: { api: 'TMF645', resource: 'checkServiceQualification', items: 'serviceQualificationItem', inside: 'service' },
  offer: { api: 'TMF679', resource: 'productOfferingQualification', items: 'productOfferingQualificationItem', inside: 'product' },
} as const;
type Kind = keyof typeof KEEPERS;

const KINDS: readonly Kind[] = ['line', 'offer'];
/** Whose it is, and not whom to write to. */
const INTERESTED = 'interested';
const MOST = 100;

/** An interest's id outside: which system keeps it, and its id there. */
const outwardId = (kind: Kind, id: string): string => `${kind}.${id}`;

function keptBy(id: string): { kind: Kind; inner: string } {
  const kind = KINDS.find((one) => id.startsWith(`${one}.`));
  if (!kind) throw notFound();
  return { kind, inner: id.slice(kind.length + 1) };
}

/** `undefined` for a check in which nobody's name is down. */
function interestOf(kind: Kind, body: TmfBody): Interest | undefined {
  const state = text(body, 'interest', 'state');
  const since = instant(body, 'interest', 'since');
  if ((state !== 'waiting' && state !== 'answered') || since === undefined) return undefined;
  const { items, inside } = KEEPERS[kind];
  const [item] = records(body, items);
  const [place] = records(at(item, inside), 'place');
  const id = text(place, 'id');
  const what = text(item, 'productOffering', 'name') ?? text(at(item, inside), 'name') ?? '';
  return { id: outwardId(kind, needed(text(body, 'id'), 'id')), what, since, state, ...(id !== undefined && { place: { id, text: text(place, 'name') ?? '' } }) };
}

/** What somebody waited for before they signed in is theirs from then on, when they look at it first: in the visitor's place stands the person. */
async function broughtAlong(call: Call, kind: Kind, rows: readonly TmfBody[]): Promise<void> {
  const { session: { guest }, subject: { sub, name } } = call;
  if (!guest) return;
  const { api, resource } = KEEPERS[kind];
  for (const row of rows) {
    const parties = records(row, 'relatedParty');
    if (!parties.some((party) => text(party, 'id') === guest.visitor)) continue;
    const relatedParty = parties.map((party) => (text(party, 'id') === guest.visitor ? { ...party, id: sub, name } : party));
    await orNot(call.tmf(api).patch(resource, needed(text(row, 'id'), 'id'), { relatedParty }));
  }
}

async function interestsOf(call: Call, kind: Kind): Promise<{ items: Interest[]; gaps: Gap[] }> {
  const { api, resource } = KEEPERS[kind];
  const read = ownRows(call, api, resource, byParty(call), { query: { 'interest.state': ['waiting', 'answered'] }, action: 'interest.read', limit: MOST });
  const { value, gaps } = await orGap(api, read);
  await broughtAlong(call, kind, value?.rows ?? []);
  return { items: value?.rows.flatMap((row) => interestOf(kind, row) ?? []) ?? [], gaps: [...gaps, ...(value?.gaps ?? [])] };
}

/** What somebody waits for, the newest first. */
export async function interestList(call: Call): Promise<InterestList> {
  const found = await Promise.all(KINDS.map((kind) => interestsOf(call, kind)));
  const items = found.flatMap((one) => one.items).toSorted((one, other) => other.since.localeCompare(one.since));
  return { items, total: items.length, gaps: onceEach(found.flatMap(({ gaps }) => gaps)) };
}

/** What the person waits for at one place. */
export async function interestAt(call: Call, placeId: string): Promise<{ interest?: Interest; gaps: Gap[] }> {
  if (!call.allows({ partyIds: [call.subject.sub] }, 'interest.read')) return { gaps: [] };
  const { items, gaps } = await interestsOf(call, 'line');
  const interest = items.find(({ place, state }) => place?.id === placeId && state === 'waiting');
  return { gaps, ...(interest && { interest }) };
}

/** Who asks. Of somebody who is no customer yet nothing is asked that customers are asked; the answer is theirs all the same. */
function askingOf(call: Call): TmfBody[] {
  const { sub, name } = call.subject;
  const asking = askersOf(call);
  return asking.length > 0 ? asking : [{ id: sub, ...(name && { name }), role: INTERESTED, '@referredType': 'Individual' }];
}

/** Whom the operator writes to: whoever asked, or a visitor where they say. */
async function waitingOf(call: Call<unknown, unknown, InterestRequest>): Promise<TmfBody[]> {
  const asking = askingOf(call);
  if (!isVisitor(call.session)) return asking.map((party) => (party['role'] === INTERESTED ? { ...party, role: 'customer' } : party));
  const { email } = call.body;
  if (email === undefined) throw invalid(422, [{ path: 'email', message: 'Say where to write to.' }]);
  const { id, name } = await call.reachable(email);
  return [...asking, { id, name, role: 'contact', '@referredType': 'Individual' }];
}

function questionFor(call: Call, { placeId, place, offer }: { placeId: string; place: string; offer: { id: string; name: string } | undefined }): TmfBody {
  const common = { instantSyncQualification: true, relatedParty: askingOf(call) };
  if (!offer) {
    const service = serviceBody({ asked: { id: placeId } });
    return { ...common, serviceQualificationItem: [{ id: '1', service: { ...service, place: [{ id: placeId, name: place, role: 'installation' }] } }] };
  }
  const item = { id: '1', action: 'add', productOffering: offer, product: { place: [{ id: placeId, name: place, role: 'installation' }] } };
  return { ...common, productOfferingQualificationItem: [item] };
}

/** Asks once more, and puts the name down with the answer, when it is still a no. A repeat finds its own. */
export async function register(call: Call<unknown, unknown, InterestRequest>): Promise<Interest> {
  const kind: Kind = call.body.offerId === undefined ? 'line' : 'offer';
  const { api, resource } = KEEPERS[kind];
  const { placeId, offerId } = call.body;
  const [{ text: place }, offer] = await Promise.all([placeById(call, placeId).catch(named), offerId === undefined ? undefined : offerNamed(call, offerId)]);
  const client = call.tmf(api);
  const relatedParty = await waitingOf(call);
  const asked = await client.post(resource, questionFor(call, { placeId, place, offer }));
  if (text(asked, 'qualificationResult') === 'qualified') throw already();
  const id = needed(text(asked, 'id'), 'id');
  const kept = await client.patch(resource, id, { relatedParty, registerInterest: true });
  const interest = interestOf(kind, kept);
  if (!interest) throw new UpstreamProblem('garbage', client.origin, 'interest was not kept');
  call.concerns('interest', interest.id);
  return interest;
}

const already = () => new Refusal({ status: 409, code: 'available-already', title: 'It can be had already.', detail: 'Order it.' });

async function offerNamed(call: Call, id: string): Promise<{ id: string; name: string }> {
  const rules = (await readCatalogue(call)).byId.get(id)?.rules;
  if (!rules) throw invalid(422, [{ path: 'offerId', message: 'There is no such offer.' }]);
  return { id: rules.id, name: rules.name };
}

function named(error: unknown): never {
  throw error instanceof Refusal && error.problem.status === 404 ? invalid(422, [{ path: 'placeId', message: 'There is no such address.' }]) : error;
}

/** Takes a name off the list; whoever is not on it any more is told the same. */
export async function forget(call: Call<{ interestId: string }>): Promise<Interest> {
  const { kind, inner } = keptBy(call.params.interestId);
  const { api, resource } = KEEPERS[kind];
  const body = await ownRecord(call, api, resource, inner, { action: 'interest.change' });
  const interest = interestOf(kind, body);
  if (!interest) throw notFound();
  await call.tmf(api).patch(resource, inner, { registerInterest: false });
  return interest;
}
