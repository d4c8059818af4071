import { createClient, type FaceplateClient } from '@faceplate/client';
import { NavigateEvent } from './events.ts';
import type { PortletServices } from './services.ts';

/**
 * One client a gateway and page: portlets that stand alone side by side still
 * share calls, cache and event stream.
 */
const clients = new Map<string, FaceplateClient>();

/** The origin that served this module; empty when that is the page's own, so that calls stay same-origin. */
export function servingOrigin(): string {
  const { origin } = new URL(import.meta.url);
  return origin === globalThis.location?.origin || origin === 'null' ? '' : origin;
}

export function clientFor(gateway: string): FaceplateClient {
  const base = gateway.replace(/\/+$/, '');
  let client = clients.get(base);
  if (!client) clients.set(base, (client = createClient({ gateway: base })));
  return client;
}

/** The services a portlet makes for itself when nobody lends it any. */
export function standaloneServices(element: EventTarget, gateway: string, locale: string): PortletServices {
  return {
    client: clientFor(gateway),
    locale,
    navigate: (path) => {
      element.dispatchEvent(new NavigateEvent(path));
    },
    report: (cause) => {
      console.error(cause);
    },
  };
}
