import type { Act } from '../nouns/noun.ts';
import { instant, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';

/** An order may say which cart it comes from (ours; TMF622 does not know carts): an empty or expired one is never ordered. */
export async function refuseEmptyCart({ tx, now }: Act, order: Resource): Promise<void> {
  const id = text(objects(order['shoppingCart'])[0]?.['id']);
  const cart = id === undefined ? undefined : (await tx.get('shoppingCart', id))?.body;
  if (id === undefined) return;
  if (!cart) throw unprocessable('The cart this order names is gone. Fill a new one.');
  if (objects(cart['cartItem']).length === 0) throw unprocessable('The cart is empty. Choose an offer first.');
  const end = instant(objects(cart['validFor'])[0]?.['endDateTime']);
  if (end > 0 && end <= now.getTime()) throw unprocessable('The cart has expired. Look at its prices again before you order.');
}
