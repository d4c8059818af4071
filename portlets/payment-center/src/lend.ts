import type { PortletElement } from '@faceplate/portlet-kit';
import type { PartHost, PayingClient } from './part.ts';

interface Lent extends Pick<PartHost, 'renderReading' | 'run' | 'open'> {
  locale(): string;
  asked(): PartHost['asked'];
}

/** The root element as its parts see it, always as it is now; `lent` is what only an heir may call. */
export function lend(element: PortletElement<PayingClient>, { locale, asked, ...acts }: Lent): PartHost {
  return {
    ...acts,
    addController: (controller) => element.addController(controller),
    removeController: (controller) => element.removeController(controller),
    requestUpdate: () => element.requestUpdate(),
    dispatchEvent: (event) => element.dispatchEvent(event),
    get updateComplete() {
      return element.updateComplete;
    },
    get services() {
      return element.services;
    },
    get locale() {
      return locale();
    },
    get asked() {
      return asked();
    },
    get headingLevel() {
      return element.headingLevel;
    },
    get mode() {
      return element.mode;
    },
    get renderRoot() {
      return element.renderRoot;
    },
  };
}
