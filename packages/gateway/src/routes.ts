import { accountRoutes } from './accounts/accounts.routes.ts';
import { accessLogRoutes } from './audit/access-log.routes.ts';
import { availabilityRoutes } from './availability/availability.routes.ts';
import { balanceRoutes } from './balance/balance.routes.ts';
import { billRoutes } from './bills/bills.routes.ts';
import { lineRoutes } from './bills/lines.routes.ts';
import { capabilityRoutes } from './capabilities/capabilities.routes.ts';
import { cartVisitRoutes } from './cart/cart-visit.routes.ts';
import { cartRoutes } from './cart/cart.routes.ts';
import { keptCartRoutes } from './cart/kept.routes.ts';
import { shareRoutes } from './cart/share.routes.ts';
import { checkoutRoutes } from './checkout/checkout.routes.ts';
import { configurationRoutes } from './configuration/configuration.routes.ts';
import { consolidationRoutes } from './consolidation/consolidation.routes.ts';
import { deskRoutes } from './desk/desk.routes.ts';
import { disputeRoutes } from './disputes/disputes.routes.ts';
import { grantRoutes } from './grants/grants.routes.ts';
import { interimRoutes } from './interim-bills/interim.routes.ts';
import { guideRoutes } from './guide/guide.routes.ts';
import { incidentRoutes } from './incidents/incidents.routes.ts';
import { interactionRoutes } from './interactions/interactions.routes.ts';
import { offerRoutes } from './offers/offers.routes.ts';
import { reorderRoutes } from './orders/reorder.routes.ts';
import { orderRoutes } from './orders/orders.routes.ts';
import { letterRoutes } from './papers/letter.routes.ts';
import { paperRoutes } from './papers/papers.routes.ts';
import { statementRoutes } from './papers/statement.routes.ts';
import { paymentRoutes } from './payments/payments.routes.ts';
import { placeRoutes } from './places/places.routes.ts';
import { plannedWorkRoutes } from './planned-work/planned-work.routes.ts';
import { productRoutes } from './products/products.routes.ts';
import { actingRoutes } from './acting/acting.routes.ts';
import { quoteRoutes } from './quotes/quotes.routes.ts';
import { reportRoutes } from './reports/reports.routes.ts';
import type { Route } from './routing/route.ts';
import { packRoutes } from './service-levels/pack.routes.ts';
import { serviceLevelRoutes } from './service-levels/service-levels.routes.ts';
import { sessionRoutes } from './session/session.routes.ts';
import { spendRoutes } from './spend/spend.routes.ts';
import { ticketRoutes } from './tickets/tickets.routes.ts';
import { trailsRoutes } from './trail/trail.routes.ts';
import { usageRoutes } from './usage/usage.routes.ts';
import { visitorRoutes } from './visitor/visitor.routes.ts';

/** Every call of the self-service API. A noun's folder exports its part as `<noun>Routes`. */
export const apiRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...capabilityRoutes,
  ...accountRoutes,
  ...consolidationRoutes,
  ...balanceRoutes,
  ...paperRoutes,
  ...statementRoutes,
  ...letterRoutes,
  ...billRoutes,
  ...interimRoutes,
  ...lineRoutes,
  ...spendRoutes,
  ...reportRoutes,
  ...disputeRoutes,
  ...paymentRoutes,
  ...trailsRoutes,
  ...orderRoutes,
  ...productRoutes,
  ...offerRoutes,
  ...guideRoutes,
  ...configurationRoutes,
  ...placeRoutes,
  ...availabilityRoutes,
  ...cartRoutes,
  ...cartVisitRoutes,
  ...keptCartRoutes,
  ...shareRoutes,
  ...checkoutRoutes,
  ...reorderRoutes,
  ...quoteRoutes,
  ...visitorRoutes,
  ...ticketRoutes,
  ...deskRoutes,
  ...usageRoutes,
  ...incidentRoutes,
  ...plannedWorkRoutes,
  ...packRoutes,
  ...serviceLevelRoutes,
  ...interactionRoutes,
  ...accessLogRoutes,
  ...grantRoutes,
  ...actingRoutes,
];
