import { BillChange } from '@faceplate/contracts';
import { billPair } from '@faceplate/bss/proofs';
import { createGateway, type Subject } from '@faceplate/gateway';
import { type Finding, finding, type ProductProof } from '../proof.ts';
import { answering, serving } from './answering.ts';
import { storyOf } from './story.ts';

const HOST = 'http://127.0.0.1:1';
const LATER = '2099-01-01T00:00:00.000Z';
const PAIRS = { small: 500, full: 10_000 };
/** At most so many things are slipped into a pair. */
const PLANTED = 3;
/** For every so many of the proof's own pairs, one that the reference BSS wrote. */
const BILLED = 5;

/** A pair of bills as it stands before the gateway, and what is to be found. */
interface Case {
  name: string;
  fetch: (request: Request) => Promise<Response>;
  partyId: string;
  accountIds: string[];
  billId: string;
  difference: number;
  /** Cents by cause. */
  expected: ReadonlyMap<string, number>;
  /** What was slipped in, which is to be found unexplained. */
  planted: readonly number[];
}

/** From a story of the proof's own. */
function ownCase(seed: number, plants: number): Case {
  const { story, planted } = storyOf(seed, plants);
  const { before, after, expected } = story;
  return { name: `pair ${seed}`, fetch: answering(story), partyId: 'anna', accountIds: ['acc1', 'acc2'], billId: after.id, difference: after.total - before.total, expected, planted: planted.amounts };
}

/** Of the reference BSS: what its own bill run made of a customer's two months. */
function billedCase(seed: number): Case {
  const { before, after, products, account, joined, accountIds, expected, difference } = billPair(seed);
  const [holder] = account['relatedParty'] as { id: string }[];
  return {
    name: `billed pair ${seed}`, fetch: serving({ bills: [after.bill, before.bill], rates: [...before.rates, ...after.rates], products, accounts: [account, ...joined] }), partyId: holder?.id ?? '', accountIds: [...accountIds],
    billId: after.bill.id, difference, expected: new Map(Object.entries(expected)), planted: [],
  };
}

type Explain = (one: Case) => Promise<BillChange>;

/** The gateway itself, before systems that know of one pair after the other. */
function explainer(): Explain {
  let now: Case | undefined;
  const gateway = createGateway({
    tenant: { name: 'Meridian', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: HOST, embedOrigins: [] },
    upstreams: () => ({ name: 'Landscape', baseUrl: HOST, fetch: (request) => now?.fetch(request) ?? Promise.reject(new Error('no pair yet')) }),
    sessions: { read: () => Promise.resolve(now && { subject: subjectOf(now), sessionId: 's', idleEndsAt: LATER, endsAt: LATER }) },
    changes: { after: () => Promise.resolve([]), latest: () => Promise.resolve(0), subscribe: () => () => undefined },
    clock: () => new Date('2027-01-01T08:00:00.000Z'),
  });
  return async (one) => {
    now = one;
    const response = await gateway.request(`${HOST}/api/v1/bills/${one.billId}/change`, { headers: { 'x-fp-csrf': '1' } });
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    return BillChange.parse(await response.json());
  };
}

const subjectOf = ({ partyId, accountIds }: Case): Subject => ({ sub: partyId, name: 'Anna', persona: 'consumer', partyIds: [partyId], accountIds, accountNames: {} });

/** Causes that are nothing without the day on which they came about. */
const DATED = ['new-service', 'ended-service', 'plan-change', 'price-change', 'promotion-start', 'promotion-end'];

function sums({ causes }: BillChange): Map<string, number> {
  const found = new Map<string, number>();
  for (const { kind, amount } of causes) found.set(kind, (found.get(kind) ?? 0) + amount.amount);
  for (const [kind, amount] of found) if (amount === 0) found.delete(kind);
  return found;
}

const inOrder = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other).join(' ');

/** What is wrong with an answer, beside what came about. */
function faultsIn(change: BillChange, { difference, expected, planted }: Case): string[] {
  const sum = change.causes.reduce((sofar, { amount }) => sofar + amount.amount, 0);
  const unexplained = change.causes.filter(({ kind }) => kind === 'unexplained').map(({ amount }) => amount.amount);
  const found = sums(change);
  const kinds = new Set([...found.keys(), ...expected.keys()]);
  const wrong = [...kinds].filter((kind) => (found.get(kind) ?? 0) !== (expected.get(kind) ?? 0)).map((kind) => `${kind} ${found.get(kind) ?? 0}, not ${expected.get(kind) ?? 0}`);
  return [
    ...(sum === difference && change.difference.amount === difference ? [] : [`causes come to ${sum} of ${difference}`]),
    ...(inOrder(unexplained) === inOrder(planted) ? [] : [`unexplained ${inOrder(unexplained)}, planted ${inOrder(planted)}`]),
    ...wrong,
    ...change.causes.filter(({ kind, on }) => DATED.includes(kind) && on === undefined).map(({ kind }) => `${kind} on no day`),
    ...(change.gaps.length > 0 ? ['gaps'] : []),
  ];
}

interface Judged {
  one: Case;
  faults: readonly string[];
  /** A sabotaged answer was told from a true one. */
  caught: boolean;
  kinds: readonly string[];
}

/** What must never be: what has no reason is laid on the causes that have one. */
function spread(change: BillChange): BillChange {
  const [first, ...others] = change.causes.filter(({ kind }) => kind !== 'unexplained');
  const lost = change.causes.filter(({ kind }) => kind === 'unexplained').reduce((sum, { amount }) => sum + amount.amount, 0);
  return first ? { ...change, causes: [{ ...first, amount: { ...first.amount, amount: first.amount.amount + lost } }, ...others] } : { ...change, causes: [] };
}

async function judged(explain: Explain, one: Case): Promise<Judged> {
  try {
    const change = await explain(one);
    return { one, faults: faultsIn(change, one), caught: faultsIn(spread(change), one).length > 0, kinds: change.causes.map(({ kind }) => kind) };
  } catch (error) {
    return { one, faults: [String(error)], caught: false, kinds: [] };
  }
}

const told = ({ one, faults }: Judged): string | undefined => (faults.length > 0 ? `${one.name}: ${faults.join('; ')}` : undefined);

function findingsOf(own: readonly Judged[], billed: readonly Judged[]): Finding[] {
  const [clean, planted] = [own.filter(({ one }) => one.planted.length === 0), own.filter(({ one }) => one.planted.length > 0)];
  const kindsIn = (some: readonly Judged[]) => new Set(some.flatMap((each) => each.kinds)).size;
  const slips = planted.reduce((sum, { one }) => sum + one.planted.length, 0);
  return [
    finding('a bill’s change: every cent in the cause it came from, nothing left over', `${kindsIn(clean)} kinds of cause, remainder 0`, clean.map(told)),
    finding('a bill’s change: the same of bills that the reference BSS wrote', `${kindsIn(billed)} kinds of cause, remainder 0`, billed.map(told)),
    finding('a bill’s change: what nobody gave a reason for is said to be unexplained, to the cent', `${slips} totals, prices and lines tampered with, all named`, planted.map(told)),
    finding('sabotage: an explanation that spreads what it cannot explain is caught', `${planted.length} spread`, planted.map((each) => (each.caught ? undefined : `${each.one.name} passed`))),
  ];
}

export const billChanges: ProductProof = {
  on: 'product',
  id: 'X04',
  title: 'Why a bill changed, to the cent',
  run: async ({ seed, full, tell }) => {
    const explain = explainer();
    const [own, billed]: [Judged[], Judged[]] = [[], []];
    const pairs = full ? PAIRS.full : PAIRS.small;
    for (let nth = 0; nth < pairs; nth += 1) {
      // Every second pair is as it came about; the others have one to three things slipped in.
      const plants = nth % 2 === 0 ? 0 : 1 + (Math.floor(nth / 2) % PLANTED);
      own.push(await judged(explain, ownCase(seed * 1_000_003 + nth, plants)));
      if (nth % BILLED === 0) billed.push(await judged(explain, billedCase(seed * 1_009 + nth)));
      if (nth % 500 === 0) tell(`X04 ${nth} pairs`);
    }
    return findingsOf(own, billed);
  },
};
