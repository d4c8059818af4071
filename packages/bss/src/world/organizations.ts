import type { Draft } from './draft.ts';
import { addressFor, contacts } from './people.ts';
import type { Party } from './parties.ts';
import { writeAddress, writeSite } from './places.ts';
import { text } from './products.ts';

/** An organisation and what belongs to it. `type`: company, region, site, household, dealership, operator. */
interface OrganizationPlan {
  label: string;
  name: string;
  type: string;
  town?: string;
  /** What its people may order, by role; see `orderingPolicy` in the qualification. */
  policy?: readonly object[];
  /** Who has to approve what; a characteristic. */
  approval?: object;
  /** What its costs are booked to, and those of what is below it and says nothing else. */
  costCentre?: string;
  parts?: readonly OrganizationPlan[];
}

export interface Organization extends Party {
  label: string;
  address: string;
  parts: readonly Organization[];
}

/** Writes the organisation and all below it; rights flow down this tree. */
export function writeOrganization(draft: Draft, plan: OrganizationPlan, parent?: Party): Organization {
  const self: Party = { id: draft.id('organization', plan.label), name: plan.name, kind: 'Organization' };
  const address = addressFor(draft, plan.label, plan.town);
  const parts = (plan.parts ?? []).map((part) => ({ id: draft.id('organization', part.label), name: part.name }));
  writeAddress(draft, address, plan.type !== 'household');
  if (plan.type !== 'household') writeSite(draft, { ...self, label: plan.label, address }, parent);
  draft.add('organization', {
    id: self.id,
    name: plan.name,
    tradingName: plan.name,
    organizationType: plan.type,
    isLegalEntity: plan.type === 'company' || plan.type === 'dealership' || plan.type === 'operator',
    isHeadOffice: parent === undefined,
    status: 'validated',
    ...characteristicsOf(plan),
    contactMedium: contacts(`office@${plan.label}.example`, address),
    ...(parent && {
      organizationParentRelationship: {
        relationshipType: 'hierarchy',
        organization: { id: parent.id, name: parent.name, '@referredType': 'Organization' },
      },
    }),
    ...(parts.length > 0 && {
      organizationChildRelationship: parts.map((part) => ({
        relationshipType: 'hierarchy',
        organization: { ...part, '@referredType': 'Organization' },
      })),
    }),
  });
  return { ...self, label: plan.label, address, parts: (plan.parts ?? []).map((part) => writeOrganization(draft, part, self)) };
}

function characteristicsOf({ policy, approval, costCentre }: OrganizationPlan) {
  const all = [...(policy ? [{ name: 'orderingPolicy', valueType: 'array', value: policy }] : []), ...(policy && approval ? [approval] : []), ...(costCentre === undefined ? [] : [text('costCentre', costCentre)])];
  return all.length > 0 && { partyCharacteristic: all };
}
