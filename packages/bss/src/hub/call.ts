import type { Courier } from './courier.ts';
import type { HubOptions } from './notifier.ts';
import type { Clock, Store } from '../store/store.ts';
import { TmfError } from '../surface/tmf-error.ts';

export interface HubNeeds {
  store: Store;
  clock: Clock;
  hub: HubOptions;
}

/** A request to a hub. */
export interface HubCall extends HubNeeds {
  courier: Courier;
  request: Request;
  /** `/tmf-api/{base}/{version}`, never an alias. */
  basePath: string;
  origin: string;
}

export const hrefOf = ({ origin, basePath }: HubCall, subscription: string): string => `${origin}${basePath}/hub/${subscription}`;

export const notAllowed = (allow: string): Response =>
  new TmfError(405, '61', 'Method not allowed', `Allowed here: ${allow}.`).toResponse({ allow });
