/**
 * An invoice in the terms of EN 16931-1, as somebody wrote it: every value is text and may be missing or wrong, since
 * it is the rules' business to say so. The numbers beside the names are the norm's own (BT: a term, BG: a group).
 */
export interface Amount {
  value: string;
  /** `currencyID` of the element. */
  currency?: string;
}

export interface Identifier {
  value: string;
  /** List or agency the identifier is taken from. */
  scheme?: string;
}

export interface Address {
  /** BT-35, BT-50. */
  street?: string;
  /** BT-36, BT-51: a second line. */
  more?: string;
  city?: string;
  postCode?: string;
  /** BT-39, BT-54: state, province. */
  region?: string;
  /** ISO 3166-1. */
  country?: string;
}

/** BG-4 the seller, BG-7 the buyer, BG-11 the seller's representative for tax. */
export interface Party {
  /** BT-34, BT-49: where it takes electronic documents. */
  electronic?: Identifier;
  ids: Identifier[];
  tradingName?: string;
  name?: string;
  legalId?: Identifier;
  legalForm?: string;
  vatId?: string;
  taxId?: string;
  address?: Address;
  contact?: { name?: string; phone?: string; email?: string };
}

/** BG-14, BG-26. Days as ISO 8601 writes them. */
export interface Span {
  from?: string;
  to?: string;
  /** BT-8: what the tax point goes by. */
  taxPoint?: string;
}

/** Category and rate of value added tax: `S`, `19`. */
export interface Vat {
  category?: string;
  rate?: string;
}

/** BG-20, BG-21 of the document; BG-27, BG-28 of a line. */
export interface AllowanceCharge {
  /** `true`: a charge; `false`: an allowance. */
  isCharge: string;
  amount?: Amount;
  base?: Amount;
  percent?: string;
  reason?: string;
  reasonCode?: string;
  vat?: Vat;
}

/** BG-23: all that bears one category and rate. */
export interface VatGroup extends Vat {
  base?: Amount;
  tax?: Amount;
  /** BT-120: why there is no tax. */
  exemption?: string;
  exemptionCode?: string;
}

/** BG-22. */
export interface Totals {
  lines?: Amount;
  allowances?: Amount;
  charges?: Amount;
  net?: Amount;
  gross?: Amount;
  prepaid?: Amount;
  rounding?: Amount;
  payable?: Amount;
}

/** BG-16 to BG-19. */
export interface PaymentMeans {
  code?: string;
  remittance?: string;
  /** BG-17. */
  account?: { id?: string; name?: string; bic?: string };
  /** BT-87. */
  card?: string;
  /** BG-19. */
  mandate?: { id?: string; account?: string };
}

export interface Item {
  name?: string;
  description?: string;
  standardId?: Identifier;
  /** BT-158, with its list. */
  classes: Identifier[];
  origin?: string;
  vat?: Vat;
  /** BG-32. */
  attributes: { name?: string; value?: string }[];
}

/** BG-29. */
export interface Price {
  net?: Amount;
  gross?: Amount;
  discount?: Amount;
  discountIsCharge?: string;
  baseQuantity?: string;
  baseUnit?: string;
}

/** BG-25. */
export interface Line {
  id?: string;
  note?: string;
  quantity?: string;
  unit?: string;
  net?: Amount;
  buyerAccounting?: string;
  /** BT-128, what the line is about, and other references. */
  references: (Identifier & { kind?: string })[];
  period?: Span;
  adjustments: AllowanceCharge[];
  item: Item;
  price: Price;
}

export interface Invoice {
  /** UBL has a document of its own for credit notes. */
  root: 'Invoice' | 'CreditNote';
  /** BT-24. */
  customization?: string;
  /** BT-23. */
  profile?: string;
  number?: string;
  issued?: string;
  due?: string;
  typeCode?: string;
  notes: string[];
  taxPointDate?: string;
  currency?: string;
  taxCurrency?: string;
  buyerAccounting?: string;
  buyerReference?: string;
  period?: Span;
  order?: string;
  /** BG-3: earlier invoices. */
  preceding: { id?: string; issued?: string }[];
  /** BG-24, and with kind 130 the thing invoiced (BT-18), with kind 50 the project (BT-11) of a credit note. */
  documents: { id?: string; scheme?: string; kind?: string; mime?: string; fileName?: string }[];
  projects: string[];
  seller: Party;
  buyer: Party;
  payee?: { name?: string; id?: Identifier };
  taxRepresentative?: Party;
  delivery?: { date?: string; location?: Identifier; address?: Address };
  payment: PaymentMeans[];
  terms?: string;
  adjustments: AllowanceCharge[];
  /** One in the invoice's currency, which has the groups; maybe one in the currency of the tax authority. */
  taxTotals: { amount?: Amount; groups: VatGroup[] }[];
  totals: Totals;
  lines: Line[];
  /** Elements that stand in the document with nothing in them. */
  empty: string[];
}

/** BT-110. */
export const vatTotal = ({ taxTotals, currency }: Invoice): Amount | undefined => taxTotals.find(({ amount }) => amount?.currency === currency)?.amount;

export const vatGroups = ({ taxTotals }: Invoice): VatGroup[] => taxTotals.flatMap(({ groups }) => groups);
