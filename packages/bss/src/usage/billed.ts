import type { Act } from '../nouns/noun.ts';
import { change, instant, objects, oneOf } from '../simulator/course.ts';

/** Marks the rated use of these products as billed, as far as it came about before then. */
export async function markBilled(act: Act, productIds: readonly string[], before: number): Promise<void> {
  if (productIds.length === 0) return;
  const where = [oneOf('status', 'rated'), oneOf('ratedProductUsage.productRef.id', ...productIds)];
  const { rows } = await act.tx.list('usage', { where });
  for (const { body } of rows) {
    if (instant(body['usageDate']) > before) continue;
    const ratedProductUsage = objects(body['ratedProductUsage']).map((rated) => ({ ...rated, isBilled: true }));
    await change(act.tx, 'usage', body, { status: 'billed', ratedProductUsage }, act.now.getTime());
  }
}
