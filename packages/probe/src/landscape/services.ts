import type { ApiFacts } from './facts.ts';

/** What runs, how well, and what is promised of it. */
export const services: readonly ApiFacts[] = [
  {
    api: 'TMF623',
    title: 'Service-level agreements',
    names: ['slaManagement', 'SLAManagement'],
    resources: [
      {
        name: 'sla',
        scope: 'relatedParty.id',
        needed: ['id', 'rule', 'relatedEntity'],
        conforming: ['href', 'name'],
        dates: ['validFor.startDateTime'],
      },
      {
        name: 'availabilityInterval',
        scope: 'relatedParty.id',
        sort: '-validFor.startDateTime',
        needed: ['id', 'validFor.startDateTime', 'state', 'relatedEntity'],
        dates: ['validFor.startDateTime', 'validFor.endDateTime'],
        states: { attribute: 'state', words: ['outage', 'maintenance', 'customerPending', 'noData'], needed: true },
      },
      { name: 'slaViolation', scope: 'relatedParty.id', needed: ['id', 'sla'], dates: ['date'] },
    ],
  },
  {
    api: 'TMF635',
    title: 'Usage records',
    names: ['usageManagement', 'usage'],
    resources: [{ name: 'usage', scope: 'relatedParty.id', needed: ['id', 'usageDate'], conforming: ['href', 'usageSpecification'], dates: ['usageDate'] }],
  },
  {
    api: 'TMF638',
    title: 'Service inventory',
    names: ['serviceInventory', 'serviceInventoryManagement'],
    resources: [{ name: 'service', scope: 'relatedParty.id', needed: ['id', 'state'], conforming: ['href'] }],
  },
  {
    api: 'TMF639',
    title: 'Resource inventory',
    names: ['resourceInventoryManagement', 'resourceInventory'],
    resources: [{ name: 'resource', scope: 'relatedParty.id', needed: ['id', 'name'], conforming: ['href', '@type'] }],
  },
  {
    api: 'TMF653',
    title: 'Line and service tests',
    names: ['serviceTestManagement', 'serviceTest'],
    resources: [{ name: 'serviceTest', needed: ['id', 'relatedService'], conforming: ['href', 'name', 'state'] }],
  },
  {
    api: 'TMF656',
    title: 'Outages and known problems',
    names: ['serviceProblemManagement', 'serviceProblem'],
    resources: [{ name: 'serviceProblem', needed: ['id', 'status'], conforming: ['href', 'category', 'description', 'priority'] }],
  },
  {
    api: 'TMF657',
    title: 'Service-level objectives',
    names: ['serviceQualityManagement', 'serviceQuality'],
    resources: [{ name: 'serviceLevelObjective', needed: ['id', 'conformanceTarget'], conforming: ['href'] }],
  },
  {
    api: 'TMF677',
    title: 'Usage consumption',
    names: ['usageConsumption', 'usageConsumptionManagement'],
    resources: [
      { name: 'queryUsageConsumption', only: 'v4', task: true, needed: ['id'] },
      { name: 'usageConsumptionReport', only: 'v5', needed: ['id'] },
    ],
  },
];
