import { ALL, type ApiFacts } from './definition.ts';

/** An empty cart is a cart; TMF663 has neither a state nor a checkout. Prices and validity are the operator's. */
export const shoppingCart: ApiFacts = {
  api: 'TMF663',
  base: 'shoppingCart',
  versions: ['v4', 'v5'],
  resources: [
    {
      resource: 'shoppingCart',
      type: 'ShoppingCart',
      operations: ALL,
      defaults: { cartItem: [], relatedParty: [] },
      itemMandatory: { cartItem: ['action'] },
      itemDefaults: { cartItem: { quantity: 1, status: 'active' } },
      fixed: ['cartTotalPrice', 'validFor'],
    },
  ],
};
