import type { DeskChecks, ProductList, SlotList } from '@faceplate/contracts';
import type { Found, Step } from './example-step.ts';

const bodyOf = (found: Found, route: string): unknown => found[route]?.body;
const idOf = (found: Found, route: string): string => (bodyOf(found, route) as { id: string }).id;
const ticketIn = (found: Found): string => idOf(found, 'POST /tickets');
const productIn = (found: Found): string => (bodyOf(found, 'GET /products') as ProductList).items[0]?.id ?? '';
/** The first answer that the desk has found. */
const answerIn = (found: Found): string => (bodyOf(found, 'GET /desk') as DeskChecks).checks.flatMap(({ answers = [] }) => answers)[0]?.id ?? '';

function slotIn(found: Found) {
  const [slot] = (bodyOf(found, 'GET /tickets/:ticketId/visit/slots') as SlotList).items;
  return { slotId: slot?.id, from: slot?.from, to: slot?.to };
}

/** What is done about a ticket, and what the desk knows before one. */
export const deskSteps: readonly Step[] = [
  { route: 'POST /tickets/:ticketId/changes', path: (found) => `/tickets/${ticketIn(found)}/changes`, body: () => ({ severity: 'critical', reason: 'The shop stands still.' }) },
  { route: 'GET /tickets/:ticketId/visit/slots', path: (found) => `/tickets/${ticketIn(found)}/visit/slots` },
  { route: 'POST /tickets/:ticketId/visit', path: (found) => `/tickets/${ticketIn(found)}/visit`, body: (found) => slotIn(found) },
  { route: 'POST /tickets/:ticketId/acts', path: (found) => `/tickets/${ticketIn(found)}/acts`, body: () => ({ act: 'withdraw', words: 'It works again.' }) },
  { route: 'GET /desk', path: (found) => `/desk?productId=${productIn(found)}&about=slow` },
  { route: 'GET /desk/answers/:answerId', path: (found) => `/desk/answers/${answerIn(found)}` },
  { route: 'POST /desk/verdicts', path: () => '/desk/verdicts', body: (found) => ({ answerId: answerIn(found), productId: productIn(found), solved: true }) },
  { route: 'GET /desk/forms', path: () => '/desk/forms' },
  { route: 'POST /desk/tests', path: () => '/desk/tests', body: (found) => ({ productId: productIn(found), kind: 'line' }) },
  { route: 'GET /desk/tests/:testId', path: (found) => `/desk/tests/${idOf(found, 'POST /desk/tests')}` },
];

/** What needs an incident, which this world has not. */
export const GIVEN_OF_THE_DESK = {
  'POST /desk/me-too': {
    path: '/desk/me-too', request: { productId: 'p3k8m1t6w9qz', troubleId: 'x2c5v8b1n4ma' },
    response: {
      id: 't5h8j2k4l7sd', number: 'T-4711471147', title: 'Cable cut', kind: 'incident', severity: 'major', status: 'received', product: { id: 'p3k8m1t6w9qz', name: 'Home 250' },
      raisedAt: '2026-11-21T08:00:00.000Z', changedAt: '2026-11-21T08:00:00.000Z', description: 'A digger cut a cable.', entries: [], parent: { title: 'Cable cut', status: 'received' },
    },
  },
};
