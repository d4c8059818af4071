import type { Shapes } from '../notation.ts';

/** What many of v5's APIs share. */
export const common: Shapes = {
  AgreementSpecificationRef: { description: 'text', version: 'text' },
  AttachmentRef: { description: 'text', url: 'text' },
  BillingAccountRef: { ratingType: 'text' },
  EntityRelationship: {
    associationSpec: 'EntityRef', relationshipType: 'text', role: 'text', validFor: 'TimePeriod',
  },
  ErrorMessage: { code: 'text', message: 'text', reason: 'text', referenceError: 'text', status: 'text' },
  RelatedChannel: { channel: 'ChannelRef', role: 'text' },
  RelatedEntityRefOrValue: { entity: 'EntityRefOrValue', role: 'text' },
};
