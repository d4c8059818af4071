/** Upper bounds of the buckets, in seconds. */
export const BOUNDS = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10];

interface Cell {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  /** One a bound, and one for what is beyond the last; each answer is in one of them. */
  readonly counts: number[];
  sum: number;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'other'];
/** A statuses' room in a row of cells: 100 to 599. */
const STATUSES = 500;

/** What the registry is given of a histogram: one value a bucket, a sum and a count of each combination of labels. */
interface Value {
  metricName: string;
  value: number;
  labels: Record<string, string | number>;
}

/**
 * How long answers took, by route, method and status. Counts with two look-ups and no object made: a general histogram
 * spells its labels out at every request.
 */
export class Durations {
  readonly #name: string;
  readonly #rows = new Map<string, (Cell | undefined)[]>();

  constructor(name: string) {
    this.#name = name;
  }

  observe(route: string, method: string | undefined, status: number, seconds: number): void {
    const cell = this.#cell(route, methodOf(method), status);
    let at = 0;
    while (at < BOUNDS.length && seconds > (BOUNDS[at] as number)) at += 1;
    cell.counts[at] = (cell.counts[at] ?? 0) + 1;
    cell.sum += seconds;
  }

  values(): Value[] {
    return [...this.#rows.values()].flat().flatMap((cell) => (cell ? this.#told(cell) : []));
  }

  #cell(route: string, method: number, status: number): Cell {
    let row = this.#rows.get(route);
    if (!row) this.#rows.set(route, (row = []));
    const at = method * STATUSES + status - 100;
    return (row[at] ??= { route, method: METHODS[method] ?? 'other', status, counts: Array.from({ length: BOUNDS.length + 1 }, () => 0), sum: 0 });
  }

  #told({ route, method, status, counts, sum }: Cell): Value[] {
    const labels = { route, method, status };
    let total = 0;
    const buckets = counts.map((count, at) => {
      total += count;
      return { metricName: `${this.#name}_bucket`, value: total, labels: { le: BOUNDS[at] ?? '+Inf', ...labels } };
    });
    return [...buckets, { metricName: `${this.#name}_sum`, value: sum, labels }, { metricName: `${this.#name}_count`, value: total, labels }];
  }
}

function methodOf(method: string | undefined): number {
  const at = METHODS.indexOf(method ?? '');
  return at < 0 ? METHODS.length - 1 : at;
}
