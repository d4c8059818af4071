import { setTimeout as wait } from 'node:timers/promises';
import type { Mortal } from './mortal.ts';
import { Dice } from '../../world/random.ts';

export const ORDERS = '/tmf-api/productOrderingManagement/v4/productOrder';

/** An order as its customer knows it. */
export interface Submitted {
  /** The customer's own number, in `externalId`. */
  key: string;
  /** Id the BSS gave it. */
  id: string;
  answer: string;
}

const AT_ONCE = 8;
/** How often a customer hangs up before the answer is there, or asks again though it is. */
const IMPATIENT = 0.03;
const FORGETFUL = 0.02;

const bodyOf = (key: string) =>
  JSON.stringify({
    externalId: key,
    description: `Order ${key}`,
    productOrderItem: [
      { id: '1', action: 'add' },
      { id: '2', action: 'add' },
    ],
  });

/** Customers that each want an order, and send it again, under its key, until they have an answer. */
export class Customers {
  readonly submitted: Submitted[] = [];
  /** What should not have happened. */
  readonly complaints: string[] = [];
  /** Requests that brought no answer, for whatever reason. */
  unanswered = 0;
  readonly #mortal: Mortal;
  readonly #dice: Dice;
  readonly #run: string;

  constructor(mortal: Mortal, dice: Dice, run: string) {
    this.#mortal = mortal;
    this.#dice = dice;
    this.#run = run;
  }

  /** Submits so many orders. */
  async submit(orders: number): Promise<void> {
    let next = 0;
    const customer = async (): Promise<void> => {
      while (next < orders) {
        next += 1;
        await this.#one(`${this.#run}-${next}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, customer));
  }

  async #one(key: string): Promise<void> {
    const answer = await this.#insist(key);
    const { id } = JSON.parse(answer) as { id: string };
    this.submitted.push({ key, id, answer });
    if (!this.#dice.chance(FORGETFUL)) return;
    const again = await this.#insist(key);
    if (again !== answer) this.complaints.push(`${key} was answered otherwise the second time: ${again.slice(0, 300)}`);
  }

  async #insist(key: string): Promise<string> {
    for (;;) {
      const answer = await this.#ask(key, await this.#mortal.up);
      if (answer !== undefined) return answer;
      this.unanswered += 1;
      await wait(this.#dice.between(1, 40));
    }
  }

  /** The answer, undefined when there was none or one that says to try again. */
  async #ask(key: string, port: number): Promise<string | undefined> {
    const patience = this.#dice.chance(IMPATIENT) ? this.#dice.between(0, 25) : 30_000;
    try {
      const response = await fetch(`http://127.0.0.1:${port}${ORDERS}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: bodyOf(key),
        signal: AbortSignal.timeout(patience),
      });
      const text = await response.text();
      if (response.status === 201) return text;
      if (response.status !== 409) this.complaints.push(`${key}: ${response.status} ${text.slice(0, 300)}`);
    } catch {
      // The connection broke, or the customer's patience did.
    }
    return undefined;
  }
}
