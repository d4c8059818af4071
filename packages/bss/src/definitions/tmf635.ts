import { ALL, type ApiFacts, NOW } from './definition.ts';

/** What was used, record by record. TMF635 asks for nothing on a POST; a record that names no product is kept and never rated. */
export const usageManagement: ApiFacts = {
  api: 'TMF635',
  base: 'usageManagement',
  resources: [
    {
      resource: 'usage',
      type: 'Usage',
      operations: ALL,
      itemMandatory: { usageCharacteristic: ['name', 'value'] },
      defaults: {
        status: 'received',
        usageDate: NOW,
        usageSpecification: { id: 'unspecified', name: 'Unspecified', '@referredType': 'UsageSpecification' },
      },
      lifecycle: {
        attribute: 'status',
        event: 'StateChange',
        moves: {
          received: ['guided', 'rejected'],
          guided: ['rated', 'rejected'],
          rejected: ['recycled'],
          recycled: ['guided', 'rejected'],
          rated: ['billed', 'rerated'],
          rerated: ['rated'],
          billed: [],
        },
        initial: ['received', 'guided'],
      },
    },
    {
      resource: 'usageSpecification',
      type: 'UsageSpecification',
      operations: ALL,
      mandatory: ['name'],
      defaults: { isBundle: false, lastUpdate: NOW, lifecycleStatus: 'Active', version: '1.0' },
      fixed: ['lastUpdate'],
      touched: ['lastUpdate'],
    },
  ],
};
