import type { Gap, Line, LocalDate, Obstacle, Offer } from '@faceplate/contracts';
import type { Applicant } from '@faceplate/domain';
import { heldIn } from '../cart/cart-line.ts';
import { openCart } from '../cart/open-cart.ts';
import type { Call } from '../routing/route.ts';
import { onceEach, orGap } from '../tmf/gather.ts';
import { type Catalogue, holding, isSold, judged, readApplicant } from './catalogue.ts';
import type { CatalogueEntry } from './offers.adapter.ts';
import { verdictsApart, type Wanted } from './verdict.ts';

/** Somebody before the shelf: what they have and what is in their cart. */
export interface Shopper {
  applicant: Applicant;
  inCart: Wanted[];
  gaps: Gap[];
}

export async function readShopper(call: Call): Promise<Shopper> {
  const [{ applicant, gaps }, cart] = await Promise.all([readApplicant(call), cartOf(call)]);
  // What is for later is neither bought with the rest nor in its way.
  const lines = cart.value?.lines.filter(({ later }) => !later) ?? [];
  const inCart = lines.map(({ id, offerId, name, quantity }) => ({ id, offer: { id: offerId, name }, quantity }));
  const wanting = holding(applicant, heldIn(lines));
  return { applicant: wanting, inCart, gaps: [...gaps, ...cart.gaps] };
}

/** Not everybody has a cart: agents order for nobody, and who only passes by has put nothing in one. */
function cartOf(call: Call) {
  const may = call.session.sessionId !== '' && call.allows({ partyIds: [call.subject.sub] }, 'cart.read');
  return orGap('TMF663', may ? openCart(call) : Promise.resolve(undefined));
}

export interface Judged {
  offer: Offer;
  /** Whether the operator's own check spoke, and not the catalogue's rules alone. */
  checked: boolean;
  nearest: Offer[];
  line?: Line;
  earliest?: LocalDate;
}

export interface Where {
  placeId?: string | undefined;
  device?: string | undefined;
  quantity?: number | undefined;
}

const MOST_NEAREST = 3;

/**
 * May this customer have these offers, each by itself? The operator says (TMF679); where it cannot, the catalogue's own
 * rules do. What the rules forbid stays forbidden: an operator's check that lets it pass knows less.
 */
export async function judge(call: Call, entries: readonly CatalogueEntry[], { applicant, inCart }: Shopper, catalogue: Catalogue, where: Where = {}): Promise<{ verdicts: Judged[]; gaps: Gap[] }> {
  const wanted = entries.map(({ rules: { id, name } }, index): Wanted => ({ id: `offer-${index + 1}`, offer: { id, name }, ...where }));
  const { of, gaps } = await verdictsApart(call, wanted, inCart);
  const verdicts = entries.map((entry, index): Judged => {
    const ruled = judged(entry, applicant, catalogue);
    const verdict = of.get(`offer-${index + 1}`);
    if (!verdict) return { offer: ruled, checked: false, nearest: ruled.obstacles.length > 0 ? likest(entry, applicant, catalogue) : [] };
    const { obstacles, nearest, line, earliest } = verdict;
    const offer = { ...ruled, obstacles: merged(obstacles, ruled.obstacles) };
    const others = nearest.flatMap((id) => catalogue.byId.get(id) ?? []).map((one) => judged(one, applicant, catalogue));
    return { offer, checked: true, nearest: others.filter((one) => one.obstacles.length === 0), ...(line && { line }), ...(earliest !== undefined && { earliest }) };
  });
  return { verdicts, gaps: onceEach(gaps) };
}

/** The operator's word for an obstacle counts before ours; what only one of the two knows is told as well. */
export function merged(said: readonly Obstacle[], ruled: readonly Obstacle[]): Obstacle[] {
  const known = new Set(said.map(({ code }) => code));
  // That somebody could not be asked matters no more, when the operator has spoken.
  return [...said, ...ruled.filter(({ code }) => !known.has(code) && code !== 'cannot-check')];
}

/** Offers of the same kind that the rules let pass, those that cost most nearly as much first. */
export function likest({ rules, offer }: CatalogueEntry, applicant: Applicant, catalogue: Catalogue): Offer[] {
  const apart = (other: CatalogueEntry) => Math.abs(other.offer.price.monthly.amount - offer.price.monthly.amount);
  const held = new Set(applicant.holds?.map(({ id }) => id));
  const kind = catalogue.entries.filter((other) => other.rules.id !== rules.id && other.offer.category?.id === offer.category?.id && isSold(other, applicant.today) && !held.has(other.rules.id));
  const found: Offer[] = [];
  for (const one of kind.toSorted((a, b) => apart(a) - apart(b) || a.offer.name.localeCompare(b.offer.name, 'en'))) {
    const candidate = judged(one, applicant, catalogue);
    if (candidate.obstacles.length === 0) found.push(candidate);
    if (found.length === MOST_NEAREST) break;
  }
  return found;
}
