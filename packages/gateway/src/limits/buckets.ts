/** How much may come at once, and how fast it grows back. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

export interface Taken {
  allowed: boolean;
  /** What is left, in whole calls. */
  left: number;
  /** Seconds until there is one more. */
  wait: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets by name. A bucket that has filled up again is forgotten: it is like one never used. */
export class Buckets {
  readonly #most: number;
  readonly #byKey = new Map<string, Bucket>();

  constructor(most = 100_000) {
    this.#most = most;
  }

  get size(): number {
    return this.#byKey.size;
  }

  /** Takes one token, if there is one. `now` in milliseconds. */
  take(key: string, { burst, perSecond }: Allowance, now: number): Taken {
    const bucket = this.#byKey.get(key) ?? this.#fresh(key, burst, now);
    // A clock that went back must not empty a bucket.
    const tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    bucket.tokens = tokens < 1 ? tokens : tokens - 1;
    return { allowed: tokens >= 1, left: Math.floor(bucket.tokens), wait: bucket.tokens >= 1 ? 0 : (1 - bucket.tokens) / perSecond };
  }

  #fresh(key: string, burst: number, now: number): Bucket {
    if (this.#byKey.size >= this.#most) this.#forgetOldest();
    const bucket = { tokens: burst, at: now };
    this.#byKey.set(key, bucket);
    return bucket;
  }

  /** A tenth goes, longest there first: a flood of new names costs a bounded memory and little time. */
  #forgetOldest(): void {
    let left = Math.ceil(this.#most / 10);
    for (const key of this.#byKey.keys()) {
      if (left === 0) return;
      this.#byKey.delete(key);
      left -= 1;
    }
  }
}
