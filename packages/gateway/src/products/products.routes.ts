import { ProductList } from '@faceplate/contracts';
import { type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { productOf } from './products.adapter.ts';
import { productsBackend } from './products.backend.ts';

/** What is in use first; then by name, so that twins stand together. */
const ORDER = ['active', 'suspended', 'pending', 'ended'];

export const productRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/products',
    summary: 'What you have: lines, contracts, devices.',
    answer: ProductList,
    policy: { action: 'product.read' },
    handle: async (call) => {
      const found = await productsBackend(call).products();
      const { items, gaps, lost } = readEach('TMF637', found, (body) => productOf(body, settingOf(call)));
      items.sort((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status) || one.name.localeCompare(other.name) || one.id.localeCompare(other.id));
      return { items, total: found.partial ? found.total : items.length + lost, gaps };
    },
  }),
];
