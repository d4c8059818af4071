import type { Driver, Estimate, EstimatedOffer, EstimateRequest, UsagePrice } from '@faceplate/contracts';
import { monthOn, share, sum } from '@faceplate/domain';
import { invalid } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { onceEach } from '../tmf/gather.ts';
import { readCatalogue } from './catalogue.ts';
import type { CatalogueEntry } from './offers.adapter.ts';
import { entriesNamed } from './named.ts';
import { type OwnUse, readOwnUse, realCost, usedOf } from './own-use.ts';

const USUAL_MONTHS = 3;

/** What offers would cost: with own use of the last months, month by month, or with what somebody sets on sliders. */
export async function estimated(call: Call<unknown, unknown, EstimateRequest>): Promise<Estimate> {
  const { offerIds, productId, drivers: given, months = USUAL_MONTHS } = call.body;
  const catalogue = await readCatalogue(call);
  const entries = entriesNamed(catalogue, offerIds, 'offerIds');
  const { own, gaps } = await readOwnUse(call, { line: entries[0]?.offer.lineOfBusiness, months, productId });
  const drivers = driversOf(entries, own, catalogue.byId.get(own?.product.offerId ?? ''));
  const set = given && givenOf(drivers, given);
  const was = own && realCost(own);
  return {
    basis: own && !set ? 'own' : 'given',
    drivers: drivers.map((one) => (set ? { ...one, monthly: set.get(one.id) ?? 0 } : one)),
    offers: entries.map((entry) => costOf(entry, monthsOf(drivers, own, set))),
    ...(was && { was }),
    gaps: onceEach([...catalogue.gaps, ...gaps]),
  };
}

interface UsedMonth {
  month?: string;
  used: ReadonlyMap<string, number>;
}

/** The months as they were; or one, as it is set. */
function monthsOf(drivers: readonly Driver[], own: OwnUse | undefined, set: ReadonlyMap<string, number> | undefined): UsedMonth[] {
  if (!own || set) return [{ used: set ?? new Map() }];
  return own.months.map((month, at) => ({ month, used: new Map(drivers.map(({ id, months }) => [id, months?.[at] ?? 0])) }));
}

function costOf({ offer, beyond }: CatalogueEntry, used: readonly UsedMonth[]): EstimatedOffer {
  const months = used.map((one) => monthOn({ price: offer.price, beyond }, one.used, one.month));
  const total = sum(months.map((month) => month.total), offer.price.monthly.currency);
  return { offer: { id: offer.id, name: offer.name }, once: offer.price.once, months, total, average: share(total, 1, months.length) };
}

/** What the prices of these offers hang on: each once, whatever the offers ask for it. */
function driversOf(entries: readonly CatalogueEntry[], own: OwnUse | undefined, plan: CatalogueEntry | undefined): Driver[] {
  const prices = Map.groupBy(entries.flatMap(({ beyond }) => beyond), ({ name }) => name);
  return [...prices].flatMap(([name, all]) => {
    const [first] = all;
    const room = plan?.beyond.find((price) => price.name === name)?.included;
    return first ? [driverOf(first, all, own && usedOf(first, own, room))] : [];
  });
}

/** Numbers a slider can be set to: the next 1, 2 or 5 with noughts behind it. */
function round(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}

const STEPS = 50;

function driverOf({ name, unit }: UsagePrice, all: readonly UsagePrice[], months: number[] | undefined): Driver {
  const bounds = all.flatMap(({ included = 0, tiers }) => [included * 2, ...tiers.flatMap(({ upTo = 0 }) => (included + upTo) * 2)]);
  const most = round(Math.max(10, ...bounds, ...(months ?? []).map((used) => used * 1.5)));
  const average = months && months.length > 0 ? Math.round((months.reduce((sofar, used) => sofar + used, 0) / months.length) * 100) / 100 : 0;
  return { id: name, name, unit, monthly: average, most, step: Math.max(1, round(most / STEPS / 2)), ...(months && { months }) };
}

/** @throws {Refusal} 422 naming each that none of these offers has a price for. */
function givenOf(drivers: readonly Driver[], given: Readonly<Record<string, number>>): Map<string, number> {
  const known = new Set(drivers.map(({ id }) => id));
  const strange = Object.keys(given).filter((id) => !known.has(id));
  if (strange.length > 0) throw invalid(422, strange.slice(0, 20).map((id) => ({ path: `drivers.${id.slice(0, 64)}`, message: 'None of these offers has a price for that.' })));
  return new Map(Object.entries(given));
}
