import { type Finding, finding } from '../proof.ts';
import { Bss, inTurns, type Place } from '../place.ts';

/** Customers who want each thing. */
const RIVALS = 10;
/** Customers under way at once. */
const AT_ONCE = 40;
const RESERVATIONS = 'stockManagement/v4/reserveProductStock';
const APPOINTMENTS = 'appointment/v4/appointment';

interface Period {
  readonly startDateTime: string;
  readonly endDateTime: string;
}

/** Same seed, same order: who comes first is left to the race, not to a list. */
export function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed;
  const keyed = all.map((one) => ({ one, key: (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) }));
  return keyed.toSorted((left, right) => left.key - right.key).map(({ one }) => one);
}

/** What became of one who wanted it: the status, and whether those who were too late were told what is free. */
interface Outcome {
  status: number;
  told: boolean;
}

const FREE = /Free next: \S|No visit is free/;

const outcomeOf = ({ status, body }: { status: number; body: Record<string, unknown> }): Outcome => ({ status, told: FREE.test(String(body['message'])) });

/** What became of all who wanted each thing. */
async function race<T>(things: readonly T[], seed: number, book: (thing: T) => Promise<Outcome>): Promise<Map<T, Outcome[]>> {
  const wishes = shuffled(things.flatMap((thing) => Array.from({ length: RIVALS }, () => thing)), seed);
  const outcomes = await inTurns(wishes, AT_ONCE, book);
  const got = new Map<T, Outcome[]>(things.map((thing) => [thing, []]));
  for (const [index, thing] of wishes.entries()) got.get(thing)?.push(outcomes[index] ?? { status: 0, told: false });
  return got;
}

/** Nothing may have more holders than there is room for, and whoever comes too late is told what is free instead. */
function doubled(outcomes: readonly Outcome[], room: number): string | undefined {
  const won = outcomes.filter(({ status }) => status === 201).length;
  const late = outcomes.filter(({ status, told }) => status === 409 && told).length;
  return won <= room && won > 0 && won + late === outcomes.length ? undefined : `${won} have it, room for ${room}, ${late} told what is free`;
}

async function numbers(bss: Bss, count: number): Promise<string[]> {
  const item = { id: '1', quantityRequested: { amount: count }, requestedProduct: { productCharacteristic: [{ name: 'resource', value: 'number' }] } };
  const { status, body } = await bss.say('POST', RESERVATIONS, { reserveProductStockItem: [item] });
  if (status !== 201) throw new Error(`No numbers to choose from: ${status} ${JSON.stringify(body)}`);
  const [first] = body['reserveProductStockItem'] as { reservedProduct: { name: string }[] }[];
  await bss.say('PATCH', `${RESERVATIONS}/${String(body['id'])}`, { reserveProductStockState: 'cancelled' });
  return first?.reservedProduct.map(({ name }) => name) ?? [];
}

async function racedNumbers(bss: Bss, count: number, seed: number): Promise<Finding> {
  const wanted = (await Promise.all(Array.from({ length: Math.ceil(count / 10) }, () => numbers(bss, 10)))).flat();
  const unique = [...new Set(wanted)];
  for (let more = await numbers(bss, 10); unique.length < count; more = await numbers(bss, 10)) unique.push(...more.filter((one) => !unique.includes(one)));
  const reserve = (value: string) =>
    bss.say('POST', RESERVATIONS, { reserveProductStockItem: [{ id: '1', requestedProduct: { productCharacteristic: [{ name: 'identifier', value }] } }] });
  const got = await race(unique.slice(0, count), seed, async (number) => outcomeOf(await reserve(number)));
  return finding(`${count * RIVALS} customers for ${count} numbers: 0 double bookings, everybody else told what is free`, `${[...got.values()].flat().filter(({ status }) => status === 201).length} given`, [...got].map(([number, outcomes]) => doubled(outcomes, 1) && `${number}: ${doubled(outcomes, 1)}`));
}

const BERLIN = { role: 'installation address', name: 'Kastanienhof 12, 10437 Berlin' };
/** Crews of an area on a working day, and on a Saturday (bss, `appointment/slots.ts`). */
export const crewsOn = (begins: string): number => (new Date(begins).getUTCDay() === 6 ? 1 : 3);

const visit = (validFor: Period, relatedEntity: readonly object[]) => ({ validFor, relatedPlace: BERLIN, relatedEntity, status: 'confirmed' });
const REPAIR = [{ id: 'ticket', role: 'troubleTicket', '@referredType': 'TroubleTicket' }];

async function racedSlots(bss: Bss, places: number, seed: number): Promise<Finding[]> {
  const { body } = await bss.say('POST', 'appointment/v4/searchTimeSlot', { relatedPlace: BERLIN });
  const free = (body['availableTimeSlot'] as { validFor: Period }[]).map(({ validFor }) => validFor);
  const wanted = free.slice(0, Math.max(1, Math.ceil(places / 3)));
  const book = async (slot: Period) => outcomeOf(await bss.say('POST', APPOINTMENTS, visit(slot, REPAIR)));
  const got = await race(wanted, seed, book);
  const again = await Promise.all(wanted.map(book));
  const wrongs = [...got].map(([slot, outcomes], index) => {
    const wrong = doubled(outcomes, crewsOn(slot.startDateTime)) ?? (again[index]?.status === 409 ? undefined : 'a full visit was given once more');
    return wrong && `${slot.startDateTime}: ${wrong}`;
  });
  // A time at which no technician of ours works is nobody's to give: there is no room that could be counted.
  const odd = { startDateTime: wanted[0]?.startDateTime.replace(':00:00', ':15:00') ?? '', endDateTime: wanted[0]?.endDateTime ?? '' };
  const unguarded = await race([odd], seed, book);
  const seen = doubled([...unguarded.values()].flat(), 3) === undefined ? 'nothing noticed' : undefined;
  const given = [...got.values()].flat().filter(({ status }) => status === 201).length;
  return [
    finding(`${wanted.length * RIVALS} customers for the crews of ${wanted.length} visits: 0 double bookings, everybody else told what is free`, `${given} given`, wrongs),
    finding('Sabotage: bookings that nobody counts are seen as double', 'noticed', [seen]),
  ];
}

export async function racingCustomers(where: Place, count: number, seed: number): Promise<Finding[]> {
  const bss = new Bss(where);
  try {
    return [await racedNumbers(bss, count, seed), ...(await racedSlots(bss, count, seed))];
  } finally {
    await bss.close();
  }
}
