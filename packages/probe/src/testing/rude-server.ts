import { scheduler } from 'node:timers/promises';
import { collection, type Habit, page, type Question, refusal } from './habits.ts';
import { inV5, rowsFor } from './rows.ts';

const READS = 'GET, HEAD';
const TAKES = 'GET, HEAD, POST';

/** Longer than the gateway waits, in milliseconds. */
const TOO_LONG = 2_600;

const offers = (resource: string): Habit => collection(rowsFor(resource, 5), { allow: READS, totals: false, missing: () => page(404) });
const accounts = collection(rowsFor('billingAccount', 3), { allow: READS });

/** Takes its time for large pages. */
const slowly =
  (milliseconds: number): Habit =>
  async (question) => {
    if (question.query.get('limit') === '500') await scheduler.wait(milliseconds);
    return accounts(question);
  };
const SLOW = '/tmf-api/accountManagement/v4/billingAccount';

/** One bad habit each, as met in the field. What is not here is answered 404 with a page for people. */
const HABITS: Readonly<Record<string, Habit>> = {
  // Polite enough: no totals, malformed links, a page for what is missing.
  '/tmf-api/productCatalogManagement/v4/productOffering': offers('productOffering'),
  '/tmf-api/productCatalogManagement/v4/productOfferingPrice': offers('productOfferingPrice'),
  '/tmf-api/productCatalogManagement/v4/productSpecification': offers('productSpecification'),
  // Everybody's rows to everybody.
  '/tmf-api/troubleTicket/v4/troubleTicket': collection(rowsFor('troubleTicket', 1_500), { allow: TAKES, filters: () => false }),
  // The array inside an object.
  '/tmf-api/productOrderingManagement/v4/productOrder': collection(rowsFor('productOrder', 4), { allow: TAKES, wrap: (items) => ({ items }) }),
  // v4 at v5's place.
  '/tmf-api/customer/v4/customer': collection(rowsFor('customer', 3), { partial: 206, allow: READS }),
  // Lets nobody in.
  '/tmf-api/party/v4/individual': () => refusal(401),
  '/tmf-api/party/v4/organization': () => refusal(403),
  // v5 alone.
  '/tmf-api/productInventory/v5/product': collection(inV5(rowsFor('product', 6)), { allow: READS }),
  // Broken.
  '/tmf-api/serviceProblemManagement/v4/serviceProblem': () => new Response('', { status: 503 }),
  // Nothing in it.
  '/tmf-api/shoppingCart/v4/shoppingCart': collection([], { allow: TAKES }),
  // 206 and dates with offsets: all in order.
  '/tmf-api/partyRoleManagement/v4/partyRole': collection(rowsFor('partyRole', 30), { partial: 206, allow: READS }),
  // The first page for ever; its lines cannot be asked for.
  '/tmf-api/customerBillManagement/v4/customerBill': collection(rowsFor('customerBill', 900), { paging: false, allow: READS }),
  '/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate': (question) =>
    question.query.has('bill.id') ? refusal(400) : collection(rowsFor('appliedCustomerBillingRate', 9), { allow: READS })(question),
  // Nobody's.
  '/tmf-api/partyInteraction/v4/partyInteraction': collection(rowsFor('partyInteraction', 5).map((row) => ({ ...row, relatedParty: undefined })), { allow: READS }),
  // Knows the filter, and finds nothing by it.
  '/tmf-api/appointment/v4/appointment': (question) => (question.query.has('relatedParty.id') ? Response.json([]) : collection(rowsFor('appointment', 4), { allow: READS })(question)),
  // Refuses large pages.
  '/tmf-api/paymentManagement/v4/payment': collection(rowsFor('payment', 8), { mostLimit: 100, allow: READS }),
  // Says of nothing whether it may be written, and one id at a time.
  '/tmf-api/geographicSiteManagement/v4/geographicSite': (question) => (question.query.get('relatedParty.id')?.includes(',') ? Response.json([]) : collection(rowsFor('geographicSite', 6))(question)),
  // Says that the rest is elsewhere.
  '/tmf-api/paymentMethod/v4/paymentMethod': ({ id }) => new Response(null, { status: 301, headers: { location: `/wallet/v4/paymentMethod${id === undefined ? '' : `/${id}`}` } }),
  '/wallet/v4/paymentMethod': collection(rowsFor('paymentMethod', 3), { allow: TAKES }),
  // A total that is too small; an unknown id that is there.
  '/tmf-api/quoteManagement/v4/quote': collection(rowsFor('quote', 7), { allow: READS, headers: { 'x-total-count': '2' }, totals: false, missing: () => Response.json({}) }),
  // Takes the order for a filter, as servers do that know no order.
  '/tmf-api/partyInteraction/v5/partyInteraction': (question) => (question.query.has('sort') ? Response.json([]) : collection(inV5(rowsFor('partyInteraction', 5)), { allow: READS })(question)),
  // Not JSON by its label.
  '/tmf-api/communicationManagement/v4/communicationMessage': collection(rowsFor('communicationMessage', 3), { allow: READS, headers: { 'content-type': 'text/plain' } }),
  // A portal's entrance in place of an API.
  '/tmf-api/document/v4/document': () => page(200),
};

function questionOf(request: Request, habits: Readonly<Record<string, Habit>>): { habit: Habit | undefined; question: Question } {
  const { pathname, searchParams: query } = new URL(request.url);
  const path = pathname.replace(/\/+$/, '');
  const around = path.slice(0, path.lastIndexOf('/'));
  const whole = habits[path];
  const base = { query, method: request.method, stranger: !request.headers.has('authorization') };
  if (whole) return { habit: whole, question: { ...base, resource: path } };
  return { habit: habits[around], question: { ...base, resource: around, id: decodeURIComponent(path.slice(around.length + 1)) } };
}

export interface RudeServer {
  fetch(request: Request): Promise<Response>;
  /** Every method that was sent here. */
  readonly methods: ReadonlySet<string>;
}

/** A TM Forum landscape with the manners of the field, one of them slow by so many milliseconds. Every method that comes is noted. */
export function rudeServer(slowness = TOO_LONG): RudeServer {
  const methods = new Set<string>();
  const habits = { ...HABITS, [SLOW]: slowly(slowness) };
  return {
    methods,
    fetch: async (request) => {
      methods.add(request.method);
      const { habit, question } = questionOf(request, habits);
      return habit ? habit(question) : page(404);
    },
  };
}
