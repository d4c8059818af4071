import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export { OrderSubmittedEvent } from './events.ts';
export { GuidedSellingElement } from './guided-selling.element.ts';
export const { bootstrap, mount, unmount } = lifecycleFor('fp-guided-selling');
