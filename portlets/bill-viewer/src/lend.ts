import type { PartHost } from './part.ts';

/** What anybody may read of the root element. */
type Root = Omit<PartHost, keyof Lent | 'wanted' | 'locale' | 'account'>;

/** What only an heir of it may call. */
interface Lent extends Pick<PartHost, 'renderReading' | 'run' | 'open' | 'ask' | 'go'> {
  locale(): string;
  account(): string;
  wanted(): PartHost['wanted'];
}

/** The root element as its parts see it, always as it is now. */
export function lend(element: Root, { locale, account, wanted, ...acts }: Lent): PartHost {
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
    // An attribute that is taken away leaves nothing behind, not an empty text.
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
