import type { Persona, SignedIn } from '@faceplate/contracts';

/**
 * Which portlets each kind of person meets, the most asked for first. It orders
 * navigation and, when nothing presses, the cards of the home page. A portlet
 * that is not named here follows behind; an agent can neither order nor pay, so has no shop, no cart and no payments.
 */
const LAYOUTS: Record<Persona, { readonly first: readonly string[]; readonly without?: readonly string[] }> = {
  consumer: { first: ['bill-viewer', 'payment-center', 'usage-meter', 'order-tracker', 'ticket-raiser', 'guided-selling', 'checkout', 'report-center', 'sla-dashboard'] },
  business: { first: ['sla-dashboard', 'bill-viewer', 'report-center', 'payment-center', 'usage-meter', 'order-tracker', 'ticket-raiser', 'guided-selling', 'checkout'] },
  dealer: { first: ['guided-selling', 'checkout', 'order-tracker', 'ticket-raiser', 'bill-viewer', 'payment-center', 'usage-meter', 'report-center', 'sla-dashboard'] },
  agent: { first: ['ticket-raiser', 'order-tracker', 'bill-viewer', 'usage-meter', 'report-center', 'sla-dashboard'], without: ['guided-selling', 'checkout', 'payment-center'] },
};

/** The portlets for somebody, in order; signed out those that need no sign-in. Staff who act for nobody have no data to show. */
export function layoutFor<P extends { name: string; signedOut?: boolean | undefined }>(portlets: readonly P[], session: Pick<SignedIn, 'persona' | 'acting'> | undefined): P[] {
  if (!session) return portlets.filter(({ signedOut }) => signedOut);
  const { persona, acting } = session;
  if (persona === 'agent' && !acting) return [];
  const { first, without = [] } = LAYOUTS[persona];
  const rank = ({ name }: P) => (first.indexOf(name) + first.length + 1) % (first.length + 1);
  return portlets.filter(({ name }) => !without.includes(name)).toSorted((one, other) => rank(one) - rank(other));
}
