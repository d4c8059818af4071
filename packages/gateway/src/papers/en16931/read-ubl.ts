import { XMLParser } from 'fast-xml-parser';
import type { Address, AllowanceCharge, Amount, Identifier, Invoice, Item, Line, Party, PaymentMeans, Span, Vat, VatGroup } from './invoice.ts';

/** What is no UBL invoice at all. */
export class NoInvoice extends Error {
  override readonly name = 'NoInvoice';
}

interface Element {
  '#text'?: string;
  [inner: string]: Element[] | string | undefined;
}

const NAMESPACE = /^urn:oasis:names:specification:ubl:schema:xsd:(Invoice|CreditNote)-2$/;

// Every value stays text, every element a list: what there may be one of only is said by the rules.
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', transformTagName: (name) => name.replace(/^.*:/, ''), parseTagValue: false, parseAttributeValue: false, trimValues: true, alwaysCreateTextNode: true, processEntities: true, isArray: (_name, _path, _leaf, isAttribute) => !isAttribute });

/** @throws {NoInvoice} when the text is no XML, or another document than an invoice or credit note of UBL 2.1. */
export function readUbl(xml: string): Invoice {
  let all: Record<string, Element[]>;
  try {
    all = parser.parse(xml, true) as Record<string, Element[]>;
  } catch (cause) {
    throw new NoInvoice('Not well-formed', { cause });
  }
  for (const root of ['Invoice', 'CreditNote'] as const) {
    const [found] = all[root] ?? [];
    if (found && NAMESPACE.exec(mark(found, 'xmlns') ?? '')?.[1] === root) return invoiceOf(root, found);
  }
  throw new NoInvoice('No invoice of UBL 2.1');
}

const every = (from: Element | undefined, ...path: string[]): Element[] =>
  path.reduce<Element[]>((here, name) => here.flatMap((one) => (Array.isArray(one[name]) ? one[name] : [])), from ? [from] : []);
const first = (from: Element | undefined, ...path: string[]): Element | undefined => every(from, ...path)[0];
const textOf = (from: Element | undefined): string | undefined => (typeof from?.['#text'] === 'string' && from['#text'] !== '' ? from['#text'] : undefined);
const text = (from: Element | undefined, ...path: string[]): string | undefined => textOf(first(from, ...path));
const mark = (from: Element | undefined, name: string): string | undefined => (typeof from?.[`@${name}`] === 'string' ? (from[`@${name}`] as string) : undefined);

/** The object without what is undefined: a term is there or it is not. */
const present = <T extends object>(all: T) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as { [Name in keyof T]: Exclude<T[Name], undefined> };

function amount(from: Element | undefined, name: string): Amount | undefined {
  const found = first(from, name);
  return found && present({ value: textOf(found) ?? '', currency: mark(found, 'currencyID') });
}

function identifier(from: Element | undefined, ...path: string[]): Identifier | undefined {
  const found = first(from, ...path);
  return found && present({ value: textOf(found) ?? '', scheme: mark(found, 'schemeID') });
}

function invoiceOf(root: Invoice['root'], from: Element): Invoice {
  const payment = every(from, 'PaymentMeans');
  const lines = every(from, root === 'Invoice' ? 'InvoiceLine' : 'CreditNoteLine');
  return present({
    root,
    customization: text(from, 'CustomizationID'),
    profile: text(from, 'ProfileID'),
    number: text(from, 'ID'),
    issued: text(from, 'IssueDate'),
    due: root === 'Invoice' ? text(from, 'DueDate') : payment.map((means) => text(means, 'PaymentDueDate')).find((day) => day !== undefined),
    typeCode: text(from, `${root}TypeCode`),
    notes: every(from, 'Note').flatMap((note) => textOf(note) ?? []),
    taxPointDate: text(from, 'TaxPointDate'),
    currency: text(from, 'DocumentCurrencyCode'),
    taxCurrency: text(from, 'TaxCurrencyCode'),
    buyerAccounting: text(from, 'AccountingCost'),
    buyerReference: text(from, 'BuyerReference'),
    period: span(first(from, 'InvoicePeriod')),
    order: text(from, 'OrderReference', 'ID'),
    preceding: every(from, 'BillingReference').map((one) => present({ id: text(one, 'InvoiceDocumentReference', 'ID'), issued: text(one, 'InvoiceDocumentReference', 'IssueDate') })),
    documents: every(from, 'AdditionalDocumentReference').map(documentOf),
    projects: every(from, 'ProjectReference').flatMap((one) => text(one, 'ID') ?? []),
    seller: party(first(from, 'AccountingSupplierParty', 'Party')),
    buyer: party(first(from, 'AccountingCustomerParty', 'Party')),
    payee: payee(first(from, 'PayeeParty')),
    taxRepresentative: representative(first(from, 'TaxRepresentativeParty')),
    delivery: delivery(first(from, 'Delivery')),
    payment: payment.map(paymentMeans),
    terms: text(from, 'PaymentTerms', 'Note'),
    adjustments: every(from, 'AllowanceCharge').map(allowanceCharge),
    taxTotals: every(from, 'TaxTotal').map((one) => present({ amount: amount(one, 'TaxAmount'), groups: every(one, 'TaxSubtotal').map(vatGroup) })),
    totals: totals(first(from, 'LegalMonetaryTotal')),
    lines: lines.map((line) => lineOf(line, root === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity')),
    empty: emptyIn(from),
  }) as Invoice;
}

const span = (from: Element | undefined): Span | undefined => from && present({ from: text(from, 'StartDate'), to: text(from, 'EndDate'), taxPoint: text(from, 'DescriptionCode') });

const address = (from: Element | undefined): Address | undefined =>
  from &&
  present({
    street: text(from, 'StreetName'),
    more: text(from, 'AdditionalStreetName'),
    city: text(from, 'CityName'),
    postCode: text(from, 'PostalZone'),
    region: text(from, 'CountrySubentity'),
    country: text(from, 'Country', 'IdentificationCode'),
  });

const documentOf = (from: Element): Invoice['documents'][number] => {
  const file = first(from, 'Attachment', 'EmbeddedDocumentBinaryObject');
  return present({ id: text(from, 'ID'), scheme: mark(first(from, 'ID'), 'schemeID'), kind: text(from, 'DocumentTypeCode'), mime: mark(file, 'mimeCode'), fileName: mark(file, 'filename') });
};

function party(from: Element | undefined): Party {
  const schemes = every(from, 'PartyTaxScheme').map((one) => ({ id: text(one, 'CompanyID'), scheme: text(one, 'TaxScheme', 'ID') }));
  const contact = first(from, 'Contact');
  return present({
    electronic: identifier(from, 'EndpointID'),
    ids: every(from, 'PartyIdentification').flatMap((one) => identifier(one, 'ID') ?? []),
    tradingName: text(from, 'PartyName', 'Name'),
    name: text(from, 'PartyLegalEntity', 'RegistrationName'),
    legalId: identifier(from, 'PartyLegalEntity', 'CompanyID'),
    legalForm: text(from, 'PartyLegalEntity', 'CompanyLegalForm'),
    vatId: schemes.find(({ scheme }) => scheme === 'VAT')?.id,
    taxId: schemes.find(({ scheme }) => scheme !== 'VAT')?.id,
    address: address(first(from, 'PostalAddress')),
    contact: contact && present({ name: text(contact, 'Name'), phone: text(contact, 'Telephone'), email: text(contact, 'ElectronicMail') }),
  }) as Party;
}

const payee = (from: Element | undefined): Invoice['payee'] => from && present({ name: text(from, 'PartyName', 'Name'), id: identifier(from, 'PartyIdentification', 'ID') });

const representative = (from: Element | undefined): Party | undefined =>
  from && present({ ids: [], name: text(from, 'PartyName', 'Name'), address: address(first(from, 'PostalAddress')), vatId: text(from, 'PartyTaxScheme', 'CompanyID') });

const delivery = (from: Element | undefined): Invoice['delivery'] =>
  from && present({ date: text(from, 'ActualDeliveryDate'), location: identifier(from, 'DeliveryLocation', 'ID'), address: address(first(from, 'DeliveryLocation', 'Address')) });

function paymentMeans(from: Element): PaymentMeans {
  const account = first(from, 'PayeeFinancialAccount');
  const mandate = first(from, 'PaymentMandate');
  return present({
    code: text(from, 'PaymentMeansCode'),
    remittance: text(from, 'PaymentID'),
    account: account && present({ id: text(account, 'ID'), name: text(account, 'Name'), bic: text(account, 'FinancialInstitutionBranch', 'ID') }),
    card: text(from, 'CardAccount', 'PrimaryAccountNumberID'),
    mandate: mandate && present({ id: text(mandate, 'ID'), account: text(mandate, 'PayerFinancialAccount', 'ID') }),
  });
}

const vat = (from: Element | undefined): Vat | undefined => from && present({ category: text(from, 'ID'), rate: text(from, 'Percent') });

const allowanceCharge = (from: Element): AllowanceCharge =>
  present({
    isCharge: text(from, 'ChargeIndicator') ?? '',
    amount: amount(from, 'Amount'),
    base: amount(from, 'BaseAmount'),
    percent: text(from, 'MultiplierFactorNumeric'),
    reason: text(from, 'AllowanceChargeReason'),
    reasonCode: text(from, 'AllowanceChargeReasonCode'),
    vat: vat(first(from, 'TaxCategory')),
  });

const vatGroup = (from: Element): VatGroup =>
  present({
    base: amount(from, 'TaxableAmount'),
    tax: amount(from, 'TaxAmount'),
    ...vat(first(from, 'TaxCategory')),
    exemption: text(from, 'TaxCategory', 'TaxExemptionReason'),
    exemptionCode: text(from, 'TaxCategory', 'TaxExemptionReasonCode'),
  });

const totals = (from: Element | undefined): Invoice['totals'] =>
  present({
    lines: amount(from, 'LineExtensionAmount'),
    net: amount(from, 'TaxExclusiveAmount'),
    gross: amount(from, 'TaxInclusiveAmount'),
    allowances: amount(from, 'AllowanceTotalAmount'),
    charges: amount(from, 'ChargeTotalAmount'),
    prepaid: amount(from, 'PrepaidAmount'),
    rounding: amount(from, 'PayableRoundingAmount'),
    payable: amount(from, 'PayableAmount'),
  });

function itemOf(from: Element | undefined): Item {
  return present({
    name: text(from, 'Name'),
    description: text(from, 'Description'),
    standardId: identifier(from, 'StandardItemIdentification', 'ID'),
    classes: every(from, 'CommodityClassification', 'ItemClassificationCode').map((one) => present({ value: textOf(one) ?? '', scheme: mark(one, 'listID') })),
    origin: text(from, 'OriginCountry', 'IdentificationCode'),
    vat: vat(first(from, 'ClassifiedTaxCategory')),
    attributes: every(from, 'AdditionalItemProperty').map((one) => present({ name: text(one, 'Name'), value: text(one, 'Value') })),
  }) as Item;
}

function lineOf(from: Element, quantity: string): Line {
  const price = first(from, 'Price');
  const discount = first(price, 'AllowanceCharge');
  return present({
    id: text(from, 'ID'),
    note: text(from, 'Note'),
    quantity: text(from, quantity),
    unit: mark(first(from, quantity), 'unitCode'),
    net: amount(from, 'LineExtensionAmount'),
    buyerAccounting: text(from, 'AccountingCost'),
    references: every(from, 'DocumentReference').map((one) => present({ value: text(one, 'ID') ?? '', scheme: mark(first(one, 'ID'), 'schemeID'), kind: text(one, 'DocumentTypeCode') })),
    period: span(first(from, 'InvoicePeriod')),
    adjustments: every(from, 'AllowanceCharge').map(allowanceCharge),
    item: itemOf(first(from, 'Item')),
    price: present({
      net: amount(price, 'PriceAmount'),
      gross: amount(discount, 'BaseAmount'),
      discount: amount(discount, 'Amount'),
      discountIsCharge: text(discount, 'ChargeIndicator'),
      baseQuantity: text(price, 'BaseQuantity'),
      baseUnit: mark(first(price, 'BaseQuantity'), 'unitCode'),
    }),
  }) as Line;
}

/** Names of elements with nothing in them. */
function emptyIn(from: Element): string[] {
  return Object.entries(from).flatMap(([name, inner]) => {
    if (!Array.isArray(inner)) return [];
    return inner.flatMap((one) => {
      const children = Object.values(one).some(Array.isArray);
      if (children) return emptyIn(one);
      return textOf(one) === undefined && name !== 'EmbeddedDocumentBinaryObject' ? [name] : [];
    });
  });
}
