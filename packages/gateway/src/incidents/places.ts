import type { Gap, IncidentPlace } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { chunks, IDS_A_REQUEST } from '../tmf/chunks.ts';
import { orGap } from '../tmf/gather.ts';
import { text } from '../tmf/read.ts';
import type { OwnService } from './own-services.ts';

/** The towns of addresses (TMF673), by address. Where they cannot be had, each address stands for itself. */
async function townsOf(call: Call, ids: readonly string[]): Promise<{ towns: ReadonlyMap<string, string>; gaps: Gap[] }> {
  const client = call.tmf('TMF673');
  const lists = Promise.all(chunks(ids).map((some) => client.list('geographicAddress', { id: some }, { limit: IDS_A_REQUEST })));
  const { value = [], gaps } = await orGap('TMF673', lists);
  const named = value.flatMap(({ items }) => items).flatMap((address): [string, string][] => {
    const [id, town] = [text(address, 'id'), text(address, 'city')];
    return id !== undefined && town !== undefined ? [[id, town]] : [];
  });
  return { towns: new Map(named), gaps };
}

/** Where my services are, and where they are hit; the most hit place first, what moves about last. */
export async function placesOf(call: Call, services: readonly OwnService[], hit: ReadonlySet<string>): Promise<{ places: IncidentPlace[]; gaps: Gap[] }> {
  const inUse = services.filter(({ id, isActive }) => isActive || hit.has(id));
  const ids = [...new Set(inUse.flatMap(({ placeId }) => placeId ?? []))];
  const { towns, gaps } = ids.length > 1 ? await townsOf(call, ids) : { towns: new Map<string, string>(), gaps: [] };
  const places = new Map<string, IncidentPlace>();
  for (const { id, place, placeId = '' } of inUse) {
    const name = towns.get(placeId) ?? place;
    const known = places.get(name ?? '') ?? { ...(name !== undefined && { name }), services: 0, hit: 0 };
    places.set(name ?? '', { ...known, services: known.services + 1, hit: known.hit + (hit.has(id) ? 1 : 0) });
  }
  const sorted = [...places.values()].toSorted((one, other) => other.hit - one.hit || Number(one.name === undefined) - Number(other.name === undefined) || (one.name ?? '').localeCompare(other.name ?? ''));
  return { places: sorted, gaps };
}
