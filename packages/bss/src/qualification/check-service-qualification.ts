import type { Act } from '../nouns/noun.ts';
import { accessAt, placesIn } from '../place/address.ts';
import { findPlace, type Found } from '../place/find-place.ts';
import { objects, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { task } from '../task/task.ts';
import { reasonOf } from './answer.ts';
import { withInterest } from './interest.ts';
import { addressMissing, type Need, realistic, type ServedBy, servingLines, unplaced, unserved } from './line.ts';
import { informationFor, type Reason } from './reason.ts';
import { needOfService, serviceBy } from './service-need.ts';

/** An item with its answer, and the reason where that is a no. */
interface Checked {
  item: JsonObject;
  reason?: Reason;
}

const instant = (moment: number): string => new Date(moment).toISOString();

/** What else reaches the place, or will: the best first. */
function otherLines(need: Need, place: Found | undefined, now: number): ServedBy[] {
  if (place?.kind !== 'found') return [];
  const any = { ...need, download: 0, technology: undefined };
  return accessAt(place.address, place.flat)
    .filter(({ freePorts }) => freePorts > 0)
    .map((access) => realistic(any, access, now))
    .toSorted((a, b) => a.from - b.from || b.download - a.download);
}

function whyNot(need: Need, place: Found | undefined, now: number): Reason {
  if (!place) return addressMissing(need);
  return place.kind === 'found' ? unserved(need, place, now) : unplaced(place);
}

function refusal(item: JsonObject, need: Need, place: Found | undefined, now: number, body: Resource): Checked {
  const reason = whyNot(need, place, now);
  const others = body['provideAlternative'] === false ? [] : otherLines(need, place, now);
  const { date } = reason.remedy;
  const answer = {
    ...item,
    state: 'done',
    qualificationResult: 'unqualified',
    ...(date !== undefined && { expectedServiceAvailabilityDate: date }),
    ...(body['provideUnavailabilityReason'] !== false && { eligibilityUnavailabilityReason: [reasonOf(reason)] }),
    ...(others.length > 0 && {
      alternateServiceProposal: others.map((line, index) => ({
        id: String(index + 1),
        alternateServiceAvailabilityDate: instant(line.from),
        alternateService: serviceBy({}, line),
      })),
    }),
  };
  return { item: answer, reason };
}

async function checked(reader: StoreReader, item: JsonObject, body: Resource, now: number): Promise<Checked> {
  const [service] = objects(item['service']);
  if (!service) {
    const terminationError = [{ id: 'serviceMissing', value: 'Name the service and its place: service.place.' }];
    return { item: { ...item, state: 'terminatedWithError', terminationError } };
  }
  const need = needOfService(service);
  const [where] = placesIn(service['place']);
  const place = where && (await findPlace(reader, where));
  const line = place?.kind === 'found' ? servingLines(need, place, now)[0] : undefined;
  if (!line) return refusal(item, need, place, now, body);
  const from = instant(line.from);
  const dates = { expectedServiceAvailabilityDate: from, expectedActivationDate: from };
  return { item: { ...item, state: 'done', qualificationResult: 'qualified', service: serviceBy(service, line), ...dates } };
}

const withIds = (items: readonly JsonObject[]) => items.map((item, index) => (text(item['id']) === undefined ? { ...item, id: String(index + 1) } : item));

async function check({ tx, now }: Act, body: Resource): Promise<JsonObject> {
  const answers: Checked[] = [];
  for (const item of withIds(objects(body['serviceQualificationItem']))) answers.push(await checked(tx, item, body, now.getTime()));
  const items = answers.map(({ item }) => item);
  const isGarbled = items.every(({ state }) => state === 'terminatedWithError');
  return {
    ...informationFor(answers.flatMap(({ reason }) => reason ?? [])),
    state: isGarbled ? 'terminatedWithError' : 'done',
    serviceQualificationItem: items,
    qualificationResult: !isGarbled && items.every(({ qualificationResult }) => qualificationResult === 'qualified') ? 'qualified' : 'unqualified',
    effectiveQualificationDate: now.toISOString(),
  };
}

const checkTask = task({
  resource: 'checkServiceQualification',
  attribute: 'state',
  start: 'accepted',
  running: 'inProgress',
  asked: 'checkServiceQualificationDate',
  instant: 'instantSyncQualification',
  items: { attribute: 'serviceQualificationItem', most: 100 },
  prepare: (body) => ({ ...body, serviceQualificationItem: withIds(objects(body['serviceQualificationItem'])) }),
  work: check,
});

/** TMF645: does a line reach this very flat, how fast is it really, and from when? Whoever hears "not yet" can wait for it. */
export const checkServiceQualificationNoun = withInterest({
  noun: checkTask,
  work: check,
  items: 'serviceQualificationItem',
  nameOf: (body) => objects(body['serviceQualificationItem']).map((item) => needOfService(objects(item['service'])[0] ?? {}).name).join(', '),
});
