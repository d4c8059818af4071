import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Machine, type TmfResource } from '../../product/machine.ts';
import { sabotaged } from '../../product/sabotage.ts';
import { type Finding, finding, notShown, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { judge, Truth, type Verdict } from './model.ts';
import { listenAll, openScene, type Scene, type Size, until } from './scene.ts';
import { stalledReader, type StreamClient } from './stream-client.ts';

const SMALL: Size = { people: 2, sessions: 4, streams: 5, stalled: 8, changes: 1_500, restarts: 1, during: 8_000 };
const FULL: Size = { people: 25, sessions: 4, streams: 5, stalled: 50, changes: 100_000, restarts: 5, during: 75_000 };
const TWIN: Size = { people: 2, sessions: 1, streams: 4, stalled: 0, changes: 300, restarts: 0, during: 3_000 };

/** One in so many is a real change over `/tmf-api`; the rest is written to the outbox as the BSS does, without its record. */
const REAL_EVERY = 100;
const CUT_EVERY = 200;
/** Share of the streams that a cut breaks off. */
const CUT_SHARE = 0.03;
/** Told to readers that take nothing: more than every buffer on the way holds. */
const STALL = { batches: 40, changes: 25, pad: 8_000 };
/** What stalled readers may cost a process in all, collector's slack included. */
const MOST_GROWTH_MB = 64;

/** Numbers from 0 to 1 that the seed alone decides (Park and Miller). */
function dice(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

interface Storm {
  scene: Scene;
  size: Size;
  roll: () => number;
  clients: StreamClient[];
  tell: (text: string) => void;
}

/** Parties of one change: mostly one listener, sometimes two, sometimes nobody who listens. */
function partiesOf({ scene: { listeners }, roll }: Storm): string[] {
  const one = () => listeners[Math.floor(roll() * listeners.length)]?.party ?? '';
  const kind = roll();
  if (kind < 0.1) return ['somebody-else'];
  return kind < 0.2 ? [one(), one()] : [one()];
}

async function publish(storm: Storm): Promise<void> {
  const { scene, size, roll, tell } = storm;
  const machine = new Machine({ url: scene.products.url, tmfToken: scene.products.tmfToken });
  const began = performance.now();
  const batch = Math.max(8, Math.round(size.changes / 500));
  for (let done = 0; done < size.changes; ) {
    const count = Math.min(size.changes - done, 1 + Math.floor(roll() * batch * 2));
    await scene.outbox.publish(Array.from({ length: count }, () => partiesOf(storm)));
    if (Math.floor((done + count) / REAL_EVERY) > Math.floor(done / REAL_EVERY)) await changeTicket(machine);
    done += count;
    tell(`G13 ${done} of ${size.changes} changes`);
    await wait(Math.max(0, began + (size.during * done) / size.changes - performance.now()));
  }
}

const TICKETS = 'troubleTicket/v4/troubleTicket';

async function changeTicket(machine: Machine): Promise<void> {
  const [ticket] = await machine.read<TmfResource[]>(`${TICKETS}?limit=1&fields=id`);
  if (ticket) await machine.change(`${TICKETS}/${ticket.id}`, { description: `Changed at ${new Date().toISOString()}` });
}

/** Lines break while it runs, and processes are replaced under it. */
async function disturb({ scene: { products }, size, roll, clients }: Storm, over: AbortSignal): Promise<number> {
  let cuts = 0;
  const cutting = setInterval(() => {
    for (const client of clients) {
      if (roll() > CUT_SHARE) continue;
      client.cut();
      cuts += 1;
    }
  }, CUT_EVERY);
  try {
    for (let restart = 0; restart < size.restarts; restart += 1) {
      await wait(size.during / (size.restarts + 1) / 2);
      await products.members[restart % products.members.length]?.restart();
    }
    await until(size.during * 4, () => over.aborted);
  } finally {
    clearInterval(cutting);
  }
  return cuts;
}

interface Outcome {
  verdicts: Verdict[];
  cuts: number;
  connections: number;
  refusals: number[];
}

async function storm(scene: Scene, size: Size, { seed, tell }: Pick<ProductProofSetting, 'seed' | 'tell'>): Promise<Outcome> {
  const clients = await listenAll(scene, size);
  const all: Storm = { scene, size, roll: dice(seed), clients, tell };
  const over = new AbortController();
  const disturbing = disturb(all, over.signal);
  // Awaited below; until then a process that does not come back is no loose end.
  disturbing.catch(() => undefined);
  await publish(all);
  over.abort();
  const cuts = await disturbing;
  const truth = new Truth(await scene.outbox.truth());
  await until(20_000, () => clients.every(({ position, party }) => position >= truth.lastOf(party)));
  await Promise.all(clients.map((client) => client.stop()));
  return {
    verdicts: clients.map((client) => judge(client.heard, truth, client.party)),
    cuts,
    connections: clients.reduce((sum, one) => sum + one.connections, 0),
    refusals: clients.flatMap((one) => one.refusals),
  };
}

const sum = (verdicts: readonly Verdict[], of: keyof Verdict): number => verdicts.reduce((all, verdict) => all + verdict[of], 0);

function findingsOf({ verdicts, cuts, connections, refusals }: Outcome, size: Size): Finding[] {
  const wrong = verdicts.map(({ gaps, duplicates, foreign, heard }, at) => {
    if (heard === 0) return `stream ${at} heard nothing`;
    return gaps + duplicates + foreign > 0 ? `stream ${at}: ${gaps} gaps, ${duplicates} twice, ${foreign} foreign` : undefined;
  });
  const resets = sum(verdicts, 'resets');
  const figure = `${sum(verdicts, 'heard')} told of ${size.changes} changes over ${cuts} cuts and ${size.restarts} restarts: ${sum(verdicts, 'gaps')} gaps, ${sum(verdicts, 'duplicates')} twice, ${sum(verdicts, 'foreign')} foreign`;
  const many = resets > connections / 20 ? `${resets} resets of ${connections} connections` : undefined;
  return [
    finding(`${verdicts.length} streams: every change of one's own once, nobody else's`, figure, wrong),
    finding('Lines are taken up where they were left: resets are rare', `${resets} resets, ${connections} connections, ${refusals.length} refused`, [many]),
  ];
}

const residentMb = (pid: number | undefined): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Readers that ask for everything and take nothing, straight at the processes: no balancer's buffers in between. */
async function stall({ products, stalling, outbox }: Scene, { stalled }: Size): Promise<Finding> {
  const before = products.members.map(({ pid }) => residentMb(pid));
  const readers: (() => void)[] = [];
  for (let at = 0; at < stalled; at += 1) {
    const member = products.members[at % products.members.length];
    const cookie = stalling.cookies[Math.floor(at / 2) % stalling.cookies.length];
    readers.push(await stalledReader(member?.url ?? '', cookie ?? ''));
  }
  let peak = 0;
  for (let batch = 0; batch < STALL.batches; batch += 1) {
    await outbox.publish(Array.from({ length: STALL.changes }, () => [stalling.party]), STALL.pad);
    await wait(50);
    peak = Math.max(peak, ...products.members.map(({ pid }, at) => residentMb(pid) - (before[at] ?? 0)));
  }
  for (const leave of readers) leave();
  const told = ((STALL.batches * STALL.changes * STALL.pad * stalled) / 1_000_000).toFixed(0);
  const over = peak > MOST_GROWTH_MB ? `a process grew by ${peak.toFixed(0)} MB` : undefined;
  return finding(`${stalled} stalled readers: memory is bounded`, `at most ${Math.max(0, peak).toFixed(0)} MB more in a process for ${told} MB they did not take`, [over]);
}

/** Resuming and the filter taken out of the product: both must be seen. */
async function twin(databaseUrl: string, setting: ProductProofSetting): Promise<Finding> {
  const env = sabotaged(
    { file: 'gateway/src/events/hearing.ts', text: '!within || change.partyIds.some((id) => within.has(id))', instead: 'true' },
    { file: 'gateway/src/events/reader.ts', text: "if (text === '')", instead: 'if (true)' },
  );
  await using scene = await openScene(databaseUrl, TWIN, { count: 1, env });
  const { verdicts } = await storm(scene, TWIN, setting);
  const [gaps, foreign] = [sum(verdicts, 'gaps'), sum(verdicts, 'foreign')];
  const unseen = [gaps === 0 ? 'no gap was noticed' : undefined, foreign === 0 ? 'no foreign change was noticed' : undefined];
  return finding('Sabotage: without resuming and without the filter, gaps and foreign changes are seen', `${gaps} gaps, ${foreign} foreign seen`, unseen);
}

/** security.md G13. */
export const eventStreams: ProductProof = {
  on: 'product',
  id: 'G13',
  title: 'Live updates: no gap, nothing twice, nothing foreign',
  run: async (setting) => {
    const { databaseUrl, full } = setting;
    if (!databaseUrl) return [notShown('Event streams on two processes', 'Two processes need a Postgres.')];
    const size = full ? FULL : SMALL;
    const findings: Finding[] = [];
    {
      await using scene = await openScene(databaseUrl, size);
      findings.push(...findingsOf(await storm(scene, size, setting), size), await stall(scene, size));
    }
    return [...findings, await twin(databaseUrl, setting)];
  },
};
