import { aCatalogue, anOffering, aPrice } from '../catalogue/catalogue.seed.ts';
import type { Offering } from '../catalogue/offering.ts';
import type { Applicant, Owned, Policy, Situation, Wanted } from './situation.ts';

export const NOW = Date.parse('2026-11-21T10:00:00.000Z');

/** For tests: somebody against whom nothing speaks. */
export const anApplicant = (more: Partial<Applicant> = {}): Applicant => ({
  segment: 'consumer',
  owned: [],
  creditScore: 700,
  overdue: 0,
  due: 0,
  creditLimit: undefined,
  identityProven: true,
  age: 40,
  policy: undefined,
  ...more,
});

export const aPolicy = (more: Partial<Policy> = {}): Policy => ({
  person: { id: 'mia', name: 'Mia' },
  organization: { id: 'depot', name: 'Kiel depot' },
  role: 'member',
  mayOrder: true,
  allowed: undefined,
  monthlyLimit: undefined,
  approver: { id: 'bilal', name: 'Bilal' },
  ...more,
});

export const owned = (offering: Offering, more: Partial<Owned> = {}): Owned => ({
  id: `product-${offering.id}`,
  name: offering.name,
  offering,
  status: 'active',
  monthly: 0,
  committedUntil: undefined,
  place: undefined,
  ...more,
});

export const wanted = (offering: Offering, more: Partial<Wanted> = {}): Wanted => ({
  itemId: '1',
  action: 'add',
  offering,
  quantity: 1,
  taken: new Map(),
  target: undefined,
  wantedOn: undefined,
  place: undefined,
  device: undefined,
  ...more,
});

/** An offering with its monthly price, in cents. */
export interface Priced {
  offering: Offering;
  cents: number;
}

export const priced = (id: string, cents: number, more: Record<string, unknown> = {}): Priced => ({
  offering: anOffering(id, { productOfferingPrice: [{ id: `price-${id}` }], ...more }),
  cents,
});

export function situation(shelf: readonly Priced[], more: Partial<Situation> & Pick<Situation, 'wanted'>): Situation {
  return {
    now: NOW,
    catalogue: aCatalogue(shelf.map(({ offering }) => offering), shelf.map(({ offering, cents }) => aPrice(`price-${offering.id}`, cents))),
    beside: [],
    devices: [],
    applicant: anApplicant(),
    stock: new Map(),
    ...more,
  };
}
