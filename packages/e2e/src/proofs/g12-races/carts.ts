import { type Finding, finding } from '../proof.ts';
import { Bss, inTurns, type Place } from '../place.ts';
import { crewsOn, shuffled } from './bookings.ts';
import { during, type KeptVisit, openVisits, ordersOf, ordersOfNumber } from './ledger.ts';
import { AT_ONCE, gathered, type Late, type Rival } from './rivals.ts';

export interface CartRace {
  readonly customers: number;
  readonly slots: number;
  readonly numbers: number;
  /** Of those who were too late, so many take one of what they are told instead. */
  readonly again: number;
}

const AREA = '10';

type Want = (rival: Rival, thing: string) => Promise<true | Late>;

interface Raced {
  /** What each winner has. */
  readonly won: ReadonlyMap<Rival, string>;
  /** What each loser wanted. */
  readonly lost: ReadonlyMap<Rival, string>;
  readonly wrongs: readonly (string | undefined)[];
}

/** Carts as they were when they were last looked at; who has won something since is not among them. */
type Seen = Map<Rival, string>;

/** All want one of the things at once; whoever is too late must be told what is free, and have the cart of before. */
async function race(rivals: readonly Rival[], things: readonly string[], want: Want, { seed, seen }: { seed: number; seen: Seen }): Promise<Raced> {
  await inTurns(rivals.filter((one) => !seen.has(one)), AT_ONCE, async (one) => seen.set(one, await one.bytes()));
  const wishes = shuffled(rivals, seed).map((rival, index) => ({ rival, thing: things[index % things.length] ?? '' }));
  const answers = await inTurns(wishes, AT_ONCE, ({ rival, thing }) => want(rival, thing));
  const [won, lost] = [new Map<Rival, string>(), new Map<Rival, string>()];
  for (const [index, { rival, thing }] of wishes.entries()) (answers[index] === true ? won : lost).set(rival, thing);
  const told = answers.map((answer) => (answer === true || (/^409 (slot|number)-taken$/.test(answer?.code ?? '') && (answer?.free.length ?? 0) > 0) ? undefined : `a loser was told ${JSON.stringify(answer)}`));
  const after = await inTurns([...lost.keys()], AT_ONCE, async (one) => moved(one, seen.get(one) ?? '', await one.bytes()));
  for (const one of won.keys()) seen.delete(one);
  return { won, lost, wrongs: [...told, ...after] };
}

/** Where a cart is not what it was, byte by byte. */
function moved({ index }: Rival, before: string, after: string): string | undefined {
  if (before === after) return undefined;
  const [one, other] = [before, after].map((text) => JSON.parse(text) as Record<string, unknown>);
  const parts = Object.keys({ ...one, ...other }).filter((name) => JSON.stringify(one?.[name]) !== JSON.stringify(other?.[name]));
  return `the cart of customer ${index} has another ${parts.join(', ')}: ${parts.map((name) => JSON.stringify(other?.[name])).join(' ').slice(0, 200)}`;
}

/** Of those who were too late, some ask once more and take the first that is named: it must be theirs. */
async function instead(lost: ReadonlyMap<Rival, string>, count: number, want: Want, back?: (rival: Rival) => Promise<void>): Promise<(string | undefined)[]> {
  return inTurns([...lost].slice(0, count), 1, async ([rival, thing]) => {
    const late = await want(rival, thing);
    if (late === true) return `customer ${rival.index} has now what was taken`;
    const answer = await want(rival, late.free[0] ?? '');
    await back?.(rival);
    return answer === true ? undefined : `customer ${rival.index} was told of ${late.free[0]} and did not get it: ${answer.code}`;
  });
}

/** How many more visits of the area fit into a window. */
const roomIn = (visits: readonly KeptVisit[], interval: string): number => crewsOn(interval.split('/')[0] ?? '') - during(visits, AREA, interval).length;

/** Windows, and how many can have each, until there is room for so many. */
async function windowsFor(rival: Rival, bss: Bss, slots: number): Promise<Map<string, number>> {
  const visits = await openVisits(bss);
  const rooms = new Map<string, number>();
  let room = 0;
  for (const { from, to } of await rival.windows()) {
    if (room >= slots) break;
    const here = roomIn(visits, `${from}/${to}`);
    rooms.set(`${from}/${to}`, here);
    room += here;
  }
  return rooms;
}

async function numbersFor(rival: Rival, count: number): Promise<string[]> {
  const numbers = new Set<string>();
  while (numbers.size < count) for (const one of await rival.numbers()) if (numbers.size < count) numbers.add(one);
  return [...numbers];
}

const countOf = (won: ReadonlyMap<Rival, string>, thing: string): number => [...won.values()].filter((one) => one === thing).length;

/** More visits in a window than there are crews to send. */
const overbooked = (visits: readonly KeptVisit[], interval: string): string | undefined => {
  const there = during(visits, AREA, interval).length;
  const crews = crewsOn(interval.split('/')[0] ?? '');
  return there <= crews ? undefined : `${interval}: ${there} visits for ${crews} crews`;
};

interface Ordered {
  readonly ids: ReadonlyMap<Rival, string>;
  readonly times: Raced;
  readonly numbers: Raced;
  readonly before: number;
}

/** At the BSS, which knows nothing of carts: one order for each who ordered, with their visit and their number and with no other's. */
async function counted(bss: Bss, { ids, times, numbers, before }: Ordered): Promise<(string | undefined)[]> {
  const [orders, visits] = await Promise.all([ordersOf(bss), openVisits(bss)]);
  const each = [...ids].flatMap(([rival, id]) => {
    const time = times.won.get(rival)?.split('/')[0];
    const theirs = visits.filter(({ relatedEntity = [] }) => relatedEntity.some((entity) => entity.id === id));
    const isRight = time === undefined ? theirs.length === 0 : theirs.length === 1 && theirs[0]?.status === 'confirmed' && Date.parse(theirs[0].validFor.startDateTime) === Date.parse(time);
    const number = numbers.won.get(rival);
    const named = number === undefined ? [id] : ordersOfNumber(orders, number).map((order) => order.id);
    return [isRight ? undefined : `order ${id} has ${theirs.length} visits`, named.length === 1 && named[0] === id ? undefined : `${number} is on ${named.length} orders`];
  });
  return [new Set(ids.values()).size === ids.size && orders.length - before === ids.size ? undefined : `${orders.length - before} orders of ${ids.size} customers`, ...each];
}

/** Bookings that nobody counts are made behind the product's back: each rule above must see its own. */
async function seenSabotage(bss: Bss, interval: string, number: string): Promise<(string | undefined)[]> {
  const [from = '', to = ''] = interval.split('/');
  const odd = { validFor: { startDateTime: from.replace(':00:00', ':15:00'), endDateTime: to }, relatedPlace: { role: 'installation address', name: 'Kastanienhof 12, 10437 Berlin' }, relatedEntity: [{ id: 'elsewhere', '@referredType': 'TroubleTicket' }], status: 'confirmed' };
  await bss.say('POST', 'appointment/v4/appointment', odd);
  const item = { id: '1', action: 'add', productOffering: { id: 'none', name: 'Mobile S' }, product: { productCharacteristic: [{ name: 'identifier', valueType: 'string', value: number }] } };
  await bss.say('POST', 'productOrderingManagement/v4/productOrder', { relatedParty: [{ id: 'somebody', role: 'customer', '@referredType': 'Individual' }], productOrderItem: [item] });
  const [orders, visits] = await Promise.all([ordersOf(bss), openVisits(bss)]);
  return [
    overbooked(visits, interval) === undefined ? 'a visit too many was not seen' : undefined,
    ordersOfNumber(orders, number).length > 1 ? undefined : 'a number on two orders was not seen',
  ];
}

/** Through the carts of the gateway: everybody has one of their own, wants one visit and one number, and orders what they got. */
export async function racingCarts(where: Place, size: CartRace, seed: number, tell: (text: string) => void): Promise<Finding[]> {
  const bss = new Bss(where);
  tell(`G12 ${size.customers} customers fill their carts`);
  await using rivals = await gathered(where.url, bss, size.customers);
  try {
    const [first] = rivals.all;
    if (!first) return [];
    const rooms = await windowsFor(first, bss, size.slots);
    const numbers = await numbersFor(first, size.numbers);
    const before = (await ordersOf(bss)).length;
    tell(`G12 ${size.customers} customers race`);
    const wantTime: Want = (rival, thing) => rival.wantTime(thing);
    const wantNumber: Want = (rival, thing) => rival.wantNumber(thing);
    const seen: Seen = new Map();
    // Numbers are held longer than times.
    const given = await race(rivals.all, numbers, wantNumber, { seed: seed + 1, seen });
    const times = await race(rivals.all, [...rooms.keys()], wantTime, { seed, seen });
    const winners = rivals.all.filter((one) => times.won.has(one) || given.won.has(one));
    const ids = new Map((await inTurns(winners, AT_ONCE, async (one) => [one, await one.order()] as const)));
    const double = [
      ...[...rooms].map(([interval, room]) => (countOf(times.won, interval) === room ? undefined : `${interval}: ${countOf(times.won, interval)} have it, room for ${room}`)),
      ...numbers.map((number) => (countOf(given.won, number) === 1 ? undefined : `${number}: ${countOf(given.won, number)} have it`)),
    ];
    const visits = await openVisits(bss);
    const over = [...rooms.keys()].map((interval) => overbooked(visits, interval));
    const others = (raced: Raced) => new Map([...raced.lost].filter(([rival]) => !ids.has(rival)));
    const again = [
      ...(await instead(others(times), size.again, wantTime, (rival) => rival.giveTimeBack())),
      ...(await instead(others(given), size.again, wantNumber)),
    ];
    const [slots, losers] = [[...rooms.values()].reduce((sum, room) => sum + room, 0), times.lost.size + given.lost.size];
    return [
      finding(`${size.customers} carts for ${slots} visits and ${numbers.length} numbers: 0 double bookings, none left over`, `${times.won.size} and ${given.won.size} given, ${where.what}`, [...double, ...over]),
      finding('Whoever came too late has the same cart, byte by byte, and is told what is free', `${losers} told`, [...times.wrongs, ...given.wrongs]),
      finding('What they are told of is theirs when they take it', `${again.length} took it`, again),
      finding('At the BSS: each winner has one order, with their visit and number', `${ids.size} orders`, await counted(bss, { ids, times, numbers: given, before })),
      finding('Sabotage: a visit and a number that nobody counts are seen as double', 'noticed', await seenSabotage(bss, [...rooms.keys()][0] ?? '', numbers[0] ?? '')),
    ];
  } finally {
    await bss.close();
  }
}
