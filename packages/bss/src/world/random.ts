/** Murmur's finaliser: spreads every bit of a 32-bit number over all of it. */
function stir(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function lane(text: string, start: number, factor: number): number {
  let word = start;
  for (let index = 0; index < text.length; index += 1) {
    word = Math.imul(word ^ text.charCodeAt(index), factor);
    word ^= word >>> 15;
  }
  return stir(word);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

function letters(word: number): string {
  let text = '';
  for (let shift = 0; shift < 30; shift += 5) text += LETTERS.charAt((word >>> shift) & 31);
  return text;
}

/**
 * A 12-character base32 id (60 bits) that depends on nothing but its label,
 * so a record keeps its id however many others are made before it.
 */
export function idOf(label: string): string {
  return letters(lane(label, 0x2f6e2b1, 0x01000193)) + letters(lane(label, 0x51ed270b, 0x2c1b3c6d));
}

/** Repeatable chance: the same label always throws the same numbers. */
export class Dice {
  #word: number;

  constructor(label: string) {
    this.#word = lane(label, 0x9747b28c, 0x297a2d39);
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#word = (this.#word + 0x9e3779b9) >>> 0;
    return stir(this.#word) / 4_294_967_296;
  }

  /** A whole number; both ends belong. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  }

  digits(count: number): string {
    let text = String(this.between(1, 9));
    while (text.length < count) text += String(this.between(0, 9));
    return text;
  }
}
