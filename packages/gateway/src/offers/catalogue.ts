import type { Gap, Offer } from '@faceplate/contracts';
import { type Applicant, obstaclesOf, type OfferName } from '@faceplate/domain';
import { productsBackend } from '../products/products.backend.ts';
import type { Call } from '../routing/route.ts';
import { orGap, readEach } from '../tmf/gather.ts';
import { characteristic, records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { isVisitor } from '../visitor/visitor.ts';
import { type CatalogueEntry, entryOf } from './offers.adapter.ts';
import { offersBackend } from './offers.backend.ts';

export interface Catalogue {
  entries: CatalogueEntry[];
  gaps: Gap[];
  lost: number;
}

/** Every offer, sold or not: those who hold an old one are judged by its rules too. */
export async function readCatalogue(call: Call): Promise<Catalogue> {
  const backend = offersBackend(call);
  const [offerings, prices] = await Promise.all([backend.offerings(), backend.prices()]);
  const setting = settingOf(call);
  const { items, gaps, lost } = readEach('TMF620', offerings, (body) => entryOf(body, prices, setting));
  return { entries: items, gaps, lost };
}

/** Who wants to order, as far as it is known; what could not be asked stays unknown and is judged as such. */
export async function readApplicant(call: Call): Promise<{ applicant: Applicant; gaps: Gap[] }> {
  const [customers, products] = await Promise.all([
    orGap('TMF629', offersBackend(call).customers()),
    orGap('TMF637', productsBackend(call).products()),
  ]);
  const applicant: Applicant = {
    today: settingOf(call).today,
    // Nobody's customer yet: what is for private customers is for them.
    segments: isVisitor(call.session) ? ['consumer'] : customers.value?.rows.flatMap(segmentOf),
    holds: products.value?.rows.flatMap(heldOffer),
  };
  return { applicant, gaps: [...customers.gaps, ...products.gaps, ...(products.value?.gaps ?? [])] };
}

const segmentOf = (customer: TmfBody) => characteristic(records(customer, 'characteristic'), 'segment')?.toLowerCase() ?? [];

const HELD = ['created', 'pendingActive', 'active', 'suspended'];

function heldOffer(product: TmfBody): OfferName[] {
  const id = text(product, 'productOffering', 'id');
  if (!id || !HELD.includes(text(product, 'status') ?? '')) return [];
  return [{ id, name: text(product, 'productOffering', 'name') ?? text(product, 'name') ?? id }];
}

/** The applicant with the lines of a cart counted as held: what is ordered together may rest on each other. */
export const holding = (applicant: Applicant, more: readonly OfferName[]): Applicant => ({
  ...applicant,
  ...(applicant.holds && { holds: [...applicant.holds, ...more] }),
});

export function judged({ offer, rules }: CatalogueEntry, applicant: Applicant, { entries }: Catalogue): Offer {
  return { ...offer, obstacles: obstaclesOf(rules, applicant, entries.map((entry) => entry.rules)) };
}

/** On sale today, for whomever. */
export const isSold = ({ rules }: CatalogueEntry, today: string): boolean =>
  rules.sold && (rules.validFrom ?? '') <= today && today <= (rules.validUntil ?? '9999');
