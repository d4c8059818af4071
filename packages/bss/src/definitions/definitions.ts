import { type Definition, definitionsOf } from './definition.ts';
import { slaManagement } from './sla-management.ts';
import { stockManagement } from './stock-management.ts';
import { productCatalog } from './tmf620.ts';
import { troubleTicket } from './tmf621.ts';
import { productOrdering } from './tmf622.ts';
import { customerManagement } from './tmf629.ts';
import { party } from './tmf632.ts';
import { usageManagement } from './tmf635.ts';
import { productInventory } from './tmf637.ts';
import { serviceInventory } from './tmf638.ts';
import { appointmentManagement } from './tmf646.ts';
import { quoteManagement } from './tmf648.ts';
import { agreementManagement } from './tmf651.ts';
import { serviceQualification } from './tmf645.ts';
import { serviceTest } from './tmf653.ts';
import { prepayBalance } from './tmf654.ts';
import { serviceProblem } from './tmf656.ts';
import { serviceQuality } from './tmf657.ts';
import { shoppingCart } from './tmf663.ts';
import { accountManagement } from './tmf666.ts';
import { documentManagement } from './tmf667.ts';
import { partyRole } from './tmf669.ts';
import { paymentMethod } from './tmf670.ts';
import { rolesAndPermissions } from './tmf672.ts';
import { geographicAddress } from './tmf673.ts';
import { geographicSite } from './tmf674.ts';
import { paymentManagement } from './tmf676.ts';
import { usageConsumption } from './tmf677.ts';
import { customerBill } from './tmf678.ts';
import { productOfferingQualification } from './tmf679.ts';
import { productRecommendation } from './tmf680.ts';
import { communication } from './tmf681.ts';
import { partyInteraction } from './tmf683.ts';
import { processFlowManagement } from './tmf701.ts';
import { customer360 } from './tmf717.ts';
import { productConfiguration } from './tmf760.ts';

/** Every resource the reference BSS serves. Another API is another file of facts and a line here. */
export const definitions: readonly Definition[] = [
  productCatalog,
  troubleTicket,
  productOrdering,
  customerManagement,
  party,
  usageManagement,
  productInventory,
  serviceInventory,
  appointmentManagement,
  quoteManagement,
  agreementManagement,
  serviceQualification,
  serviceTest,
  prepayBalance,
  serviceProblem,
  serviceQuality,
  shoppingCart,
  accountManagement,
  documentManagement,
  partyRole,
  paymentMethod,
  rolesAndPermissions,
  geographicAddress,
  geographicSite,
  paymentManagement,
  usageConsumption,
  customerBill,
  productOfferingQualification,
  productRecommendation,
  communication,
  partyInteraction,
  customer360,
  productConfiguration,
  processFlowManagement,
  slaManagement,
  stockManagement,
].flatMap(definitionsOf);

/** Every base path under which an API is served. Some specifications put theirs outside `/tmf-api`. */
export const basePaths: readonly string[] = [...new Set(definitions.flatMap(({ views }) => views.flatMap(({ bases }) => bases)))];

const byResource = new Map(definitions.map((definition) => [definition.resource, definition]));

/** The facts of a resource by its camel case name. Throws for a name the table does not have. */
export function definitionOf(resource: string): Definition {
  const definition = byResource.get(resource);
  if (!definition) throw new Error(`No definition of resource "${resource}".`);
  return definition;
}
