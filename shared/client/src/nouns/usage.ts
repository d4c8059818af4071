import { offerNoun } from '@faceplate/client';
import { RunningBillList, UsageEventList, UsageList } from '@faceplate/contracts';
import type { createDownload, RequestOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

export interface UsageClient {
  /** What each service has used in the running period, day by day. */
  list(accountId?: string, options?: RequestOptions): Promise<UsageList>;
  /** What has been run up since the last bill. */
  running(accountId?: string, options?: RequestOptions): Promise<RunningBillList>;
  /** The single uses of one service in the running period. */
  events(productId: string, options?: RequestOptions): Promise<UsageEventList>;
  /** The same as CSV. */
  export(productId: string, options?: RequestOptions): Promise<Blob>;
}

const usageClient = ({ read }: Wire, download: ReturnType<typeof createDownload>): UsageClient => {
  const account = (id: string | undefined) => (id ? `?account=${encodeURIComponent(id)}` : '');
  const product = (id: string) => `?product=${encodeURIComponent(id)}`;
  return {
    list: (accountId, options) => read(`/usage${account(accountId)}`, UsageList, ['usage', 'accounts'], options),
    running: (accountId, options) => read(`/running${account(accountId)}`, RunningBillList, ['usage', 'bills', 'accounts'], options),
    events: (productId, options) => read(`/usage/events${product(productId)}`, UsageEventList, ['usage'], options),
    export: (productId, options) => download(`/usage/events/export.csv${product(productId)}`, options),
  };
};

declare module '../nouns.ts' {
  interface Nouns {
    readonly usage: UsageClient;
  }
}

offerNoun('usage', ({ wire, download }) => usageClient(wire, download));
