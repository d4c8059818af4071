import type { FaceplateClient } from '@faceplate/client';
import type { Cart } from '@faceplate/contracts';
import type { PartHost } from '@faceplate/portlet-kit';
import type { AnswersController } from './answers.controller.ts';
import type { Intent, PurchaseController } from './purchase.controller.ts';

/** What of the client this portlet uses. */
export type ShopClient = Pick<FaceplateClient, 'session' | 'offers' | 'cart' | 'places' | 'visitor'>;

/** What a part of this portlet, loaded when it is needed, may use of the root element. */
export interface ShopHost extends PartHost<ShopClient> {
  /** The page on show; empty for the way through the questions. */
  readonly show: string;
  /** What of it: an offer's id, or several with commas between. */
  readonly item: string;
  /** Whose answers and addresses are kept apart on this device; empty for nobody in particular. */
  readonly person: string;
  readonly cart: Cart | undefined;
  readonly answers: AnswersController;
  readonly purchase: PurchaseController;
  readonly signInHref: string;
  /** To another page of the shop. */
  go(show: string, item?: string): void;
  /** To the page before. */
  back(): void;
  /** To another page of the portal. */
  leave(path: string): void;
  /** Takes a step; what it led to takes the focus as soon as it is there. */
  move(step: () => void): void;
  /** Changes the cart. */
  do(intent: Intent): Promise<void>;
}
