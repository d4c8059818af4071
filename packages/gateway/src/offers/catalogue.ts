import type { Gap, Offer } from '@faceplate/contracts';
import { type Applicant, type HeldOffer, obstaclesOf, type OfferRules } from '@faceplate/domain';
import type { Tenant } from '../options.ts';
import { productsBackend } from '../products/products.backend.ts';
import type { Call } from '../routing/route.ts';
import { orGap, readEach } from '../tmf/gather.ts';
import { characteristic, records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type CatalogueEntry, entryOf } from './offers.adapter.ts';
import { offersBackend } from './offers.backend.ts';

export interface Catalogue {
  entries: CatalogueEntry[];
  byId: ReadonlyMap<string, CatalogueEntry>;
  gaps: Gap[];
  lost: number;
  /** Rules of others that say something of an offer: what excludes it, took its place, or is needed for it. */
  around: (rules: OfferRules) => OfferRules[];
}

export function catalogueOf(entries: CatalogueEntry[], { gaps, lost }: Pick<Catalogue, 'gaps' | 'lost'>): Catalogue {
  const byId = new Map(entries.map((entry) => [entry.rules.id, entry]));
  const pointing = new Map<string, OfferRules[]>();
  for (const { rules } of entries) {
    for (const { id } of [...rules.excludes, ...rules.replaces]) pointing.set(id, [...(pointing.get(id) ?? []), rules]);
  }
  const around = ({ id, requires }: OfferRules) => [...(pointing.get(id) ?? []), ...requires.flatMap((one) => byId.get(one.id)?.rules ?? [])];
  return { entries, byId, gaps, lost, around };
}

/** Reading so many offers anew for each who looks takes longer than anybody should wait. */
const LARGE = 400;
/** How long a large catalogue is taken as it was read, in milliseconds: as other systems' is (`upstream/reads.ts`). */
const FRESH = 15_000;
const MEANWHILE = 5_000;

const kept = new WeakMap<Tenant, { at: number; reading: Promise<Catalogue> }>();
const underWay = new WeakMap<Tenant, Promise<Catalogue>>();

/** Every offer, sold or not: those who hold an old one are judged by its rules too. Everybody's, so one reading serves all. */
export async function readCatalogue(call: Call): Promise<Catalogue> {
  const { tenant } = call;
  const last = kept.get(tenant);
  const isFresh = last !== undefined && performance.now() - last.at < FRESH;
  // Whoever began the reading may have left in the middle of it.
  const known = await (isFresh ? last.reading : underWay.get(tenant))?.catch(() => undefined);
  if (known) return known;
  // While one reads anew, the others need not.
  if (last) kept.set(tenant, { ...last, at: performance.now() - FRESH + MEANWHILE });
  const reading = readAnew(call);
  underWay.set(tenant, reading);
  try {
    const catalogue = await reading;
    if (catalogue.entries.length >= LARGE && catalogue.gaps.length === 0) kept.set(tenant, { at: performance.now(), reading });
    else kept.delete(tenant);
    return catalogue;
  } finally {
    if (underWay.get(tenant) === reading) underWay.delete(tenant);
  }
}

async function readAnew(call: Call): Promise<Catalogue> {
  const backend = offersBackend(call);
  const [offerings, prices] = await Promise.all([backend.offerings(), backend.prices()]);
  const setting = settingOf(call);
  const { items, gaps, lost } = readEach('TMF620', offerings, (body) => entryOf(body, prices, setting));
  return catalogueOf(items, { gaps, lost });
}

/** Who wants to order, as far as it is known; what could not be asked stays unknown and is judged as such. */
export async function readApplicant(call: Call): Promise<{ applicant: Applicant; gaps: Gap[] }> {
  const { today } = settingOf(call);
  // Nobody knows a visitor: offers are for them as for any household.
  if (isNewcomer(call)) return { applicant: { today, segments: [call.subject.persona], holds: [] }, gaps: [] };
  const [customers, products] = await Promise.all([
    orGap('TMF629', offersBackend(call).customers()),
    orGap('TMF637', productsBackend(call).products()),
  ]);
  const applicant: Applicant = {
    today,
    segments: customers.value?.rows.flatMap(segmentOf),
    holds: products.value?.rows.flatMap(heldOffer),
  };
  return { applicant, gaps: [...customers.gaps, ...products.gaps, ...(products.value?.gaps ?? [])] };
}

/** Somebody the operator has no customer for: a visitor, or a person who has not bought anything yet. */
export const isNewcomer = ({ session, subject }: Pick<Call, 'session' | 'subject'>): boolean => session.kind === 'visitor' || (subject.persona === 'consumer' && subject.accountIds.length === 0);

const segmentOf = (customer: TmfBody) => characteristic(records(customer, 'characteristic'), 'segment')?.toLowerCase() ?? [];

const HELD = ['created', 'pendingActive', 'active', 'suspended'];

function heldOffer(product: TmfBody): HeldOffer[] {
  const id = text(product, 'productOffering', 'id');
  if (!id || !HELD.includes(text(product, 'status') ?? '')) return [];
  const name = text(product, 'productOffering', 'name') ?? text(product, 'name') ?? id;
  const productId = text(product, 'id');
  return [{ id, name, ...(productId !== undefined && { product: { id: productId, name: text(product, 'name') ?? name } }) }];
}

/** The applicant with the lines of a cart counted as held: what is ordered together may rest on each other. */
export const holding = (applicant: Applicant, more: readonly HeldOffer[]): Applicant => ({
  ...applicant,
  ...(applicant.holds && { holds: [...applicant.holds, ...more] }),
});

/** An offer with what the catalogue's own rules put in the applicant's way. */
export function judged({ offer, rules }: CatalogueEntry, applicant: Applicant, { around }: Pick<Catalogue, 'around'>): Offer {
  return { ...offer, obstacles: obstaclesOf(rules, applicant, around(rules)) };
}

/** On sale today, for whomever. */
export const isSold = ({ rules }: CatalogueEntry, today: string): boolean =>
  rules.sold && (rules.validFrom ?? '') <= today && today <= (rules.validUntil ?? '9999');
