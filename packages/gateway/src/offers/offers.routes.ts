import { Guide, OfferList, Shortlist, ShortlistRequest } from '@faceplate/contracts';
import { shortlist } from '@faceplate/domain';
import { openCart } from '../cart/open-cart.ts';
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

export const offerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/offers',
    summary: 'What can be ordered today, with what stands in your way.',
    answer: OfferList,
    policy: { action: 'offer.read' },
    handle: async (call) => {
      const { candidates, lost, gaps } = await offersFor(call);
      const items = candidates.map(({ offer }) => offer);
      items.sort((one, other) => one.lineOfBusiness.localeCompare(other.lineOfBusiness) || one.price.monthly.amount - other.price.monthly.amount || one.name.localeCompare(other.name));
      return { items, total: items.length + lost, gaps };
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
