import type { DeviceList } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { at, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

const MOST_SPECIFICATIONS = 5_000;
const MOST = 20;

type Device = DeviceList['items'][number];

/** A TMF620 productSpecification that names a `Kind` describes a device; what it can do is true of it. */
function deviceOf(body: TmfBody): Device[] {
  const facts = records(body, 'productSpecCharacteristic');
  const kind = text(facts.find((one) => text(one, 'name') === 'Kind'), 'productSpecCharacteristicValue', 'value');
  const name = text(body, 'name');
  if (name === undefined || kind === undefined) return [];
  const able = facts.filter((one) => records(one, 'productSpecCharacteristicValue').some((value) => at(value, 'value') === true));
  return [{ name, kind, can: able.flatMap((one) => text(one, 'name') ?? []) }];
}

/** Devices whose name holds all the words, by name. */
export async function devicesLike(call: Call, search: string): Promise<Device[]> {
  const { items } = await call.tmf('TMF620').list('productSpecification', {}, { limit: MOST_SPECIFICATIONS });
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return items
    .flatMap(deviceOf)
    .filter(({ name, kind }) => words.every((word) => `${name} ${kind}`.toLowerCase().includes(word)))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .slice(0, MOST);
}
