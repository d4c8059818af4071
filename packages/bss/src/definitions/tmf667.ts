import { ALL, type ApiFacts, type Lifecycle, NOW } from './definition.ts';

const lifecycle: Pick<Lifecycle, 'moves' | 'event' | 'initial'> = {
  event: 'StateChange',
  initial: ['created', 'reviewed', 'approved', 'published'],
  moves: {
    created: ['reviewed', 'approved', 'published', 'archived', 'deleted'],
    reviewed: ['created', 'approved', 'published', 'archived', 'deleted'],
    approved: ['created', 'published', 'archived', 'deleted'],
    published: ['archived', 'deleted'],
    archived: ['published', 'deleted'],
    deleted: [],
  },
};

/** TMF667 gives a document no state picture, only the names; what is published is changed by a new version or taken out first. */
export const documentManagement: ApiFacts = {
  api: 'TMF667',
  base: 'document',
  resources: [
    {
      resource: 'document',
      type: 'Document',
      changeEvent: 'Change',
      operations: ALL,
      mandatory: ['name'],
      defaults: { status: 'created', version: '1.0', creationDate: NOW, lastUpdate: NOW },
      fixed: ['creationDate', 'lastUpdate'],
      touched: ['lastUpdate'],
      lifecycle: { ...lifecycle, attribute: 'status' },
    },
    {
      resource: 'documentSpecification',
      type: 'DocumentSpecification',
      operations: ALL,
      mandatory: ['name'],
      defaults: { lifecycleStatus: 'created', isBundle: false, version: '1.0', lastUpdate: NOW },
      fixed: ['lastUpdate'],
      touched: ['lastUpdate'],
    },
  ],
};
