import type { Act, Noun } from '../nouns/noun.ts';
import { type Course, instant, oneOf, type Pace } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { invalidField } from '../surface/tmf-error.ts';

/** A resource that stands for work: asked by a POST, answered in the document itself. */
export interface TaskFacts {
  resource: string;
  attribute: 'state' | 'status';
  /** Asked for, and being worked on. */
  start: string;
  running: string;
  /** Attribute with the instant of the asking. */
  asked: string;
  /** Attribute that, when true, wants the answer in the POST's own answer. */
  instant?: string;
  /** The list of what is asked, and how much of it one task takes: all of it is worked off in one go. */
  items?: { attribute: string; most: number };
  /** What is known at once, before any work: ids of items, say. */
  prepare?(body: Resource): Resource;
  /** Does the work. Answers what changes in the document, its final state included. */
  work(act: Act, body: Resource): Promise<JsonObject>;
}

function refuseTooMuch({ items }: TaskFacts, body: Resource): void {
  const list = items && body[items.attribute];
  if (items && Array.isArray(list) && list.length > items.most) {
    throw invalidField(`"${items.attribute}" may hold ${items.most} at a time; ask for the others in another request.`);
  }
}

/** Steps that are due and not yet taken: one to begin, a second to end. */
function dueSteps(facts: TaskFacts, body: Resource, { now, step }: Pace): number {
  const begun = body[facts.attribute] === facts.start ? 0 : 1;
  const due = Math.min(2, Math.floor((now - instant(body[facts.asked])) / Math.max(step, 1)));
  return Math.max(0, due - begun);
}

function courseOf(facts: TaskFacts): Course {
  const { resource, attribute, start, running } = facts;
  return {
    resource,
    open: [oneOf(attribute, start, running)],
    isDue: (body, pace) => dueSteps(facts, body, pace) > 0,
    advance: async (tx, body, pace) => {
      const now = new Date(pace.now);
      const due = dueSteps(facts, body, pace);
      // Whoever slept through both steps still hears of both.
      if (body[attribute] === start) await save(tx, resource, { ...body, [attribute]: running }, now);
      if (body[attribute] === running || due === 2) {
        await save(tx, resource, { ...body, ...(await facts.work({ tx, now }, body)) }, now);
      }
    },
  };
}

/** What every task resource does: starts where it must, answers at once when asked to, else moves on with time. */
export function task(facts: TaskFacts): Noun {
  const { resource, attribute, start, prepare = (body) => body } = facts;
  return {
    resource,
    creating: async (act, said) => {
      refuseTooMuch(facts, said);
      const body = prepare({ ...said, [attribute]: start });
      return facts.instant !== undefined && body[facts.instant] === true ? { ...body, ...(await facts.work(act, body)) } : body;
    },
    courses: [courseOf(facts)],
  };
}
