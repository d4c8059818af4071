import { ALL, type ApiFacts, type Lifecycle, NOW, TASK } from './definition.ts';

/** TMF622's own picture of an order's life. */
export const ORDER_MOVES = {
  acknowledged: ['inProgress', 'pending'],
  inProgress: ['completed', 'failed', 'partial', 'pending', 'held', 'assessingCancellation'],
  pending: ['inProgress', 'cancelled', 'assessingCancellation'],
  held: ['inProgress', 'cancelled', 'assessingCancellation'],
  assessingCancellation: ['pendingCancellation', 'inProgress', 'pending', 'held'],
  pendingCancellation: ['cancelled'],
  completed: [],
  failed: [],
  partial: [],
  cancelled: [],
  rejected: [],
} as const satisfies Lifecycle['moves'];

export const productOrdering: ApiFacts = {
  api: 'TMF622',
  base: 'productOrderingManagement',
  versions: ['v4', 'v5'],
  resources: [
    {
      resource: 'productOrder',
      type: 'ProductOrder',
      operations: ALL,
      mandatory: ['productOrderItem'],
      itemMandatory: { productOrderItem: ['id', 'action'] },
      defaults: { state: 'acknowledged', orderDate: NOW, relatedParty: [] },
      itemDefaults: { productOrderItem: { state: 'acknowledged', quantity: 1 } },
      fixed: ['orderDate', 'approvalProcess'],
      accounts: ['billingAccount.id'],
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        initial: ['acknowledged', 'rejected'],
        moves: ORDER_MOVES,
        openWhenFinal: ['note'],
        stamps: { completed: 'completionDate', cancelled: 'cancellationDate' },
      },
      tells: [
        { event: 'Milestone', attribute: 'productOrderMilestone' },
        { event: 'JeopardyAlert', attribute: 'productOrderJeopardyAlert' },
        { event: 'ErrorMessage', attribute: 'productOrderErrorMessage' },
        { event: 'InformationRequired', attribute: 'productOrderItem.informationRequired.kind', fieldPath: 'productOrderItem.informationProvided' },
      ],
    },
    {
      resource: 'cancelProductOrder',
      type: 'CancelProductOrder',
      operations: TASK,
      mandatory: ['productOrder'],
      defaults: { state: 'acknowledged' },
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        initial: ['acknowledged'],
        moves: { acknowledged: ['inProgress', 'terminatedWithError'], inProgress: ['done', 'terminatedWithError'], done: [], terminatedWithError: [] },
        stamps: { done: 'effectiveCancellationDate' },
      },
    },
  ],
};
