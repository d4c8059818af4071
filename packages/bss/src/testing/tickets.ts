import { valueOf } from '../rules/characteristic.ts';
import type { Resource } from '../store/store.ts';
import { bench, type Bench, pathOf } from './bench.ts';

export const HOUR = 3_600_000;
export const customer = { id: 'ada', name: 'Ada', role: 'customer', '@referredType': 'Individual' };

export const noted = (ticket: Resource, name: string) => valueOf(ticket['troubleTicketCharacteristic'], name);

export const read = async (bss: Bench, resource: string, id: string) => (await (await bss.ask('GET', `${pathOf(resource)}/${id}`)).json()) as Resource;

export async function patch(bss: Bench, resource: string, id: string, body: object): Promise<Resource> {
  const response = await bss.ask('PATCH', `${pathOf(resource)}/${id}`, body);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Resource;
}

/** Nothing moves by itself here: the clocks alone run. */
export const office = () => bench({ simulate: false });
