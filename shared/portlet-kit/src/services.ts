import { createContext } from '@lit/context';
import type { FaceplateClient, Freshness } from '@faceplate/client';

/** A portlet's whole coupling to where it stands. A fifth member needs an ADR. */
export interface PortletServices<Client = FaceplateClient> {
  readonly client: Client & Freshness;
  /** BCP 47. */
  readonly locale: string;
  /** Goes to a path of the portal, `/bills/b1`; on a page without routes it only tells the page. */
  readonly navigate: (path: string) => void;
  /** Tells whoever runs the page that something failed. Never shown to a customer. */
  readonly report: (cause: unknown) => void;
}

/** What `<fp-context>` lends to the portlets inside it. */
export interface Surroundings {
  readonly services: PortletServices;
  /** Billing account id; empty for all accounts of the session. */
  readonly account: string;
}

export const surroundingsContext = createContext<Surroundings>(Symbol('faceplate surroundings'));
