import { dayInWords } from '../catalogue/read.ts';
import { earliestEnd } from '../qualification/rules/contract.ts';
import type { Existing } from './shelf.ts';

export interface PossibleAction {
  action: string;
  description: string;
}

const CHANGEABLE = new Set(['active', 'suspended']);

/** What can be done: add what is new; change, keep or end what is owned and alive. */
export function possibleActions(existing: Existing | undefined, now: number): PossibleAction[] {
  if (!existing) return [{ action: 'add', description: 'Add it as a new product' }];
  const { owned } = existing;
  if (!CHANGEABLE.has(owned.status)) return [{ action: 'noChange', description: 'It has ended or is ending; nothing can be changed' }];
  return [
    { action: 'modify', description: 'Change it' },
    { action: 'delete', description: `End it, on ${dayInWords(earliestEnd(owned, now))} at the earliest` },
    { action: 'noChange', description: 'Keep it as it is' },
  ];
}

/** The action that holds when nobody chooses one. */
export const usualAction = (existing: Existing | undefined): string => (existing ? 'noChange' : 'add');
