import { Comparison, DeviceList, Estimate, EstimateRequest, type Offer, OfferCheckRequest, OfferDetail, OfferList, OfferShelf, OfferVerdictList, RecommendationAnswer, RecommendationSlot } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { type Order, paged, pageQuery, rising } from '../paging/page.ts';
import { invalid, Refusal } from '../problem.ts';
import { numeral } from '../routing/numeral.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { onceEach, orGap } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { type Catalogue, isSold, judged, readCatalogue } from './catalogue.ts';
import { comparisonOf } from './compare.ts';
import { offerDetail } from './detail.ts';
import { devicesLike } from './devices.ts';
import { estimated } from './estimate.ts';
import { judge, readShopper } from './judge.ts';
import { entriesNamed } from './named.ts';
import type { CatalogueEntry } from './offers.adapter.ts';
import { answerKept } from './prompt-settings.ts';
import { slotFor, slotWith } from './recommendation.ts';
import { shelfOf } from './shelf.ts';

/** Within each line of business. */
const CHEAPEST: Order<Offer> = [rising(({ lineOfBusiness }) => lineOfBusiness), rising(({ price }) => price.monthly.amount), rising(({ name }) => name), rising(({ id }) => id)];

const MOST_IDS = 50;

/** `a,b,c` */
const ids = z.pipe(z.string().check(z.maxLength(4_000)), z.transform((value: string) => [...new Set(value.split(',').filter(Boolean))].slice(0, MOST_IDS)));
const words = z.string().check(z.trim(), z.maxLength(100));
const id = z.string().check(z.maxLength(200));

const listQuery = z.object({ ...pageQuery, search: z.optional(words), category: z.optional(id), possible: z.optional(z.literal('true')), ids: z.optional(ids) });
type ListQuery = z.infer<typeof listQuery>;

const holds = ({ offer }: CatalogueEntry, search: string): boolean => {
  const said = `${offer.name} ${offer.description} ${offer.category?.name ?? ''} ${offer.features.map(({ name, value }) => `${name} ${value}`).join(' ')}`.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => said.includes(word));
};

/** What is sold, or exactly what is asked for by id. */
function chosen(call: Call<unknown, ListQuery>, { entries, byId }: Catalogue): CatalogueEntry[] {
  const { search, category, ids: wanted } = call.query;
  const { today } = settingOf(call);
  const found = wanted ? wanted.flatMap((one) => byId.get(one) ?? []) : entries.filter((entry) => isSold(entry, today));
  return found.filter((entry) => (category === undefined || entry.offer.category?.id === category) && (search === undefined || holds(entry, search)));
}

async function listed(call: Call<unknown, ListQuery>): Promise<OfferList> {
  const [catalogue, { applicant, gaps }] = await Promise.all([readCatalogue(call), readShopper(call)]);
  const offers = chosen(call, catalogue).map((entry) => judged(entry, applicant, catalogue));
  const items = call.query.possible ? offers.filter(({ obstacles }) => obstacles.length === 0) : offers;
  return { ...(await paged(call, items, CHEAPEST)), total: items.length + catalogue.lost, gaps: [...catalogue.gaps, ...gaps] };
}

async function checked(call: Call<unknown, unknown, OfferCheckRequest>): Promise<OfferVerdictList> {
  const { offerIds, ...where } = call.body;
  const [catalogue, shopper] = await Promise.all([readCatalogue(call), readShopper(call)]);
  const entries = entriesNamed(catalogue, offerIds, 'offerIds');
  const { verdicts, gaps } = await judge(call, entries, shopper, catalogue, where);
  return {
    items: verdicts.map(({ offer, nearest, line, earliest }) => ({
      offerId: offer.id, possible: offer.obstacles.length === 0, obstacles: offer.obstacles, nearest, ...(line && { line }), ...(earliest !== undefined && { earliest }),
    })),
    checked: verdicts.every((one) => one.checked),
    gaps: onceEach([...catalogue.gaps, ...shopper.gaps, ...gaps]),
  };
}

async function compared(call: Call<unknown, { ids: string[]; months?: number | undefined }>): Promise<Comparison> {
  const { ids: wanted, months } = call.query;
  if (wanted.length < 2 || wanted.length > 4) throw invalid(400, [{ path: 'ids', message: 'Choose two to four offers.' }]);
  const [catalogue, { applicant }] = await Promise.all([readCatalogue(call), readShopper(call)]);
  const entries = entriesNamed(catalogue, wanted, 'ids');
  const [category, ...others] = [...new Map(entries.map(({ offer }) => [offer.category?.id, offer.category])).values()];
  if (others.length > 0 || !category) {
    throw new Refusal({ status: 422, code: 'offers-unlike', title: 'These are of different kinds, and say nothing of the same things.', detail: 'Compare offers of one kind.' });
  }
  return comparisonOf(entries, entries.map((entry) => judged(entry, applicant, catalogue)), category, months ?? 24);
}

export const offerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/offers',
    summary: 'What can be ordered today, with what stands in your way.',
    detail: '`search` looks for words, `category` for one kind, `possible=true` leaves out what you cannot have, `ids` (up to 50, with commas between) names versions, sold or not.',
    query: listQuery,
    codes: ['cursor-invalid'],
    answer: OfferList,
    policy: { action: 'offer.read' },
    handle: listed,
  }),
  route({
    method: 'GET',
    path: '/offers/shelf',
    summary: 'All that can be ordered today, short: to be searched, filtered and sorted in the page.',
    answer: OfferShelf,
    policy: { action: 'offer.read' },
    handle: async (call) => {
      const [catalogue, { applicant, gaps }] = await Promise.all([readCatalogue(call), readShopper(call)]);
      const shelf = shelfOf(catalogue, applicant, call.tenant.currency);
      return { ...shelf, gaps: [...shelf.gaps, ...gaps] };
    },
  }),
  route({
    method: 'GET',
    path: '/offers/compare',
    summary: 'Two to four offers of one kind, side by side.',
    query: z.object({ ids, months: z.optional(numeral('Ask for 1 to 60 months.', 1, 60)) }),
    codes: ['offers-unlike'],
    answer: Comparison,
    policy: { action: 'offer.read' },
    handle: compared,
  }),
  route({
    method: 'GET',
    path: '/offers/devices',
    summary: 'Devices that are known, and what they can do.',
    query: z.object({ search: z.optional(words) }),
    answer: DeviceList,
    policy: { action: 'offer.read' },
    handle: async (call) => {
      const { value, gaps } = await orGap('TMF620', devicesLike(call, call.query.search ?? ''));
      return { items: value ?? [], gaps };
    },
  }),
  route({
    method: 'POST',
    path: '/offers/check',
    summary: 'May you have these offers, at a place, with a device? Why not, and what would work.',
    detail: 'Each is judged by itself, beside what you have and what is in your cart. Nothing is kept.',
    body: OfferCheckRequest,
    answer: OfferVerdictList,
    policy: { action: 'offer.read' },
    routeClass: 'read',
    handle: checked,
  }),
  route({
    method: 'POST',
    path: '/offers/estimate',
    summary: 'What offers would cost with your own use of the last months, or with what you set; and what it really cost.',
    detail: 'Without `drivers` your own use is taken: of `productId`, or of a product of the same line of business. A month is reckoned by the price after the promotion. Nothing is kept.',
    body: EstimateRequest,
    answer: Estimate,
    policy: { action: 'offer.read' },
    routeClass: 'read',
    handle: estimated,
  }),
  route({
    method: 'GET',
    path: '/offers/recommendation',
    summary: 'One offer that might suit you, and why: for who has agreed to be shown any, and not too often.',
    answer: RecommendationSlot,
    policy: { action: 'offer.read' },
    handle: slotFor,
  }),
  route({
    method: 'POST',
    path: '/offers/recommendation',
    summary: 'Not this one again, none at all, or some again; answers what stands in its place.',
    body: RecommendationAnswer,
    codes: ['changed-meanwhile'],
    answer: RecommendationSlot,
    policy: { action: 'recommendation.answer' },
    handle: async (call) => {
      call.concerns('person', call.subject.sub);
      return slotWith(call, await answerKept(call, call.body));
    },
  }),
  route({
    method: 'GET',
    path: '/offers/:offerId',
    summary: 'One version of an offer: its other versions, what you have of it, what use beyond it costs, and what stands in your way.',
    detail: '`place`: a house without flats, or a flat; your own address when left out. `device`: an IMEI, or a name.',
    query: z.object({ place: z.optional(id), device: z.optional(words) }),
    answer: OfferDetail,
    policy: { action: 'offer.read' },
    handle: (call) => offerDetail(call, call.params.offerId, { placeId: call.query.place, device: call.query.device }),
  }),
];
