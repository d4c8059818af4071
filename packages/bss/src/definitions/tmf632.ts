import { ALL, type ApiFacts } from './definition.ts';

/** A party hears of its own changes: `id` is its party id. TM Forum's own spelling in v4 is `deceaded`. */
export const party: ApiFacts = {
  api: 'TMF632',
  base: 'party',
  versions: ['v4', 'v5'],
  v5Base: 'partyManagement',
  aliases: ['/tmf-api/partyManagement/v4', '/tmf-api/party/v5'],
  resources: [
    {
      resource: 'individual',
      type: 'Individual',
      operations: ALL,
      mandatory: ['givenName', 'familyName'],
      defaults: { status: 'initialized' },
      parties: ['id'],
      lifecycle: {
        attribute: 'status',
        event: 'StateChange',
        moves: { initialized: ['validated', 'deceaded'], validated: ['deceaded'], deceaded: [] },
      },
    },
    {
      resource: 'organization',
      type: 'Organization',
      operations: ALL,
      mandatory: ['tradingName'],
      v5: { mandatory: ['name'] },
      defaults: { status: 'initialized' },
      parties: ['id'],
      lifecycle: {
        attribute: 'status',
        event: 'StateChange',
        moves: { initialized: ['validated', 'closed'], validated: ['closed'], closed: [] },
      },
    },
  ],
};
