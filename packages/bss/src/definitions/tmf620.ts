import { ALL, type ApiFacts, NOW, type ResourceFacts } from './definition.ts';

/** `lifecycleStatus` is free text in TMF620, so no move of it is refused. */
const common = {
  operations: ALL,
  mandatory: ['name'],
  defaults: { lifecycleStatus: 'In study', version: '1.0', lastUpdate: NOW },
  fixed: ['lastUpdate'],
  touched: ['lastUpdate'],
  tells: [{ event: 'StateChange', attribute: 'lifecycleStatus' }],
} satisfies Partial<ResourceFacts>;

const withDefaults = (defaults: Record<string, unknown>) => ({ ...common, defaults: { ...common.defaults, ...defaults } });

/** A job has no PATCH: it runs by itself. Its states are TMF620's own words. */
const job = {
  operations: ['list', 'get', 'create', 'delete'],
  mandatory: ['url'],
  defaults: { status: 'Not Started', creationDate: NOW, contentType: 'application/json' },
  fixed: ['creationDate', 'completionDate', 'errorLog'],
  lifecycle: {
    attribute: 'status',
    event: 'StateChange',
    moves: { 'Not Started': ['Running', 'Failed'], Running: ['Succeeded', 'Failed'], Succeeded: [], Failed: [] },
  },
} satisfies Partial<ResourceFacts>;

export const productCatalog: ApiFacts = {
  api: 'TMF620',
  base: 'productCatalogManagement',
  versions: ['v4', 'v5'],
  resources: [
    {
      ...common,
      resource: 'catalog',
      type: 'Catalog',
      v5: { resource: 'productCatalog', type: 'ProductCatalog' },
    },
    {
      ...withDefaults({ isRoot: true }),
      resource: 'category',
      type: 'Category',
    },
    {
      ...withDefaults({ isBundle: false, isSellable: true }),
      resource: 'productOffering',
      type: 'ProductOffering',
    },
    {
      ...withDefaults({ isBundle: false }),
      resource: 'productOfferingPrice',
      type: 'ProductOfferingPrice',
      v5: { mandatory: ['name', 'priceType'] },
    },
    {
      ...withDefaults({ isBundle: false }),
      resource: 'productSpecification',
      type: 'ProductSpecification',
    },
    { ...job, resource: 'importJob', type: 'ImportJob' },
    { ...job, resource: 'exportJob', type: 'ExportJob' },
  ],
};
