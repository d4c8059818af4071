import type { ApiFacts } from './facts.ts';

/** Who people and companies are, what they may, and where they are. */
export const parties: readonly ApiFacts[] = [
  {
    api: 'TMF629',
    title: 'Customers',
    names: ['customerManagement', 'customer'],
    v5Names: ['customer'],
    resources: [{ name: 'customer', scope: 'engagedParty.id', needed: ['id', 'engagedParty'], conforming: ['href', 'name', '@type'] }],
  },
  {
    api: 'TMF632',
    title: 'People and organisations',
    names: ['party', 'partyManagement'],
    v5Names: ['partyManagement', 'party'],
    resources: [
      { name: 'individual', needed: ['id', 'fullName|familyName|givenName|name'], conforming: ['href'] },
      { name: 'organization', needed: ['id', 'tradingName|name'], conforming: ['href'] },
    ],
  },
  {
    api: 'TMF669',
    title: 'Party roles',
    names: ['partyRoleManagement', 'partyRole'],
    resources: [{ name: 'partyRole', scope: 'engagedParty.id', needed: ['id', 'name', 'engagedParty'], conforming: ['href'] }],
  },
  {
    api: 'TMF672',
    title: 'Roles and permissions',
    names: ['rolesAndPermissions', 'userRolePermission', 'userRolesAndPermissions'],
    v5Names: ['rolesAndPermissions', 'payment'],
    resources: [
      { name: 'permission', scope: 'user.id', needed: ['id', 'user'], conforming: ['href', 'validFor'] },
      { name: 'userRole', needed: ['id'], conforming: ['href'] },
    ],
  },
  {
    api: 'TMF651',
    title: 'Agreements',
    names: ['agreementManagement', 'agreement'],
    resources: [{ name: 'agreement', scope: 'engagedParty.id', needed: ['id', 'name'], conforming: ['href', 'agreementType', 'engagedParty'] }],
  },
  {
    api: 'TMF673',
    title: 'Addresses',
    names: ['geographicAddressManagement', 'geographicAddress'],
    resources: [
      { name: 'geographicAddress', needed: ['id'], conforming: ['href'] },
      { name: 'geographicAddressValidation', task: true, needed: ['id'] },
    ],
  },
  {
    api: 'TMF674',
    title: 'Sites',
    names: ['geographicSiteManagement', 'geographicSite'],
    resources: [{ name: 'geographicSite', scope: 'relatedParty.id', needed: ['id'], conforming: ['href'] }],
  },
  {
    api: 'TMF701',
    title: 'Approvals and process flows',
    names: ['processFlowManagement', 'processFlow'],
    resources: [{ name: 'processFlow', scope: 'relatedParty.id', needed: ['id', 'state'], conforming: ['href'] }],
  },
  {
    api: 'TMF688',
    title: 'Events',
    names: ['event', 'eventManagement'],
    resources: [{ name: 'topic', needed: ['id'] }],
  },
];
