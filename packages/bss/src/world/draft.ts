import { definitionOf } from '../definitions/definitions.ts';
import type { Resource, StoredRecord } from '../store/store.ts';
import { Dice, idOf } from './random.ts';
import { monthNumber } from './zone.ts';

/** What a story takes for granted; a story that is wrong about it must not be told. */
export function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new RangeError(`The world has no ${what}`);
  return value;
}

/** A world in the making: what was written and not taken out yet, and where its chance comes from. */
export class Draft {
  #written: StoredRecord[] = [];
  readonly now: number;
  /** The month `now` lies in; bills cover the months before it. */
  readonly month: number;
  readonly #seed: number;

  constructor(seed: number, now: Date) {
    this.#seed = seed;
    this.now = now.getTime();
    this.month = monthNumber(this.now);
  }

  id(...label: readonly (string | number)[]): string {
    return idOf([this.#seed, ...label].join('/'));
  }

  dice(...label: readonly (string | number)[]): Dice {
    return new Dice([this.#seed, ...label].join('/'));
  }

  add(resource: string, body: Resource): void {
    const { path, type } = definitionOf(resource);
    const { id, ...rest } = body;
    this.#written.push({ resource, body: { id, href: `${path}/${id}`, '@type': type, ...rest } });
  }

  /** Hands over what was written since the last time and forgets it: a world of any size needs room for one customer. */
  take(): StoredRecord[] {
    const taken = this.#written;
    this.#written = [];
    return taken;
  }
}
