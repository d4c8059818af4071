import { Draft } from '@faceplate/portlet-kit';
import * as z from 'zod/mini';
import type { ShopHost } from '../part.ts';

const Values = z.record(z.string(), z.string());
type Values = z.infer<typeof Values>;

/** What a customer has set on the way to an offer (an address, a device, filters, choices): kept on this device, each person's own. */
export class Kept {
  readonly #host: ShopHost;
  #person: string | undefined;
  #draft: Draft<Values> | undefined;
  #values: Values = {};

  constructor(host: ShopHost) {
    this.#host = host;
  }

  get(name: string): string {
    return this.#of()[name] ?? '';
  }

  /** Nothing for a name takes it away. */
  set(changes: Values): void {
    const values = Object.entries({ ...this.#of(), ...changes }).filter(([, value]) => value !== '');
    this.#values = Object.fromEntries(values);
    this.#draft?.keep(this.#values);
    this.#host.requestUpdate();
  }

  #of(): Values {
    const { person } = this.#host;
    if (person !== this.#person) {
      this.#person = person;
      this.#draft = new Draft('guided-selling-chosen', person, Values);
      this.#values = this.#draft.read() ?? {};
    }
    return this.#values;
  }
}

/** The offers that stand side by side, or will: ids in the order they were chosen. */
export const comparedIn = (kept: Kept): string[] => kept.get('compared').split(',').filter(Boolean);
