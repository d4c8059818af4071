import type { StoreTransaction } from '../store/store.ts';
import { Dice } from '../world/random.ts';

/** Something taken from stock for one line of an order, as its order keeps it. */
export interface Taken {
  /** `number`, `sim`, `serial`, `port` or `modem`. */
  space: string;
  key: string;
}

/** More tries than this find a free one unless there is none. */
const TRIES = 200;

/** From the block whose second part begins with 0: those that products of old have begin with another figure. */
const aNumber = (dice: Dice) => `+49 15${dice.between(0, 9)} 0${dice.digits(7)}`;
const aSim = (dice: Dice) => `8949${dice.digits(15)}`;
const aSerial = (dice: Dice) => `SN ${dice.digits(10)}`;

const aPort = (dice: Dice) => `Port ${dice.digits(4)}/${dice.digits(5)}`;
const aModem = (dice: Dice) => `MD ${dice.digits(10)}`;

const MAKERS = { number: aNumber, sim: aSim, serial: aSerial, port: aPort, modem: aModem };
export type Kind = keyof typeof MAKERS;

/**
 * Takes one that nobody has, for good: two never get the same. `holder` is who
 * it is for, and taking again for the same holder and label gives the same again.
 */
export async function take(tx: StoreTransaction, kind: Kind, holder: string): Promise<Taken> {
  const dice = new Dice(`${kind}/${holder}`);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const key = MAKERS[kind](dice);
    if ((await tx.claim(kind, key, holder)) === holder) return { space: kind, key };
  }
  throw new Error(`No ${kind} is left in stock`);
}

/** Numbers nobody has, to be named to whoever wanted another; they are not kept. `label` makes the choice. */
export async function freeNumbers(tx: StoreTransaction, label: string, count: number): Promise<string[]> {
  const dice = new Dice(`free/${label}`);
  const free = new Set<string>();
  for (let attempt = 0; attempt < TRIES && free.size < count; attempt += 1) {
    const key = aNumber(dice);
    if ((await tx.holderOf('number', key)) === undefined) free.add(key);
  }
  return [...free];
}

/** Takes just this one; undefined when somebody else has it. */
export async function takeThis(tx: StoreTransaction, kind: Kind, key: string, holder: string): Promise<Taken | undefined> {
  return (await tx.claim(kind, key, holder)) === holder ? { space: kind, key } : undefined;
}

/** Puts back what a line had taken; what has gone to somebody else meanwhile stays theirs. */
export async function giveBack(tx: StoreTransaction, taken: readonly Taken[], holder: string): Promise<void> {
  for (const { space, key } of taken) {
    const claim = await tx.holderOf(space, key);
    if (claim !== undefined && (claim === holder || claim.startsWith(`${holder}/`))) await tx.release(space, key);
  }
}
