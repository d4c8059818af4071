import { type ApiFacts, NOW, type Operation } from './definition.ts';

/** Nothing here is ever deleted: a right ends by its `validFor`. */
const KEPT: readonly Operation[] = ['list', 'get', 'create', 'patch'];

export const rolesAndPermissions: ApiFacts = {
  api: 'TMF672',
  base: 'rolesAndPermissions',
  // As the specification's own file writes it.
  aliases: ['/rolesAndPermissions/v4'],
  resources: [
    {
      resource: 'permission',
      type: 'Permission',
      operations: KEPT,
      mandatory: ['user', 'validFor'],
      itemMandatory: { privilege: ['manageableAsset', 'action', 'function'], assetUserRole: ['manageableAsset', 'userRole'] },
      defaults: { creationDate: NOW },
      fixed: ['creationDate', 'user', 'granter'],
      parties: ['user.id', 'granter.id'],
    },
    { resource: 'userRole', type: 'UserRole', operations: KEPT, mandatory: ['entitlement'] },
  ],
};
