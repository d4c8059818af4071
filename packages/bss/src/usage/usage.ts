import { rate, ratedBody, type Use } from './rating.ts';
import { fine, type Quantity } from '../balance/quantity.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { change, type Course, instant, iso, type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

const factOf = (usage: Resource, ...names: string[]): Json | undefined =>
  objects(usage['usageCharacteristic']).find(({ name }) => names.includes(String(name)));

/** A record names its product in `ratedProductUsage`, or in a characteristic `product`. */
function productIn(usage: Resource): string | undefined {
  const rated = objects(objects(usage['ratedProductUsage'])[0]?.['productRef'])[0];
  return text(rated?.['id']) ?? text(factOf(usage, 'product')?.['value']);
}

function quantityOf(usage: Resource): Quantity | undefined {
  const amount = Number(factOf(usage, 'quantity', 'volume', 'duration')?.['value']);
  if (!Number.isFinite(amount) || amount <= 0 || amount > 1e9) return undefined;
  return { amount: fine(amount), units: text(factOf(usage, 'unit', 'units')?.['value']) ?? '' };
}

async function useOf({ tx, now }: Act, usage: Resource): Promise<Use | string> {
  const product = await tx.get('product', productIn(usage) ?? '');
  if (!product) return `There is no product ${productIn(usage) ?? ''}.`;
  const quantity = quantityOf(usage);
  if (!quantity) return 'It says no quantity above nothing.';
  const kind = text(usage['usageType']) ?? text(factOf(usage, 'usageType')?.['value']);
  if (kind === undefined) return 'It says no usageType.';
  // Nothing was used in the future, and a record that says no date was made now.
  const at = Math.min(instant(usage['usageDate']) || now.getTime(), now.getTime());
  return { product: product.body, kind, quantity, at };
}

async function advance(act: Act, usage: Resource): Promise<void> {
  const now = act.now.getTime();
  const use = await useOf(act, usage);
  const move = (before: Resource, patch: Json) => change(act.tx, 'usage', before, patch, now);
  if (typeof use === 'string') {
    await move(usage, { status: 'rejected', statusReason: use });
    return;
  }
  const guided = usage['status'] === 'guided' ? usage : await move(usage, { status: 'guided' });
  const rated = await rate(act, use);
  await move(guided, { status: 'rated', ratedProductUsage: [ratedBody(rated, use.product, iso(now))] });
}

const OPEN = ['received', 'guided', 'recycled'];

const course: Course = {
  resource: 'usage',
  open: [oneOf('status', ...OPEN)],
  isDue: (usage) => OPEN.includes(String(usage['status'])) && productIn(usage) !== undefined,
  advance: (tx, usage, { now }) => advance({ tx, now: new Date(now) }, usage),
};

/** TMF635: use comes in, finds its product, and is rated: from an allowance, or by tariff onto the running bill. */
export const usageNoun: Noun = { resource: 'usage', courses: [course] };
