import * as z from 'zod/mini';
import { Money } from './money.ts';

export const CartItem = z.object({
  id: z.string(),
  offerId: z.string(),
  name: z.string(),
  quantity: z.int(),
  once: Money,
  monthly: Money,
});
export type CartItem = z.infer<typeof CartItem>;

/** `GET /cart`: this person's open cart, made on first sight. Prices include tax. */
export const Cart = z.object({
  id: z.string(),
  items: z.array(CartItem),
  once: Money,
  monthly: Money,
});
export type Cart = z.infer<typeof Cart>;

/** `POST /cart/items` */
export const CartItemRequest = z.object({ offerId: z.string(), quantity: z.int().check(z.minimum(1), z.maximum(20)) });
export type CartItemRequest = z.infer<typeof CartItemRequest>;
