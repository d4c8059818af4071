import { AnswerVerdict, AnswerVerdictRequest, DeskChecks, HelpPage, LineTest, LineTestRequest, MeTooRequest, Ticket, TicketForms } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { type Route, route } from '../routing/route.ts';
import { judgeAnswer } from './answer-verdict.ts';
import { formsOf } from './forms.ts';
import { helpPage } from './knowledge.ts';
import { deskChecks } from './look.ts';
import { meToo } from './me-too.ts';
import { beginTest, testOf } from './tests.ts';

/** What is known before a form, and the forms. */
export const deskRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/desk',
    summary: 'What is known before you report on a product, in the order it is looked at.',
    detail: 'Right on the product, suspension, known incident, planned work, tests, matching open tickets, best three answers. A check that could not be asked says so and stands in nobody’s way; `stop` names the first that makes a form needless.',
    query: z.object({ productId: z.string().check(z.minLength(1), z.maxLength(200)), about: z.optional(z.string().check(z.trim(), z.maxLength(300))) }),
    answer: DeskChecks,
    policy: { action: 'ticket.read' },
    handle: (call) => deskChecks(call, call.query),
  }),
  route({
    method: 'GET',
    path: '/desk/forms',
    summary: 'The kinds of tickets there are, what each asks for, and the changes that can be ordered with their time and price.',
    answer: TicketForms,
    policy: { action: 'ticket.read' },
    handle: formsOf,
  }),
  route({
    method: 'GET',
    path: '/desk/answers/:answerId',
    summary: 'A page of the operator’s knowledge, in Markdown.',
    answer: HelpPage,
    policy: { action: 'ticket.read' },
    handle: (call) => helpPage(call, call.params.answerId),
  }),
  route({
    method: 'POST',
    path: '/desk/verdicts',
    summary: 'Says whether a page of the knowledge solved it, on one of your products.',
    body: AnswerVerdictRequest,
    answer: AnswerVerdict,
    status: 201,
    policy: { action: 'answer.judge' },
    handle: judgeAnswer,
  }),
  route({
    method: 'POST',
    path: '/desk/me-too',
    summary: 'Joins a known incident: no form, and word when it is fixed.',
    body: MeTooRequest,
    codes: ['incident-over', 'busy'],
    answer: Ticket,
    status: 201,
    policy: { action: 'ticket.raise' },
    handle: (call) => call.inTurn(`me too ${call.body.troubleId} ${call.body.productId}`, () => meToo(call)),
  }),
  route({
    method: 'POST',
    path: '/desk/tests',
    summary: 'Tests one of your lines, or restarts its modem.',
    detail: 'Ask again for the test by its id until it is done; while one of the kind goes on, that one is the answer. What interrupts the line needs `agreed`.',
    body: LineTestRequest,
    codes: ['test-not-offered', 'busy'],
    answer: LineTest,
    status: 201,
    policy: { action: 'line.test' },
    handle: beginTest,
  }),
  route({
    method: 'GET',
    path: '/desk/tests/:testId',
    summary: 'How a test of a line goes, or what it found.',
    answer: LineTest,
    policy: { action: 'ticket.read' },
    handle: (call) => testOf(call, call.params.testId),
  }),
];
