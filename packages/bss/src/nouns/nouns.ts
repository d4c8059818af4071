import type { Noun } from './noun.ts';
import { customer360Noun } from '../customer360/customer360.ts';
import { organizationNoun } from '../organization/organization.ts';
import { exportJobNoun } from '../catalogue/export-job.ts';
import { importJobNoun } from '../catalogue/import-job.ts';
import { productOfferingNoun, productOfferingPriceNoun } from '../catalogue/product-offering.ts';
import { geographicAddressValidationNoun } from '../place/geographic-address-validation.ts';
import { productOrderNoun } from '../product-order/product-order.ts';
import { troubleTicketNoun } from '../trouble-ticket/trouble-ticket.ts';
import { serviceProblemNoun } from '../service-problem/service-problem.ts';
import { problemAcknowledgementNoun, problemUnacknowledgementNoun, problemGroupNoun, problemUngroupNoun } from '../service-problem/tasks.ts';

/** Every resource that does something of its own. Another is a folder of its own and a line here. */
export const nouns: readonly Noun[] = [
  productOfferingNoun,
  productOfferingPriceNoun,
  importJobNoun,
  exportJobNoun,
  geographicAddressValidationNoun,
  customer360Noun,
  organizationNoun,
  productOrderNoun,
  troubleTicketNoun,
  serviceProblemNoun,
  problemAcknowledgementNoun,
  problemUnacknowledgementNoun,
  problemGroupNoun,
  problemUngroupNoun,
];

const byResource = new Map(nouns.map((noun) => [noun.resource, noun]));

/** What a resource does; undefined where it is only kept. */
export function nounOf(resource: string): Noun | undefined {
  return byResource.get(resource);
}
