import { Cart, type CartItemRequest } from '@faceplate/contracts';
import type { RequestOptions, SendOptions } from './send.ts';
import type { Wire } from './wire.ts';

export interface CartClient {
  get(options?: RequestOptions): Promise<Cart>;
  add(item: CartItemRequest, options?: Omit<SendOptions, 'body'>): Promise<Cart>;
  remove(itemId: string, options?: RequestOptions): Promise<Cart>;
}

export const cartClient = ({ read, write }: Wire): CartClient => ({
  get: (options) => read('/cart', Cart, ['cart', 'offers'], options),
  add: (item, options) => write('POST /cart/items', Cart, ['cart'], { ...options, body: item }),
  remove: (itemId, options) => write(`DELETE /cart/items/${encodeURIComponent(itemId)}`, Cart, ['cart'], options),
});
