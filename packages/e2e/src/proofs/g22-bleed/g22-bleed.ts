import type { SessionReader } from '@faceplate/gateway';
import { chance } from '../g21-audit/edits.ts';
import { type Finding, finding, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { confusion } from './confusion.ts';
import { interleaved, type Result } from './load.ts';
import { aHouse, aPortal, type Fetch, type Portal, type Sabotage } from './tenants.ts';

const SMALL = { requests: 1_500, users: 67, twin: 300 };
const FULL = { requests: 50_000, users: 67, twin: 1_000 };

const TENANTS = [['a', 11], ['b', 12], ['c', 13]] as const;

async function aTown(users: number, dice: () => number, sabotage?: Sabotage): Promise<Portal[]> {
  const house = aHouse(dice);
  return Promise.all(TENANTS.map(([tenant, seed]) => aPortal(tenant, seed, users, house, sabotage)));
}

/** Whoever comes while somebody's session is looked up gets that somebody's. */
const sessionsForAll = (reader: SessionReader): SessionReader => {
  let running: ReturnType<SessionReader['read']> | undefined;
  return { read: (request, options) => (running ??= reader.read(request, options).finally(() => (running = undefined))) };
};

/** Answers kept by their address alone. */
const answersByAddress = (fetch: Fetch): Fetch => {
  const kept = new Map<string, Promise<Response>>();
  return async (request) => {
    if (request.method !== 'GET') return fetch(request);
    const answer = kept.get(request.url) ?? fetch(request);
    kept.set(request.url, answer);
    return (await answer).clone();
  };
};

const twins: [what: string, sabotage: Sabotage][] = [
  ['sessions looked up once for all who come together', { sessions: sessionsForAll }],
  ['answers kept without whose they are', { fetch: answersByAddress }],
];

async function twinOf(what: string, sabotage: Sabotage, { seed }: ProductProofSetting, count: number): Promise<Finding> {
  const dice = unit(seed + 1);
  const { leaks } = await interleaved(await aTown(20, dice, sabotage), count, dice, () => undefined);
  return finding(`Twin: ${what}: noticed`, `${leaks.length} leaks in ${count} requests`, [leaks.length > 0 ? undefined : 'nothing was noticed']);
}

const unit = (seed: number): (() => number) => {
  const dice = chance(seed);
  return () => dice(1_000_003) / 1_000_003;
};

/** A run in which nothing was read, or nothing met, would show nothing. */
function meaningful({ requests, answered, ownMarks, overlap }: Result): (string | undefined)[] {
  return [
    answered >= requests * 0.9 ? undefined : `only ${answered} of ${requests} calls were answered`,
    ownMarks >= requests ? undefined : `only ${ownMarks} marks of the readers' own were seen`,
    overlap >= 50 ? undefined : `no more than ${overlap} calls were under way at once`,
  ];
}

async function prove(setting: ProductProofSetting): Promise<readonly Finding[]> {
  const { requests, users, twin } = setting.full ? FULL : SMALL;
  const dice = unit(setting.seed);
  const portals = await aTown(users, dice);
  const people = portals.reduce((sum, portal) => sum + portal.users.length, 0);
  const result = await interleaved(portals, requests, dice, (done) => setting.tell(`G22 ${done} of ${requests} requests`));
  const confused = await confusion(portals);
  const cases = Array.from({ length: requests }, (_, index) => result.leaks[index]);
  const figure = `${people} people, ${portals.length} tenants, ${result.ownMarks} own marks read, ${result.overlap} at once`;
  const findings = [
    finding("Nobody is given another's data, however calls overlap", figure, [...cases, ...meaningful(result)]),
    finding('No Host, header or path leads to another tenant', `${confused.tries} tries`, Array.from({ length: confused.tries }, (_, index) => confused.leaks[index])),
  ];
  for (const [what, sabotage] of twins) findings.push(await twinOf(what, sabotage, setting, twin));
  return findings;
}

/**
 * A process of the product serves one tenant. Here three gateways share one process, one store of sessions and one of
 * keys, which is more than an installation has them share.
 */
export const identityBleed: ProductProof = { on: 'product', id: 'G22', title: "Nobody gets another's answer", run: prove };
