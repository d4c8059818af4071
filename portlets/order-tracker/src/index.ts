import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export { OrderOpenedEvent } from './events.ts';
export { OrderTrackerElement } from './order-tracker.element.ts';
export const { bootstrap, mount, unmount } = lifecycleFor('fp-order-tracker');
