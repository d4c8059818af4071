import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export { TicketRaisedEvent } from './events.ts';
export { TicketRaiserElement } from './ticket-raiser.element.ts';
export const { bootstrap, mount, unmount } = lifecycleFor('fp-ticket-raiser');
