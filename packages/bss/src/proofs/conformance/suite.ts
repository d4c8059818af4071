import { Unmet } from './asking.ts';
import { changing } from './changing.ts';
import type { Check } from './check.ts';
import { creating } from './creating.ts';
import { filtering } from './filtering.ts';
import { hearing } from './hearing.ts';
import { paging } from './paging.ts';
import { reading } from './reading.ts';
import { removing } from './removing.ts';
import { states } from './states.ts';
import { type Subject, type SubjectOptions, subjectOf } from './subject.ts';
import { versions } from './versions.ts';
import type { Definition, View } from '../../definitions/definition.ts';
import type { StoreMaker } from '../../testing/stores.ts';

/** Everything a conforming server does, for whatever the table of definitions has. */
export const CHECKS: readonly Check[] = [
  ...creating,
  ...reading,
  ...filtering,
  ...paging,
  ...changing,
  ...states,
  ...removing,
  ...hearing,
  ...versions,
];

/** What one check came to; `wrong` undefined where it holds. */
export interface Outcome {
  readonly check: string;
  readonly wrong: string | undefined;
}

async function outcomeOf(check: Check, subject: Subject): Promise<Outcome> {
  const { definition, view } = subject;
  const where = `${definition.api} ${view.version} ${view.resource}`;
  const wrong = await check.run(subject).then(
    () => undefined,
    (cause: unknown) => {
      // A fault in the suite itself must not pass for one of the server, so it keeps its stack.
      const text = cause instanceof Unmet ? cause.message : cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      return `${where}: ${check.title}: ${text}`;
    },
  );
  return { check: check.title, wrong };
}

/** Runs every check that applies to one view of one resource, on a store of its own. */
export async function conformanceOf(
  definition: Definition,
  view: View,
  maker: StoreMaker,
  options: SubjectOptions,
  checks = CHECKS,
): Promise<Outcome[]> {
  const store = await maker.make();
  try {
    const outcomes: Outcome[] = [];
    // Both of an operator's choices are seen over the run.
    for (const partialStatus of [200, 206] as const) {
      const subject = await subjectOf(definition, view, store, { ...options, partialStatus });
      for (const check of checks.filter((one) => one.applies(subject) && (partialStatus === 200 || paging.includes(one)))) {
        outcomes.push(await outcomeOf(check, subject));
      }
    }
    return outcomes;
  } finally {
    await store.close();
  }
}
