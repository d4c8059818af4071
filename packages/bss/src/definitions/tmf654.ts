import { ALL, type ApiFacts, type Lifecycle, NOW, READ, type ResourceFacts, TASK } from './definition.ts';

const NONE = { amount: 0, units: 'units' };

const lifecycle: Lifecycle = {
  attribute: 'status',
  event: 'StateChange',
  moves: { created: ['completed', 'failed', 'cancelled'], completed: [], failed: [], cancelled: [] },
  initial: ['created'],
  stamps: { completed: 'confirmationDate' },
};

/** A change of a balance: asked for with a POST, done when it can be. */
const action = {
  operations: ALL,
  defaults: { status: 'created', usageType: 'other', amount: NONE, requestedDate: NOW },
  fixed: ['confirmationDate', 'requestedDate', 'amount', 'bucket', 'usageType'],
  lifecycle,
  // What did not come about has events of its own names.
  tells: [
    { event: 'Failure', attribute: 'status', value: 'failed' },
    { event: 'Cancel', attribute: 'status', value: 'cancelled' },
  ],
} satisfies Partial<ResourceFacts>;

/**
 * Balances and what changes them. v4's file lets nobody make a bucket; TM
 * Forum's kit does, so we do. A bucket's `amount` is what it held when full.
 */
export const prepayBalance: ApiFacts = {
  api: 'TMF654',
  base: 'prepayBalanceManagement',
  resources: [
    {
      resource: 'bucket',
      type: 'Bucket',
      operations: TASK,
      defaults: { status: 'active', usageType: 'other', amount: NONE, isShared: false, requestedDate: NOW, confirmationDate: NOW },
    },
    { ...action, resource: 'topupBalance', type: 'TopupBalance' },
    { ...action, resource: 'adjustBalance', type: 'AdjustBalance', defaults: { ...action.defaults, adjustType: 'oneTime' } },
    {
      ...action,
      resource: 'transferBalance',
      type: 'TransferBalance',
      // What the file demands of an answer, too.
      mandatory: ['reason', 'channel', 'logicalResource', 'receiverLogicalResource'],
      fixed: [...action.fixed, 'receiverBucket'],
    },
    { ...action, resource: 'reserveBalance', type: 'ReserveBalance' },
    { resource: 'accumulatedBalance', type: 'AccumulatedBalance', operations: READ },
    { resource: 'balanceActionHistory', type: 'BalanceActionHistory', operations: READ },
  ],
};
