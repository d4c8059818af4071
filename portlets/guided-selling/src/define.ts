import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { CartPanelElement } from './components/cart-panel.element.ts';
import { GuideQuestionElement } from './components/guide-question.element.ts';
import { GuidedSellingElement } from './guided-selling.element.ts';

define('fp-cart-panel', CartPanelElement);
define('fp-guide-question', GuideQuestionElement);
define('fp-guided-selling', GuidedSellingElement);
