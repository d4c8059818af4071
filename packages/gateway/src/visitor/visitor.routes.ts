import { Ended, PickedUp, PickUpRequest, VisitorLink } from '@faceplate/contracts';
import { openCart } from '../cart/open-cart.ts';
import { notFound, Refusal } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { cartsOf, orNot } from './bring-along.ts';
import { text } from '../tmf/read.ts';
import { isVisitor } from './visitor.ts';

/** Whoever has signed in has their cart wherever they sign in. */
const visitorsOnly = () => new Refusal({ status: 409, code: 'signed-in-already', title: 'You are signed in: your cart is wherever you sign in.' });

async function pickUp(call: Call<unknown, unknown, PickUpRequest>): Promise<PickedUp> {
  const { visitors } = call.sessions;
  call.demand({ partyIds: [call.subject.sub] });
  // What came along before must be in the cart before the next takes its place.
  if (call.session.guest) await openCart(call);
  if (!(await visitors?.takeAlong(call.body.code, call.session))) throw notFound();
  return { pickedUp: true };
}

/** Forgets the visitor and the cart; an order stays ordered. */
async function forget(call: Call): Promise<Ended> {
  call.demand({ partyIds: [call.subject.sub] });
  const { visitors } = call.sessions;
  if (!isVisitor(call.session) || !visitors) return { ended: 0 };
  const carts = await cartsOf(call, call.subject.sub);
  for (const cart of carts) await orNot(call.tmf('TMF663').delete('shoppingCart', text(cart, 'id') ?? ''));
  call.setCookie((await visitors.end(call.session)).cookie);
  return { ended: 1 };
}

export const visitorRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/visitor/links',
    summary: 'A code by which somebody who has not signed in goes on in another browser.',
    detail: 'For a page of yours to put into the fragment of a link: `#pick-up=<code>`. What the visitor has ordered does not go along; for that one makes an account.',
    codes: ['signed-in-already'],
    answer: VisitorLink,
    status: 201,
    policy: { action: 'visitor.continue' },
    handle: async (call) => {
      call.demand({ partyIds: [call.subject.sub] });
      const { visitors } = call.sessions;
      if (!isVisitor(call.session) || !visitors) throw visitorsOnly();
      return visitors.handOver(call.session);
    },
  }),
  route({
    method: 'POST',
    path: '/visitor/pick-ups',
    summary: 'Goes on with what a link leads to: its cart comes into yours.',
    codes: ['not-found'],
    body: PickUpRequest,
    answer: PickedUp,
    policy: { action: 'visitor.continue' },
    handle: pickUp,
  }),
  route({
    method: 'DELETE',
    path: '/visitor',
    summary: 'Forgets the visitor in this browser, with the cart. What was ordered stays ordered.',
    answer: Ended,
    policy: { action: 'visitor.continue' },
    handle: forget,
  }),
];
