import { ALL, type ApiFacts } from './definition.ts';

/** TMF681 v4 names no events; these follow the others. It has no mark of having been read either: that is a characteristic. */
export const communication: ApiFacts = {
  api: 'TMF681',
  base: 'communicationManagement',
  resources: [
    {
      resource: 'communicationMessage',
      type: 'CommunicationMessage',
      operations: ALL,
      mandatory: ['content', 'messageType', 'receiver', 'sender'],
      defaults: { state: 'initial', tryTimes: 0 },
      fixed: ['sendTime', 'sendTimeComplete', 'tryTimes'],
      parties: ['receiver.party.id', 'receiver.id'],
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        initial: ['initial', 'inProgress'],
        moves: {
          initial: ['inProgress', 'cancelled'],
          inProgress: ['completed', 'failed', 'cancelled'],
          completed: [],
          cancelled: [],
          failed: ['inProgress'],
        },
        openWhenFinal: ['characteristic'],
      },
    },
  ],
};
