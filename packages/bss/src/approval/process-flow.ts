import type { Noun } from '../nouns/noun.ts';
import { remove } from '../store/save.ts';
import { conflict } from '../surface/tmf-error.ts';
import { tasksOf } from './close.ts';
import { APPROVAL } from './flow.ts';

/** TMF701: a process goes with its tasks, but not while something waits for its decision. */
export const processFlowNoun: Noun = {
  resource: 'processFlow',
  removing: async ({ tx, now }, before) => {
    const tasks = await tasksOf(tx, before.id);
    const isWaitedFor = before['processFlowSpecification'] === APPROVAL && before['state'] === 'active' && tasks.length > 0;
    if (isWaitedFor) throw conflict('Something waits for this approval. Decide its task, or cancel what it is about.');
    for (const task of tasks) await remove(tx, 'taskFlow', task.id, now);
  },
};
