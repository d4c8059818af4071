import { SUBSCRIPTIONS } from './subscription.ts';
import { newId } from '../rules/id.ts';
import type { Condition, Resource, Store, StoredChange, StoreTransaction } from '../store/store.ts';

/** A notification that could not be delivered. */
export interface Lost {
  /** Id of the subscription. */
  subscription: string;
  change: StoredChange;
  /** How often it was tried; 0 when it was given up together with one before it. */
  attempts: number;
  /** What happened at the last attempt. */
  failure: string;
  givenUpAt: string;
}

/** Kept until an operator delivers it again, drops it, or a month is over. */
export interface DeadLetter extends Lost, Resource {}

const LETTERS = 'hubDeadLetter';
/** Milliseconds that a dead letter is kept. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
const PAGE = 500;

const of = (subscription: string): Condition => ({ path: ['subscription'], operator: 'eq', values: [subscription] });

export async function bury(tx: StoreTransaction, lost: Lost): Promise<void> {
  await tx.put(LETTERS, { ...lost, id: newId() });
}

export interface LetterPage {
  letters: DeadLetter[];
  total: number;
}

/** The dead letters of a subscription, oldest first. */
export async function lettersOf(store: Store, subscription: string, { offset, limit }: { offset: number; limit: number }): Promise<LetterPage> {
  const { rows, total } = await store.read().list(LETTERS, { where: [of(subscription)], offset, limit });
  return { letters: rows.map(({ body }) => body as DeadLetter), total };
}

export async function letterOf(store: Store, subscription: string, id: string): Promise<DeadLetter | undefined> {
  const letter = (await store.read().get(LETTERS, id))?.body as DeadLetter | undefined;
  return letter?.subscription === subscription ? letter : undefined;
}

export function drop(store: Store, id: string): Promise<boolean> {
  return store.transaction((tx) => tx.delete(LETTERS, id));
}

/** Ends a subscription, and with it the letters that nobody will ask for. */
export async function endSubscription(store: Store, id: string): Promise<void> {
  await store.transaction((tx) => tx.delete(SUBSCRIPTIONS, id));
  await dropWhere(store, of(id));
}

/** Drops the letters given up a month ago. Answers how many. */
export function dropOld(store: Store, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_FOR).toISOString();
  return dropWhere(store, { path: ['givenUpAt'], operator: 'lt', values: [before] });
}

async function dropWhere(store: Store, condition: Condition): Promise<number> {
  for (let dropped = 0; ; ) {
    const { rows } = await store.read().list(LETTERS, { where: [condition], limit: PAGE });
    for (const { body } of rows) await drop(store, body.id);
    dropped += rows.length;
    if (rows.length < PAGE) return dropped;
  }
}

