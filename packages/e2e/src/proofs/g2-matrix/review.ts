/**
 * The function and field matrix as a reviewer signs it: who may call what about whom. Written by hand from security.md,
 * never derived from the product's own table; where the two differ, one of them is wrong.
 *
 * What is asked for belongs to one house: Ada's (`owner`, the two grants, `agent`, `acting`, `nobody`) or the company's
 * (all others).
 */
export const ACTORS = [
  /** Not signed in. */
  'nobody',
  /** Ada herself. */
  'owner',
  /** Roles at the top of the company. */
  'admin',
  'buyer',
  'billing',
  'viewer',
  'member',
  'dealer',
  /** The company's admin, to whom Ada granted her bills, or her orders. */
  'granted-bills',
  'granted-orders',
  /** Staff, acting for nobody, and acting for Ada. */
  'agent',
  'acting',
  /** Somebody with a cart who has not signed in; a row without a word for them denies them. */
  'visitor',
] as const;
export type Actor = (typeof ACTORS)[number];

/** `X` may, `.` may not; a column each of {@link ACTORS}, in their order. */
export const FUNCTIONS: Readonly<Record<string, string>> = {
  //                                     no ow ad bu bi vi me de gb go ag ac visitor
  'GET /session':                        'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /sessions':                       '.  X  X  X  X  X  X  X  X  X  X  X',
  'GET /capabilities':                   'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /access-log':                     '.  X  X  X  X  X  X  X  X  X  X  .',
  'GET /access-log/export.csv':          '.  X  X  X  X  X  X  X  X  X  X  .',
  'GET /access-log/export.json':         '.  X  X  X  X  X  X  X  X  X  X  .',
  'GET /accounts':                       '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /accounts/:accountId/consolidation': '.  X  X  .  X  X  .  X  X  .  .  X',
  // What a bill is made of is for its holder to decide, and who administers for them.
  'POST /accounts/:accountId/consolidation': '.  X  X  .  .  .  .  .  .  .  .  .',
  'POST /accounts/:accountId/consolidation/end': '.  X  X  .  .  .  .  .  .  .  .  .',
  'GET /bills':                          '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /bills/export.csv':               '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /bills/export.json':              '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /bills/:billId':                  '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /bills/:billId/charges':          '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /bills/:billId/change':           '.  X  X  .  X  X  .  X  X  .  .  X',
  // Single uses are the user's and the holder's; lines with their services are not for who merely sees what is owed.
  'GET /bills/:billId/charges/:chargeId/events': '.  X  X  .  .  .  .  .  .  .  .  .',
  'GET /bills/:billId/charges/:chargeId/events/export.csv': '.  X  X  .  .  .  .  .  .  .  .  .',
  'GET /charges':                        '.  X  X  .  X  .  .  X  .  .  .  X',
  'GET /spend':                          '.  X  X  .  X  .  .  X  .  .  .  X',
  'GET /spend/export.csv':               '.  X  X  .  X  .  .  X  .  .  .  X',
  // Each person's own, whatever their rights: no admin's, and staff may look and no more.
  'GET /reports':                        '.  X  X  .  .  .  .  .  .  .  .  X',
  'POST /reports':                       '.  X  X  .  X  X  .  X  X  .  .  .',
  'PATCH /reports/:reportId':            '.  X  X  .  .  .  .  .  .  .  .  .',
  'DELETE /reports/:reportId':           '.  X  X  .  .  .  .  .  .  .  .  .',
  'POST /reports/:reportId/restore':     '.  X  X  .  .  .  .  .  .  .  .  .',
  'GET /bills/:billId/document':         '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /bills/:billId/charges/export.csv': '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /bills/:billId/page.html':        '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /bills/:billId/invoice.xml':      '.  X  X  .  X  .  .  X  .  .  .  X',
  'GET /bills/archive':                  '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /accounts/:accountId/statement':  '.  X  X  .  X  .  .  .  .  .  .  X',
  'GET /accounts/:accountId/balance-letter/document': '.  X  X  .  X  .  .  .  .  .  .  X',
  'GET /accounts/:accountId/balance-letter/page.html': '.  X  X  .  X  .  .  .  .  .  .  X',
  // Whoever sees bills sees that one is made; asking for one makes the account owe.
  'GET /interim-bills':                  '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /interim-bills/:interimBillId':   '.  X  X  .  X  X  .  X  X  .  .  X',
  'POST /interim-bills':                 '.  X  X  .  .  .  .  .  .  .  .  X',
  'POST /bills/:billId/disputes':        '.  X  X  .  .  .  .  .  .  .  .  X',
  'GET /disputes':                       '.  X  X  .  .  .  .  .  .  .  .  X',
  'GET /disputes/:disputeId':            '.  X  X  .  .  .  .  .  .  .  .  X',
  'POST /disputes/:disputeId/withdraw':  '.  X  X  .  .  .  .  .  .  .  .  X',
  'POST /disputes/:disputeId/appeal':    '.  X  X  .  .  .  .  .  .  .  .  X',
  'GET /payments':                       '.  X  X  .  X  .  .  .  .  .  .  X',
  'GET /payments/:paymentId':            '.  X  X  .  X  .  .  .  .  .  .  X',
  'GET /payments/:paymentId/receipt':    '.  X  X  .  X  .  .  .  .  .  .  X',
  // How it was booked is for who may see payments; of an order's bills and payments each sees what is theirs anyway.
  'GET /payments/:paymentId/trail': '.  X  X  .  X  .  .  .  .  .  .  X',
  'GET /payments/:paymentId/trail/export.csv': '.  X  X  .  X  .  .  .  .  .  .  X',
  'GET /payments/:paymentId/trail/export.json': '.  X  X  .  X  .  .  .  .  .  .  X',
  'GET /bills/:billId/trail': '.  X  X  .  X  .  .  .  .  .  .  X',
  'GET /bills/:billId/trail/export.csv': '.  X  X  .  X  .  .  .  .  .  .  X',
  'GET /bills/:billId/trail/export.json': '.  X  X  .  X  .  .  .  .  .  .  X',
  'GET /orders/:orderId/trail': '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /orders/:orderId/trail/export.csv': '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /orders/:orderId/trail/export.json': '.  X  X  X  .  .  .  X  .  X  .  X',
  'POST /payments':                      '.  X  X  .  X  .  .  .  .  .  .  .',
  // Whoever made it: here the admin, not whoever else may pay.
  'POST /payments/:paymentId/cancel':    '.  X  X  .  .  .  .  .  .  .  .  .',
  'GET /payment-means':                  '.  X  X  .  X  .  .  .  .  .  .  .',
  'GET /balance':                        '.  X  X  .  X  X  .  X  X  .  .  X',
  'GET /running':                        '.  X  X  .  X  X  .  X  X  .  .  X',
  // How much a line uses is what its bill is made of; when and with whom is its user's and its holder's, and no agent's.
  'GET /usage':                          '.  X  X  .  X  .  .  X  .  .  .  .',
  'GET /usage/events':                   '.  X  X  .  .  .  .  .  .  .  .  .',
  'GET /usage/events/export.csv':        '.  X  X  .  .  .  .  .  .  .  .  .',
  'GET /orders':                         '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /orders/export.csv':              '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /orders/export.json':             '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /orders/:orderId':                '.  X  X  X  .  .  .  X  .  X  .  X',
  'POST /orders':                        '.  X  X  X  .  .  .  X  .  X  .  X',
  // Counted over what one sees: to whom nothing is shown, nothing is counted.
  'GET /orders/report':                 '.  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /orders/report/export.csv':      '.  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /orders/:orderId/agreement': '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /orders/:orderId/visit.ics': '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /orders/:orderId/visit/slots': '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /orders/:orderId/papers/:paperId': '.  X  X  X  .  .  .  X  .  X  .  X',
  'POST /orders/:orderId/visit': '.  X  X  X  .  .  .  X  .  X  .  X',
  'POST /orders/:orderId/cancel': '.  X  X  X  .  .  .  X  .  X  .  X',
  // Whoever has the code of an eSIM has the number: no agent's, and no part of what is granted.
  'POST /orders/:orderId/items/:itemId/activate': '.  X  X  X  .  .  .  X  .  .  .  .',
  'POST /orders/:orderId/items/:itemId/answers': '.  X  X  X  .  .  .  X  .  X  .  X',
  'POST /orders/:orderId/items/:itemId/changes': '.  X  X  X  .  .  .  X  .  X  .  X',
  'POST /orders/:orderId/items/:itemId/delay': '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /products':                       '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /offers':                         'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /offers/shelf':                  'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /offers/compare':                'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /offers/devices':                'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /offers/recommendation':         'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /offers/:offerId':               'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'POST /offers/check':                 'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'POST /offers/estimate':              'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'POST /configuration':                'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /places':                        'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /places/:placeId':               'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /availability':                  'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'POST /availability/sites':           'X  X  X  X  X  X  X  X  X  X  X  X  X',
  // What one waits for, and what one wants to be shown, is each person's own; nobody could write to a visitor.
  'GET /availability/interests':         '.  X  X  X  X  X  X  X  X  X  .  X',
  'POST /availability/interests':        '.  X  X  X  X  X  X  X  X  X  .  X',
  'DELETE /availability/interests/:interestId': '.  X  X  X  X  X  X  X  X  X  .  X',
  'POST /offers/recommendation':         '.  X  X  X  X  X  X  X  X  X  .  .',
  'GET /guide':                          'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'POST /guide/shortlist':               'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /cart':                           'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /cart/items':                    'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'DELETE /cart/items/:itemId':          '.  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /cart/items/:itemId/changes': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /cart/items/:itemId/promise': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /cart/swap': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'GET /cart/items/:itemId/numbers': '.  X  X  X  X  X  X  X  X  X  .  X  X',
  'GET /cart/slots': '.  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /cart/visit': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'DELETE /cart/visit': '.  X  X  X  X  X  X  X  X  X  .  X  X',
  'GET /cart/document': '.  X  X  X  X  X  X  X  X  X  .  X  X',
  'GET /carts': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /carts': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /carts/:cartId/open': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'DELETE /carts/:cartId': '.  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /cart/share': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'GET /shared-carts/:token': 'X  X  X  X  X  X  X  X  X  X  X  X  X',
  'POST /cart/take': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'GET /checkout': '.  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /orders/:orderId/reorder': '.  X  X  X  .  .  .  X  .  X  .  X',
  'GET /quotes': '.  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /quotes/:quoteId': '.  X  X  X  X  X  X  X  X  X  X  X  X',
  'GET /quotes/:quoteId/document': '.  X  X  X  X  X  X  X  X  X  X  X  X',
  'POST /quotes': '.  X  X  X  .  .  .  X  .  X  .  X',
  'POST /quotes/:quoteId/notes': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /quotes/:quoteId/accept': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'POST /quotes/:quoteId/decline': 'X  X  X  X  X  X  X  X  X  X  .  X  X',
  'GET /tickets':                        '.  X  X  .  .  .  .  X  .  .  .  X',
  'GET /tickets/export.csv':             '.  X  X  .  .  .  .  X  .  .  .  X',
  'GET /tickets/export.json':            '.  X  X  .  .  .  .  X  .  .  .  X',
  'GET /tickets/:ticketId':              '.  X  X  .  .  .  .  X  .  .  .  X',
  'POST /tickets':                       '.  X  X  .  .  .  .  X  .  .  .  X',
  'POST /tickets/:ticketId/notes':       '.  X  X  .  .  .  .  X  .  .  .  X',
  'POST /tickets/:ticketId/attachments': '.  X  X  .  .  .  .  X  .  .  .  X',
  'GET /tickets/:ticketId/attachments/:attachmentId': '.  X  X  .  .  .  .  X  .  .  .  X',
  'GET /service-levels':                 '.  X  X  .  .  .  .  X  .  .  .  X',
  'GET /service-levels/:service/:month': '.  X  X  .  .  .  .  X  .  .  .  X',
  'GET /interactions':                   '.  X  X  .  .  .  .  X  .  .  .  X',
  'GET /grants':                         '.  X  X  .  .  .  .  .  .  .  .  .',
  'POST /grants':                        '.  X  X  .  X  X  .  X  .  .  .  .',
  'DELETE /grants/:grantId':             '.  X  X  .  .  .  .  .  .  .  .  .',
  'DELETE /sessions/:sessionId':         '.  X  X  X  X  X  X  X  X  X  X  .',
  'DELETE /sessions':                    '.  X  X  X  X  X  X  X  X  X  X  .',
  'POST /customers/find':                '.  .  .  .  .  .  .  .  .  .  X  .',
  'POST /acting':                        '.  .  .  .  .  .  .  .  .  .  X  .',
  'DELETE /acting':                      '.  X  X  X  X  X  X  X  X  X  X  X',
  'POST /visitor/links':                 'X  X  X  X  X  X  X  X  X  X  .  .  X',
  'POST /visitor/pick-ups':              'X  X  X  X  X  X  X  X  X  X  .  .  X',
  'DELETE /visitor':                     '.  X  X  X  X  X  X  X  X  X  .  .  X',
};

/** Paths in an answer; who gets the answer without them stands as `.`, who does not get it at all as `-`. */
export const FIELDS: Readonly<Record<string, { path: string; who: string }[]>> = {
  'GET /bills/:billId': [
    //                                   no ow ad bu bi vi me de gb go ag ac
    { path: 'charges.*.service',    who: '-  X  X  -  X  .  -  X  .  -  -  X' },
    { path: 'charges.*.quantity',   who: '-  X  X  -  X  .  -  X  .  -  -  X' },
    { path: 'charges.*.period',     who: '-  X  X  -  X  .  -  X  .  -  -  X' },
    { path: 'charges.*.tiers',      who: '-  X  X  -  X  .  -  X  .  -  -  X' },
    { path: 'charges.*.net',        who: '-  X  X  -  X  X  -  X  X  -  -  X' },
    { path: 'total',                who: '-  X  X  -  X  X  -  X  X  -  -  X' },
  ],
  'GET /session': [
    { path: 'acting',               who: '.  .  .  .  .  .  .  .  .  .  .  X' },
    { path: 'person',               who: '.  X  X  X  X  X  X  X  X  X  X  X' },
  ],
};

/** Routes of the API that are no single answer, and where they are shown. */
export const ELSEWHERE: Readonly<Record<string, string>> = { 'GET /events': 'G13' };

export const columns = (row: string): string[] => row.trim().split(/\s+/);
