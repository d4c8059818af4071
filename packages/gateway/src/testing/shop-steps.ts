import type { OfferList } from '@faceplate/contracts';
import type { Found, Step } from './example-step.ts';

const at = (path: string) => () => path;
const bodyOf = (found: Found, route: string) => found[route]?.body as { id: string; items: { id: string }[] };
const firstOf = (found: Found, route: string): string => bodyOf(found, route).items[0]?.id ?? '';

/** By its name, of all that is sold. */
const offerNamed = (found: Found, name: string): string => (bodyOf(found, 'GET /offers') as unknown as OfferList).items.find((offer) => offer.name === name)?.id ?? '';

/** The examples of choosing: after the list of offers has been read. */
export const SHOP_STEPS: readonly Step[] = [
  { route: 'GET /offers/shelf', path: at('/offers/shelf') },
  { route: 'GET /offers/:offerId', path: (found) => `/offers/${offerNamed(found, 'Fibre 1000')}` },
  { route: 'GET /offers/compare', path: (found) => `/offers/compare?ids=${offerNamed(found, 'Home 250')},${offerNamed(found, 'Fibre 500')}&months=24` },
  { route: 'GET /offers/devices', path: at('/offers/devices?search=router') },
  { route: 'POST /offers/check', path: at('/offers/check'), body: (found) => ({ offerIds: [offerNamed(found, 'Fibre 1000')], device: 'Router 7' }) },
  { route: 'POST /offers/estimate', path: at('/offers/estimate'), body: (found) => ({ offerIds: [offerNamed(found, 'Mobile M'), offerNamed(found, 'Mobile XL')] }) },
  { route: 'POST /offers/recommendation', path: at('/offers/recommendation'), body: () => ({ wanted: true }) },
  { route: 'GET /offers/recommendation', path: at('/offers/recommendation') },
  { route: 'POST /configuration', path: at('/configuration'), body: (found) => ({ offerId: offerNamed(found, 'Aster 5 phone'), choices: { Colour: 'Sand', Case: 'Leather' } }) },
  { route: 'GET /places', path: at('/places?search=Kastanienhof%204') },
  { route: 'GET /places/:placeId', path: (found) => `/places/${firstOf(found, 'GET /places')}` },
  { route: 'GET /places again', path: at('/places?search=Kastanienhof%2012') },
  { route: 'GET /availability', path: (found) => `/availability?place=${firstOf(found, 'GET /places again')}` },
  { route: 'POST /availability/sites', path: at('/availability/sites'), body: () => ({ sites: [{ ref: 'Head office', place: 'Kastanienhof 12, 10437 Berlin' }, { ref: 'Store', place: 'Nowhere 1, 99999 Nirgends' }], download: 250 }) },
  { route: 'POST /availability/interests', path: at('/availability/interests'), body: (found) => ({ placeId: firstOf(found, 'GET /places again'), offerId: offerNamed(found, 'Fibre 1000') }) },
  { route: 'GET /availability/interests', path: at('/availability/interests') },
  { route: 'DELETE /availability/interests/:interestId', path: (found) => `/availability/interests/${bodyOf(found, 'POST /availability/interests').id}` },
];
