import type { Answer, Visitor } from '../../product/visitor.ts';
import type { Targets } from './house.ts';

/** A writable operation, and how it is called. */
export interface Operation {
  name: string;
  path: string;
  body(): Record<string, unknown>;
  /** Names that the operation takes itself. */
  takes: readonly string[];
  /** The collection its record lands in, where it makes one. */
  makes?: string;
  /** What must be there first. */
  before?(): Promise<unknown>;
  /** Ada when left out. */
  by?: Visitor;
  /** What leaves the place as it was. */
  after?(answer: Answer): Promise<unknown>;
}

/** One payment of an account at a time. */
export const paying = (ada: Visitor, targets: Targets): Operation[] => [
  {
    name: 'POST /payments', path: '/payments', takes: ['parts', 'meansId', 'keep', 'back'],
    body: () => ({ parts: [{ accountId: targets.account, amount: { amount: 1, currency: 'EUR' } }] }),
    before: async () => {
      const { items = [] } = JSON.parse((await ada.call('GET', '/payments')).text) as { items?: { id: string; status: string }[] };
      for (const { id } of items.filter(({ status }) => status === 'needs-you')) await ada.call('POST', `/payments/${id}/cancel`, { body: {} });
    },
  },
  { name: 'POST /accounts/:accountId/consolidation', path: `/accounts/${targets.account}/consolidation`, body: () => ({ with: 'zzzzzzzzzzzz' }), takes: ['with'] },
  { name: 'POST /accounts/:accountId/consolidation/end', path: `/accounts/${targets.account}/consolidation/end`, body: () => ({}), takes: [] },
  { name: 'POST /payments/:paymentId/cancel', path: `/payments/${targets.payment}/cancel`, body: () => ({}), takes: [] },
];

/** Each call leaves the shelf as it was. */
export const reporting = (ada: Visitor, targets: Targets): Operation[] => [
  {
    name: 'POST /reports', path: '/reports', takes: ['name', 'by', 'months', 'accountId'], body: () => ({ name: 'Tried', by: 'kind', months: 6 }),
    after: (answer) => ada.call('DELETE', `/reports/${(JSON.parse(answer.text) as { id: string }).id}`),
  },
  { name: 'PATCH /reports/:reportId', path: `/reports/${targets.report}`, takes: ['name', 'by', 'months', 'accountId'], body: () => ({ months: 12 }) },
  { name: 'POST /reports/:reportId/restore', path: `/reports/${targets.report}/restore`, takes: [], body: () => ({}) },
];

/** What is asked of the shop; only what is waited for and what is wanted is kept. */
export const choosing = (offerId: string): Operation[] => [
  { name: 'POST /guide/shortlist', path: '/guide/shortlist', body: () => ({ answers: {} }), takes: ['answers'] },
  { name: 'POST /offers/check', path: '/offers/check', body: () => ({ offerIds: [offerId] }), takes: ['offerIds', 'placeId', 'device', 'quantity'] },
  { name: 'POST /offers/estimate', path: '/offers/estimate', body: () => ({ offerIds: [offerId] }), takes: ['offerIds', 'productId', 'drivers', 'months'] },
  { name: 'POST /offers/recommendation', path: '/offers/recommendation', body: () => ({ wanted: true }), takes: ['dismiss', 'wanted'] },
  { name: 'POST /configuration', path: '/configuration', body: () => ({ offerId, choices: {} }), takes: ['offerId', 'productId', 'quantity', 'choices'] },
  { name: 'POST /availability/sites', path: '/availability/sites', body: () => ({ sites: [{ ref: '1', place: 'Kastanienhof 12, 10437 Berlin' }] }), takes: ['sites', 'download'] },
  { name: 'POST /availability/interests', path: '/availability/interests', body: () => ({ placeId: 'zzzzzzzzzzzz' }), takes: ['placeId', 'offerId', 'email'] },
];

/** What is done about an order that is under way; refused by its state, it must keep nothing either. */
export const ordering = ({ order, visited, account }: Targets): Operation[] => [
  ...buying(order, account),
  { name: 'POST /orders/:orderId/visit', path: `/orders/${visited || order}/visit`, body: () => ({ slotId: 'morning', from: '2020-01-01T07:00:00.000Z', to: '2020-01-01T09:00:00.000Z' }), takes: ['slotId', 'from', 'to', 'wishes'] },
  { name: 'POST /orders/:orderId/cancel', path: `/orders/${order}/cancel`, body: () => ({ cost: { amount: 99_999, currency: 'EUR' } }), takes: ['itemIds', 'reason', 'cost'] },
  { name: 'POST /orders/:orderId/items/:itemId/activate', path: `/orders/${order}/items/1/activate`, body: () => ({}), takes: [] },
  { name: 'POST /orders/:orderId/items/:itemId/answers', path: `/orders/${order}/items/1/answers`, body: () => ({ text: 'Here it is.' }), takes: ['text', 'choiceId', 'placeId', 'date', 'file'] },
  { name: 'POST /orders/:orderId/items/:itemId/changes', path: `/orders/${order}/items/1/changes`, body: () => ({}), takes: ['quantity', 'date', 'placeId'] },
  { name: 'POST /orders/:orderId/items/:itemId/delay', path: `/orders/${order}/items/1/delay`, body: () => ({ choice: 'wait' }), takes: ['choice'] },
];

const LONG_AGO = { slotId: 'morning', from: '2020-01-01T07:00:00.000Z', to: '2020-01-01T09:00:00.000Z' };
const NOBODYS = 'zzzzzzzzzzzz';

/** Cart and quotes: asked of what is not there where it would change what the others need; refused, it must keep nothing either. */
const buying = (order: string, account: string): Operation[] => [
  { name: 'POST /cart/items/:itemId/changes', path: `/cart/items/${NOBODYS}/changes`, body: () => ({ quantity: 2 }), takes: ['quantity', 'choices', 'placeId', 'later', 'number', 'portIn'] },
  { name: 'POST /cart/items/:itemId/promise', path: `/cart/items/${NOBODYS}/promise`, body: () => ({ tierId: NOBODYS }), takes: ['tierId'] },
  { name: 'POST /cart/swap', path: '/cart/swap', body: () => ({ out: NOBODYS, offerId: NOBODYS }), takes: ['out', 'offerId'] },
  { name: 'POST /cart/visit', path: '/cart/visit', body: () => LONG_AGO, takes: ['slotId', 'from', 'to', 'wishes'] },
  { name: 'POST /cart/share', path: '/cart/share', body: () => ({}), takes: [] },
  { name: 'POST /cart/take', path: '/cart/take', body: () => ({ token: NOBODYS }), takes: ['token'] },
  { name: 'POST /carts', path: '/carts', body: () => ({ name: '' }), takes: ['name'] },
  { name: 'POST /carts/:cartId/open', path: `/carts/${NOBODYS}/open`, body: () => ({}), takes: [] },
  { name: 'POST /orders/:orderId/payment', path: `/orders/${order}/payment`, body: () => ({ back: '/orders' }), takes: ['meansId', 'back'] },
  { name: 'POST /orders/:orderId/reorder', path: `/orders/${order}/reorder`, body: () => ({}), takes: [] },
  { name: 'POST /quotes', path: '/quotes', body: () => ({ cartId: NOBODYS, accountId: account }), takes: ['cartId', 'accountId', 'number', 'note'] },
  { name: 'POST /quotes/:quoteId/notes', path: `/quotes/${NOBODYS}/notes`, body: () => ({ text: 'And now?' }), takes: ['text'] },
  { name: 'POST /quotes/:quoteId/accept', path: `/quotes/${NOBODYS}/accept`, body: () => ({}), takes: [] },
  { name: 'POST /visitor/pick-ups', path: '/visitor/pick-ups', body: () => ({ code: NOBODYS }), takes: ['code'] },
  { name: 'POST /quotes/:quoteId/decline', path: `/quotes/${NOBODYS}/decline`, body: () => ({}), takes: [] },
];

/** What is done about tickets, lines and planned work, some of it by a company's admin alone. */
export const assuring = ({ ticket, product, service }: Targets, bilal: Visitor): Operation[] => [
  { name: 'POST /tickets/:ticketId/notes', path: `/tickets/${ticket}/notes`, body: () => ({ text: 'And now?' }), takes: ['text'] },
  { name: 'POST /tickets/:ticketId/changes', path: `/tickets/${ticket}/changes`, body: () => ({}), takes: ['title', 'description', 'severity', 'kind', 'contact', 'reason'] },
  { name: 'POST /tickets/:ticketId/acts', path: `/tickets/${ticket}/acts`, body: () => ({ act: 'rate', stars: 5 }), takes: ['act', 'words', 'stars', 'testId'] },
  { name: 'POST /tickets/:ticketId/visit', path: `/tickets/${ticket}/visit`, body: () => ({ slotId: 'morning', from: '2020-01-01T07:00:00.000Z', to: '2020-01-01T09:00:00.000Z' }), takes: ['slotId', 'from', 'to', 'wishes'] },
  { name: 'POST /desk/me-too', path: '/desk/me-too', body: () => ({ productId: product, troubleId: 'zzzzzzzzzzzz' }), takes: ['productId', 'troubleId'] },
  { name: 'POST /desk/verdicts', path: '/desk/verdicts', body: () => ({ answerId: NOBODYS, productId: product, solved: false }), takes: ['answerId', 'productId', 'solved'] },
  { name: 'POST /desk/tests', path: '/desk/tests', body: () => ({ productId: product, kind: 'line' }), takes: ['productId', 'kind', 'agreed'], makes: 'serviceTestManagement/v4/serviceTest' },
  { name: 'POST /incidents/:incidentId/follow', path: `/incidents/${NOBODYS}/follow`, body: () => ({}), takes: [] },
  { name: 'POST /service-levels/planned-work/:workId/objection', path: `/service-levels/planned-work/${NOBODYS}/objection`, body: () => ({ words: 'Not then.' }), takes: ['words', 'notBefore'], by: bilal },
  { name: 'POST /service-levels/planned-work/freezes', path: '/service-levels/planned-work/freezes', body: () => ({ from: '2020-01-01', to: '2020-01-02' }), takes: ['from', 'to', 'reason', 'organizationId'], by: bilal },
  { name: 'POST /service-levels/planned-work/feed', path: '/service-levels/planned-work/feed', body: () => ({}), takes: [] },
  { name: 'POST /service-levels/:service/:month/claim', path: `/service-levels/${service}/${new Date().toISOString().slice(0, 7)}/claim`, body: () => ({}), takes: [] },
];
