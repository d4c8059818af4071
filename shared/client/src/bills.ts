import { Bill, BillList } from '@faceplate/contracts';
import type { createDownload, RequestOptions } from './send.ts';
import type { Wire } from './wire.ts';

type Download = ReturnType<typeof createDownload>;

export interface BillsClient {
  /** Of one billing account, or of all when none is given. */
  list(accountId?: string, options?: RequestOptions): Promise<BillList>;
  get(billId: string, options?: RequestOptions): Promise<Bill>;
  /** The bill as a PDF. */
  document(billId: string, options?: RequestOptions): Promise<Blob>;
}

export const billsClient = ({ read }: Wire, download: Download): BillsClient => ({
  list: (accountId, options) =>
    read(accountId ? `/bills?account=${encodeURIComponent(accountId)}` : '/bills', BillList, ['bills', 'accounts'], options),
  get: (billId, options) => read(`/bills/${encodeURIComponent(billId)}`, Bill, ['bills'], options),
  document: (billId, options) => download(`/bills/${encodeURIComponent(billId)}/document`, options),
});
