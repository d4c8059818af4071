/** Somebody who may approve. */
export interface Approver {
  id: string;
  name: string;
}

/** From an amount on, somebody has to say yes. */
export interface Tier {
  name: string;
  /** Which amount counts: what comes each month, or what is paid once. */
  measure: 'monthly' | 'once';
  /** Cents with tax; more than this needs the approval. */
  over: number;
  /** Only for offers of these categories; for all when absent. */
  categories?: readonly string[];
  approver: Approver;
  substitute?: Approver;
}

/** What a company has decided about who may order what. */
export interface Policy {
  tiers: readonly Tier[];
  /** Days an approver has. */
  days: number;
  /** May whoever orders approve it themselves? */
  ownApproval: boolean;
  /** Ids of those who are away: their substitutes decide. */
  away: readonly string[];
}

/** What is to be ordered. Cents with tax. */
export interface Request {
  requesterId: string;
  once: number;
  monthly: number;
  categories: readonly string[];
}

/** One step of a chain: who decides, and who if they do not. */
export interface Step {
  name: string;
  approver: Approver;
  substitute?: Approver;
}

function concerns({ measure, over, categories }: Tier, request: Request): boolean {
  if (categories && !categories.some((name) => request.categories.includes(name))) return false;
  return request[measure] > over;
}

/** Who of a tier may decide this, first the one who should. */
function deciders({ approver, substitute }: Tier, { ownApproval, away }: Policy, { requesterId }: Request): Approver[] {
  const all = substitute ? [approver, substitute] : [approver];
  const able = all.filter(({ id }) => ownApproval || id !== requesterId);
  return [...able.filter(({ id }) => !away.includes(id)), ...able.filter(({ id }) => away.includes(id))];
}

/**
 * Who would have to approve, one after the other; nobody when the list is
 * empty. Asked before ordering and when ordering alike. Nobody approves their
 * own order unless the company allows it, nobody is asked twice, and a tier
 * that leaves nobody able to decide falls to the tier above it.
 */
export function chainOf(policy: Policy, request: Request): Step[] {
  const steps: Step[] = [];
  for (const tier of policy.tiers.filter((one) => concerns(one, request))) {
    const [approver, substitute] = deciders(tier, policy, request);
    if (!approver || steps.some((step) => step.approver.id === approver.id)) continue;
    steps.push({ name: tier.name, approver, ...(substitute && { substitute }) });
  }
  return steps;
}
