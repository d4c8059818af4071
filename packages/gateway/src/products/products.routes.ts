import { type Product, ProductList } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { type Order, paged, pageQuery, rising } from '../paging/page.ts';
import { type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { productOf } from './products.adapter.ts';
import { productsBackend } from './products.backend.ts';

/** What is in use first; then by name, so that twins stand together. */
const STATUSES = ['active', 'suspended', 'pending', 'ended'];
const IN_USE_FIRST: Order<Product> = [rising(({ status }) => STATUSES.indexOf(status)), rising(({ name }) => name), rising(({ id }) => id)];

export const productRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/products',
    summary: 'What you have: lines, contracts, devices.',
    query: z.object(pageQuery),
    codes: ['cursor-invalid'],
    answer: ProductList,
    policy: { action: 'product.read' },
    handle: async (call) => {
      const found = await productsBackend(call).products();
      const { items, gaps, lost } = readEach('TMF637', found, (body) => productOf(body, settingOf(call)));
      return { ...(await paged(call, items, IN_USE_FIRST)), total: found.partial ? found.total : items.length + lost, gaps };
    },
  }),
];
