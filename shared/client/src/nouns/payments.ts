import { offerNoun } from '@faceplate/client';
import { BalanceSheet, Payment, PaymentList, PaymentMeansList, type PaymentRequest, Trail } from '@faceplate/contracts';
import type { createDownload, RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

export interface PaymentsClient {
  /** The six figures of every account, and of all together. */
  balance(options?: RequestOptions): Promise<BalanceSheet>;
  list(options?: RequestOptions): Promise<PaymentList>;
  get(paymentId: string, options?: RequestOptions): Promise<Payment>;
  means(options?: RequestOptions): Promise<PaymentMeansList>;
  /** One payment a key, however often it is sent. */
  pay(payment: PaymentRequest, options: Omit<SendOptions, 'body'> & { idempotencyKey: string }): Promise<Payment>;
  /** Ends a payment that waits for the customer. */
  cancel(paymentId: string, options?: Omit<SendOptions, 'body'>): Promise<Payment>;
  /** The receipt as a PDF. */
  receipt(paymentId: string, options?: RequestOptions): Promise<Blob>;
  /** Each step in each system, from the wish to the bill, and where they contradict each other. */
  trail(of: TrailOf, id: string, options?: RequestOptions): Promise<Trail>;
  /** The same as a file. */
  trailFile(of: TrailOf, id: string, form: 'csv' | 'json', options?: RequestOptions): Promise<Blob>;
}

/** What a trail is of. */
export type TrailOf = 'payments' | 'bills' | 'orders';

const PAID = ['payments', 'bills', 'accounts'] as const;

const paymentsClient = ({ read, write }: Wire, download: ReturnType<typeof createDownload>): PaymentsClient => {
  const payment = (id: string) => `/payments/${encodeURIComponent(id)}` as const;
  return {
    balance: (options) => read('/balance', BalanceSheet, PAID, options),
    list: (options) => read('/payments', PaymentList, ['payments'], options),
    get: (paymentId, options) => read(payment(paymentId), Payment, ['payments'], options),
    means: (options) => read('/payment-means', PaymentMeansList, ['payments', 'accounts'], options),
    pay: (body, options) => write('POST /payments', Payment, PAID, { ...options, body }),
    cancel: (paymentId, options) => write(`POST ${payment(paymentId)}/cancel`, Payment, PAID, { ...options, body: {} }),
    receipt: (paymentId, options) => download(`${payment(paymentId)}/receipt`, options),
    trail: (of, id, options) => read(`/${of}/${encodeURIComponent(id)}/trail`, Trail, PAID, options),
    trailFile: (of, id, form, options) => download(`/${of}/${encodeURIComponent(id)}/trail/export.${form}`, options),
  };
};

declare module '../nouns.ts' {
  interface Nouns {
    readonly payments: PaymentsClient;
  }
}

offerNoun('payments', ({ wire, download }) => paymentsClient(wire, download));
