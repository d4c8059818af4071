import type { AvailabilityStretch } from './terms.ts';

/** Nothing was seen. */
export const NO_SAMPLE = 255;

/** What a probe saw, a byte a sample: 0 is up, 1 to 100 so many per cent of an outage, 255 nothing seen. Each stands for the time up to the next. */
export interface SampleSeries {
  from: Date;
  everySeconds: number;
  seen: Uint8Array;
}

/** Most samples say "up": eight of them are looked at as one number. */
function eights({ buffer, byteOffset, length }: Uint8Array): Float64Array {
  return byteOffset % 8 === 0 ? new Float64Array(buffer, byteOffset, Math.floor(length / 8)) : new Float64Array(0);
}

/** The first sample from `index` on that is not up. */
function nextDown(seen: Uint8Array, words: Float64Array, index: number): number {
  let at = index;
  while (at % 8 !== 0 && seen[at] === 0) at += 1;
  if (at % 8 === 0) {
    let word = at / 8;
    while (words[word] === 0) word += 1;
    at = word * 8;
  }
  while (seen[at] === 0) at += 1;
  return at;
}

const kindOf = (code: number): Pick<AvailabilityStretch, 'kind' | 'weight'> => {
  if (code === 100) return { kind: 'outage' };
  return code === NO_SAMPLE ? { kind: 'no-data' } : { kind: 'degraded', weight: code };
};

/** The stretches that a series of samples tells of: to be made once, where the samples are taken, for nothing else needs them ever again. */
export function stretchesOf({ from, everySeconds, seen }: SampleSeries): Omit<AvailabilityStretch, 'id'>[] {
  const words = eights(seen);
  const moment = (index: number) => new Date(+from + index * everySeconds * 1000);
  const found: Omit<AvailabilityStretch, 'id'>[] = [];
  for (let at = nextDown(seen, words, 0); at < seen.length; ) {
    const code = seen[at] ?? 0;
    let end = at + 1;
    while (seen[end] === code) end += 1;
    found.push({ ...kindOf(code), from: moment(at), to: moment(end) });
    at = nextDown(seen, words, end);
  }
  return found;
}
