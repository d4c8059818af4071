import { Guide, type Offer, OfferList, Shortlist, ShortlistRequest } from '@faceplate/contracts';
import { shortlist } from '@faceplate/domain';
import * as z from 'zod/mini';
import { openCart } from '../cart/open-cart.ts';
import { type Order, paged, pageQuery, rising } from '../paging/page.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { orGap } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { holding, isSold, judged, readApplicant, readCatalogue } from './catalogue.ts';
import { questionsOf, wishesOf } from './guide.adapter.ts';
import { offersBackend } from './offers.backend.ts';

/** Every offer on sale, each with what stands between it and this customer. */
async function offersFor(call: Call) {
  const [catalogue, { applicant, gaps }, cart] = await Promise.all([readCatalogue(call), readApplicant(call), cartOf(call)]);
  const wanting = holding(applicant, cart.value?.lines.map(({ offerId, name }) => ({ id: offerId, name })) ?? []);
  const sold = catalogue.entries.filter((entry) => isSold(entry, settingOf(call).today));
  const candidates = sold.map((entry) => ({ offer: judged(entry, wanting, catalogue), traits: entry.traits }));
  return { candidates, lost: catalogue.lost, gaps: [...catalogue.gaps, ...gaps, ...cart.gaps] };
}

/** Not everybody has a cart: agents order for nobody. */
const cartOf = (call: Call) => orGap('TMF663', call.allows({ partyIds: [call.subject.sub] }, 'cart.read') ? openCart(call) : Promise.resolve(undefined));

/** Within each line of business. */
const CHEAPEST: Order<Offer> = [rising(({ lineOfBusiness }) => lineOfBusiness), rising(({ price }) => price.monthly.amount), rising(({ name }) => name), rising(({ id }) => id)];

export const offerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/offers',
    summary: 'What can be ordered today, with what stands in your way.',
    query: z.object(pageQuery),
    codes: ['cursor-invalid'],
    answer: OfferList,
    policy: { action: 'offer.read' },
    handle: async (call) => {
      const { candidates, lost, gaps } = await offersFor(call);
      const items = candidates.map(({ offer }) => offer);
      return { ...(await paged(call, items, CHEAPEST)), total: items.length + lost, gaps };
    },
  }),
  route({
    method: 'GET',
    path: '/guide',
    summary: 'The questions that lead to an offer.',
    answer: Guide,
    policy: { action: 'offer.read' },
    handle: async (call) => ({ questions: questionsOf(await offersBackend(call).guide()) }),
  }),
  route({
    method: 'POST',
    path: '/guide/shortlist',
    summary: 'At most three offers for the answers given, best first.',
    body: ShortlistRequest,
    answer: Shortlist,
    policy: { action: 'offer.read' },
    handle: async (call) => {
      const [guide, { candidates }] = await Promise.all([offersBackend(call).guide(), offersFor(call)]);
      return shortlist(candidates, wishesOf(questionsOf(guide), call.body.answers));
    },
  }),
];
