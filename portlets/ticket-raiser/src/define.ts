import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { NoteFormElement } from './components/note-form.element.ts';
import { TicketListElement } from './components/ticket-list.element.ts';
import { TicketTimelineElement } from './components/ticket-timeline.element.ts';
import { TicketRaiserElement } from './ticket-raiser.element.ts';

define('fp-note-form', NoteFormElement);
define('fp-ticket-list', TicketListElement);
define('fp-ticket-timeline', TicketTimelineElement);
define('fp-ticket-raiser', TicketRaiserElement);
