import type { Act } from '../nouns/noun.ts';
import { offeringOf } from '../product-order/kind.ts';
import { priceOfLine } from '../shopping-cart/price.ts';
import { type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { policyOf } from './company.ts';
import { chainOf, type Policy, type Request, type Step } from './policy.ts';

/** What has to be approved, and by whom. */
export interface Submission {
  policy: Policy;
  request: Request;
  steps: Step[];
  requester: Json;
  organization: Json;
}

const roleOf = (parties: readonly Json[], ...roles: readonly string[]) => parties.find(({ role }) => roles.includes(String(role)));

/** The company that orders: the customer, or the owner of the account that pays. */
async function organizationOf({ tx }: Act, body: Resource): Promise<Json | undefined> {
  const accounts = objects(body['billingAccount']);
  const owners: Json[] = [];
  for (const { id } of accounts) owners.push(...objects((await tx.get('billingAccount', String(id)))?.body['relatedParty']));
  for (const party of [roleOf(objects(body['relatedParty']), 'customer'), roleOf(owners, 'owner')]) {
    if (party && (await tx.get('organization', String(party['id'])))) return party;
  }
  return undefined;
}

/** What the lines come to at the catalogue's prices, whatever the caller says they cost. */
async function requestOf(act: Act, lines: readonly Json[], requesterId: string): Promise<Request> {
  const request = { requesterId, once: 0, monthly: 0, categories: new Set<string>() };
  for (const line of lines) {
    if (line['action'] === 'delete') continue;
    const price = await priceOfLine(act, line);
    request.once += price?.once ?? 0;
    request.monthly += price?.monthly ?? 0;
    const category = text(objects((await offeringOf(act, line))?.['category'])[0]?.['name']);
    if (category !== undefined) request.categories.add(category);
  }
  return { ...request, categories: [...request.categories] };
}

/** Who would have to approve these lines of this order or quote; undefined when nobody has to. */
export async function submissionOf(act: Act, body: Resource, lines: readonly Json[]): Promise<Submission | undefined> {
  const organization = await organizationOf(act, body);
  const policy = organization && (await policyOf(act.tx, String(organization['id'])));
  if (!organization || !policy) return undefined;
  const requester = roleOf(objects(body['relatedParty']), 'originator', 'requester') ?? organization;
  const request = await requestOf(act, lines, String(requester['id']));
  const steps = chainOf(policy, request);
  return steps.length > 0 ? { policy, request, steps, requester, organization } : undefined;
}
