import type { Dictionary } from '../notation.ts';
import { shared } from '../shared.ts';
import { billing } from './billing.ts';
import { catalogue } from './catalogue.ts';
import { characteristic, CHARACTERISTICS, SPECIFIED_VALUES } from './characteristic.ts';
import { common } from './common.ts';
import { configuration } from './configuration.ts';
import { customer360 } from './customer360.ts';
import { ordering } from './ordering.ts';
import { party } from './party.ts';
import { places } from './places.ts';
import { product } from './product.ts';
import { service } from './service.ts';
import { usage } from './usage.ts';

const ROLES = ['PartyRole', 'Supplier', 'BusinessPartner', 'Consumer', 'Producer', 'Customer'];

const refOrValue = (name: string) => [`${name}Ref`, name];

/** What attributes hold in v5. References come first in a union: they are what stands there most. */
export const v5Shapes: Dictionary = {
  shapes: {
    ...shared,
    ...billing,
    ...catalogue,
    ...characteristic,
    ...common,
    ...configuration,
    ...customer360,
    ...ordering,
    ...party,
    ...places,
    ...product,
    ...service,
    ...usage,
  },
  unions: {
    AttachmentRefOrValue: refOrValue('Attachment'),
    BillFormatRefOrValue: refOrValue('BillFormat'),
    BillPresentationMediaRefOrValue: refOrValue('BillPresentationMedia'),
    BillingCycleSpecificationRefOrValue: refOrValue('BillingCycleSpecification'),
    BucketRefOrValue: refOrValue('Bucket'),
    EntityRefOrValue: ['EntityRef', 'ServiceSpecificationRef', 'PaymentMethodRef', 'Entity'],
    GeographicLocationRefOrValue: refOrValue('GeographicLocation'),
    GeographicSiteRefOrValue: refOrValue('GeographicSite'),
    IntentRefOrValue: refOrValue('Intent'),
    PartyOrPartyRole: ['PartyRef', 'PartyRoleRef', 'Individual', 'Organization', ...ROLES],
    PartyRefOrPartyRoleRef: ['PartyRef', 'PartyRoleRef'],
    PlaceRefOrValue: ['PlaceRef', 'GeographicAddress', 'GeographicSite', 'GeographicLocation'],
    ProductOfferingPriceRefOrValue: refOrValue('ProductOfferingPrice'),
    ProductRefOrValue: refOrValue('Product'),
    ServiceRefOrValue: refOrValue('Service'),
  },
  subtypes: {
    BucketCounter: ['ConsumptionSummary'],
    Characteristic: CHARACTERISTICS,
    CharacteristicValueSpecification: SPECIFIED_VALUES,
    ContactMedium: [
      'EmailContactMedium',
      'FaxContactMedium',
      'GeographicAddressContactMedium',
      'PhoneContactMedium',
      'SocialContactMedium',
    ],
    EntityRelationship: ['BucketRelationship'],
    ErrorMessage: ['ProductOrderErrorMessage'],
    Feature: ['GeographicSiteFeature'],
    PartyRole: ROLES.slice(1),
    ProductOfferingRef: ['BundledProductOffering'],
    ProductRef: ['UsageConsumptionProductRef'],
  },
  plain: new Set([
    'AppliedPayment',
    'Disability',
    'Duration',
    'EntitySpecificationRelationship',
    'LanguageAbility',
    'Money',
    'OtherNameIndividual',
    'Quantity',
    'ServiceProblemEventRecord',
    'Skill',
    'TimePeriod',
  ]),
};
