import type { Noun } from './noun.ts';
import { queryProductRecommendationNoun } from '../recommendation/query-product-recommendation.ts';
import { checkProductConfigurationNoun } from '../configuration/check-product-configuration.ts';
import { queryProductConfigurationNoun } from '../configuration/query-product-configuration.ts';
import { productOfferingQualificationNoun } from '../qualification/product-offering-qualification.ts';
import { queryProductOfferingQualificationNoun } from '../qualification/query-product-offering-qualification.ts';
import { checkServiceQualificationNoun } from '../qualification/check-service-qualification.ts';
import { queryServiceQualificationNoun } from '../qualification/query-service-qualification.ts';
import { balanceNouns } from '../balance/balance.ts';
import { billingAccountNoun } from '../customer-bill/billing-account.ts';
import { billCycleNoun } from '../customer-bill/bill-run.ts';
import { customerBillNoun } from '../customer-bill/customer-bill.ts';
import { customerBillOnDemandNoun } from '../customer-bill/on-demand.ts';
import { paymentMethodNoun } from '../payment/payment-method.ts';
import { paymentNoun } from '../payment/payment.ts';
import { refundNoun } from '../payment/refund.ts';
import { paymentTaskNouns } from '../payment/tasks.ts';
import { consumptionNouns } from '../usage/consumption.ts';
import { usageNoun } from '../usage/usage.ts';
import { customer360Noun } from '../customer360/customer360.ts';
import { organizationNoun } from '../organization/organization.ts';
import { exportJobNoun } from '../catalogue/export-job.ts';
import { importJobNoun } from '../catalogue/import-job.ts';
import { productOfferingNoun, productOfferingPriceNoun } from '../catalogue/product-offering.ts';
import { geographicAddressValidationNoun } from '../place/geographic-address-validation.ts';
import { appointmentNoun } from '../appointment/appointment.ts';
import { searchTimeSlotNoun } from '../appointment/search-time-slot.ts';
import { processFlowNoun } from '../approval/process-flow.ts';
import { taskFlowNoun } from '../approval/task-flow.ts';
import { cancelProductOrderNoun } from '../product-order/cancel-product-order.ts';
import { quoteNoun } from '../quote/quote.ts';
import { productNoun } from '../service/product.ts';
import { serviceNoun } from '../service/service.ts';
import { shoppingCartNoun } from '../shopping-cart/shopping-cart.ts';
import { productStockNoun } from '../stock/product-stock.ts';
import { reserveProductStockNoun } from '../stock/reservation.ts';
import { productOrderNoun } from '../product-order/product-order.ts';
import { troubleTicketNoun } from '../trouble-ticket/trouble-ticket.ts';
import { serviceProblemNoun } from '../service-problem/service-problem.ts';
import { problemAcknowledgementNoun, problemUnacknowledgementNoun, problemGroupNoun, problemUngroupNoun } from '../service-problem/tasks.ts';
import { communicationMessageNoun } from '../communication/post.ts';
import { partyInteractionNoun } from '../interaction/interaction.ts';
import { documentNoun } from '../document/document.ts';
import { partyRoleNoun, permissionNoun } from '../role/role.ts';
import { serviceTestNoun } from '../service-test/service-test.ts';
import { slaViolationNoun } from '../sla/claim.ts';
import { slaNoun } from '../sla/sla.ts';
import { slaComplianceReportNoun } from '../sla/report.ts';

/** Every resource that does something of its own. Another is a folder of its own and a line here. */
export const nouns: readonly Noun[] = [
  billingAccountNoun,
  billCycleNoun,
  customerBillNoun,
  customerBillOnDemandNoun,
  paymentNoun,
  paymentMethodNoun,
  refundNoun,
  ...paymentTaskNouns,
  usageNoun,
  ...consumptionNouns,
  ...balanceNouns,
  productOfferingNoun,
  productOfferingPriceNoun,
  importJobNoun,
  exportJobNoun,
  geographicAddressValidationNoun,
  queryProductRecommendationNoun,
  checkProductConfigurationNoun,
  queryProductConfigurationNoun,
  productOfferingQualificationNoun,
  queryProductOfferingQualificationNoun,
  checkServiceQualificationNoun,
  queryServiceQualificationNoun,
  customer360Noun,
  organizationNoun,
  productOrderNoun,
  cancelProductOrderNoun,
  appointmentNoun,
  searchTimeSlotNoun,
  quoteNoun,
  productNoun,
  serviceNoun,
  shoppingCartNoun,
  productStockNoun,
  reserveProductStockNoun,
  taskFlowNoun,
  processFlowNoun,
  troubleTicketNoun,
  serviceProblemNoun,
  problemAcknowledgementNoun,
  problemUnacknowledgementNoun,
  problemGroupNoun,
  problemUngroupNoun,
  communicationMessageNoun,
  partyInteractionNoun,
  documentNoun,
  partyRoleNoun,
  permissionNoun,
  serviceTestNoun,
  slaNoun,
  slaViolationNoun,
  slaComplianceReportNoun,
];

const byResource = new Map(nouns.map((noun) => [noun.resource, noun]));

/** What a resource does; undefined where it is only kept. */
export function nounOf(resource: string): Noun | undefined {
  return byResource.get(resource);
}
