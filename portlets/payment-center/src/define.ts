import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { BillsToPayElement } from './components/bills-to-pay.element.ts';
import { MeansChoiceElement } from './components/means-choice.element.ts';
import { PaymentListElement } from './components/payment-list.element.ts';
import { PaymentCenterElement } from './payment-center.element.ts';

define('fp-bills-to-pay', BillsToPayElement);
define('fp-means-choice', MeansChoiceElement);
define('fp-payment-list', PaymentListElement);
define('fp-payment-center', PaymentCenterElement);
