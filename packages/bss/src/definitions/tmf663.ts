import { ALL, type ApiFacts } from './definition.ts';

/** An empty cart is a cart; TMF663 has neither a state nor a checkout. */
export const shoppingCart: ApiFacts = {
  api: 'TMF663',
  base: 'shoppingCart',
  resources: [
    {
      resource: 'shoppingCart',
      type: 'ShoppingCart',
      operations: ALL,
      arrays: ['cartItem', 'cartTotalPrice', 'contactMedium', 'relatedParty'],
      defaults: { cartItem: [], relatedParty: [] },
      itemMandatory: { cartItem: ['id', 'action'] },
      fixed: ['cartTotalPrice', 'validFor'],
    },
  ],
};
