import type { Address, AllowanceCharge, Amount, Identifier, Invoice, Line, Party, PaymentMeans, Span, Vat, VatGroup } from './invoice.ts';

const COMMON = 'urn:oasis:names:specification:ubl:schema:xsd:Common';

/** Nothing of it can end an element or begin one; control characters, which no XML can hold, are left out. */
// oxlint-disable-next-line no-control-regex -- exactly these
const escaped = (text: string) => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll(/\p{Cs}/gu, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const attributes = (all: Readonly<Record<string, string | undefined>>) =>
  Object.entries(all).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`)).join('');

/** A value of the document; what is not there leaves no empty element. */
const leaf = (name: string, value: string | undefined, having: Readonly<Record<string, string | undefined>> = {}) =>
  value === undefined ? '' : `<cbc:${name}${attributes(having)}>${escaped(value)}</cbc:${name}>`;
const node = (name: string, ...inner: string[]) => (inner.join('') === '' ? '' : `<cac:${name}>${inner.join('')}</cac:${name}>`);
const each = <T>(all: readonly T[], write: (one: T) => string) => all.map(write).join('');
const amount = (name: string, given: Amount | undefined) => leaf(name, given?.value, { currencyID: given?.currency });
const identifier = (name: string, given: Identifier | undefined) => leaf(name, given?.value, { schemeID: given?.scheme });

/** UBL 2.1 in its own order of elements (OASIS UBL 2.1, the schemas of Invoice and CreditNote). */
export function writeUbl(invoice: Invoice): string {
  const { root, currency, taxCurrency } = invoice;
  const credit = root === 'CreditNote';
  const inner = [
    leaf('CustomizationID', invoice.customization),
    leaf('ProfileID', invoice.profile),
    leaf('ID', invoice.number),
    leaf('IssueDate', invoice.issued),
    credit ? leaf('TaxPointDate', invoice.taxPointDate) : leaf('DueDate', invoice.due),
    leaf(`${root}TypeCode`, invoice.typeCode),
    each(invoice.notes, (note) => leaf('Note', note)),
    credit ? '' : leaf('TaxPointDate', invoice.taxPointDate),
    leaf('DocumentCurrencyCode', currency),
    leaf('TaxCurrencyCode', taxCurrency),
    leaf('AccountingCost', invoice.buyerAccounting),
    leaf('BuyerReference', invoice.buyerReference),
    period(invoice.period),
    node('OrderReference', leaf('ID', invoice.order)),
    each(invoice.preceding, ({ id, issued }) => node('BillingReference', node('InvoiceDocumentReference', leaf('ID', id), leaf('IssueDate', issued)) || '<cac:InvoiceDocumentReference/>')),
    each(invoice.documents, ({ id, scheme, kind, mime, fileName }) =>
      node('AdditionalDocumentReference', leaf('ID', id, { schemeID: scheme }), leaf('DocumentTypeCode', kind), mime === undefined ? '' : node('Attachment', leaf('EmbeddedDocumentBinaryObject', '', { mimeCode: mime, filename: fileName }))) || '<cac:AdditionalDocumentReference/>'),
    each(invoice.projects, (id) => node('ProjectReference', leaf('ID', id))),
    party('AccountingSupplierParty', invoice.seller),
    party('AccountingCustomerParty', invoice.buyer),
    invoice.payee ? `<cac:PayeeParty>${node('PartyIdentification', identifier('ID', invoice.payee.id))}${node('PartyName', leaf('Name', invoice.payee.name))}</cac:PayeeParty>` : '',
    taxRepresentative(invoice.taxRepresentative),
    delivery(invoice.delivery),
    each(invoice.payment, (means) => paymentMeans(means, credit ? invoice.due : undefined)),
    node('PaymentTerms', leaf('Note', invoice.terms)),
    each(invoice.adjustments, allowanceCharge),
    each(invoice.taxTotals, ({ amount: tax, groups }) => node('TaxTotal', amount('TaxAmount', tax), each(groups, vatGroup))),
    totals(invoice),
    each(invoice.lines, (line) => lineOf(line, credit)),
    each(invoice.empty, (name) => `<cbc:${name}/>`),
  ].join('');
  const namespace = `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}" xmlns:cac="${COMMON}AggregateComponents-2" xmlns:cbc="${COMMON}BasicComponents-2">${inner}</${root}>\n`;
}

const period = (span: Span | undefined) => node('InvoicePeriod', leaf('StartDate', span?.from), leaf('EndDate', span?.to), leaf('DescriptionCode', span?.taxPoint)) || (span ? '<cac:InvoicePeriod/>' : '');

const address = (name: string, given: Address | undefined) =>
  given
    ? node(
        name,
        leaf('StreetName', given.street),
        leaf('AdditionalStreetName', given.more),
        leaf('CityName', given.city),
        leaf('PostalZone', given.postCode),
        leaf('CountrySubentity', given.region),
        node('Country', leaf('IdentificationCode', given.country)),
      ) || `<cac:${name}/>`
    : '';

const taxScheme = (id: string | undefined, scheme: string) => (id === undefined ? '' : node('PartyTaxScheme', leaf('CompanyID', id), node('TaxScheme', leaf('ID', scheme))));

function party(name: string, given: Party): string {
  return node(name, `<cac:Party>${[
    identifier('EndpointID', given.electronic),
    each(given.ids, (id) => node('PartyIdentification', identifier('ID', id))),
    node('PartyName', leaf('Name', given.tradingName)),
    address('PostalAddress', given.address),
    taxScheme(given.vatId, 'VAT'),
    taxScheme(given.taxId, 'TAX'),
    node('PartyLegalEntity', leaf('RegistrationName', given.name), identifier('CompanyID', given.legalId), leaf('CompanyLegalForm', given.legalForm)),
    node('Contact', leaf('Name', given.contact?.name), leaf('Telephone', given.contact?.phone), leaf('ElectronicMail', given.contact?.email)),
  ].join('')}</cac:Party>`);
}

const taxRepresentative = (given: Party | undefined) =>
  given ? `<cac:TaxRepresentativeParty>${node('PartyName', leaf('Name', given.name))}${address('PostalAddress', given.address)}${taxScheme(given.vatId, 'VAT')}</cac:TaxRepresentativeParty>` : '';

const delivery = (given: Invoice['delivery']) =>
  given ? node('Delivery', leaf('ActualDeliveryDate', given.date), node('DeliveryLocation', identifier('ID', given.location), address('Address', given.address))) : '';

const paymentMeans = ({ code, remittance, account, card, mandate }: PaymentMeans, due: string | undefined) =>
  `<cac:PaymentMeans>${[
    leaf('PaymentMeansCode', code),
    leaf('PaymentDueDate', due),
    leaf('PaymentID', remittance),
    node('CardAccount', leaf('PrimaryAccountNumberID', card), card === undefined ? '' : leaf('NetworkID', 'mapped')),
    account ? `<cac:PayeeFinancialAccount>${leaf('ID', account.id)}${leaf('Name', account.name)}${node('FinancialInstitutionBranch', leaf('ID', account.bic))}</cac:PayeeFinancialAccount>` : '',
    mandate ? `<cac:PaymentMandate>${leaf('ID', mandate.id)}${node('PayerFinancialAccount', leaf('ID', mandate.account))}</cac:PaymentMandate>` : '',
  ].join('')}</cac:PaymentMeans>`;

const vat = (name: string, given: Vat | undefined, ...more: string[]) =>
  given ? `<cac:${name}>${leaf('ID', given.category)}${leaf('Percent', given.rate)}${more.join('')}${node('TaxScheme', leaf('ID', 'VAT'))}</cac:${name}>` : '';

const allowanceCharge = (given: AllowanceCharge) =>
  node('AllowanceCharge',
    leaf('ChargeIndicator', given.isCharge),
    leaf('AllowanceChargeReasonCode', given.reasonCode),
    leaf('AllowanceChargeReason', given.reason),
    leaf('MultiplierFactorNumeric', given.percent),
    amount('Amount', given.amount),
    amount('BaseAmount', given.base),
    vat('TaxCategory', given.vat));

const vatGroup = (group: VatGroup) =>
  node('TaxSubtotal', amount('TaxableAmount', group.base), amount('TaxAmount', group.tax), vat('TaxCategory', group, leaf('TaxExemptionReasonCode', group.exemptionCode), leaf('TaxExemptionReason', group.exemption)));

const totals = ({ totals: given }: Invoice) =>
  node('LegalMonetaryTotal',
    amount('LineExtensionAmount', given.lines),
    amount('TaxExclusiveAmount', given.net),
    amount('TaxInclusiveAmount', given.gross),
    amount('AllowanceTotalAmount', given.allowances),
    amount('ChargeTotalAmount', given.charges),
    amount('PrepaidAmount', given.prepaid),
    amount('PayableRoundingAmount', given.rounding),
    amount('PayableAmount', given.payable));

function lineOf(line: Line, credit: boolean): string {
  const { item, price } = line;
  const discount = price.discount ? node('AllowanceCharge', leaf('ChargeIndicator', price.discountIsCharge ?? 'false'), amount('Amount', price.discount), amount('BaseAmount', price.gross)) : '';
  return node(credit ? 'CreditNoteLine' : 'InvoiceLine',
    leaf('ID', line.id),
    leaf('Note', line.note),
    leaf(credit ? 'CreditedQuantity' : 'InvoicedQuantity', line.quantity, { unitCode: line.unit }),
    amount('LineExtensionAmount', line.net),
    leaf('AccountingCost', line.buyerAccounting),
    period(line.period),
    each(line.references, ({ value, scheme, kind }) => node('DocumentReference', leaf('ID', value, { schemeID: scheme }), leaf('DocumentTypeCode', kind))),
    each(line.adjustments, allowanceCharge),
    node('Item',
      leaf('Description', item.description),
      leaf('Name', item.name),
      node('StandardItemIdentification', identifier('ID', item.standardId)),
      node('OriginCountry', leaf('IdentificationCode', item.origin)),
      each(item.classes, ({ value, scheme }) => node('CommodityClassification', leaf('ItemClassificationCode', value, { listID: scheme }))),
      vat('ClassifiedTaxCategory', item.vat),
      each(item.attributes, ({ name, value }) => node('AdditionalItemProperty', leaf('Name', name), leaf('Value', value)))),
    node('Price', amount('PriceAmount', price.net), leaf('BaseQuantity', price.baseQuantity, { unitCode: price.baseUnit }), discount));
}
