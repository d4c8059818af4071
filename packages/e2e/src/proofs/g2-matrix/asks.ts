import type { Answer, Visitor } from '../../product/visitor.ts';
import { buying } from './buying.ts';
import type { Asked, AskFor, Id, Judge, Outcome, Targets } from './targets.ts';

const json = (answer: Answer) => JSON.parse(answer.text || '{}') as { items?: { id: string }[]; rows?: { service: { id: string } }[]; errors?: { path: string }[] };
const odd = ({ status, text }: Answer): Outcome => ({ odd: `${status} ${text.slice(0, 120)}` });
const closed = ({ status }: Answer): boolean => [401, 403, 404].includes(status);
const done = ({ status }: Answer): boolean => status >= 200 && status < 300;

const record: Judge = (answer) => (done(answer) ? 'yes' : closed(answer) ? 'no' : odd(answer));
/** Whether such a thing may be done at all: what is wrong with it otherwise is said only to who may. */
const allowed: Judge = (answer) => ([401, 403].includes(answer.status) ? 'no' : answer.status < 500 ? 'yes' : odd(answer));
const among = (id: string): Judge => (answer) => {
  if (closed(answer)) return 'no';
  if (!done(answer)) return odd(answer);
  const { items = [], rows = [] } = json(answer);
  return items.some((item) => item.id === id) || rows.some(({ service }) => service.id === id) ? 'yes' : 'no';
};
/** A file that holds the record by its number; a file without it is as good as none. */
const holding = (number: string): Judge => (answer) => (closed(answer) ? 'no' : done(answer) ? (answer.text.includes(number) ? 'yes' : 'no') : odd(answer));
/** A table with more than its heading: what is asked for must be the target's alone, for everybody has something of their own. */
const rows: Judge = (answer) => (closed(answer) ? 'no' : done(answer) ? (answer.text.trim().includes('\n') ? 'yes' : 'no') : odd(answer));
/** A body that names a record: one that is not the caller's is a mistake in that very field. */
const naming = (...fields: string[]): Judge => (answer) => {
  if (closed(answer)) return 'no';
  return answer.status === 422 && fields.includes(json(answer).errors?.[0]?.path ?? '') ? 'no' : allowed(answer);
};

const get = (path: string, id: Id, judge = (target: string): Judge => among(target)): AskFor => (targets) => ({ path, judge: judge(targets[id]), needs: targets[id] });
const open = (path: string): AskFor => () => ({ path, judge: record });
const one = (id: Id, path: (id: string) => string): AskFor => (targets) => ({ path: path(targets[id]), judge: record, needs: targets[id] });

const exported = (path: string, noun: keyof Targets['numbers']): AskFor => ({ numbers }) => ({ path, judge: holding(numbers[noun]), needs: numbers[noun] });

const words = { kind: 'request', severity: 'minor', title: 'A question', description: 'How is it?' };
const until = () => new Date(Date.now() + 3_600_000).toISOString();
const thisMonth = () => new Date().toISOString().slice(0, 7);
const NOBODYS = 'zzzzzzzzzzzz';
/** Of what is there, and beyond what the state of it lets be done: only who may is told that. */
const allowedFor: Judge = (answer) => (closed(answer) ? 'no' : allowed(answer));
const CENT = { amount: 1, currency: 'EUR' };
const DISPUTE = { amount: { amount: 1, currency: 'EUR' }, reason: 'other', description: 'A cent too much.' };

const metering = (product: string): Judge => (answer) => {
  if (closed(answer) || !done(answer)) return closed(answer) ? 'no' : odd(answer);
  const { items = [] } = JSON.parse(answer.text) as { items?: { service: { productId: string } }[] };
  return items.some(({ service }) => service.productId === product) ? 'yes' : 'no';
};
/** Figures of accounts, however the list of them is called. */
const figuring = (account: string): Judge => (answer) => {
  if (closed(answer) || !done(answer)) return closed(answer) ? 'no' : odd(answer);
  const { items = [], accounts = items } = JSON.parse(answer.text) as { items?: { account: { id: string } }[]; accounts?: { account: { id: string } }[] };
  return accounts.some((one) => one.account.id === account) ? 'yes' : 'no';
};

const act = (id: 'order' | 'visited', path: string, body: object): AskFor => (targets) => ({ path: `/orders/${targets[id]}${path}`, ask: { body }, judge: allowedFor, needs: targets[id] });
const LONG_AGO = { slotId: 'morning', from: '2020-01-01T07:00:00.000Z', to: '2020-01-01T09:00:00.000Z' };

/** What is done about an order: asked so that its state refuses what the rights allow, and the house stays as it is. */
const ORDER_ACTS: Readonly<Record<string, AskFor>> = {
  'GET /orders/:orderId/visit/slots': one('visited', (id) => `/orders/${id}/visit/slots`),
  'GET /orders/:orderId/visit.ics': one('visited', (id) => `/orders/${id}/visit.ics`),
  'GET /orders/:orderId/papers/:paperId': one('paper', (id) => `/orders/${id}`),
  'POST /orders/:orderId/visit': act('visited', '/visit', LONG_AGO),
  'POST /orders/:orderId/payment': act('order', '/payment', { back: '/orders' }),
  'POST /orders/:orderId/cancel': act('order', '/cancel', { itemIds: ['1'], cost: { amount: 99_999, currency: 'EUR' } }),
  'POST /orders/:orderId/items/:itemId/activate': act('order', '/items/1/activate', {}),
  'POST /orders/:orderId/items/:itemId/answers': act('order', '/items/1/answers', { choiceId: '' }),
  'POST /orders/:orderId/items/:itemId/changes': act('order', '/items/1/changes', {}),
  'POST /orders/:orderId/items/:itemId/delay': act('visited', '/items/1/delay', { choice: 'expedite' }),
};

/** How each route is asked for something of a house. */
export const ASKS: Readonly<Record<string, AskFor>> = {
  'GET /session': open('/session'),
  'GET /sessions': open('/sessions'),
  'GET /capabilities': open('/capabilities'),
  'GET /access-log': open('/access-log'),
  'GET /access-log/export.csv': open('/access-log/export.csv'),
  'GET /access-log/export.json': open('/access-log/export.json'),
  'GET /accounts': get('/accounts', 'account'),
  'GET /bills': get('/bills', 'bill'),
  'GET /bills/export.csv': exported('/bills/export.csv', 'bill'),
  'GET /bills/export.json': exported('/bills/export.json', 'bill'),
  'GET /bills/:billId': one('bill', (id) => `/bills/${id}`),
  'GET /bills/:billId/charges': one('bill', (id) => `/bills/${id}/charges`),
  'GET /bills/:billId/change': one('bill', (id) => `/bills/${id}/change`),
  'GET /bills/:billId/charges/:chargeId/events': one('used', (id) => `/bills/${id}/events`),
  'GET /bills/:billId/charges/:chargeId/events/export.csv': one('used', (id) => `/bills/${id}/events/export.csv`),
  'GET /charges': exported('/charges?search=e', 'bill'),
  'GET /spend': ({ account }) => ({ path: '/spend?by=account', judge: holding(account), needs: account }),
  'GET /spend/export.csv': ({ account }) => ({ path: `/spend/export.csv?by=account&account=${account}`, judge: rows, needs: account }),
  'GET /reports': get('/reports', 'report'),
  'POST /reports': ({ account }) => ({ path: '/reports', ask: { body: { name: 'Ours', by: 'kind', months: 6, accountId: account } }, judge: allowedFor, needs: account }),
  'PATCH /reports/:reportId': ({ report }) => ({ path: `/reports/${report}`, ask: { body: { months: 12 } }, judge: allowedFor, needs: report }),
  'DELETE /reports/:reportId': ({ report }) => ({ path: `/reports/${report}`, judge: allowedFor, needs: report }),
  'POST /reports/:reportId/restore': ({ report }) => ({ path: `/reports/${report}/restore`, ask: { body: {} }, judge: allowedFor, needs: report }),
  'GET /bills/:billId/document': one('bill', (id) => `/bills/${id}/document`),
  'GET /bills/:billId/page.html': one('bill', (id) => `/bills/${id}/page.html`),
  'GET /bills/:billId/charges/export.csv': one('bill', (id) => `/bills/${id}/charges/export.csv`),
  'GET /bills/:billId/invoice.xml': one('bill', (id) => `/bills/${id}/invoice.xml`),
  'GET /bills/archive': ({ account }) => ({ path: `/bills/archive?year=${new Date().getUTCFullYear()}&account=${account}`, judge: (answer) => (answer.text.includes('"of":0,') ? 'no' : record(answer)), needs: account }),
  'GET /accounts/:accountId/consolidation': one('account', (id) => `/accounts/${id}/consolidation`),
  // Of an account that is nobody's: who may is told that there is none, and nothing is switched.
  'POST /accounts/:accountId/consolidation': ({ account }) => ({ path: `/accounts/${account}/consolidation`, ask: { body: { with: NOBODYS } }, judge: allowedFor, needs: account }),
  'POST /accounts/:accountId/consolidation/end': ({ account }) => ({ path: `/accounts/${account}/consolidation/end`, ask: { body: {} }, judge: allowedFor, needs: account }),
  'GET /accounts/:accountId/statement': one('account', (id) => `/accounts/${id}/statement`),
  'GET /accounts/:accountId/balance-letter/document': one('account', (id) => `/accounts/${id}/balance-letter/document`),
  'GET /accounts/:accountId/balance-letter/page.html': one('account', (id) => `/accounts/${id}/balance-letter/page.html`),
  'GET /interim-bills': one('account', (id) => `/interim-bills?account=${id}`),
  'GET /interim-bills/:interimBillId': one('interim', (id) => `/interim-bills/${id}`),
  'POST /interim-bills': ({ account }) => ({ path: '/interim-bills', ask: { body: { accountId: account } }, judge: naming('accountId'), needs: account }),
  'POST /bills/:billId/disputes': ({ bill }) => ({ path: `/bills/${bill}/disputes`, ask: { body: DISPUTE }, judge: allowedFor, needs: bill }),
  'GET /disputes': get('/disputes', 'dispute'),
  'GET /disputes/:disputeId': one('dispute', (id) => `/disputes/${id}`),
  'POST /disputes/:disputeId/withdraw': ({ dispute }) => ({ path: `/disputes/${dispute}/withdraw`, ask: { body: {}, headers: { 'if-match': '"of-long-ago"' } }, judge: allowedFor, needs: dispute }),
  'POST /disputes/:disputeId/appeal': ({ dispute }) => ({ path: `/disputes/${dispute}/appeal`, ask: { body: { text: 'Look again.' } }, judge: allowedFor, needs: dispute }),
  'GET /payments': get('/payments', 'payment'),
  'GET /payments/:paymentId': one('payment', (id) => `/payments/${id}`),
  'GET /payments/:paymentId/receipt': one('paid', (id) => `/payments/${id}/receipt`),
  'GET /payments/:paymentId/trail': one('payment', (id) => `/payments/${id}/trail`),
  'GET /payments/:paymentId/trail/export.csv': one('payment', (id) => `/payments/${id}/trail/export.csv`),
  'GET /payments/:paymentId/trail/export.json': one('payment', (id) => `/payments/${id}/trail/export.json`),
  'GET /bills/:billId/trail': one('bill', (id) => `/bills/${id}/trail`),
  'GET /bills/:billId/trail/export.csv': one('bill', (id) => `/bills/${id}/trail/export.csv`),
  'GET /bills/:billId/trail/export.json': one('bill', (id) => `/bills/${id}/trail/export.json`),
  'GET /orders/:orderId/trail': one('order', (id) => `/orders/${id}/trail`),
  'GET /orders/:orderId/trail/export.csv': one('order', (id) => `/orders/${id}/trail/export.csv`),
  'GET /orders/:orderId/trail/export.json': one('order', (id) => `/orders/${id}/trail/export.json`),
  'POST /payments': ({ bill, account }) => ({ path: '/payments', ask: { body: { parts: [{ accountId: account, billId: bill, amount: CENT }] } }, judge: allowedFor, needs: bill }),
  'POST /payments/:paymentId/cancel': ({ payment }) => ({ path: `/payments/${payment}/cancel`, ask: { body: {} }, judge: allowedFor, needs: payment }),
  'GET /payment-means': get('/payment-means', 'means'),
  'GET /balance': get('/balance', 'account', figuring),
  'GET /running': get('/running', 'account', figuring),
  'GET /usage': get('/usage', 'metered', metering),
  'GET /usage/events': one('metered', (id) => `/usage/events?product=${id}`),
  'GET /usage/events/export.csv': one('metered', (id) => `/usage/events/export.csv?product=${id}`),
  'GET /orders': get('/orders', 'order'),
  'GET /orders/export.csv': exported('/orders/export.csv', 'order'),
  'GET /orders/export.json': exported('/orders/export.json', 'order'),
  'GET /orders/:orderId': one('order', (id) => `/orders/${id}`),
  'POST /orders': ({ account }) => ({ path: '/orders', ask: { body: { cartId: NOBODYS, accountId: account } }, judge: naming('accountId') }),
  'GET /orders/report': open('/orders/report'),
  'GET /orders/report/export.csv': open('/orders/report/export.csv'),
  'GET /orders/:orderId/agreement': one('order', (id) => `/orders/${id}/agreement`),
  ...ORDER_ACTS,
  'GET /products': get('/products', 'product'),
  'GET /offers': open('/offers'),
  'GET /offers/shelf': open('/offers/shelf'),
  'GET /offers/compare': () => ({ path: `/offers/compare?ids=${NOBODYS},x`, judge: allowed }),
  'GET /offers/devices': open('/offers/devices'),
  'GET /offers/recommendation': open('/offers/recommendation'),
  'GET /offers/:offerId': () => ({ path: `/offers/${NOBODYS}`, judge: allowed }),
  'POST /offers/check': () => ({ path: '/offers/check', ask: { body: { offerIds: [NOBODYS] } }, judge: allowed }),
  'POST /offers/estimate': () => ({ path: '/offers/estimate', ask: { body: { offerIds: [NOBODYS] } }, judge: allowed }),
  'POST /offers/recommendation': () => ({ path: '/offers/recommendation', ask: { body: {} }, judge: allowed }),
  'POST /configuration': () => ({ path: '/configuration', ask: { body: { offerId: NOBODYS, choices: {} } }, judge: allowed }),
  'GET /places': open('/places?search=ka'),
  'GET /places/:placeId': () => ({ path: `/places/${NOBODYS}`, judge: allowed }),
  'GET /availability': () => ({ path: `/availability?place=${NOBODYS}`, judge: allowed }),
  'POST /availability/sites': () => ({ path: '/availability/sites', ask: { body: { sites: [{ ref: '1', place: NOBODYS }] } }, judge: allowed }),
  'GET /availability/interests': open('/availability/interests'),
  'POST /availability/interests': () => ({ path: '/availability/interests', ask: { body: { placeId: NOBODYS } }, judge: allowed }),
  'DELETE /availability/interests/:interestId': () => ({ path: `/availability/interests/line.${NOBODYS}`, judge: allowed }),
  'GET /guide': open('/guide'),
  'POST /guide/shortlist': () => ({ path: '/guide/shortlist', ask: { body: { answers: {} } }, judge: allowed }),
  'GET /cart': open('/cart'),
  'POST /cart/items': () => ({ path: '/cart/items', ask: { body: { offerId: NOBODYS, quantity: 1 } }, judge: allowed }),
  'DELETE /cart/items/:itemId': () => ({ path: `/cart/items/${NOBODYS}`, judge: allowed }),
  ...buying({ allowed, allowedFor, naming }),
  'GET /tickets': get('/tickets', 'ticket'),
  'GET /tickets/export.csv': exported('/tickets/export.csv', 'ticket'),
  'GET /tickets/export.json': exported('/tickets/export.json', 'ticket'),
  'GET /tickets/:ticketId': one('ticket', (id) => `/tickets/${id}`),
  'POST /tickets': ({ product }) => ({ path: '/tickets', ask: { body: { ...words, productId: product } }, judge: naming('productId'), needs: product }),
  'POST /tickets/:ticketId/notes': ({ ticket }) => ({ path: `/tickets/${ticket}/notes`, ask: { body: { text: 'And how is it now?' } }, judge: naming(), needs: ticket }),
  'POST /tickets/:ticketId/attachments': ({ ticket }) => ({ path: `/tickets/${ticket}/attachments`, ask: { body: { name: 'light.txt', content: btoa('The light is red.') } }, judge: record, needs: ticket }),
  'GET /tickets/:ticketId/attachments/:attachmentId': ({ ticket, attachment }) => ({ path: `/tickets/${ticket}/attachments/${attachment}`, judge: record, needs: attachment }),
  // Asked so that the state of the ticket refuses what the rights allow, and the house stays as it is.
  'POST /tickets/:ticketId/changes': ({ ticket }) => ({ path: `/tickets/${ticket}/changes`, ask: { body: { contact: 'The porter' } }, judge: allowedFor, needs: ticket }),
  'POST /tickets/:ticketId/acts': ({ ticket }) => ({ path: `/tickets/${ticket}/acts`, ask: { body: { act: 'rate', stars: 5 } }, judge: allowedFor, needs: ticket }),
  'GET /tickets/:ticketId/visit/slots': one('ticket', (id) => `/tickets/${id}/visit/slots`),
  'POST /tickets/:ticketId/visit': ({ ticket }) => ({ path: `/tickets/${ticket}/visit`, ask: { body: LONG_AGO }, judge: allowedFor, needs: ticket }),
  'GET /tickets/:ticketId/visit.ics': () => ({ path: `/tickets/${NOBODYS}/visit.ics`, judge: allowed }),
  'GET /desk': ({ product }) => ({ path: `/desk?productId=${product}`, judge: record, needs: product }),
  'GET /desk/forms': open('/desk/forms'),
  'GET /desk/answers/:answerId': () => ({ path: `/desk/answers/${NOBODYS}`, judge: allowed }),
  'GET /desk/tests/:testId': () => ({ path: `/desk/tests/${NOBODYS}`, judge: allowed }),
  'POST /desk/me-too': ({ product }) => ({ path: '/desk/me-too', ask: { body: { productId: product, troubleId: NOBODYS } }, judge: naming('productId'), needs: product }),
  'POST /desk/verdicts': ({ product }) => ({ path: '/desk/verdicts', ask: { body: { answerId: NOBODYS, productId: product, solved: false } }, judge: naming('productId'), needs: product }),
  'POST /desk/tests': ({ product }) => ({ path: '/desk/tests', ask: { body: { productId: product, kind: 'reboot' } }, judge: naming('productId'), needs: product }),
  'GET /service-levels': get('/service-levels', 'service'),
  'GET /service-levels/grid': ({ service }) => ({ path: '/service-levels/grid?months=1', judge: holding(service), needs: service }),
  'GET /service-levels/export.csv': ({ service }) => ({ path: '/service-levels/export.csv?months=1', judge: holding(service), needs: service }),
  'GET /service-levels/pack.pdf': () => ({ path: `/service-levels/pack.pdf?month=${thisMonth()}`, judge: record }),
  'GET /service-levels/planned-work': open('/service-levels/planned-work'),
  'GET /service-levels/planned-work/calendar.ics': open('/service-levels/planned-work/calendar.ics'),
  'POST /service-levels/planned-work/:workId/objection': () => ({ path: `/service-levels/planned-work/${NOBODYS}/objection`, ask: { body: { words: 'Not then.' } }, judge: allowed }),
  'GET /service-levels/planned-work/freezes': open('/service-levels/planned-work/freezes'),
  'POST /service-levels/planned-work/freezes': () => ({ path: '/service-levels/planned-work/freezes', ask: { body: { from: '2020-01-01', to: '2020-01-02' } }, judge: allowed }),
  'DELETE /service-levels/planned-work/freezes/:freezeId': () => ({ path: `/service-levels/planned-work/freezes/${NOBODYS}`, judge: allowed }),
  'GET /service-levels/planned-work/feed': open('/service-levels/planned-work/feed'),
  'POST /service-levels/planned-work/feed': () => ({ path: '/service-levels/planned-work/feed', ask: { body: {} }, judge: record }),
  'DELETE /service-levels/planned-work/feed': () => ({ path: '/service-levels/planned-work/feed', judge: record }),
  'GET /incidents': open('/incidents'),
  'GET /incidents/:incidentId': () => ({ path: `/incidents/${NOBODYS}`, judge: allowed }),
  'POST /incidents/:incidentId/follow': () => ({ path: `/incidents/${NOBODYS}/follow`, ask: { body: {} }, judge: allowed }),
  'DELETE /incidents/:incidentId/follow': () => ({ path: `/incidents/${NOBODYS}/follow`, judge: allowed }),
  'POST /service-levels/:service/:month/claim': ({ service }) => ({ path: `/service-levels/${service}/${thisMonth()}/claim`, ask: { body: {} }, judge: allowedFor, needs: service }),
  'GET /service-levels/:service/:month': ({ service }) => ({ path: `/service-levels/${service}/${thisMonth()}`, judge: record, needs: service }),
  'GET /interactions': get('/interactions', 'interaction'),
  'GET /grants': get('/grants', 'grant'),
  'POST /grants': ({ account }) => ({
    path: '/grants',
    ask: { body: { to: 'nobody@example.org', scope: ['bills'], over: { kind: 'account', id: account }, until: until() } },
    judge: naming('scope'),
  }),
  'DELETE /grants/:grantId': one('grant', (id) => `/grants/${id}`),
  'DELETE /sessions/:sessionId': () => ({ path: `/sessions/${NOBODYS}`, judge: allowed }),
  'DELETE /sessions': () => ({ path: '/sessions', judge: allowed }),
  'POST /customers/find': ({ identifier }) => ({ path: '/customers/find', ask: { body: { identifier } }, judge: record }),
  'POST /acting': ({ identifier }) => ({ path: '/acting', ask: { body: { customer: identifier, reason: 'A call', consent: 'customer-present' } }, judge: record }),
  'DELETE /acting': () => ({ path: '/acting', judge: record }),
  'POST /visitor/links': () => ({ path: '/visitor/links', ask: { body: {} }, judge: allowed }),
  'POST /visitor/pick-ups': () => ({ path: '/visitor/pick-ups', ask: { body: { code: 'A'.repeat(43) } }, judge: allowed }),
  'DELETE /visitor': () => ({ path: '/visitor', judge: record }),
};

export async function asked(visitor: Visitor, route: string, targets: Targets): Promise<Asked> {
  const how = ASKS[route]?.(targets);
  if (!how) return { outcome: { odd: 'nobody wrote down how to ask it' } };
  if (how.needs === '') return { outcome: 'nothing to ask' };
  const answer = await visitor.call(route.slice(0, route.indexOf(' ')), how.path, how.ask);
  return { outcome: how.judge(answer), answer };
}
