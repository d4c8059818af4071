import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { change, iso, type Json, objects, oneOf } from '../simulator/course.ts';
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

function intervalOf(problem: Resource, entity: Json, product: Resource | undefined, start: number): Resource {
  const { path, type } = definitionOf('availabilityInterval');
  const id = idOf(`${problem.id}/${String(entity['id'])}/${start}`);
  const parties = objects(product?.['relatedParty']);
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    state: isPlanned(problem) ? 'maintenance' : 'outage',
    description: problem['description'],
    validFor: { startDateTime: iso(start) },
    serviceProblem: { id: problem.id, name: problem['name'], '@referredType': 'ServiceProblem' },
    relatedEntity: [{ ...entity, role: 'product' }],
    relatedParty: parties.map((party) => (party['role'] === 'owner' ? { ...party, role: 'customer' } : party)),
  };
}

/** From `start` on every line a problem affects is down, or worked on. One that is already, stays as it is. */
export async function openIntervals(act: Act, problem: Resource, start: number): Promise<void> {
  const entities = affectedIn(problem);
  const down = new Set((await intervalsOf(act, problem)).filter(isOpen).map(productIn));
  const products = new Map((await productsOf(act.tx, entities.map(({ id }) => String(id)))).map((product) => [product.id, product]));
  for (const entity of entities) {
    if (down.has(entity['id'])) continue;
    await save(act.tx, 'availabilityInterval', intervalOf(problem, entity, products.get(String(entity['id'])), start), act.now);
  }
}

/** Every line a problem affected is up again since `end`. */
export async function closeIntervals(act: Act, problem: Resource, end: number): Promise<void> {
  for (const interval of (await intervalsOf(act, problem)).filter(isOpen)) {
    const begun = Date.parse(String(objects(interval['validFor'])[0]?.['startDateTime']));
    await change(act.tx, 'availabilityInterval', interval, { validFor: { endDateTime: iso(Math.max(begun, end)) } }, act.now.getTime());
  }
}

/** It was none: nothing was ever down. */
export async function dropIntervals(act: Act, problem: Resource): Promise<void> {
  for (const { id } of await intervalsOf(act, problem)) await remove(act.tx, 'availabilityInterval', id, act.now);
}
