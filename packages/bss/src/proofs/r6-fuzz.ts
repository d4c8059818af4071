import { randomUUID } from 'node:crypto';
import { hostile } from './fuzz/hostile.ts';
import { hangUp, type Reply, send } from './fuzz/sending.ts';
import { type BssProcess, bssProcess, type Memory } from './fuzz/server.ts';
import { collectionOf, type Hostile, type Target, type Terrain } from './fuzz/terrain.ts';
import { minimalBody } from './conformance/bodies.ts';
import { type Finding, finding, type Prove } from './proof.ts';
import { definitions } from '../definitions/definitions.ts';
import { Dice } from '../world/random.ts';

const REQUESTS = { small: 2000, full: 50_000 };
const AT_ONCE = 16;
/** What a client goes on with of all that it has made. */
const MOST_MADE = 200;
/** Memory is flat when the last third ends with no more than this over the end of the first third. */
const HEAP_OVER = 32 * 1024 * 1024;
/** What the process holds also follows the allocator, which is generous while it warms up. */
const RSS_OVER = 128 * 1024 * 1024;

const targets: readonly Target[] = definitions.flatMap((definition) => definition.views.map((view) => [definition, view] as const));

function isTmfError({ type, text, status }: Reply): boolean {
  if (!type.startsWith('application/json')) return false;
  try {
    const { code, reason, message, status: said } = JSON.parse(text) as Record<string, unknown>;
    return typeof code === 'string' && typeof reason === 'string' && reason !== '' && typeof message === 'string' && message !== '' && said === String(status);
  } catch {
    return false;
  }
}

const shown = ({ kind, method, path, headers, body, raw }: Hostile): string =>
  `${kind}: ${method} ${path.slice(0, 200)} ${JSON.stringify(headers ?? {}).slice(0, 200)} ${(raw ?? body ?? '').toString('utf8').slice(0, 500)}`;

/** What is wrong with the answer; undefined when nothing is. Bytes that are no HTTP never reach the BSS, so only Node answers them. */
function wrong(attack: Hostile, reply: Reply): string | undefined {
  const answer = `${shown(attack)} → ${reply.status} ${reply.text.slice(0, 300)}`;
  if (reply.status >= 500) return answer;
  if (reply.type === '' || attack.method === 'HEAD' || reply.status < 400) return undefined;
  return isTmfError(reply) ? undefined : `no error body: ${answer}`;
}

/** Where shots go: a BSS, or in a test what only looks like one. */
export interface Aim {
  readonly port: number;
  readonly alive: boolean;
}

/** Hostile requests, many at once, and what is wrong with the answers. */
export class Campaign {
  readonly outcomes: (string | undefined)[] = [];
  readonly statuses = new Map<number, number>();
  /** What was there before, and what has been made: the newest of it. */
  readonly #there: string[] = [];
  readonly #made: string[] = [];
  readonly #server: Aim;
  readonly #dice: Dice;

  constructor(server: Aim, seed: number) {
    this.#server = server;
    this.#dice = new Dice(`R6 ${seed}`);
  }

  /** Something of each kind to aim at, found or made. */
  async settle(): Promise<void> {
    for (const target of targets) {
      const [definition, view] = target;
      if (definition.under) continue;
      const path = collectionOf(target);
      const { status, text } = await send(this.#server.port, { kind: 'settle', method: 'GET', path: `${path}?limit=4&fields=id` });
      const rows = status === 200 ? (JSON.parse(text) as { id: string }[]) : [];
      this.#there.push(...rows.map(({ id }) => `${path}/${encodeURIComponent(id)}`));
      if (!view.operations.includes('create')) continue;
      const body = JSON.stringify(minimalBody(definition, view, this.#dice));
      const headers = { 'content-type': 'application/json' };
      this.#note(await send(this.#server.port, { kind: 'settle', method: 'POST', path, headers, body }));
    }
  }

  #note({ status, location }: Reply): void {
    if (status !== 201 || location === undefined || !URL.canParse(location)) return;
    this.#made.push(new URL(location).pathname);
    if (this.#made.length > MOST_MADE) this.#made.shift();
  }

  async #one(terrain: Terrain): Promise<void> {
    const attack = hostile(this.#dice, terrain);
    const reply = await send(this.#server.port, attack).catch((cause: Error) => cause);
    if (reply instanceof Error) this.outcomes.push(`${reply.message}: ${shown(attack)}`);
    else {
      this.statuses.set(reply.status, (this.statuses.get(reply.status) ?? 0) + 1);
      this.outcomes.push(wrong(attack, reply));
      this.#note(reply);
    }
  }

  async fire(count: number): Promise<void> {
    let left = count;
    const shooter = async () => {
      while (left > 0 && this.#server.alive) {
        left -= 1;
        await this.#one({ targets, known: [...this.#there, ...this.#made] });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, shooter));
  }
}

const mebi = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MiB`;

function flat(first: Memory, last: Memory): Finding {
  const figure = `heap ${mebi(first.heapUsed)} → ${mebi(last.heapUsed)} (at most ${mebi(HEAP_OVER)} more), RSS ${mebi(first.rss)} → ${mebi(last.rss)} (at most ${mebi(RSS_OVER)} more)`;
  const heap = last.heapUsed - first.heapUsed > HEAP_OVER ? 'the heap has grown' : undefined;
  const rss = last.rss - first.rss > RSS_OVER ? 'the process has grown' : undefined;
  return finding('memory after the first third and at the end', figure, [heap, rss]);
}

const tally = (statuses: ReadonlyMap<number, number>): string =>
  [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`).join(', ');

/** What is left standing after it all. */
function standing(server: BssProcess, memories: readonly Memory[]): Finding[] {
  const faults = memories.at(-1)?.faults ?? 0;
  const alive = finding('the process is alive and has nothing to report', `${faults} faults`, [
    server.alive ? undefined : `it ended: ${server.said}`,
    faults === 0 ? undefined : `it reported ${faults} faults, the last: ${server.said.slice(-1500)}`,
  ]);
  const [first, , last] = memories;
  return first && last ? [alive, flat(first, last)] : [alive];
}

/** In three thirds; after each its memory is looked at. */
async function besieged(server: BssProcess, campaign: Campaign, most: number, tell?: (text: string) => void): Promise<Memory[]> {
  const memories: Memory[] = [];
  await campaign.settle();
  for (const third of [1, 2, 3]) {
    await campaign.fire(Math.ceil(most / 3));
    if (!server.alive) break;
    memories.push(await server.memory());
    tell?.(`R6 ${third} of 3 thirds`);
  }
  return memories;
}

/** R6: malformed and hostile requests to a BSS in a process of its own. */
export const proveHardened: Prove = async ({ seed, full, databaseUrl, tell }) => {
  const server = await bssProcess(databaseUrl, randomUUID());
  const campaign = new Campaign(server, seed);
  try {
    const memories = await besieged(server, campaign, full ? REQUESTS.full : REQUESTS.small, tell);
    const where = databaseUrl === undefined ? 'PGlite' : 'Postgres';
    const answers = finding(`no 500, and a reason for each refusal, on ${where}`, tally(campaign.statuses), campaign.outcomes);
    return [answers, ...standing(server, memories)];
  } finally {
    hangUp();
    if (server.alive) await server.stop();
  }
};
