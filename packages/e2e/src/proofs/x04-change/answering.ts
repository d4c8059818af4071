import type { Line } from './line.ts';
import type { Side, Story } from './story.ts';

type Body = Record<string, unknown>;
const euros = (cents: number) => ({ unit: 'EUR', value: cents / 100 });
const PARTY = [{ id: 'anna', role: 'customer' }];

function billBody({ id, month, until, net, taxes, total }: Side): Body {
  return {
    id, billNo: id, billDate: until, billingPeriod: { startDateTime: month.day(1), endDateTime: until }, paymentDueDate: until, state: 'sent',
    taxExcludedAmount: euros(net), taxItem: taxes.map(({ rate, amount }) => ({ taxCategory: 'VAT', taxRate: rate, taxAmount: euros(amount) })),
    taxIncludedAmount: euros(total), remainingAmount: euros(total), billingAccount: { id: 'acc1', name: 'Home' }, relatedParty: PARTY,
  };
}

const covered = ({ kind, part }: Line, { month, until }: Side): Body =>
  ['recurring', 'discount', 'usage'].includes(kind) ? { periodCoverage: { startDateTime: part?.from ?? month.day(1), endDateTime: part?.to ?? until } } : {};

function rateBody(line: Line, side: Side): Body {
  const { id, kind, name, net, rate, gross, product, part, facts = {} } = line;
  const told = { chargeKind: kind, ...facts, ...(part && { daysCharged: part.charged, daysOf: part.of }) };
  return {
    id, name, isBilled: true, bill: { id: side.id }, type: kind === 'credit' || kind === 'discount' ? 'appliedBillingCredit' : 'appliedBillingCharge',
    ...(product && { product: { id: product, name: product }, description: `number of ${product}` }),
    ...covered(line, side),
    taxExcludedAmount: euros(net), taxIncludedAmount: euros(gross), appliedTax: [{ taxCategory: 'VAT', taxRate: rate, taxAmount: euros(gross - net) }],
    characteristic: Object.entries(told).map(([key, value]) => ({ name: key, value })),
  };
}

/** The operator's systems on the day after the newer bill of a story. */
export const answering = ({ before, after, products }: Story): ((request: Request) => Promise<Response>) =>
  serving({ bills: [billBody(after), billBody(before)], rates: [before, after].flatMap((side) => side.lines.map((line) => rateBody(line, side))), products });

interface Served extends Readonly<Record<'bills' | 'rates' | 'products', readonly object[]>> {
  readonly accounts?: readonly object[];
}

/** Bills and lines (TMF678), products (TMF637), accounts (TMF666) where there are any, and nothing else. */
export function serving({ bills, rates, products, accounts = [] }: Served): (request: Request) => Promise<Response> {
  const list = (rows: readonly object[]) => Promise.resolve(Response.json(rows, { headers: { 'x-total-count': String(rows.length) } }));
  return (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const [, , , , resource = '', id] = pathname.split('/');
    if (resource === 'customerBill' && id !== undefined) {
      const bill = bills.find((one) => (one as Body)['id'] === id);
      return Promise.resolve(bill ? Response.json(bill) : new Response('{}', { status: 404 }));
    }
    if (resource === 'customerBill') return list(bills);
    if (resource === 'appliedCustomerBillingRate') return list(rates.filter((one) => ((one as Body)['bill'] as Body)['id'] === searchParams.get('bill.id')));
    if (resource === 'billingAccount') return list(accounts);
    return list(resource === 'product' ? products : []);
  };
}
