import type { BilledLine } from './charge.ts';
import { objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

const factOf = (product: Resource, name: string): string | undefined =>
  text(objects(product['productCharacteristic']).find((fact) => fact['name'] === name)?.['value']);

/** A product as its bills name it. */
export function lineOf(product: Resource): BilledLine {
  const identifier = factOf(product, 'identifier');
  return { id: product.id, name: text(product['name']) ?? product.id, ...(identifier !== undefined && { identifier }) };
}

/** `mobile`, `fixed`, `tv`, `device`; nothing where the product does not say. */
export const lineOfBusiness = (product: Resource): string => factOf(product, 'lineOfBusiness') ?? '';
