import type { ChangeSource, StoredChange } from '../../options.ts';

export type NewHint = Omit<StoredChange, 'seq'>;

/** What systems elsewhere hinted at, kept so that every process tells its streams of it. */
export interface HintLog extends ChangeSource {
  /** False when that event was noted before. */
  note(hint: NewHint): Promise<boolean>;
  /** Whose the record was when it was hinted at last: a record that is gone cannot be asked. */
  partiesOf(resource: string, id: string): Promise<string[]>;
  /** Forgets what is older, all but the newest: positions never go back. */
  sweep(before: Date): Promise<void>;
}

/** Hints of one process: for evaluation and tests. */
export function memoryHints(): HintLog {
  let kept: StoredChange[] = [];
  let latest = 0;
  const seen = new Set<string>();
  const wakes = new Set<() => void>();
  return {
    note: async (hint) => {
      if (seen.has(hint.eventId)) return false;
      seen.add(hint.eventId);
      kept.push({ ...hint, seq: (latest += 1) });
      for (const wake of wakes) wake();
      return true;
    },
    partiesOf: async (resource, id) => kept.findLast((one) => one.resource === resource && one.id === id)?.partyIds ?? [],
    sweep: async (before) => {
      const young = kept.filter(({ seq, eventTime }) => seq === latest || eventTime >= before.toISOString());
      for (const { eventId } of kept) if (!young.some((one) => one.eventId === eventId)) seen.delete(eventId);
      kept = young;
    },
    after: async (seq, limit) => kept.filter((one) => one.seq > seq).slice(0, limit),
    latest: async () => latest,
    subscribe: (wake) => {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
  };
}
