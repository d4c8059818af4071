import { offerNoun } from '@faceplate/client';
import { Ended, PickedUp, VisitorLink } from '@faceplate/contracts';
import type { RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

/** Somebody who has not signed in: a cart of their own, in this browser. */
export interface VisitorClient {
  /** Code of a link by which to go on in another browser; put it in the fragment. */
  link(options?: Omit<SendOptions, 'body'>): Promise<VisitorLink>;
  /** Takes what such a link leads to into the cart here. */
  pickUp(code: string, options?: Omit<SendOptions, 'body'>): Promise<PickedUp>;
  /** Forgets cart and visitor in this browser. */
  forget(options?: RequestOptions): Promise<Ended>;
}

const visitorClient = ({ write }: Wire): VisitorClient => ({
  link: (options) => write('POST /visitor/links', VisitorLink, [], { ...options, body: {} }),
  pickUp: (code, options) => write('POST /visitor/pick-ups', PickedUp, ['cart'], { ...options, body: { code } }),
  forget: (options) => write('DELETE /visitor', Ended, ['cart', 'orders'], options),
});

declare module '../nouns.ts' {
  interface Nouns {
    readonly visitor: VisitorClient;
  }
}

offerNoun('visitor', ({ wire }) => visitorClient(wire));
