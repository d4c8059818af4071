import type { Actor, Milestone, OrderItem } from '@faceplate/contracts';
import { msg } from '@faceplate/localize';
import { isStage, stageOf } from '../stage-words.ts';
import { words } from './messages.ts';

const actors: Record<Actor, () => string> = {
  you: () => msg('You', { id: 'order-tracker.actor.you', desc: 'Who acts next' }),
  'your-company': () => msg('Your company', { id: 'order-tracker.actor.your-company', desc: 'Who acts next' }),
  provider: () => msg('We do', { id: 'order-tracker.actor.provider', desc: 'Who acts next: the operator' }),
  partner: () => msg('Our partner', { id: 'order-tracker.actor.partner', desc: 'Who acts next: a company the operator works with' }),
  nobody: () => msg('Nobody, it is finished', { id: 'order-tracker.actor.nobody', desc: 'Who acts next' }),
};
export const actorWord = (actor: Actor) => actors[actor]();

const actions: Record<OrderItem['action'], () => string> = {
  add: () => msg('New', { id: 'order-tracker.action.add', desc: 'The line adds something' }),
  change: () => msg('Change', { id: 'order-tracker.action.change', desc: 'The line changes something' }),
  remove: () => msg('End', { id: 'order-tracker.action.remove', desc: 'The line ends something' }),
  keep: () => msg('Unchanged', { id: 'order-tracker.action.keep', desc: 'The line changes nothing' }),
};
export const actionWord = (action: OrderItem['action']) => actions[action]();

/** The operator's usual steps in the customer's words; a step nobody here knows keeps the operator's own name. */
export function stepWord({ id, name }: Milestone): string {
  return isStage(id) ? stageOf(id).word : name;
}

export const stepState = (state: Milestone['state']) => words[state]();
