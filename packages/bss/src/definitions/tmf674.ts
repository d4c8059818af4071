import { ALL, type ApiFacts } from './definition.ts';

/** `status` is free text in TMF674, and an empty site is a site. */
export const geographicSite: ApiFacts = {
  api: 'TMF674',
  base: 'geographicSiteManagement',
  resources: [
    {
      resource: 'geographicSite',
      type: 'GeographicSite',
      operations: ALL,
      defaults: { status: 'planned' },
      tells: [{ event: 'StatusChange', attribute: 'status' }],
    },
  ],
};
