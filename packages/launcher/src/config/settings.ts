import type { Capabilities, Seller, TmfApi } from '@faceplate/gateway';
import type { SealKey } from '@faceplate/gateway/node';
import type { IdentityProviderConfig } from './identity-provider.ts';
import type { PaymentProviderConfig } from './payment-provider.ts';
import type { UpstreamSetting } from './upstream.ts';
import type { WorldSize } from './world.ts';

/** Everything the product needs to know, checked. */
export interface Config {
  production: boolean;
  host: string;
  /** 0 takes any free one. */
  port: number;
  /** The origin browsers use; without it the one that is listened on. */
  publicUrl?: string;
  metricsPort?: number;
  databaseUrl?: string;
  /** Where the embedded database lives when there is no `databaseUrl`. */
  dataFolder: string;
  /** How long a stop goes on answering after `/readyz` says no, until every balancer has noticed. */
  drainSeconds: number;
  /** Guards `/tmf-api`; without it a random one is made. */
  tmfToken?: string;
  world: WorldSize;
  /** Whether the operator asked for this world by name, so that a folder with another one is a mistake. */
  worldAsked: boolean;
  /** `seller`: see the gateway's; `disputes`: see the gateway's terms; `goodwill` in minor units. */
  tenant: { name: string; zone: string; currency: string; brand: string; disputes?: { goodwill?: number; paidDays?: number }; consolidation?: boolean; seller?: Seller };
  embedOrigins: string[];
  /** Without it the reference provider, mounted at `/idp`. */
  identityProvider?: IdentityProviderConfig;
  /** Who takes payments: the reference provider in this process, one reached by its address, or nobody. */
  payments: 'embedded' | 'none' | PaymentProviderConfig;
  /** Where the embedded payment provider listens; one above `port` when left out. */
  pspPort?: number;
  /** What merchants show it; without it a random one is kept. */
  pspSecret?: string;
  /** The ring that seals tokens at rest; without it one key kept beside them. */
  sessionKeys?: SealKey[];
  /** Who did what, for how long, under which keys; without any, under one kept beside it. */
  audit: { keepDays: number; keys?: SealKey[] };
  /** Several systems of one API are shown as one. */
  upstreams: Partial<Record<TmfApi, readonly UpstreamSetting[]>>;
  /** What the operator's systems carry of the API; everything when missing. */
  capabilities?: Capabilities;
  /** Times the allowances that are built in. */
  limits: {
    factor: number;
    /** Reads under way at once that are never turned away for want of time. */
    inFlight: number;
  };
  /** Whose word on where a request comes from is believed. */
  trustedProxies: string[];
  simulator: { enabled: boolean; stepSeconds: number };
  /** The embedded BSS. */
  bss: {
    /** Opens `/sim/v1`, for whoever holds its token on this machine. */
    levers: boolean;
    /** A part of a list answers 206 (TMF630) instead of 200 (the specification files). */
    partialContent: boolean;
    /** Notifications may go to private addresses and over plain http. */
    privateCallbacks: boolean;
  };
}
