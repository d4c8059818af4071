import assert from 'node:assert/strict';
import { memoryStore } from '../store/memory.ts';
import type { Resource } from '../store/store.ts';
import { bench, NOW } from './bench.ts';
import { generateWorld } from '../world/world.ts';

const world = generateWorld({ seed: 1, customers: 3, now: new Date(NOW) });
export const records = [...world.records];

/** For tests: the documents of a small world, and a BSS over it in which time is turned by hand. */
export const of = (resource: string): Resource[] => records.filter((record) => record.resource === resource).map(({ body }) => body);

export const found = (resource: string, matches: (body: Resource) => boolean): Resource => {
  const body = of(resource).find(matches);
  assert.ok(body, `no such ${resource}`);
  return body;
};

export const onSale = (name: string): Resource => found('productOffering', (body) => body['name'] === name && body['isSellable'] === true);
export const sub = (username: string): string => world.signIns.find((one) => one.username === username)?.sub ?? '';
export const customer = (id: string) => ({ relatedParty: [{ id, role: 'customer' }] });
export const ada = customer(sub('ada'));
export const operator = () => bench({ store: memoryStore(records) });

export type Item = Record<string, unknown>;

export interface Reason {
  code: string;
  label: string;
  remedy: { action: string; label: string; productOffering?: { name: string }; product?: { name: string }; approver?: { name: string }; date?: string };
}

export const reasonsOf = (item: Item | undefined): Reason[] => (item?.['eligibilityUnavailabilityReason'] ?? []) as Reason[];
export const add = (name: string, more: Item = {}): Item => ({ id: name, action: 'add', productOffering: { id: onSale(name).id }, ...more });
