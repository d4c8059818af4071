import type { Visitor } from '../../product/visitor.ts';

/** A call that changes something, as the portal makes it. */
export interface Act {
  readonly method: string;
  /** Below `/api/v1`, ids and all; sign-on's own begin with `/auth`. */
  readonly path: string;
  readonly body?: unknown;
  /** As the document names it. */
  readonly name: string;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Listed {
  readonly items: readonly { readonly id: string; readonly obstacles?: readonly unknown[] }[];
}

const CHANGING = ['post', 'put', 'patch', 'delete'];

/** Real ids in place of those of the document's examples, so that what is not refused is done. */
export interface Known {
  readonly productId: string;
  readonly offerId: string;
  readonly accountId: string;
  readonly cartId: string;
  readonly itemId: string;
  readonly ticketId: string;
}

export async function known(ada: Visitor): Promise<Known> {
  const list = async (path: string) => (JSON.parse((await ada.call('GET', path)).text) as Listed).items;
  const offerId = (await list('/offers')).find(({ obstacles }) => obstacles?.length === 0)?.id ?? '';
  const productId = (await list('/products'))[0]?.id ?? '';
  const accountId = (await list('/accounts'))[0]?.id ?? '';
  const raised = await ada.call('POST', '/tickets', { body: { productId, kind: 'request', severity: 'minor', title: 'Mine', description: 'Mine.' } });
  const cart = JSON.parse((await ada.call('POST', '/cart/items', { body: { offerId, quantity: 1 } })).text) as Listed & { id: string };
  const { id: ticketId } = JSON.parse(raised.text) as { id: string };
  return { productId, offerId, accountId, cartId: cart.id, itemId: cart.items[0]?.id ?? '', ticketId };
}

const withReal = (value: unknown, real: Known): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, ...Object.fromEntries(Object.entries(real).filter(([name]) => name in value)) } : value;

/** Every route that changes something, from the document the product itself publishes: no list of ours can be too short. */
export async function actsOf(ada: Visitor, real: Known): Promise<Act[]> {
  const { paths } = JSON.parse((await ada.call('GET', '/openapi.json')).text) as Description;
  const acts = Object.entries(paths).flatMap(([pattern, operations]) =>
    CHANGING.flatMap((method) => {
      const operation = operations[method];
      if (!operation) return [];
      const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => real[name as keyof Known] ?? 'x1');
      const body = withReal(operation.requestBody?.content['application/json']?.example, real);
      return [{ method: method.toUpperCase(), path, name: `${method.toUpperCase()} ${pattern}`, ...(body !== undefined && { body }) }];
    }),
  );
  return acts;
}

/** What somebody has, as they see it: nobody else may have changed a byte of it. */
export async function standing(who: Visitor, paths: readonly string[] = ['/cart', '/orders', '/tickets', '/accounts']): Promise<string> {
  const seen = await Promise.all(paths.map((path) => who.call('GET', path)));
  const odd = seen.find(({ status }) => status !== 200);
  if (odd) throw new Error(`Their own cannot be read: ${odd.status} ${odd.text.slice(0, 120)}`);
  return seen.map(({ text }) => text).join('\n');
}
