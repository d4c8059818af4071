import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { CheckoutElement } from './checkout.element.ts';

define('fp-checkout', CheckoutElement);
