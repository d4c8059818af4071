import type { Act, Noun } from '../nouns/noun.ts';
import { valueOf, withValues } from '../rules/characteristic.ts';
import { type Json, objects, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';
import { record } from './records.ts';

const refTo = ({ id, href, name }: Resource): Json => ({ id, href, ...(name !== undefined && { name }), '@referredType': 'ServiceProblem' });

async function problemsIn(tx: StoreTransaction, list: unknown): Promise<Resource[]> {
  const found: Resource[] = [];
  for (const { id } of objects(list)) {
    const problem = typeof id === 'string' ? await tx.get('serviceProblem', id) : undefined;
    if (problem) found.push(problem.body);
  }
  return found;
}

async function keep(act: Act, problem: Resource): Promise<void> {
  const { body } = await save(act.tx, 'serviceProblem', { ...problem, lastUpdate: act.now.toISOString() }, act.now);
  await record(act, 'AttributeValueChange', body);
}

/** A task that marks problems as seen by a person, or as unseen again; it answers with those that it changed. */
function marking(resource: string, answer: 'ackProblem' | 'unackProblem', mark: string): Noun {
  return {
    resource,
    creating: async (act, task) => {
      const said = objects(task['trackingRecord'])[0] ?? {};
      const entry = { description: mark, time: act.now.toISOString(), systemId: 'faceplate-bss', ...said, id: task.id };
      const unmarked = (problem: Resource) => (valueOf(problem['characteristic'], 'ackState') ?? 'unacknowledged') !== mark;
      const marked = (await problemsIn(act.tx, task['problem'])).filter(unmarked);
      for (const problem of marked) {
        const trackingRecord = [...objects(problem['trackingRecord']), entry];
        await keep(act, { ...problem, trackingRecord, characteristic: withValues(problem['characteristic'], { ackState: mark }) });
      }
      return { ...task, trackingRecord: entry, [answer]: marked.map(refTo) };
    },
  };
}

export const problemAcknowledgementNoun = marking('problemAcknowledgement', 'ackProblem', 'acknowledged');
export const problemUnacknowledgementNoun = marking('problemUnacknowledgement', 'unackProblem', 'unacknowledged');

const idsIn = (list: unknown): string[] => objects(list).flatMap(({ id }) => text(id) ?? []);

async function parentIn(tx: StoreTransaction, task: Resource): Promise<Resource> {
  const [parent] = await problemsIn(tx, task['parentProblem']);
  if (!parent) throw unprocessable('There is no problem of the id in "parentProblem". Group under one that is there.');
  return parent;
}

/** All above a problem: its parents, theirs, and so on. */
async function ancestorsOf(tx: StoreTransaction, problem: Resource): Promise<Set<string>> {
  const seen = new Set<string>();
  const open = idsIn(problem['parentProblem']);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const above = await tx.get('serviceProblem', id);
    open.push(...idsIn(above?.body['parentProblem']));
  }
  return seen;
}

const withRef = (list: unknown, other: Resource): Json[] => [...objects(list).filter(({ id }) => id !== other.id), refTo(other)];
const withoutRef = (list: unknown, other: Resource): Json[] => objects(list).filter(({ id }) => id !== other.id);

async function group(act: Act, task: Resource): Promise<Resource> {
  const parent = await parentIn(act.tx, task);
  const above = await ancestorsOf(act.tx, parent);
  const children = await problemsIn(act.tx, task['childProblem']);
  if (children.some(({ id }) => id === parent.id || above.has(id))) throw unprocessable('A problem cannot stand under itself. Leave out those that the parent stands under.');
  let underlying = objects(parent['underlyingProblem']);
  for (const child of children) {
    underlying = withRef(underlying, child);
    await keep(act, { ...child, parentProblem: withRef(child['parentProblem'], parent) });
  }
  await keep(act, { ...parent, underlyingProblem: underlying });
  return { ...task, parentProblem: refTo(parent), childProblem: children.map(refTo) };
}

async function ungroup(act: Act, task: Resource): Promise<Resource> {
  const parent = await parentIn(act.tx, task);
  const under = idsIn(parent['underlyingProblem']);
  const children = (await problemsIn(act.tx, task['childProblem'])).filter(({ id }) => under.includes(id));
  let underlying = objects(parent['underlyingProblem']);
  for (const child of children) {
    underlying = withoutRef(underlying, child);
    await keep(act, { ...child, parentProblem: withoutRef(child['parentProblem'], parent) });
  }
  await keep(act, { ...parent, underlyingProblem: underlying });
  return { ...task, parentProblem: refTo(parent), childProblem: children.map(refTo) };
}

/** Both answer with the children they really moved. */
export const problemGroupNoun: Noun = { resource: 'problemGroup', creating: group };
export const problemUngroupNoun: Noun = { resource: 'problemUngroup', creating: ungroup };
