import { define } from '@faceplate/portlet-kit';
import { OfferCardElement } from './components/offer-card.element.ts';
import { OfferListElement } from './components/offer-list.element.ts';

define('fp-offer-card', OfferCardElement);
define('fp-offer-list', OfferListElement);

export { alternativesTo } from './alternatives.ts';
