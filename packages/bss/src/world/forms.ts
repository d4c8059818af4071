/** What a form asks for beside a title and a description: three things at most. */
interface Asked {
  name: string;
  question: string;
  /** `lines` for more than a few words. */
  type: 'text' | 'lines' | 'dateTime' | 'number' | 'object';
  required?: boolean;
  choices?: readonly string[];
}

/** A kind of ticket. One that is a change says how many working days it takes, and what it costs in euros, tax included. */
interface Form {
  key: string;
  type: 'incident' | 'complaint' | 'request' | 'billDispute' | 'creditLimitChange';
  name: string;
  description: string;
  asks: readonly Asked[];
  change?: { leadDays: number; price: number };
}

export const FORMS: readonly Form[] = [
  {
    key: 'incident', type: 'incident', name: 'Something does not work', description: 'A fault of a line or a device.',
    asks: [
      { name: 'since', question: 'Since when?', type: 'dateTime' },
      { name: 'tried', question: 'What have you tried?', type: 'lines' },
      { name: 'contact', question: 'Who can be asked, and how?', type: 'text' },
    ],
  },
  { key: 'complaint', type: 'complaint', name: 'Something went wrong with us', description: 'A complaint about our work.', asks: [{ name: 'wish', question: 'What would make it good?', type: 'lines' }] },
  { key: 'request', type: 'request', name: 'A wish or a question', description: 'Anything you would like us to do.', asks: [{ name: 'until', question: 'By when?', type: 'dateTime' }] },
  { key: 'billDispute', type: 'billDispute', name: 'A charge is wrong', description: 'Dispute a bill, or a line on it. It is not due while we look into it.', asks: [{ name: 'disputedAmount', question: 'How much of it?', type: 'object' }] },
  { key: 'creditLimitChange', type: 'creditLimitChange', name: 'Another credit limit', description: 'Ask for a higher or a lower limit of an account.', asks: [{ name: 'requestedLimit', question: 'How high should it be?', type: 'object' }] },
  {
    key: 'move-port', type: 'request', name: 'Move a port', description: 'Your line at another port, or in another room of the same building.', change: { leadDays: 5, price: 79 },
    asks: [
      { name: 'from', question: 'Where is it now?', type: 'text', required: true },
      { name: 'to', question: 'Where should it go?', type: 'text', required: true },
      { name: 'window', question: 'When may the line be away?', type: 'text', choices: ['At night', 'At the weekend', 'At any time'] },
    ],
  },
  {
    key: 'fixed-ip', type: 'request', name: 'Fixed IP addresses', description: 'Addresses that stay the same.', change: { leadDays: 2, price: 0 },
    asks: [
      { name: 'count', question: 'How many?', type: 'text', required: true, choices: ['1', '5', '13'] },
      { name: 'purpose', question: 'What for?', type: 'text', required: true },
    ],
  },
  {
    key: 'number-list', type: 'request', name: 'Entry in the phone book', description: 'Add, change or remove an entry of your number.', change: { leadDays: 10, price: 0 },
    asks: [
      { name: 'entry', question: 'How should it read?', type: 'lines', required: true },
      { name: 'where', question: 'Where?', type: 'text', choices: ['Printed and online', 'Online alone', 'Nowhere'] },
    ],
  },
];

/** Who a ticket goes to when it is not getting on, and how soon they answer; the last is the body that German law names (section 68 of the TKG), for consumers. */
const LADDER = [
  { level: 1, name: 'Service desk', afterHours: 0, answersWithinHours: 8 },
  { level: 2, name: 'Team lead', afterHours: 4, answersWithinHours: 4 },
  { level: 3, name: 'Head of customer service', afterHours: 24, answersWithinHours: 24 },
  { level: 4, name: 'Conciliation body of the Federal Network Agency', afterHours: 168, outside: true, for: 'consumer', url: 'https://www.bundesnetzagentur.de/tk-schlichtung' },
] as const;

const said = (name: string, description: string, value: unknown) => ({
  name, description, valueType: typeof value === 'object' ? 'object' : typeof value, configurable: false,
  productSpecCharacteristicValue: [{ value, isDefault: true }],
});

const asked = ({ name, question, type, required = false, choices = [] }: Asked) => ({
  name, description: question, valueType: type, configurable: true, minCardinality: required ? 1 : 0, maxCardinality: 1,
  ...(choices.length > 0 && { productSpecCharacteristicValue: choices.map((value) => ({ value })) }),
});

/** A form as TMF621 v5 has it: what is asked is `configurable`, what we say of it is not. */
export const specificationOf = ({ type, name, description, asks, change }: Form) => ({
  name,
  description,
  lifecycleStatus: 'active',
  version: '1.0',
  specCharacteristic: [
    said('ticketType', 'The kind of ticket this form raises', type),
    said('escalation', 'Who it goes to when it is not getting on', LADDER.map((step) => ({ ...step }))),
    ...(change ? [said('leadTime', 'Working days until it is done', { amount: change.leadDays, units: 'working day' }), said('price', 'What it costs, tax included', { unit: 'EUR', value: change.price })] : []),
    ...asks.map(asked),
  ],
});
