import type { Act } from '../nouns/noun.ts';
import { accessAt, placesIn } from '../place/address.ts';
import { findPlace } from '../place/find-place.ts';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { isObject, type JsonObject } from '../surface/body.ts';
import { task } from '../task/task.ts';
import { reasonOf } from './answer.ts';
import { fits, realistic, unplaced } from './line.ts';
import { needOfService, serviceBy } from './service-need.ts';

const NAMES = { fibre: 'Fibre', cable: 'Cable', dsl: 'DSL' } as const;

async function search({ tx, now }: Act, body: Resource): Promise<JsonObject> {
  const done = { state: 'done', effectiveQualificationDate: now.toISOString() };
  const criteria = isObject(body['searchCriteria']) ? body['searchCriteria'] : {};
  const [service = {}] = objects(criteria['service']);
  const [where] = placesIn(service['place']);
  if (!where) {
    const terminationError = [{ id: 'placeMissing', value: 'Say for which address: searchCriteria.service.place.' }];
    return { ...done, state: 'terminatedWithError', serviceQualificationItem: [], terminationError };
  }
  const place = await findPlace(tx, where);
  if (place.kind !== 'found') return { ...done, serviceQualificationItem: [], eligibilityUnavailabilityReason: [reasonOf(unplaced(place))] };
  const need = needOfService(service);
  const lines = accessAt(place.address, place.flat)
    .filter((access) => fits(need, access) && access.freePorts > 0)
    .map((access) => realistic({ ...need, download: 0 }, access, now.getTime()))
    .toSorted((a, b) => a.from - b.from || b.download - a.download);
  const serviceQualificationItem = lines.map((line, index) => {
    const from = new Date(line.from).toISOString();
    const name = `${NAMES[line.access.technology]} ${line.access.maxDownload}`;
    return { id: String(index + 1), service: serviceBy({ name, place: service['place'] }, line), expectedServiceAvailabilityDate: from, expectedActivationDate: from };
  });
  return { ...done, serviceQualificationItem };
}

/** TMF645: which lines reach this address, now and later? */
export const queryServiceQualificationNoun = task({
  resource: 'queryServiceQualification',
  attribute: 'state',
  start: 'accepted',
  running: 'inProgress',
  asked: 'queryServiceQualificationDate',
  instant: 'instantSyncQualification',
  work: search,
});
