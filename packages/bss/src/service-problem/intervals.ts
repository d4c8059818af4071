import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { change, iso, type Json, objects, oneOf } from '../simulator/course.ts';
import type { IntervalState } from '../sla/compliance.ts';
import { remove, save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { idOf } from '../world/random.ts';
import { affectedIn, isPlanned, productsOf } from './affected.ts';

async function intervalsOf({ tx }: Act, problem: Resource): Promise<Resource[]> {
  const { rows } = await tx.list('availabilityInterval', { where: [oneOf('serviceProblem.id', problem.id)] });
  return rows.map(({ body }) => body);
}

const isOpen = (interval: Resource): boolean => objects(interval['validFor'])[0]?.['endDateTime'] === undefined;
const productIn = (interval: Resource): unknown => objects(interval['relatedEntity'])[0]?.['id'];

interface Beginning {
  state: IntervalState;
  start: number;
}

function intervalOf(problem: Resource, entity: Json, product: Resource | undefined, { state, start }: Beginning): Resource {
  const { path, type } = definitionOf('availabilityInterval');
  const id = idOf(`${problem.id}/${String(entity['id'])}/${state}/${start}`);
  const parties = objects(product?.['relatedParty']);
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    state,
    description: state === 'customerPending' ? (problem['statusChangeReason'] ?? 'We wait for the customer') : problem['description'],
    validFor: { startDateTime: iso(start) },
    serviceProblem: { id: problem.id, name: problem['name'], '@referredType': 'ServiceProblem' },
    relatedEntity: [{ ...entity, role: 'product' }],
    relatedParty: parties.map((party) => (party['role'] === 'owner' ? { ...party, role: 'customer' } : party)),
  };
}

/** What it means for a line that a problem lasts. */
export const lasting = (problem: Resource): IntervalState => (isPlanned(problem) ? 'maintenance' : 'outage');

/** From `start` on every line a problem affects is down, worked on, or waited for. One that is already, stays as it is. */
export async function openIntervals(act: Act, problem: Resource, start: number, state = lasting(problem)): Promise<void> {
  const entities = affectedIn(problem);
  const open = (await intervalsOf(act, problem)).filter((one) => isOpen(one) && one['state'] === state);
  const down = new Set(open.map(productIn));
  const products = new Map((await productsOf(act.tx, entities.map(({ id }) => String(id)))).map((product) => [product.id, product]));
  for (const entity of entities) {
    if (down.has(entity['id'])) continue;
    await save(act.tx, 'availabilityInterval', intervalOf(problem, entity, products.get(String(entity['id'])), { state, start }), act.now);
  }
}

/** Every line a problem affected is up again since `end`; or, of one state alone, is so no longer. */
export async function closeIntervals(act: Act, problem: Resource, end: number, state?: IntervalState): Promise<void> {
  const open = (await intervalsOf(act, problem)).filter((one) => isOpen(one) && (state === undefined || one['state'] === state));
  for (const interval of open) {
    const begun = Date.parse(String(objects(interval['validFor'])[0]?.['startDateTime']));
    await change(act.tx, 'availabilityInterval', interval, { validFor: { endDateTime: iso(Math.max(begun, end)) } }, act.now.getTime());
  }
}

/** It was none: nothing was ever down. */
export async function dropIntervals(act: Act, problem: Resource): Promise<void> {
  for (const { id } of await intervalsOf(act, problem)) await remove(act.tx, 'availabilityInterval', id, act.now);
}
