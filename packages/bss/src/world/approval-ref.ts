import { definitionOf } from '../definitions/definitions.ts';
import type { Draft } from './draft.ts';

export const approvalId = (draft: Draft, orderId: string): string => draft.id('approval', orderId);

/** The process in which an order is approved, as the order refers to it. */
export const approvalRef = (draft: Draft, orderId: string) => {
  const id = approvalId(draft, orderId);
  return { id, href: `${definitionOf('processFlow').path}/${id}`, '@referredType': 'ProcessFlow' };
};
