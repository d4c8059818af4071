import { type Json, objects, text } from '../simulator/course.ts';
import type { StoreTransaction } from '../store/store.ts';
import type { Approver, Policy, Tier } from './policy.ts';

/** More levels than this no company has. */
const MOST_LEVELS = 10;

/** The characteristic of an organisation that holds its policy. */
export const POLICY = 'approvalPolicy';

function approverIn(value: unknown): Approver | undefined {
  const [person] = objects(value);
  const id = text(person?.['id']);
  return id === undefined ? undefined : { id, name: text(person?.['name']) ?? id };
}

function tierIn(value: Json): Tier[] {
  const approver = approverIn(value['approver']);
  const over = Number(objects(value['over'])[0]?.['value']);
  if (!approver || !Number.isFinite(over)) return [];
  const substitute = approverIn(value['substitute']);
  const categories = Array.isArray(value['categories']) ? value['categories'].map(String) : undefined;
  const measure = value['measure'] === 'once' ? 'once' : 'monthly';
  return [{ name: text(value['name']) ?? 'Approval', measure, over: Math.round(over * 100), approver, ...(substitute && { substitute }), ...(categories && { categories }) }];
}

/** A policy as an organisation's characteristic says it; amounts there are TMF Money. */
export function policyIn(value: unknown): Policy | undefined {
  const [said] = objects(value);
  if (!said) return undefined;
  const days = Number(said['days'] ?? 7);
  return {
    tiers: objects(said['tiers']).flatMap(tierIn),
    days: days >= 1 && days <= 365 ? days : 7,
    ownApproval: said['ownApproval'] === true,
    away: Array.isArray(said['away']) ? said['away'].map(String) : [],
  };
}

/** The policy an organisation lives by: its own, or that of the nearest above it. */
export async function policyOf(tx: Pick<StoreTransaction, 'get'>, organizationId: string): Promise<Policy | undefined> {
  let id: string | undefined = organizationId;
  for (let level = 0; id !== undefined && level < MOST_LEVELS; level += 1) {
    const found: Json | undefined = (await tx.get('organization', id))?.body;
    const own = objects(found?.['partyCharacteristic']).find(({ name }) => name === POLICY);
    const policy = policyIn(own?.['value']);
    if (policy) return policy;
    id = text(objects(objects(found?.['organizationParentRelationship'])[0]?.['organization'])[0]?.['id']);
  }
  return undefined;
}
