import type { BillList, Payment, PaymentMeansList } from '@faceplate/contracts';
import { payerBy } from '@faceplate/psp/testing';
import { runProducts } from '../../product/running-products.ts';
import { racer, UNLIMITED } from '../place.ts';
import { type Finding, finding, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { CARDS, type Script, scripts } from './faults.ts';
import { books, strays, wrongIn } from './judge.ts';
import { begin, read, type Shopper, untilPaid } from './paying.ts';
import { type Lane, type Ran, run, type Scene } from './run.ts';

const SMALL = { runs: 20, lanes: 4, crashes: 0, twins: 2 };
const FULL = { runs: 500, lanes: 6, crashes: 4, twins: 5 };

interface Place {
  url: string;
  tmfToken: string;
  psp: { url: string; secret: string };
  scene: Scene;
  what: string;
  stop(): Promise<void>;
}

/** Killed at once, and somewhere in the next moments: between the provider's word and billing's. */
async function place({ databaseUrl, full, open }: ProductProofSetting): Promise<Place> {
  if (!full || databaseUrl === undefined) {
    const product = await open({ simulator: false, portal: false, config: UNLIMITED });
    const psp = product.psp ?? { url: '', secret: '' };
    return { url: product.url, tmfToken: product.tmfToken ?? '', psp, scene: { providers: [psp.url] }, what: 'one process, embedded database', stop: () => product.stop() };
  }
  const products = await runProducts({ databaseUrl, portal: false, simulator: false, config: UNLIMITED });
  let turn = 0;
  const crash = async () => products.members[(turn += 1) % products.members.length]?.crash();
  const scene = { providers: products.members.map(({ pspUrl }) => pspUrl), crash };
  return { url: products.url, tmfToken: products.tmfToken, psp: { url: scene.providers[0] ?? '', secret: products.pspSecret }, scene, what: 'two processes, one Postgres', stop: () => products.stop() };
}

/** A card that the person keeps at the provider: by paying a cent with it. */
async function keptCard(shopper: Shopper, bill: BillList['items'][number]): Promise<string> {
  const part = { accountId: bill.account.id, billId: bill.id, amount: { ...bill.remaining, amount: 1 } };
  const payment: Payment = await begin(shopper, { parts: [part], keep: true }, { afterMs: 0 });
  await payerBy((request) => fetch(request, { redirect: 'manual' })).pay(payment.action?.url ?? '', CARDS.told.number, { keep: true });
  await untilPaid(shopper, payment.id);
  shopper.known.add(payment.id);
  const { items } = await read<PaymentMeansList>(shopper, '/payment-means');
  return items.find(({ usable }) => usable)?.id ?? '';
}

/** Bills that are owed enough to be paid from often, each a lane of its own. */
async function lanes(url: string, most: number): Promise<Lane[]> {
  const found: Lane[] = [];
  for (const name of ['ada', 'bilal', 'chiara']) {
    const visitor = await racer(url, name);
    const known = new Set<string>();
    const { items } = await read<BillList>({ visitor, known }, '/bills');
    const open = items.filter(({ remaining, status, disputed }) => remaining.amount > 1_500 && status !== 'on-hold' && !disputed);
    const [first] = open;
    if (!first) continue;
    const means = await keptCard({ visitor, known }, first);
    found.push(...open.map((bill) => ({ visitor, known, means, account: bill.account.id, bill: bill.id, currency: bill.remaining.currency })));
  }
  return found.slice(0, most);
}

async function inLanes(scene: Scene, all: readonly Lane[], wanted: readonly Script[], tell: (text: string) => void): Promise<Ran[]> {
  let next = 0;
  const done: Ran[] = [];
  await Promise.all(
    all.map(async (lane) => {
      for (let script = wanted[next++]; script; script = wanted[next++]) {
        done.push(await run(scene, lane, script));
        tell(`X08 ${done.length} of ${wanted.length} payments`);
      }
    }),
  );
  return done;
}

/** All that is left of each bill, in one payment with parts of several accounts where the person has them. */
async function settled(scene: Scene, all: readonly Lane[]): Promise<Ran[]> {
  const last = async (lane: Lane): Promise<Ran> => {
    const { remaining } = await read<BillList['items'][number]>(lane, `/bills/${lane.bill}`);
    return run(scene, lane, { name: 'all that is left', fault: { cut: 'answer', afterMs: 0 }, form: {}, card: CARDS.lost, amount: remaining.amount });
  };
  return Promise.all(all.map(last));
}

async function stillOwed(all: readonly Lane[]): Promise<(string | undefined)[]> {
  return Promise.all(
    all.map(async (lane) => {
      const { status, remaining } = await read<BillList['items'][number]>(lane, `/bills/${lane.bill}`);
      return status === 'paid' && remaining.amount === 0 ? undefined : `${lane.bill} is ${status}, ${remaining.amount} left`;
    }),
  );
}

/** A client that makes a new key a try instead of keeping it pays twice: the ledger must show it. */
async function twin(where: Place, lane: Lane, count: number): Promise<Finding> {
  const forgetful = { ...lane, forgetful: true };
  const before = (await books(where, [lane.bill])).charges.length;
  for (let at = 0; at < count; at += 1) {
    const parts = [{ accountId: lane.account, billId: lane.bill, amount: { amount: 1, currency: lane.currency } }];
    const payment = await begin(forgetful, { parts, meansId: lane.means }, { cut: 'answer', afterMs: 0 });
    await untilPaid(lane, payment.id);
  }
  // Those that nobody meant are on that bill as well: no later run takes them for its own.
  for (const { reference } of (await books(where, [])).charges) lane.known.add(reference);
  const made = (await books(where, [lane.bill])).charges.length - before;
  return finding('Sabotage: a key that is not kept is seen as two charges', `${made} charges for ${count} wishes`, Array.from({ length: count }, () => (made > count ? undefined : 'nothing noticed')));
}

/** features.md X08, for payments. */
export const payments: ProductProof = {
  on: 'product',
  id: 'X08',
  title: 'A payment is made once, whatever the network does',
  run: async (setting) => {
    const size = setting.full ? FULL : SMALL;
    const where = await place(setting);
    try {
      const all = await lanes(where.url, size.lanes);
      const own = [...new Set(all.flatMap(({ known }) => [...known]))];
      // The twin first: its bill must be owed still.
      const [first] = all;
      const seen = first ? await twin(where, first, size.twins) : finding('Sabotage', 'nobody owes anything', ['no lane']);
      const before = await books(where, []);
      const wanted = scripts(size.runs, setting.seed, where.scene.crash ? size.crashes : 0);
      const runs = await inLanes(where.scene, all, wanted, setting.tell);
      const ends = await settled(where.scene, all);
      const after = await books(where, [...new Set(all.map(({ bill }) => bill))]);
      const mine = new Set([...own, ...before.charges.map(({ reference }) => reference), ...[...runs, ...ends].flatMap(({ paymentId }) => paymentId ?? [])]);
      return [
        finding('Killed before, while and after sending, tabs closed, news lost, late, twice, out of order: one charge, one payment, once on the bill', `${runs.length} runs, ${where.what}`, runs.map((one) => wrongIn(after, one))),
        finding('Nothing was charged or booked that nobody wished for', `${after.charges.length} charges`, [undefined, ...strays(after, mine)]),
        finding('What is left is paid at last: every bill is settled, once', `${all.length} bills`, [...ends.map((one) => wrongIn(after, one)), ...(await stillOwed(all))]),
        seen,
      ];
    } finally {
      await where.stop();
    }
  },
};
