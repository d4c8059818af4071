import type { Actor, Milestone, OrderItem, Stage } from '@faceplate/contracts';
import { msg } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';
import { words } from './messages.ts';

const stages: Record<Stage, { tone: Tone; word: () => string }> = {
  captured: { tone: 'info', word: () => msg('Received', { id: 'order-tracker.stage.captured', desc: 'Stage of an order line' }) },
  checked: { tone: 'info', word: () => msg('Checked', { id: 'order-tracker.stage.checked', desc: 'Stage of an order line' }) },
  'waiting-for-you': { tone: 'notice', word: () => msg('Waiting for you', { id: 'order-tracker.stage.waiting-for-you', desc: 'Stage of an order line' }) },
  'waiting-for-your-company': { tone: 'notice', word: () => msg('Waiting for your company', { id: 'order-tracker.stage.waiting-for-your-company', desc: 'Stage of an order line' }) },
  'waiting-for-partner': { tone: 'info', word: () => msg('Waiting for a partner', { id: 'order-tracker.stage.waiting-for-partner', desc: 'Stage of an order line' }) },
  scheduled: { tone: 'info', word: () => msg('Scheduled', { id: 'order-tracker.stage.scheduled', desc: 'Stage of an order line' }) },
  'in-progress': { tone: 'info', word: () => msg('In progress', { id: 'order-tracker.stage.in-progress', desc: 'Stage of an order line' }) },
  'partly-done': { tone: 'info', word: () => msg('Partly done', { id: 'order-tracker.stage.partly-done', desc: 'Stage of an order line' }) },
  done: { tone: 'positive', word: () => msg('Done', { id: 'order-tracker.stage.done', desc: 'Stage of an order line' }) },
  'on-hold': { tone: 'notice', word: () => msg('On hold', { id: 'order-tracker.stage.on-hold', desc: 'Stage of an order line' }) },
  cancelled: { tone: 'neutral', word: () => msg('Cancelled', { id: 'order-tracker.stage.cancelled', desc: 'Stage of an order line' }) },
  failed: { tone: 'critical', word: () => msg('Failed', { id: 'order-tracker.stage.failed', desc: 'Stage of an order line' }) },
};
export const stageOf = (stage: Stage) => ({ tone: stages[stage].tone, word: stages[stage].word() });

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
  return id in stages ? stageOf(id as Stage).word : name;
}

export const stepState = (state: Milestone['state']) => words[state]();
