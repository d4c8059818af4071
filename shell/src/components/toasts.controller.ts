import { msg } from '@faceplate/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Toast } from './toasts.element.ts';

interface Announcement {
  readonly text: () => string;
  readonly path: string;
  readonly link: () => string;
}

/** What portlets tell the page, and where it goes on. */
const ANNOUNCEMENTS: Readonly<Record<string, Announcement>> = {
  'fp-order-submitted': {
    text: () => msg('Thank you. We have your order.', { id: 'shell.order-submitted', desc: 'Message after an order was placed' }),
    path: '/orders',
    link: () => msg('Follow your order', { id: 'shell.order-submitted.link', desc: 'Link to the new order' }),
  },
  'fp-ticket-raised': {
    text: () => msg('We have your request and are on it.', { id: 'shell.ticket-raised', desc: 'Message after a ticket was raised' }),
    path: '/support',
    link: () => msg('See where it stands', { id: 'shell.ticket-raised.link', desc: 'Link to the new ticket' }),
  },
};

/** Turns what portlets tell the page into messages with a way on. */
export class ToastsController implements ReactiveController {
  toasts: readonly Toast[] = [];

  readonly #host: ReactiveControllerHost & EventTarget;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of Object.keys(ANNOUNCEMENTS)) this.#host.addEventListener(type, this.#onAnnounced);
  }

  hostDisconnected(): void {
    for (const type of Object.keys(ANNOUNCEMENTS)) this.#host.removeEventListener(type, this.#onAnnounced);
  }

  dismiss(id: string): void {
    this.#show(this.toasts.filter((toast) => toast.id !== id));
  }

  clear(): void {
    this.#show([]);
  }

  readonly #onAnnounced = (event: Event): void => {
    const announced = ANNOUNCEMENTS[event.type];
    if (!announced) return;
    const id = idOf(event);
    const href = id ? `${announced.path}/${encodeURIComponent(id)}` : announced.path;
    const toast = { id: `${event.type} ${href}`, text: announced.text, link: { href, text: announced.link } };
    this.#show([...this.toasts.filter((known) => known.id !== toast.id), toast]);
  };

  #show(toasts: readonly Toast[]): void {
    this.toasts = toasts;
    this.#host.requestUpdate();
  }
}

/** Portlets ship on their own, and a page may meet an older one: the id is looked for, never relied on. */
function idOf(event: Event): string | undefined {
  const { orderId, ticketId } = event as { orderId?: unknown; ticketId?: unknown };
  return [orderId, ticketId].find((id) => typeof id === 'string');
}
