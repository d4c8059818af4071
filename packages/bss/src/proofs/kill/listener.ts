import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Dice } from '../../world/random.ts';

/** How often the subscriber fails: after it has taken the event in, and before. */
const HANGS_UP = 0.004;
const REFUSES = 0.004;

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}

/**
 * A subscriber as TMF630 wants one: whatever comes twice, by its `eventId`, has
 * one effect. Now and then it fails, so that things do come twice.
 */
export class Listener {
  /** Events in the order in which they took effect. */
  readonly effects: string[] = [];
  deliveries = 0;
  readonly #known = new Set<string>();
  readonly #dice: Dice;
  readonly #server: Server;

  constructor(dice: Dice) {
    this.#dice = dice;
    this.#server = createServer((request, response) => void this.#hear(request, response));
  }

  async open(): Promise<string> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/orders`;
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A publisher that was killed has sent half of it.
    const text = await textOf(request).catch(() => undefined);
    if (text === undefined) return;
    this.deliveries += 1;
    if (this.#dice.chance(REFUSES)) {
      response.writeHead(503).end();
      return;
    }
    const { eventId } = JSON.parse(text) as { eventId: string };
    if (!this.#known.has(eventId)) this.effects.push(eventId);
    this.#known.add(eventId);
    if (this.#dice.chance(HANGS_UP)) response.destroy();
    else response.writeHead(201).end();
  }

  /** Waits until nothing has come for so long. Milliseconds. */
  async quiet(milliseconds: number): Promise<void> {
    for (let heard = -1; heard !== this.deliveries; ) {
      heard = this.deliveries;
      await wait(milliseconds);
    }
  }

  /** Waits for all of them, but not for ever. */
  async missing(eventIds: readonly string[], milliseconds: number): Promise<string[]> {
    const until = performance.now() + milliseconds;
    for (;;) {
      const missing = eventIds.filter((eventId) => !this.#known.has(eventId));
      if (missing.length === 0 || performance.now() > until) return missing;
      await wait(200);
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
