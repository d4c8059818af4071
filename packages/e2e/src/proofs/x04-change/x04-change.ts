import { BillChange } from '@faceplate/contracts';
import { createGateway } from '@faceplate/gateway';
import { type Finding, finding, type ProductProof } from '../proof.ts';
import { answering } from './answering.ts';
import { type Plants, type Story, storyOf } from './story.ts';

const HOST = 'http://127.0.0.1:1';
const LATER = '2099-01-01T00:00:00.000Z';
const PAIRS = { small: 500, full: 10_000 };
/** Of these bills so many have something slipped into them. */
const PLANTED = 3;

type Explain = (story: Story) => Promise<BillChange>;

/** The gateway itself, before systems that tell one story after the other. */
function explainer(): Explain {
  let fetch: (request: Request) => Promise<Response> = () => Promise.reject(new Error('no story yet'));
  const subject = { sub: 'anna', name: 'Anna', persona: 'consumer' as const, partyIds: ['anna'], accountIds: ['acc1', 'acc2'], accountNames: { acc1: 'Home', acc2: 'Other' } };
  const gateway = createGateway({
    tenant: { name: 'Meridian', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: HOST, embedOrigins: [] },
    upstreams: () => ({ name: 'Landscape', baseUrl: HOST, fetch: (request) => fetch(request) }),
    sessions: { read: () => Promise.resolve({ subject, sessionId: 's', idleEndsAt: LATER, endsAt: LATER }) },
    changes: { after: () => Promise.resolve([]), latest: () => Promise.resolve(0), subscribe: () => () => undefined },
    clock: () => new Date('2027-01-01T08:00:00.000Z'),
  });
  return async (story) => {
    fetch = answering(story);
    const response = await gateway.request(`${HOST}/api/v1/bills/${story.after.id}/change`, { headers: { 'x-fp-csrf': '1' } });
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    return BillChange.parse(await response.json());
  };
}

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
function faultsIn(change: BillChange, { before, after, expected }: Story, { amounts }: Plants): string[] {
  const difference = after.total - before.total;
  const sum = change.causes.reduce((sofar, { amount }) => sofar + amount.amount, 0);
  const unexplained = change.causes.filter(({ kind }) => kind === 'unexplained').map(({ amount }) => amount.amount);
  const found = sums(change);
  const kinds = new Set([...found.keys(), ...expected.keys()]);
  const wrong = [...kinds].filter((kind) => found.get(kind) !== expected.get(kind)).map((kind) => `${kind} ${found.get(kind) ?? 0}, not ${expected.get(kind) ?? 0}`);
  return [
    ...(sum === difference && change.difference.amount === difference ? [] : [`causes come to ${sum} of ${difference}`]),
    ...(inOrder(unexplained) === inOrder(amounts) ? [] : [`unexplained ${inOrder(unexplained)}, planted ${inOrder(amounts)}`]),
    ...wrong,
    ...change.causes.filter(({ kind, on }) => DATED.includes(kind) && on === undefined).map(({ kind }) => `${kind} on no day`),
    ...(change.gaps.length > 0 ? ['gaps'] : []),
  ];
}

interface Judged {
  seed: number;
  faults: readonly string[];
  planted: Plants;
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

async function judged(explain: Explain, seed: number, plants: number): Promise<Judged> {
  const { story, planted } = storyOf(seed, plants);
  try {
    const change = await explain(story);
    const faults = faultsIn(change, story, planted);
    return { seed, faults, planted, caught: faultsIn(spread(change), story, planted).length > 0, kinds: change.causes.map(({ kind }) => kind) };
  } catch (error) {
    return { seed, faults: [String(error)], planted, caught: false, kinds: [] };
  }
}

const told = ({ seed, faults }: Judged): string | undefined => (faults.length > 0 ? `pair ${seed}: ${faults.join('; ')}` : undefined);

function findingsOf(all: readonly Judged[]): Finding[] {
  const [clean, planted] = [all.filter(({ planted: { count } }) => count === 0), all.filter(({ planted: { count } }) => count > 0)];
  const kinds = new Set(clean.flatMap((one) => one.kinds));
  const slips = planted.reduce((sum, one) => sum + one.planted.count, 0);
  return [
    finding('a bill’s change: every cent in the cause it came from, nothing left over', `${kinds.size} kinds of cause, remainder 0`, clean.map(told)),
    finding('a bill’s change: what nobody gave a reason for is said to be unexplained, to the cent', `${slips} totals, prices and lines tampered with, all named`, planted.map(told)),
    finding('sabotage: an explanation that spreads what it cannot explain is caught', `${planted.length} spread`, planted.map((one) => (one.caught ? undefined : `pair ${one.seed} passed`))),
  ];
}

export const billChanges: ProductProof = {
  on: 'product',
  id: 'X04',
  title: 'Why a bill changed, to the cent',
  run: async ({ seed, full, tell }) => {
    const explain = explainer();
    const all: Judged[] = [];
    const pairs = full ? PAIRS.full : PAIRS.small;
    for (let nth = 0; nth < pairs; nth += 1) {
      // Every second pair is as it came about; the others have one to three things slipped in.
      const plants = nth % 2 === 0 ? 0 : 1 + (Math.floor(nth / 2) % PLANTED);
      all.push(await judged(explain, seed * 1_000_003 + nth, plants));
      if (nth % 500 === 0) tell(`X04 ${nth} pairs`);
    }
    return findingsOf(all);
  },
};
