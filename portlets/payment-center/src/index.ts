import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export { PaymentCenterElement } from './payment-center.element.ts';
export { PaymentPaidEvent } from './events.ts';
export const { bootstrap, mount, unmount } = lifecycleFor('fp-payment-center');
