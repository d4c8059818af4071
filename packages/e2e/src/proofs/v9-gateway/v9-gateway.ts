import { Visitor } from '../../product/visitor.ts';
import { quantile } from '../quantile.ts';
import { type Finding, finding, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { load } from './load.ts';
import { userSeconds } from './processor.ts';
import { startTwin, type Twin } from './twins.ts';

const CONNECTIONS = 32;
const MOST_INSTRUCTIONS = 3;
const LEAST_THROUGHPUT = 0.8;

interface Candidate {
  readonly name: string;
  readonly pid: number;
  readonly port: number;
  readonly request: string;
}

interface Cost {
  /** Microseconds of user time a request. */
  readonly user: number[];
  /** Requests a second. */
  readonly pace: number[];
  wrong: number;
}

const TICKETS = 5;

/** What an operator's ticket system answers: a few tickets of one person, as TMF621 v4 has them. */
const ticketsOf = (party: string) =>
  JSON.stringify(
    Array.from({ length: TICKETS }, (_, index) => ({
      id: `bench${index}`,
      href: `http://tickets.test/tmf-api/troubleTicket/v4/troubleTicket/bench${index}`,
      '@type': 'TroubleTicket',
      externalId: `T-000000000${index}`,
      name: 'No dial tone on the second line',
      description: 'Since Tuesday evening the second line is dead. The first one works.',
      ticketType: 'incident',
      severity: 'major',
      status: 'inProgress',
      creationDate: '2026-11-17T18:20:00.000Z',
      lastUpdate: `2026-11-1${index}T08:00:00.000Z`,
      relatedParty: [{ id: party, role: 'customer', '@referredType': 'Individual' }],
    })),
  );

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  [`GET ${path} HTTP/1.1`, 'host: 127.0.0.1', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');

interface Ground {
  readonly candidates: readonly Candidate[];
  stop(): void;
}

/** The twins, and the running product with the twin of an upstream behind it. */
async function layOut({ open }: ProductProofSetting): Promise<Ground> {
  const first = await open({ simulator: false });
  const ada = await Visitor.signIn(first.url, 'ada');
  const { person } = JSON.parse((await ada.call('GET', '/session')).text) as { person: { id: string } };
  await ada.close();
  await first.stop();

  const upstream = await startTwin('upstream', { body: ticketsOf(person.id) });
  const product = await open({ simulator: false, config: { upstreams: { TMF621: { url: `http://127.0.0.1:${upstream.port}` } } } });
  const visitor = await Visitor.signIn(product.url, 'ada');
  const answer = await visitor.call('GET', '/tickets');
  const cookie = [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  await visitor.close();
  const body = JSON.parse(answer.text) as { items: unknown[] };
  if (answer.status !== 200 || body.items.length !== TICKETS) throw new Error(`The gateway does not show the upstream's tickets: ${answer.text}`);

  const bare = await startTwin('bare', { body: answer.text });
  const proxy = await startTwin('proxy', { upstreamPort: upstream.port });
  const thin = await startTwin('thin', { upstreamPort: upstream.port });
  const tickets = '/tmf-api/troubleTicket/v4/troubleTicket';
  const ours = { cookie, 'x-fp-csrf': '1', 'sec-fetch-site': 'same-origin' };
  const asTwin = (name: string, { pid, port }: Twin, path: string): Candidate => ({ name, pid, port, request: get(path) });
  const { port } = new URL(product.url);
  const gateway = { name: 'gateway', pid: product.pid ?? 0, port: Number(port) };
  return {
    candidates: [
      asTwin('bare node:http', bare, '/'),
      asTwin('undici proxy', proxy, tickets),
      asTwin('thin BFF', thin, '/'),
      { ...gateway, request: get('/api/v1/tickets', ours) },
    ],
    stop: () => {
      for (const twin of [upstream, bare, proxy, thin]) twin.stop();
    },
  };
}

async function measure(candidates: readonly Candidate[], rounds: number, requests: number, tell: (text: string) => void): Promise<Map<string, Cost>> {
  const costs = new Map(candidates.map(({ name }): [string, Cost] => [name, { user: [], pace: [], wrong: 0 }]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, pid, port, request } of candidates) {
      tell(`round ${round + 1} of ${rounds}: ${name}`);
      const before = userSeconds(pid) ?? Number.NaN;
      const { seconds, wrong } = await load({ port, request, requests, connections: CONNECTIONS });
      const cost = costs.get(name);
      // The first round warms everybody up.
      if (!cost || round < 0) continue;
      cost.user.push((((userSeconds(pid) ?? Number.NaN) - before) / requests) * 1e6);
      cost.pace.push(requests / seconds);
      cost.wrong += wrong;
    }
  }
  return costs;
}

const middle = (values: readonly number[]) => quantile(values, 0.5);

const verdict = (holds: boolean, what: string) => (holds ? undefined : what);

/** performance.md V9. User time stands for instructions: this kind of machine counts none (`perf`: not supported). */
export const gatewayCost: ProductProof = {
  on: 'product',
  id: 'V9',
  title: 'A full request through the gateway costs little more than the least that could be',
  run: async (setting): Promise<readonly Finding[]> => {
    const { full, tell } = setting;
    const ground = await layOut(setting);
    try {
      const costs = await measure(ground.candidates, full ? 9 : 5, full ? 10_000 : 4_000, tell);
      const of = (name: string) => costs.get(name) ?? { user: [], pace: [], wrong: 1 };
      const [bare, thin, gateway] = [of('bare node:http'), of('thin BFF'), of('gateway')];
      const work = middle(gateway.user) / middle(bare.user);
      const pace = middle(gateway.pace) / middle(thin.pace);
      const table = [...costs].map(([name, { user, pace: paces }]) => `${name} ${middle(user).toFixed(0)} µs, ${middle(paces).toFixed(0)}/s`).join('; ');
      const wrong = [...costs].flatMap(([name, cost]) => (cost.wrong > 0 ? [`${name}: ${cost.wrong} answers were not 200`] : []));
      return [
        finding('user time of a full request ≤ 3.0 × bare node:http', `${work.toFixed(2)} × (${table})`, [verdict(work <= MOST_INSTRUCTIONS, `${work.toFixed(2)} ×`), ...wrong]),
        finding('throughput ≥ 0.8 × a thin BFF', `${pace.toFixed(2)} ×`, [verdict(pace >= LEAST_THROUGHPUT, `${pace.toFixed(2)} ×`)]),
      ];
    } finally {
      ground.stop();
    }
  },
};
