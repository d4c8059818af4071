/** What a client of the event stream heard, in order. `seq` is the part of the message's id that counts the BSS's outbox. */
export type Heard = { readonly kind: 'start' | 'beat' | 'reset'; readonly seq: number } | { readonly kind: 'change'; readonly seq: number; readonly id: string };

/** One row of the outbox: the truth. */
export interface Told {
  readonly seq: number;
  readonly id: string;
  readonly partyIds: readonly string[];
}

export interface Verdict {
  readonly heard: number;
  readonly gaps: number;
  readonly duplicates: number;
  readonly foreign: number;
  readonly resets: number;
}

/** The outbox, ordered for many questions. */
export class Truth {
  readonly #bySeq: ReadonlyMap<number, Told>;
  readonly #byParty = new Map<string, number[]>();

  /** Of all that was told, in the order of their positions. */
  constructor(all: readonly Told[]) {
    this.#bySeq = new Map(all.map((told) => [told.seq, told]));
    for (const { seq, partyIds } of all) {
      for (const party of new Set(partyIds)) this.#of(party).push(seq);
    }
  }

  #of(party: string): number[] {
    const known = this.#byParty.get(party) ?? [];
    this.#byParty.set(party, known);
    return known;
  }

  isOf(party: string, { seq, id }: { seq: number; id: string }): boolean {
    const told = this.#bySeq.get(seq);
    return told?.id === id && told.partyIds.includes(party);
  }

  /** How many of the party's stand strictly between two positions. */
  between(party: string, from: number, to: number): number {
    return Math.max(0, this.#before(party, to) - this.#before(party, from + 1));
  }

  lastOf(party: string): number {
    return this.#byParty.get(party)?.at(-1) ?? 0;
  }

  #before(party: string, seq: number): number {
    const all = this.#byParty.get(party) ?? [];
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle] ?? 0) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Goes through what one client heard beside what it should have: from its first
 * message on every change of its party, once and in order, and none of others.
 * Only an explicit reset allows a hole, up to its own position.
 */
export function judge(heard: readonly Heard[], truth: Truth, party: string): Verdict {
  const count = { heard: 0, gaps: 0, duplicates: 0, foreign: 0, resets: 0 };
  let position: number | undefined;
  for (const message of heard) {
    const { kind, seq } = message;
    const from: number = position ?? (kind === 'change' ? seq - 1 : seq);
    if (kind === 'reset') count.resets += 1;
    else count.gaps += truth.between(party, from, kind === 'change' ? seq : seq + 1);
    if (kind === 'change') {
      count.heard += 1;
      count.foreign += Number(!truth.isOf(party, message));
      count.duplicates += Number(seq <= from);
    }
    position = kind === 'reset' ? seq : Math.max(from, seq);
  }
  count.gaps += truth.between(party, position ?? 0, Number.POSITIVE_INFINITY);
  return count;
}
