import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export { CheckoutElement } from './checkout.element.ts';
export { OrderSubmittedEvent } from './events.ts';
export const { bootstrap, mount, unmount } = lifecycleFor('fp-checkout');
