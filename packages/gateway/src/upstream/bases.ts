import type { TmfApi, TmfVersion } from './upstream.ts';

/** Where an API stands in each version on a server that keeps TM Forum's own paths. A landscape that does not sets `basePath`. */
const STEMS: Readonly<Record<TmfApi, string | Readonly<Record<TmfVersion, string>>>> = {
  TMF620: 'productCatalogManagement',
  TMF621: 'troubleTicket',
  TMF622: 'productOrderingManagement',
  TMF623: 'slaManagement',
  TMF629: { v4: 'customerManagement', v5: 'customer' },
  TMF632: { v4: 'party', v5: 'partyManagement' },
  TMF635: 'usageManagement',
  TMF637: 'productInventory',
  TMF645: 'serviceQualificationManagement',
  TMF646: 'appointment',
  TMF648: 'quoteManagement',
  TMF653: 'serviceTestManagement',
  TMF654: 'prepayBalanceManagement',
  TMF656: 'serviceProblemManagement',
  TMF663: 'shoppingCart',
  TMF666: 'accountManagement',
  TMF667: 'document',
  TMF669: 'partyRoleManagement',
  TMF670: 'paymentMethod',
  TMF672: 'rolesAndPermissions',
  TMF673: 'geographicAddressManagement',
  TMF676: 'paymentManagement',
  TMF677: 'usageConsumption',
  TMF678: 'customerBillManagement',
  TMF679: 'productOfferingQualification',
  TMF680: 'productRecommendation',
  TMF681: 'communicationManagement',
  TMF683: 'partyInteraction',
  TMF687: 'stockManagement',
  TMF760: 'productConfiguration',
};

/** `/tmf-api/customerBillManagement/v4` */
export function basePathOf(api: TmfApi, version: TmfVersion): string {
  const stem = STEMS[api];
  // There is one generation of TMF760.
  return `/tmf-api/${typeof stem === 'string' ? stem : stem[version]}/${api === 'TMF760' ? 'v5' : version}`;
}
