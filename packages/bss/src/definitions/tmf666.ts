import { ALL, type ApiFacts, NOW, type ResourceFacts } from './definition.ts';

/** State is free text in TMF666. */
const account = {
  operations: ALL,
  mandatory: ['name', 'relatedParty'],
  defaults: { state: 'active', lastModified: NOW },
  fixed: ['lastModified', 'accountBalance'],
  touched: ['lastModified'],
} satisfies Partial<ResourceFacts>;

const named = { operations: ALL, mandatory: ['name'] } satisfies Partial<ResourceFacts>;

export const accountManagement: ApiFacts = {
  api: 'TMF666',
  base: 'accountManagement',
  versions: ['v4', 'v5'],
  resources: [
    { ...account, resource: 'billingAccount', type: 'BillingAccount' },
    { ...account, resource: 'partyAccount', type: 'PartyAccount' },
    { ...account, resource: 'settlementAccount', type: 'SettlementAccount' },
    { ...account, mandatory: ['name'], v5: { mandatory: ['name', 'relatedParty'] }, resource: 'financialAccount', type: 'FinancialAccount' },
    { ...named, resource: 'billFormat', type: 'BillFormat' },
    { ...named, resource: 'billPresentationMedia', type: 'BillPresentationMedia' },
    { ...named, resource: 'billingCycleSpecification', type: 'BillingCycleSpecification' },
  ],
};
