import { costNow } from '../../catalogue/catalogue.ts';
import { euros, moneyOf } from '../../catalogue/read.ts';
import { type Facts, reason, type Remedy } from '../reason.ts';
import type { Policy, Rule, Situation } from '../situation.ts';

function askApprover({ approver, organization }: Policy): Remedy {
  if (!approver) return { action: 'none', label: `${organization.name} has nobody who could allow it: name an administrator first.` };
  return { action: 'askApprover', label: `Ask ${approver.name} to order it or to allow it.`, approver };
}

const factsOf = ({ person, organization, approver, role }: Policy): Facts => ({ person: person.name, organization: organization.name, approver: approver?.name, role });

function isAllowed({ wanted: { offering } }: Situation, { allowed }: Policy): boolean {
  if (!allowed) return true;
  return allowed.offerings.has(offering.id) || offering.categories.some((name) => allowed.categories.has(name));
}

function comesTo({ catalogue, now, wanted }: Situation): number {
  return costNow(catalogue, wanted.offering, now).monthlyAfter * wanted.quantity;
}

/** What the company lets this person order (C04): never a missing offer, always whom to ask. */
export const policyRule: Rule = (situation) => {
  const policy = situation.applicant?.policy;
  const { wanted } = situation;
  if (!policy || wanted.action === 'noChange') return [];
  const { person, organization, role, mayOrder, monthlyLimit } = policy;
  const facts = factsOf(policy);
  if (role === undefined) return [reason('roleMayNotOrder', `${person.name} has no role at ${organization.name}.`, askApprover(policy), facts)];
  if (!mayOrder) return [reason('roleMayNotOrder', `At ${organization.name} a ${role} may not order.`, askApprover(policy), facts)];
  if (wanted.action === 'delete') return [];
  if (!isAllowed(situation, policy)) {
    return [reason('offerNotAllowed', `${wanted.offering.name} is not on the list of what a ${role} of ${organization.name} may order.`, askApprover(policy), { ...facts, offer: wanted.offering.name })];
  }
  const amount = comesTo(situation);
  if (monthlyLimit === undefined || amount <= monthlyLimit) return [];
  return [reason('spendLimitPassed', `${euros(amount)} a month is more than the ${euros(monthlyLimit)} that a ${role} of ${organization.name} may order at a time.`, askApprover(policy), { ...facts, amount: moneyOf(amount), limit: moneyOf(monthlyLimit) })];
};
