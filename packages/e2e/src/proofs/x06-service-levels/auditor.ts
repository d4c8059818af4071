/**
 * An auditor at work: reckons every figure of the exported table again, from the intervals in it and the published rules alone. This file
 * imports nothing, on purpose; it may be carried elsewhere and run on any export.
 */

export interface Audited {
  service: string;
  month: string;
  /** Column → what it should be, for those that are wrong. */
  wrong: string[];
}

type Row = Record<string, string>;

/** Cells of RFC 4180: in quotes, or not; a quote in quotes stands twice. The sign after a cell says whether its row ends. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g;

function tableOf(csv: string): Row[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of csv.replace(/^\uFEFF/, '').matchAll(CELL)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  const [heading = [], ...body] = rows;
  return body.filter((row) => row.length === heading.length).map((row) => Object.fromEntries(heading.map((name, index) => [name, row[index] ?? ''])));
}

/** The second since 1970 at which a local day begins: by trying. */
function midnight(date: string, zone: string): number {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  const guess = Date.parse(`${date}T00:00:00Z`) / 1000;
  for (let second = guess - 15 * 3600; second <= guess + 15 * 3600; second += 900) {
    if (clock.format(second * 1000) === date) return second;
  }
  throw new Error(`no midnight on ${date} in ${zone}`);
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Is a second in service hours, by the clock on the wall: `1,2,3,4,5 08:00-18:00;…`? */
function openAt(second: number, hours: string, wall: Intl.DateTimeFormat): boolean {
  if (hours === '') return true;
  const [date = '', time = ''] = wall.format(second * 1000).split(' ');
  const day = String(new Date(`${date}T12:00:00Z`).getUTCDay() || 7);
  return hours.split(';').some((one) => {
    const [days = '', span = ''] = one.split(' ');
    const [from = '', to = ''] = span.split('-');
    return days.split(',').includes(day) && time >= from && time < to;
  });
}

const second = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

interface Span {
  kind: string;
  weight: number;
  from: number;
  to: number;
}

/** Disturbances that overlap or touch are one; too short ones are none. */
function longEnough(spans: readonly Span[], least: number): Span[] {
  const disturbing = spans.filter(({ weight, from, to }) => weight > 0 && from < to).toSorted((one, other) => one.from - other.from);
  const runs: Span[][] = [];
  let end = -Infinity;
  for (const span of disturbing) {
    if (span.from <= end) runs.at(-1)?.push(span);
    else runs.push([span]);
    end = Math.max(span.from <= end ? end : -Infinity, span.to);
  }
  return runs.filter((run) => Math.max(...run.map(({ to }) => to)) - Math.min(...run.map(({ from }) => from)) >= least).flat();
}

interface Sums {
  window: number;
  outside: number;
  maintenance: number;
  waiting: number;
  unknown: number;
  counted: number;
  /** Hundredths. */
  down: number;
}

const rounded = (value: number): number => Math.sign(value) * Math.floor(Math.abs(value) + 0.5 + 1e-9);

/** Wherever anything begins or ends within the month; with service hours, every minute. */
function edgesOf({ hours }: Row, spans: readonly Span[], begin: number, end: number): number[] {
  const cuts = new Set([begin, end, ...spans.flatMap(({ from, to }) => [from, to]).filter((cut) => cut > begin && cut < end)]);
  if (hours) for (let minute = Math.ceil(begin / 60) * 60; minute < end; minute += 60) cuts.add(minute);
  return [...cuts].toSorted((one, other) => one - other);
}

/** Lays a piece of the month to where the rules say. */
function lay(sums: Sums, length: number, { open, kinds, weight }: { open: boolean; kinds: ReadonlySet<string>; weight: number }): void {
  sums.window += length;
  if (!open) sums.outside += length;
  else if (kinds.has('maintenance')) sums.maintenance += length;
  else if (kinds.has('waiting-for-you')) sums.waiting += length;
  else if (weight === 0 && kinds.has('no-data')) sums.unknown += length;
  else {
    sums.counted += length;
    sums.down += length * weight;
  }
}

/** Cuts the month into pieces in which nothing changes, and adds these up. */
function sumsOf(row: Row, spans: readonly Span[], begin: number, end: number): Sums {
  const heavy = longEnough(spans, Number(row['minimum_seconds'] ?? 0));
  const edges = edgesOf(row, spans, begin, end);
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: row['zone'] ?? 'UTC', dateStyle: 'short', timeStyle: 'short' });
  const sums: Sums = { window: 0, outside: 0, maintenance: 0, waiting: 0, unknown: 0, counted: 0, down: 0 };
  for (const [index, at] of edges.slice(0, -1).entries()) {
    const here = (span: Span) => span.from <= at && at < span.to;
    const kinds = new Set(spans.filter(here).map(({ kind }) => kind));
    const weight = Math.max(0, ...heavy.filter(here).map((span) => span.weight));
    lay(sums, (edges[index + 1] ?? at) - at, { open: openAt(at, row['hours'] ?? '', wall), kinds, weight });
  }
  return sums;
}

/** In ten-millionths, whole numbers all. */
function stateOf({ counted, unknown, down }: Sums, allowedShare: number): string {
  const used = down * 100_000;
  if (counted === 0) return 'unknown';
  if (unknown > counted) return used > allowedShare * (counted + unknown) ? 'missed' : 'unknown';
  const allowed = allowedShare * counted;
  if (used > allowed) return 'missed';
  return (allowed - used) * 4 < allowed ? 'near' : 'met';
}

/** Cents; undefined where nothing is given back. */
function creditOf(row: Row, state: string, { counted, down }: Sums, allowedShare: number): number | undefined {
  if (state !== 'missed' || !row['fee'] || !row['credit_steps']) return undefined;
  const used = down * 100_000;
  const reached = row['credit_steps'].split(';').flatMap((step) => {
    const [, above, below, percent] = /^(?:more than ([\d.]+) times|below ([\d.]+)): ([\d.]+)$/.exec(step) ?? [];
    const isReached = above === undefined ? used > Math.round((1 - Number(below)) * 1e7) * counted : used > Number(above) * allowedShare * counted;
    return isReached ? [Number(percent)] : [];
  });
  if (reached.length === 0) return undefined;
  const fee = Math.round(Number(row['fee']) * 100);
  const cap = row['credit_cap_percent'] ? rounded((fee * Number(row['credit_cap_percent'])) / 100) : Infinity;
  return Math.min(cap, rounded((fee * Math.max(...reached)) / 100));
}

function percentOf({ counted, down }: Sums): string {
  if (counted === 0) return '';
  const cut = String((BigInt(counted * 100 - down) * 100_000n) / BigInt(counted * 100)).padStart(4, '0');
  return `${cut.slice(0, -3)}.${cut.slice(-3)}`;
}

function audit(row: Row, spans: readonly Span[], now: number): Audited {
  const { service = '', month = '', zone = 'UTC' } = row;
  const first = Math.max(midnight(`${month}-01`, zone), row['since'] ? second(row['since']) : -Infinity);
  const last = Math.min(midnight(`${nextMonth(month)}-01`, zone), now, row['until'] ? second(row['until']) : Infinity);
  const sums = sumsOf(row, spans, first, Math.max(first, last));
  const allowedShare = 1e7 - Math.round(Number(row['target']) * 1e7);
  const state = stateOf(sums, allowedShare);
  const credit = creditOf(row, state, sums, allowedShare);
  const should: Row = {
    window_seconds: String(sums.window), outside_seconds: String(sums.outside), maintenance_seconds: String(sums.maintenance), waiting_seconds: String(sums.waiting),
    unknown_seconds: String(sums.unknown), counted_seconds: String(sums.counted), down_seconds: String(sums.down / 100), state, availability_percent: percentOf(sums),
    credit: credit === undefined ? '' : (credit / 100).toFixed(2),
  };
  const wrong = Object.entries(should).filter(([name, value]) => row[name] !== value);
  return { service, month, wrong: wrong.map(([name, value]) => `${name} is ${row[name]}, should be ${value}`) };
}

/** Every month of every service in an export, reckoned again. What still lasted when it was made, lasted until then. */
export function auditOf(csv: string): { audited: Audited[]; rows: Row[] } {
  const rows = tableOf(csv);
  const months = rows.filter(({ record }) => record === 'month');
  const now = Math.max(...months.map(({ to = '' }) => second(to)));
  const spansOf = (id: string | undefined): Span[] =>
    rows.filter(({ record, service }) => record === 'interval' && service === id).map(({ kind = '', weight, from = '', to }) => ({
      kind,
      weight: kind === 'outage' ? 100 : kind === 'degraded' ? Number(weight) : 0,
      from: second(from),
      to: to ? second(to) : now,
    }));
  return { audited: months.map((row) => audit(row, spansOf(row['service']), now)), rows: months };
}
