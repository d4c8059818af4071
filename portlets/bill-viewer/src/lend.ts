import type { BillViewerElement } from './bill-viewer.element.ts';
import type { PartHost } from './part.ts';

interface Lent extends Pick<PartHost, 'renderReading' | 'run' | 'open' | 'ask' | 'go'> {
  locale(): string;
  account(): string;
  wanted(): PartHost['wanted'];
}

/** The root element as its parts see it, always as it is now; `lent` is what only an heir may call. */
export function lend(element: BillViewerElement, { locale, account, wanted, ...acts }: Lent): PartHost {
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
    get account() {
      return account();
    },
    get wanted() {
      return wanted();
    },
    get headingLevel() {
      return element.headingLevel;
    },
    get view() {
      return element.view;
    },
    get mode() {
      return element.mode;
    },
    get billId() {
      return element.billId || '';
    },
    get chargeId() {
      return element.chargeId || '';
    },
    get renderRoot() {
      return element.renderRoot;
    },
  };
}
