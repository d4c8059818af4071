import type { Amount, Invoice, Party } from '../invoice.ts';
import { PEPPOL, PEPPOL_PROCESS } from '../peppol-rules.ts';

export const eur = (value: string): Amount => ({ value, currency: 'EUR' });

export const party = (facts: Partial<Party> = {}): Party => ({
  electronic: { value: 'office@example.com', scheme: 'EM' },
  ids: [],
  name: 'Somebody GmbH',
  vatId: 'DE123456789',
  address: { street: 'Am Platz 1', city: 'Berlin', postCode: '10115', country: 'DE' },
  contact: { name: 'Accounts', phone: '+49 30 1234567', email: 'accounts@example.com' },
  ...facts,
});

/** An invoice with one of everything that the rules look at, and with all of it right. */
export const richInvoice = (): Invoice => ({
  root: 'Invoice',
  customization: PEPPOL,
  profile: PEPPOL_PROCESS,
  number: 'R-1',
  issued: '2026-11-01',
  due: '2026-11-15',
  typeCode: '380',
  notes: ['Thank you.'],
  currency: 'EUR',
  taxCurrency: 'USD',
  buyerReference: '4711',
  period: { from: '2026-10-01', to: '2026-10-31' },
  order: 'PO-7',
  preceding: [{ id: 'R-0', issued: '2026-10-01' }],
  documents: [{ id: '4711-1', scheme: 'AWQ', kind: '130' }, { id: 'terms', mime: 'application/pdf', fileName: 'terms.pdf' }],
  projects: ['P-1'],
  seller: party({ ids: [{ value: '4012345000009', scheme: '0088' }], legalId: { value: 'HRB 1' } }),
  buyer: party({ name: 'Ada Lindqvist', legalId: { value: 'HRB 2' } }),
  payee: { name: 'Collections GmbH', id: { value: '4012345000009', scheme: '0088' } },
  taxRepresentative: { ids: [], name: 'Steuer AG', vatId: 'DE987654321', address: { street: 'Weg 2', city: 'Bonn', postCode: '53111', country: 'DE' } },
  delivery: { date: '2026-10-31', location: { value: '4012345000009', scheme: '0088' }, address: { street: 'Gasse 3', city: 'Ulm', postCode: '89073', country: 'DE' } },
  payment: [{ code: '58', remittance: 'R-1', account: { id: 'DE02120300000000202051', name: 'Somebody GmbH', bic: 'BYLADEM1001' } }],
  terms: 'Fourteen days.',
  adjustments: [
    { isCharge: 'false', amount: eur('10.00'), base: eur('100.00'), percent: '10', reason: 'Loyalty', reasonCode: '95', vat: { category: 'S', rate: '19' } },
    { isCharge: 'true', amount: eur('5.00'), base: eur('100.00'), percent: '5', reason: 'Paper', reasonCode: 'FC', vat: { category: 'S', rate: '19' } },
  ],
  taxTotals: [
    { amount: eur('19.19'), groups: [{ base: eur('101.00'), tax: eur('19.19'), category: 'S', rate: '19' }] },
    { amount: { value: '21.00', currency: 'USD' }, groups: [] },
  ],
  totals: { lines: eur('106.00'), allowances: eur('10.00'), charges: eur('5.00'), net: eur('101.00'), gross: eur('120.19'), prepaid: eur('20.19'), rounding: eur('0.00'), payable: eur('100.00') },
  lines: [
    {
      id: '1',
      quantity: '2',
      unit: 'E34',
      net: eur('101.00'),
      references: [{ value: '+49 171 1', scheme: 'AVE', kind: '130' }],
      period: { from: '2026-10-01', to: '2026-10-31' },
      adjustments: [
        { isCharge: 'false', amount: eur('1.00'), base: eur('10.00'), percent: '10', reason: 'Less', reasonCode: '95' },
        { isCharge: 'true', amount: eur('2.00'), base: eur('10.00'), percent: '20', reason: 'More', reasonCode: 'FC' },
      ],
      item: { name: 'Data', description: 'By the gigabyte', standardId: { value: '04012345000009', scheme: '0160' }, classes: [{ value: '83111603', scheme: 'TST' }], origin: 'DE', vat: { category: 'S', rate: '19' }, attributes: [{ name: 'Number', value: '+49 171 1' }] },
      price: { net: eur('50.00'), gross: eur('60.00'), discount: eur('10.00'), discountIsCharge: 'false', baseQuantity: '1', baseUnit: 'E34' },
    },
    { id: '2', quantity: '1', unit: 'C62', net: eur('5.00'), references: [], adjustments: [], item: { name: 'Text messages', classes: [], vat: { category: 'S', rate: '19' }, attributes: [] }, price: { net: eur('5.00') } },
  ],
  empty: [],
});
