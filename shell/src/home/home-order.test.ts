import type { OrderSummary } from '@faceplate/contracts';
import { expect } from '@open-wc/testing';
import { layoutFor } from './layouts.ts';
import { byUrgency } from './urgency.ts';

const portlets = ['payment-center', 'usage-meter', 'order-tracker', 'bill-viewer', 'guided-selling', 'ticket-raiser', 'sla-dashboard', 'report-center', 'of-a-third-party'].map((name) => ({
  name,
  signedOut: name === 'guided-selling',
}));
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const owing = (due: number, overdue: number) => ({ balances: { due: eur(due), overdue: eur(overdue), credit: eur(0), unbilled: eur(0) } });
const acting = { by: 'Daniel', reason: 'Asked on the phone', endsAt: '2026-11-21T09:00:00.000Z' };
const order = (stage: OrderSummary['stage'], late = false) => ({ stage, late });

describe('the overview', () => {
  it('shows each kind of person what they come for first', () => {
    expect(layoutFor(portlets, { persona: 'consumer' })[0]?.name).to.equal('bill-viewer');
    expect(layoutFor(portlets, { persona: 'business' })[0]?.name).to.equal('sla-dashboard');
    expect(layoutFor(portlets, { persona: 'dealer' })[0]?.name).to.equal('guided-selling');
  });

  it('puts a portlet nobody planned for last, and offers an agent neither shop nor payments', () => {
    expect(names(layoutFor(portlets, { persona: 'consumer' })).at(-1)).to.equal('of-a-third-party');
    expect(names(layoutFor(portlets, { persona: 'agent', acting }))).to.deep.equal(['ticket-raiser', 'order-tracker', 'bill-viewer', 'usage-meter', 'report-center', 'sla-dashboard', 'of-a-third-party']);
  });

  it('has nothing for staff until they act for somebody', () => {
    expect(layoutFor(portlets, { persona: 'agent' })).to.deep.equal([]);
  });

  it('has for people who are not signed in what needs no sign-in', () => {
    expect(names(layoutFor(portlets, undefined))).to.deep.equal(['guided-selling']);
  });

  it('puts overdue money before what waits for the customer, and that before what is merely owed', () => {
    const layout = layoutFor(portlets, { persona: 'dealer' });
    const situation = { accounts: [owing(10, 0)], orders: [order('waiting-for-you')], tickets: [{ status: 'waiting-for-you' as const }] };
    expect(names(byUrgency(layout, situation)).slice(0, 4)).to.deep.equal(['order-tracker', 'ticket-raiser', 'bill-viewer', 'payment-center']);
    expect(names(byUrgency(layout, { ...situation, accounts: [owing(10, 10)] })).slice(0, 2)).to.deep.equal(['bill-viewer', 'payment-center']);
  });

  it('keeps the layout’s order when nothing presses', () => {
    const layout = layoutFor(portlets, { persona: 'business' });
    expect(byUrgency(layout, { orders: [order('done', true)], accounts: [owing(0, 0)] })).to.deep.equal(layout);
    expect(byUrgency(layout, {})).to.deep.equal(layout);
  });
});
