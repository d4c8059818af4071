/**
 * What a caller may never write, by the names under which the gateway, TM Forum or JavaScript know it: ids, owners,
 * states, prices, dates, rights. A name that an operation takes itself is left out for that operation.
 */
export const PROPERTIES: readonly string[] = [
  'id', 'href', '@type', '@baseType', '@schemaLocation', '@referredType', 'externalId', 'number', 'key', 'request', 'correlatorId',
  'relatedParty', 'partyId', 'partyIds', 'sub', 'subject', 'customer', 'customerId', 'owner', 'user', 'userId', 'granter', 'by', 'who', 'person', 'persona', 'role', 'tenant',
  'account', 'accountId', 'accountIds', 'billingAccount', 'paymentMethod', 'agreement',
  'state', 'status', 'stage', 'ticketStatus', 'validFor', 'from', 'direction', 'creationDate', 'orderDate', 'placedAt', 'raisedAt', 'changedAt', 'lastUpdate', 'completionDate', 'expectedBy', 'requestedCompletionDate', 'requestedInitialState',
  'price', 'total', 'once', 'monthly', 'amount', 'discount', 'net', 'orderTotalPrice', 'itemTotalPrice', 'itemPrice', 'priceAlteration',
  'items', 'productOrderItem', 'cartItem', 'orderItem', 'note', 'notes', 'entries', 'attachment', 'channel', 'characteristic', 'privilege', 'assetUserRole', 'action', 'actions', 'function', 'acting', 'actor', 'admin', 'isAdmin', 'priority', 'relatedEntity', 'statusChange',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__',
];

/** What a thief would really write, all at once. `stranger` is somebody else's party id, `theirs` an account of theirs. */
export const plausible = (stranger: string, theirs: string): Readonly<Record<string, unknown>> => ({
  id: 'chosen-by-caller',
  externalId: 'O-0000000001',
  state: 'completed',
  status: 'closed',
  requestedInitialState: 'completed',
  creationDate: '2020-01-01T00:00:00.000Z',
  orderDate: '2020-01-01T00:00:00.000Z',
  priority: '0',
  relatedParty: [{ id: stranger, role: 'customer', '@referredType': 'Individual' }],
  billingAccount: { id: theirs },
  orderTotalPrice: [{ name: 'Monthly', priceType: 'recurring', price: { taxIncludedAmount: { unit: 'EUR', value: 0.01 } } }],
  validFor: { startDateTime: '2020-01-01T00:00:00.000Z', endDateTime: '2099-01-01T00:00:00.000Z' },
  user: { id: stranger },
  granter: { id: stranger },
  privilege: [{ manageableAsset: { id: theirs, entityType: 'BillingAccount' }, action: 'read', function: 'bill' }],
  note: [{ text: 'Approved', author: 'The operator' }],
});
