import type { Act } from '../nouns/noun.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { isObject, type JsonObject } from '../surface/body.ts';
import { task } from '../task/task.ts';
import type { Address, Flat } from './address.ts';
import { findPlace } from './find-place.ts';

/** The address as the catalogue of addresses has it; of its flats only the one that was meant. */
async function whole(reader: StoreReader, { id }: Address, flat?: Flat): Promise<JsonObject[]> {
  const body = (await reader.get('geographicAddress', id))?.body;
  if (!body) return [];
  const { geographicSubAddress, ...house } = body;
  const units = Array.isArray(geographicSubAddress) ? geographicSubAddress : [];
  const kept = flat ? units.filter((unit) => isObject(unit) && unit['id'] === flat.id) : units;
  return [kept.length > 0 ? { ...house, geographicSubAddress: kept } : house];
}

async function validate({ tx, now }: Act, body: Resource): Promise<JsonObject> {
  const submitted = body['submittedGeographicAddress'];
  const done = { state: 'done', validationDate: now.toISOString() };
  if (!isObject(submitted)) return { ...done, state: 'terminatedWithError', validationResult: 'fails' };
  const found = await findPlace(tx, submitted);
  const alternatives = async (addresses: readonly Address[]) => {
    const bodies = (await Promise.all(addresses.map((address) => whole(tx, address)))).flat();
    return body['provideAlternative'] === false || bodies.length === 0 ? {} : { alternateGeographicAddress: bodies };
  };
  if (found.kind === 'unknown') return { ...done, validationResult: 'fails', ...(await alternatives(found.meant)) };
  const [valid] = await whole(tx, found.address, found.kind === 'found' ? found.flat : undefined);
  // The house is right and there is still something to choose: its flats come with it.
  if (found.kind === 'flatMissing') return { ...done, validationResult: 'partial', validGeographicAddress: valid, ...(await alternatives([found.address])) };
  return { ...done, validationResult: 'success', validGeographicAddress: valid };
}

/** TMF673: is this an address we know, and if not, which one was meant? */
export const geographicAddressValidationNoun = task({
  resource: 'geographicAddressValidation',
  attribute: 'state',
  start: 'accepted',
  running: 'inProgress',
  asked: 'validationDate',
  work: validate,
});
