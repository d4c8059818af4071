import type { TmfApi } from '../options.ts';

/** Where each v4 API stands on a server that keeps TM Forum's own paths. A landscape that does not sets `basePath`. */
export const basePaths: Readonly<Record<TmfApi, string>> = {
  TMF620: '/tmf-api/productCatalogManagement/v4',
  TMF621: '/tmf-api/troubleTicket/v4',
  TMF622: '/tmf-api/productOrderingManagement/v4',
  TMF623: '/tmf-api/slaManagement/v4',
  TMF629: '/tmf-api/customerManagement/v4',
  TMF632: '/tmf-api/party/v4',
  TMF637: '/tmf-api/productInventory/v4',
  TMF656: '/tmf-api/serviceProblemManagement/v4',
  TMF663: '/tmf-api/shoppingCart/v4',
  TMF666: '/tmf-api/accountManagement/v4',
  TMF669: '/tmf-api/partyRoleManagement/v4',
  TMF678: '/tmf-api/customerBillManagement/v4',
  TMF683: '/tmf-api/partyInteraction/v4',
};
