import assert from 'node:assert/strict';
import type { Machine, TmfResource } from '../product/machine.ts';

const PRODUCTS = 'productInventory/v4/product';
const SLAS = 'slaManagement/v4/sla';
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

interface Ref {
  id: string;
  role?: string;
}

/** Another service like one that is there, promised since the beginning of the year. */
async function another(machine: Machine, like: { product: TmfResource; sla: TmfResource }, name: string, more: object): Promise<string> {
  const { id: _product, href: _at, realizingService: _by, ...product } = like.product;
  const made = await machine.make(PRODUCTS, { ...product, name });
  const { id: _sla, href: _there, ...sla } = like.sla;
  const since = `${new Date().getFullYear() - 1}-01-01T00:00:00.000Z`;
  await machine.make(SLAS, { ...sla, name: `Availability of ${name}`, validFor: { startDateTime: since }, relatedEntity: [{ id: made.id, name, role: 'product', '@referredType': 'Product' }], ...more });
  return made.id;
}

/**
 * Makes the company of a party one of so many services. The last of them is promised in two stretches of office hours, and nothing
 * under five minutes counts.
 */
export async function manyServices(machine: Machine, party: string, have: number, count: number): Promise<{ special: string }> {
  const [sla] = await machine.read<TmfResource[]>(`${SLAS}?relatedParty.id=${party}&limit=1`);
  const [ref] = (sla?.['relatedEntity'] ?? []) as Ref[];
  assert.ok(sla && ref);
  const product = await machine.read(`${PRODUCTS}/${ref.id}`);
  const like = { sla, product };
  for (let number = have + 1; number < count; number += 1) await another(machine, like, `Branch ${number}`, {});
  const serviceHours = [{ days: WEEKDAYS, from: '08:00', to: '12:00' }, { days: WEEKDAYS, from: '13:00', to: '18:00' }];
  return { special: await another(machine, like, `Branch ${count}`, { serviceHours, minimumOutageSeconds: 300 }) };
}
