import { FileProblem } from './file-source.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import type { Resource } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { TmfError } from '../surface/tmf-error.ts';
import { task } from '../task/task.ts';

/** The fault of whoever asked or of their file, not ours. */
export const isFault = (cause: unknown): cause is Error => cause instanceof FileProblem || cause instanceof TmfError;

/** TMF620's jobs: what cannot be done ends Failed with the reason in `errorLog`, and has changed nothing. */
export function job(resource: 'importJob' | 'exportJob', work: (act: Act, body: Resource) => Promise<JsonObject>): Noun {
  return task({
    resource,
    attribute: 'status',
    start: 'Not Started',
    running: 'Running',
    asked: 'creationDate',
    work: async (act, body) => {
      const completionDate = act.now.toISOString();
      try {
        return { status: 'Succeeded', completionDate, errorLog: '', ...(await work(act, body)) };
      } catch (cause) {
        if (!isFault(cause)) throw cause;
        return { status: 'Failed', completionDate, errorLog: cause.message };
      }
    },
  });
}
