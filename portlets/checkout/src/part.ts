import type { FaceplateClient } from '@faceplate/client';
import type { Cart, Checkout, Session } from '@faceplate/contracts';
import type { PartHost as AnyPartHost, Reading } from '@faceplate/portlet-kit';
import type { ActsController } from './acts.controller.ts';
import type { TypedStore } from './typed.ts';

/** What of the client this portlet uses. */
export type BuyerClient = Pick<FaceplateClient, 'session' | 'cart' | 'orders' | 'places' | 'payments' | 'quotes'>;

/** The pages of the way from a cart to an order; the first is the cart itself. */
export const STEPS = ['', 'place', 'visit', 'number', 'promise', 'order'] as const;
export type Step = (typeof STEPS)[number];

/** Whoever has not signed in, by way of a name for what they typed. */
export const VISITOR = 'visitor';

/** What a part of this portlet, loaded when it is needed, may use of the root element. */
export interface PartHost extends AnyPartHost<BuyerClient> {
  readonly session: Session | undefined;
  readonly cart: Reading<readonly [], Cart>;
  readonly checkout: Reading<readonly [string], Checkout>;
  readonly acts: ActsController;
  readonly typed: TypedStore;
  /** The order or the quote that the address names; empty for none. */
  readonly asked: { order: string; quote: string };
  /** Goes to a page of the portlet. */
  go(page: string): void;
  /** Goes to the page after this one, as far as the cart needs any. */
  next(): void;
  /** What the last act could not do, drawn where it was tried. */
  refusal(name: string): unknown;
}

/** A page of the portlet, loaded when somebody gets there. */
export interface Part {
  render(): unknown;
}
