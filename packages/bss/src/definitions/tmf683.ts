import { ALL, type ApiFacts, NOW } from './definition.ts';

/** The specification also asks for `status` and `interactionDate`; the conformance kit does not send them, so they have defaults. */
export const partyInteraction: ApiFacts = {
  api: 'TMF683',
  base: 'partyInteraction',
  versions: ['v4', 'v5'],
  resources: [
    {
      resource: 'partyInteraction',
      type: 'PartyInteraction',
      operations: ALL,
      mandatory: ['channel', 'direction', 'reason'],
      defaults: { status: 'open', creationDate: NOW, statusChangeDate: NOW, interactionDate: { startDateTime: NOW } },
      fixed: ['creationDate', 'direction', 'statusChangeDate'],
      lifecycle: {
        attribute: 'status',
        event: 'StatusChange',
        moves: { open: ['inProgress', 'completed'], inProgress: ['completed'], completed: [] },
        openWhenFinal: ['note', 'attachment'],
      },
    },
  ],
};
