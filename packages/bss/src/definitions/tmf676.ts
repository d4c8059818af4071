import { type ApiFacts, NOW, type ResourceFacts, TASK } from './definition.ts';

const money = { operations: TASK, mandatory: ['account', 'paymentMethod', 'totalAmount'], accounts: ['account.id'] } satisfies Partial<ResourceFacts>;

/** Also found under its older path. Payments and refunds are never patched: what becomes of them is ours to say. */
export const paymentManagement: ApiFacts = {
  api: 'TMF676',
  base: 'paymentManagement',
  aliases: ['/tmf-api/payment/v4'],
  resources: [
    {
      ...money,
      resource: 'payment',
      type: 'Payment',
      itemMandatory: { paymentItem: ['item'] },
      defaults: { status: 'pendingAuthorization', paymentDate: NOW, statusDate: NOW },
      lifecycle: {
        attribute: 'status',
        event: 'StateChange',
        moves: {
          pendingAuthorization: ['authorized', 'denied', 'failed', 'canceled'],
          authorized: ['captured', 'failed', 'canceled'],
          // Taken back by the payer's bank.
          captured: ['failed'],
          denied: [],
          failed: [],
          canceled: [],
        },
        initial: ['pendingAuthorization'],
      },
    },
    {
      ...money,
      resource: 'refund',
      type: 'Refund',
      defaults: { status: 'pending', refundDate: NOW, statusDate: NOW },
      lifecycle: {
        attribute: 'status',
        event: 'StateChange',
        moves: { pending: ['done', 'denied'], done: [], denied: [] },
        initial: ['pending'],
      },
    },
    ...(['authorizePayment', 'initiatePayment'] as const).map(
      (resource): ResourceFacts => ({
        resource,
        type: resource === 'authorizePayment' ? 'AuthorizePayment' : 'InitiatePayment',
        operations: TASK,
        defaults: { state: 'acknowledged' },
        lifecycle: {
          attribute: 'state',
          event: 'StateChange',
          moves: { acknowledged: ['done', 'terminatedWithError'], done: [], terminatedWithError: [] },
          initial: ['acknowledged'],
        },
      }),
    ),
  ],
};
