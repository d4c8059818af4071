import { definitionOf } from '../definitions/definitions.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { idOf } from '../world/random.ts';
import { change, type Course, instant, iso, type Json, objects, oneOf, type Pace, text } from '../simulator/course.ts';

function expected(problem: Resource, name: 'expectedStart' | 'expectedEnd'): number {
  return instant(objects(problem['characteristic']).find((one) => one['name'] === name)?.['value']);
}

const isPlanned = (problem: Resource) => problem['category'] === 'plannedMaintenance';

function dueAt(problem: Resource, step: number): number {
  const next = instant(problem['lastUpdate']) + step;
  if (problem['status'] === 'acknowledged') return Math.max(next, expected(problem, 'expectedStart'));
  if (problem['status'] === 'resolved') return next;
  // Without an expected end nobody but a person knows when it is over.
  return Math.max(next, expected(problem, 'expectedEnd') || Infinity);
}

async function advance(tx: StoreTransaction, problem: Resource, { now }: Pace): Promise<void> {
  const move = (status: string, statusChangeReason: string) => change(tx, 'serviceProblem', problem, { status, statusChangeReason }, now);
  if (problem['status'] === 'resolved') return void (await move('closed', 'Nothing came back'));
  if (problem['status'] === 'inProgress') {
    await endIntervals(tx, problem, now);
    return void (await move('resolved', isPlanned(problem) ? 'The work is done' : 'Mended'));
  }
  if (isPlanned(problem)) await beginIntervals(tx, problem, now);
  await move('inProgress', isPlanned(problem) ? 'The work has begun' : 'We have begun to work on it');
}

/** It ended when it was said to end, however late this process notices. */
async function endIntervals(tx: StoreTransaction, problem: Resource, now: number): Promise<void> {
  const endDateTime = iso(expected(problem, 'expectedEnd'));
  const { rows } = await tx.list('availabilityInterval', { where: [oneOf('serviceProblem.id', problem.id)] });
  for (const { body } of rows) {
    const validFor = objects(body['validFor'])[0];
    if (!validFor?.['endDateTime']) await change(tx, 'availabilityInterval', body, { validFor: { endDateTime } }, now);
  }
}

async function beginIntervals(tx: StoreTransaction, problem: Resource, now: number): Promise<void> {
  for (const entity of objects(problem['relatedEntity'])) {
    const productId = text(entity['id']);
    if (productId === undefined) continue;
    const id = idOf(`${problem.id}/${productId}`);
    if (!(await tx.get('availabilityInterval', id))) await save(tx, 'availabilityInterval', await interval(tx, problem, entity, id), new Date(now));
  }
}

async function interval(tx: StoreTransaction, problem: Resource, entity: Json, id: string): Promise<Resource> {
  const { path, type } = definitionOf('availabilityInterval');
  const product = await tx.get('product', String(entity['id']));
  const parties = objects(product?.body['relatedParty']);
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    state: 'maintenance',
    description: problem['description'],
    validFor: { startDateTime: iso(expected(problem, 'expectedStart')) },
    serviceProblem: { id: problem.id, name: problem['name'], '@referredType': 'ServiceProblem' },
    relatedEntity: [{ ...entity, role: 'product' }],
    relatedParty: parties.map((party) => (party['role'] === 'owner' ? { ...party, role: 'customer' } : party)),
  };
}

/** TMF656: an incident ends, planned work begins and ends, and the intervals of unavailability with them. */
export const problems: Course = {
  resource: 'serviceProblem',
  open: [oneOf('status', 'acknowledged', 'inProgress', 'resolved')],
  isDue: (problem, { now, step }) => now >= dueAt(problem, step),
  advance,
};
