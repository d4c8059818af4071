import { Acting, ActingRequest, CustomerSearch, Ended, FoundCustomers } from '@faceplate/contracts';
import type { Subject } from '../options.ts';
import { invalid, Refusal } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { factsOf } from '../policy/facts.ts';
import { found } from '../tmf/owned.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { text } from '../tmf/read.ts';
import { type Customer, findCustomers, masked } from './customers.ts';

/** A conversation, not a working day. */
const LONGEST = 30 * 60_000;
const ENDED = ['closed', 'rejected', 'cancelled'];

/** Nobody yet: whose data it is is asked for at the next look, before anything is shown. */
const notYet = ({ id, name }: { id: string; name: string }, persona: Subject['persona']): Subject => ({
  sub: id,
  name,
  persona,
  partyIds: [],
  accountIds: [],
  ties: [],
});

async function theCustomer(call: Call<unknown, unknown, ActingRequest>): Promise<Customer> {
  const [customer, another] = (await findCustomers(call, call.body.customer)).filter(({ id }) => id !== call.subject.sub);
  if (!customer) throw invalid(422, [{ path: 'customer', message: 'There is no such customer.' }]);
  if (another) throw invalid(422, [{ path: 'customer', message: 'That names several customers. Use the account number.' }]);
  return customer;
}

/** The ticket is the customer's word in writing: one of theirs, and still open. */
async function demandConsent(call: Call<unknown, unknown, ActingRequest>, customer: Customer): Promise<{ ticketId?: string }> {
  const { consent, ticketId } = call.body;
  if (consent !== 'ticket') return {};
  const refused = invalid(422, [{ path: 'ticketId', message: 'This customer has no such open ticket.' }]);
  if (!ticketId || !/^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/.test(ticketId)) throw refused;
  const ticket = await namedInBody('ticketId', 'This customer has no such open ticket.', found(call.tmf('TMF621').get('troubleTicket', ticketId)));
  const isTheirs = factsOf(ticket).partyIds.includes(customer.id) && ticket['id'] === ticketId;
  if (!isTheirs || ENDED.includes(text(ticket, 'status')?.toLowerCase() ?? 'closed')) throw refused;
  return { ticketId };
}

const unavailable = () => new Refusal({ status: 503, code: 'acting-unavailable', title: 'Acting for customers is not possible here.' });

async function begin(call: Call<unknown, unknown, ActingRequest>): Promise<Acting> {
  const { subject, session, clock, sessions } = call;
  if (!sessions.rotate) throw unavailable();
  const customer = await theCustomer(call);
  call.concerns('customer', customer.id);
  const consent = await demandConsent(call, customer);
  const endsAt = Math.min(clock().getTime() + LONGEST, Date.parse(session.endsAt));
  const { reason, consent: how } = call.body;
  const acting = { actor: { id: subject.sub, name: subject.name }, customer: customer.id, reason, consent: how, ...consent, endsAt };
  const opened = await sessions.rotate(session.sessionId, { subject: notYet(customer, 'consumer'), acting, scopeAt: 0 });
  if (!opened) throw new Refusal({ status: 401, code: 'signed-out', title: 'Sign in to go on.' });
  call.setCookie(opened.cookie);
  const { id, name } = customer;
  return { customer: { id, name }, reason, consent: how, endsAt: new Date(endsAt).toISOString() };
}

async function end(call: Call): Promise<Ended> {
  const { session, sessions, subject } = call;
  const { acting } = session;
  if (!acting || !sessions.rotate) return { ended: 0 };
  call.concerns('customer', subject.sub);
  const opened = await sessions.rotate(session.sessionId, { subject: notYet(acting.actor, 'agent'), acting: undefined, scopeAt: 0 });
  if (opened) call.setCookie(opened.cookie);
  return { ended: 1 };
}

export const actingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/customers/find',
    summary: 'Finds the customer whom a number or address names, for staff: no more than tells one from another.',
    body: CustomerSearch,
    answer: FoundCustomers,
    policy: { action: 'customer.find' },
    handle: async (call) => {
      const customers = await findCustomers(call, call.body.identifier);
      return { items: customers.map(({ id, name, kind }) => ({ id, name: masked(name), kind })) };
    },
  }),
  route({
    method: 'POST',
    path: '/acting',
    summary: 'Begins to act for a customer, for staff: half an hour, with a reason and the customer’s consent.',
    body: ActingRequest,
    answer: Acting,
    status: 201,
    policy: { action: 'acting.begin' },
    codes: ['acting-unavailable'],
    handle: begin,
  }),
  route({
    method: 'DELETE',
    path: '/acting',
    summary: 'Ends acting for a customer.',
    answer: Ended,
    policy: { action: 'acting.end' },
    handle: end,
  }),
];
