import type { Resource, StoredRecord } from '../store/store.ts';
import { Dice, idOf } from './random.ts';
import { monthNumber } from './zone.ts';

/** TMF API base of each resource of the world, for `href`. */
const BASES: Record<string, string> = {
  category: 'productCatalogManagement',
  productOffering: 'productCatalogManagement',
  productOfferingPrice: 'productCatalogManagement',
  productSpecification: 'productCatalogManagement',
  catalog: 'productCatalogManagement',
  individual: 'party',
  organization: 'party',
  customer: 'customerManagement',
  partyRole: 'partyRoleManagement',
  billingAccount: 'accountManagement',
  product: 'productInventory',
  customerBill: 'customerBillManagement',
  appliedCustomerBillingRate: 'customerBillManagement',
  productOrder: 'productOrderingManagement',
  troubleTicket: 'troubleTicket',
  serviceProblem: 'serviceProblemManagement',
  partyInteraction: 'partyInteraction',
  sla: 'slaManagement',
  slaViolation: 'slaManagement',
  availabilityInterval: 'slaManagement',
};

export function hrefOf(resource: string, id: string): string {
  const base = BASES[resource];
  if (!base) throw new RangeError(`No TMF API known for ${resource}`);
  return `/tmf-api/${base}/v4/${resource}/${id}`;
}

/** A world in the making: what has been written so far, and where its chance comes from. */
export class Draft {
  readonly records: StoredRecord[] = [];
  readonly now: number;
  /** The month `now` lies in; bills cover the months before it. */
  readonly month: number;
  readonly #seed: number;

  constructor(seed: number, now: Date) {
    this.#seed = seed;
    this.now = now.getTime();
    this.month = monthNumber(this.now);
  }

  id(...label: readonly (string | number)[]): string {
    return idOf([this.#seed, ...label].join('/'));
  }

  dice(...label: readonly (string | number)[]): Dice {
    return new Dice([this.#seed, ...label].join('/'));
  }

  add(resource: string, body: Resource): void {
    const type = resource.charAt(0).toUpperCase() + resource.slice(1);
    const { id, ...rest } = body;
    this.records.push({ resource, body: { id, href: hrefOf(resource, id), '@type': type, ...rest } });
  }
}
