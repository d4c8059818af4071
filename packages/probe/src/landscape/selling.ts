import type { ApiFacts } from './facts.ts';

const ORDER = [
  'acknowledged',
  'rejected',
  'pending',
  'held',
  'inProgress',
  'cancelled',
  'completed',
  'failed',
  'partial',
  'assessingCancellation',
  'pendingCancellation',
  'draft',
  'inProgress.accepted',
];

/** What is sold, and how it comes to the customer. */
export const selling: readonly ApiFacts[] = [
  {
    api: 'TMF620',
    title: 'Product catalogue',
    names: ['productCatalogManagement', 'productCatalog', 'catalogManagement'],
    resources: [
      {
        name: 'productOffering',
        needed: ['id', 'name'],
        conforming: ['href', 'lastUpdate', 'lifecycleStatus'],
        dates: ['lastUpdate', 'validFor.startDateTime', 'validFor.endDateTime'],
      },
      { name: 'productOfferingPrice', needed: ['id', 'price'], conforming: ['href', 'name', 'priceType', 'lifecycleStatus'], money: ['price|price.taxIncludedAmount'] },
      { name: 'productSpecification', filters: ['name'], needed: ['id', 'name'], conforming: ['href', 'lifecycleStatus'] },
    ],
  },
  {
    api: 'TMF622',
    title: 'Product orders',
    names: ['productOrderingManagement', 'productOrdering', 'productOrder'],
    resources: [
      {
        name: 'productOrder',
        scope: 'relatedParty.id',
        filters: ['externalId'],
        sort: '-orderDate',
        needed: ['id', 'orderDate', 'productOrderItem'],
        conforming: ['href', 'relatedParty', 'state'],
        dates: ['orderDate', 'requestedCompletionDate', 'expectedCompletionDate'],
        states: { attribute: 'state', words: ORDER, needed: false },
      },
      { name: 'cancelProductOrder', task: true, needed: ['id'] },
    ],
  },
  {
    api: 'TMF637',
    title: 'Product inventory',
    names: ['productInventory', 'productInventoryManagement'],
    resources: [
      {
        name: 'product',
        scope: 'relatedParty.id',
        needed: ['id', 'status', 'name|productOffering.name|description'],
        conforming: ['href', 'billingAccount', 'productOffering', 'productPrice', 'relatedParty'],
        dates: ['startDate', 'terminationDate'],
        money: ['productPrice.price.taxIncludedAmount'],
        states: {
          attribute: 'status',
          words: ['created', 'pendingActive', 'active', 'pendingTerminate', 'suspended', 'terminated', 'cancelled', 'aborted'],
          needed: true,
        },
      },
    ],
  },
  {
    api: 'TMF645',
    title: 'Service qualification',
    names: ['serviceQualificationManagement', 'serviceQualification'],
    resources: [{ name: 'checkServiceQualification', task: true, needed: ['id'] }],
  },
  {
    api: 'TMF646',
    title: 'Appointments',
    names: ['appointment', 'appointmentManagement'],
    resources: [
      { name: 'appointment', scope: 'relatedParty.id', needed: ['id', 'validFor'], conforming: ['href', 'status'], dates: ['validFor.startDateTime'] },
      { name: 'searchTimeSlot', task: true, needed: ['id'] },
    ],
  },
  {
    api: 'TMF648',
    title: 'Quotes',
    names: ['quoteManagement', 'quote'],
    resources: [{ name: 'quote', scope: 'relatedParty.id', needed: ['id', 'quoteItem'], conforming: ['href', 'state'] }],
  },
  {
    api: 'TMF663',
    title: 'Shopping carts',
    names: ['shoppingCart', 'shoppingCartManagement'],
    resources: [{ name: 'shoppingCart', scope: 'relatedParty.id', needed: ['id'], conforming: ['href'] }],
  },
  {
    api: 'TMF679',
    title: 'Offer qualification',
    names: ['productOfferingQualification', 'productOfferingQualificationManagement'],
    resources: [{ name: 'productOfferingQualification', v5Name: 'checkProductOfferingQualification', task: true, needed: ['id'] }],
  },
  {
    api: 'TMF680',
    title: 'Recommendations',
    names: ['productRecommendation', 'recommendationManagement', 'customer'],
    resources: [{ name: 'queryProductRecommendation', task: true, needed: ['id'] }],
  },
  {
    api: 'TMF760',
    title: 'Product configuration',
    names: ['productConfiguration', 'productConfigurationManagement'],
    resources: [{ name: 'queryProductConfiguration', only: 'v5', task: true, needed: ['id'] }],
  },
];
