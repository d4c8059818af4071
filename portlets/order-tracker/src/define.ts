import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { OrderListElement } from './components/order-list.element.ts';
import { OrderTrackerElement } from './order-tracker.element.ts';

define('fp-order-list', OrderListElement);
define('fp-order-tracker', OrderTrackerElement);
