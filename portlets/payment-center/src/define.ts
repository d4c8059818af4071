import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { PaymentCenterElement } from './payment-center.element.ts';

define('fp-payment-center', PaymentCenterElement);
