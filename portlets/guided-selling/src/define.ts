import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { CartPanelElement } from './components/cart-panel.element.ts';
import { GuideQuestionElement } from './components/guide-question.element.ts';
import { OfferCardElement } from './components/offer-card.element.ts';
import { OfferListElement } from './components/offer-list.element.ts';
import { GuidedSellingElement } from './guided-selling.element.ts';

define('fp-cart-panel', CartPanelElement);
define('fp-guide-question', GuideQuestionElement);
define('fp-offer-card', OfferCardElement);
define('fp-offer-list', OfferListElement);
define('fp-guided-selling', GuidedSellingElement);
