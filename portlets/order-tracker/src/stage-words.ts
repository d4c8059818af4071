import type { Stage } from '@faceplate/contracts';
import { msg } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';

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

export const isStage = (id: string): id is Stage => id in stages;
