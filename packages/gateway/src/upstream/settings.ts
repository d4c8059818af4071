/** How long an upstream may take, in milliseconds. Connecting is bounded by the connection pool. */
export interface Patience {
  /** A read, all its tries together. */
  read: number;
  /** An order or another write. */
  write: number;
}

export interface GuardSettings {
  patience: Patience;
  retry: {
    /** Tries beyond the first. */
    most: number;
    /** Tries beyond the first, as a share of the first ones. */
    share: number;
    /** As many a second are earned by an upstream that nobody asks. */
    floor: number;
    /** Upper end of the first wait; each further one is twice as long. The wait itself is drawn from zero to there. */
    wait: number;
  };
  breaker: {
    /** Fewer calls in ten seconds than this tell nothing. */
    least: number;
    /** Share of failures that opens it. */
    share: number;
    /** While open, one call is let through every so often: drawn from this range, counted from the last one's start. */
    probe: readonly [shortest: number, longest: number];
    /** The longest a server's own `Retry-After` is heeded by one word of it. */
    hold: number;
  };
  bulkhead: { inFlight: number; queue: number };
}

/** security.md section 4; the sum stays below the gateway's ten seconds, and those below the browser's fifteen. */
export const GUARD: GuardSettings = {
  patience: { read: 2_500, write: 8_000 },
  // A share of 0.2 over ten seconds, as Finagle has it, meets a fault of two seconds with twice the calls.
  retry: { most: 2, share: 0.1, floor: 0.1, wait: 100 },
  // A probe that fails by silence takes a read's patience; with 4 s from start to start the next one still comes in time.
  breaker: { least: 20, share: 0.5, probe: [2_000, 4_000], hold: 4_000 },
  bulkhead: { inFlight: 64, queue: 64 },
};
