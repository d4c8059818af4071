import { isIban, type Seller } from '@faceplate/gateway';
import * as z from 'zod';

const Text = z.string().trim().min(1, 'must not be empty');

/** Who sends the bills: `tenant.seller`. What an electronic invoice must name is checked here, before anybody asks for one. */
export const SellerSetting = z
  .strictObject({
    name: Text,
    legalId: Text.optional(),
    vatId: z.string().regex(/^[A-Z]{2}[A-Z0-9+*]{2,12}$/, 'must begin with its country, such as DE123456789').optional(),
    address: z.strictObject({ street: Text, city: Text, postCode: Text, country: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code such as DE') }),
    electronic: z.strictObject({ scheme: z.string().regex(/^(\d{4}|[A-Z]{2})$/, 'must be a code of Peppol’s list, such as 9930'), value: Text }).optional(),
    contact: z.strictObject({ name: Text, phone: z.string().regex(/(\d\D*){3}/, 'must be a telephone number'), email: z.email('must be an e-mail address') }).optional(),
    iban: z.string().transform((text) => text.replaceAll(' ', '')).refine(isIban, 'must be an IBAN').optional(),
    bic: z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'must be a BIC').optional(),
  })
  .refine(({ legalId, vatId }) => legalId !== undefined || vatId !== undefined, 'must have legalId or vatId');

/** Of the operator that is made up for an evaluation. Nobody’s number, nobody’s account. */
export const demoSeller = (name: string): Seller => ({
  name: `${name} Telecom GmbH`,
  legalId: 'HRB 000000 (example)',
  vatId: 'DE999999999',
  address: { street: 'Beispielallee 1', city: 'Berlin', postCode: '10115', country: 'DE' },
  electronic: { scheme: '9930', value: 'DE999999999' },
  contact: { name: 'Billing', phone: '+49 30 0000000', email: 'billing@meridian.example' },
  iban: 'DE02120300000000202051',
  bic: 'BYLADEM1001',
});
