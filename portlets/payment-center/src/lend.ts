import type { PartHost } from './part.ts';
import type { PaymentCenterElement } from './payment-center.element.ts';

interface Lent extends Pick<PartHost, 'renderReading' | 'run'> {
  locale(): string;
}

/** The root element as its parts see it, always as it is now; `lent` is what only an heir may call. */
export function lend(element: PaymentCenterElement, { locale, ...acts }: Lent): PartHost {
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
