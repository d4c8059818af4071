import { definitionOf } from '../definitions/definitions.ts';
import type { Act, Lever } from '../nouns/noun.ts';
import { objects } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { notFound } from '../surface/tmf-error.ts';
import { idOf } from '../world/random.ts';

/** Where the stock of an offering stands. */
export const stockId = (offeringId: string): string => idOf(`stock/${offeringId}`);

const amountOf = (stock: Resource): number => Number(objects(stock['productStockLevel'])[0]?.['amount'] ?? 0);

async function setLevel({ tx, now }: Act, stock: Resource, amount: number): Promise<void> {
  await save(tx, 'productStock', { ...stock, productStockLevel: { amount, units: 'piece' } }, now);
}

/** Takes so many pieces, all or none. What no stock is kept of never runs out. */
export async function takePieces(act: Act, offeringId: string, pieces: number): Promise<boolean> {
  const stock = await act.tx.get('productStock', stockId(offeringId));
  if (!stock) return true;
  const amount = amountOf(stock.body);
  if (amount < pieces) return false;
  await setLevel(act, stock.body, amount - pieces);
  return true;
}

export async function returnPieces(act: Act, offeringId: string, pieces: number): Promise<void> {
  const stock = await act.tx.get('productStock', stockId(offeringId));
  if (stock) await setLevel(act, stock.body, amountOf(stock.body) + pieces);
}

export const stockLevers: readonly Lever[] = [
  {
    path: 'stock/:offering',
    summary: 'Sets how many pieces of a device are left; with none, orders for it wait until there are some again.',
    body: { amount: 'integer' },
    pull: async (act, { params, body }) => {
      const offering = (await act.tx.get('productOffering', params['offering'] ?? ''))?.body;
      if (!offering) throw notFound();
      const id = stockId(offering.id);
      const { path, type } = definitionOf('productStock');
      const before = (await act.tx.get('productStock', id))?.body ?? { id, href: `${path}/${id}`, '@type': type, name: offering['name'], stockedProduct: { productOffering: { id: offering.id, name: offering['name'] } } };
      const amount = Math.max(0, Number(body['amount']));
      await setLevel(act, before, amount);
      return { productStock: id, amount };
    },
  },
];
