import { type ApiFacts, NOW, READ, workFrom } from './definition.ts';

/** Addresses are the operator's own: read only. A house with flats has a sub-address for each of them. */
export const geographicAddress: ApiFacts = {
  api: 'TMF673',
  base: 'geographicAddressManagement',
  resources: [
    {
      resource: 'geographicAddress',
      type: 'GeographicAddress',
      operations: READ,
    },
    {
      resource: 'geographicSubAddress',
      type: 'GeographicSubAddress',
      operations: READ,
      under: { resource: 'geographicAddress', attribute: 'geographicAddress.id' },
    },
    {
      resource: 'geographicAddressValidation',
      type: 'GeographicAddressValidation',
      operations: ['list', 'get', 'create', 'patch'],
      mandatory: ['submittedGeographicAddress', 'provideAlternative'],
      defaults: { state: 'accepted', validationDate: NOW },
      fixed: ['validationDate', 'validationResult', 'validGeographicAddress', 'alternateGeographicAddress'],
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        moves: workFrom('accepted'),
      },
    },
  ],
};
