import type { Cart, Checkout } from '@faceplate/contracts';
import { STEPS, type Step } from './part.ts';

/** The pages this cart needs, in their order: its lines say it, and what the service knows beyond. */
export function stepsOf(cart: Cart | undefined, checkout: Checkout | undefined): Step[] {
  const needs = new Set<string>(cart?.items.flatMap((item) => (item.later ? [] : (item.needs ?? []))));
  for (const { kind } of checkout?.steps ?? []) needs.add(kind);
  if ((checkout?.promises.length ?? 0) > 0) needs.add('promise');
  return STEPS.filter((step) => step === '' || step === 'order' || needs.has(step));
}
