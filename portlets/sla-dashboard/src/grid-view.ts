import type { Gap, Month, ServiceLevelCell, ServiceLevelColumns, ServiceLevelState, SparseColumn } from '@faceplate/contracts';

const STATES: Readonly<Record<string, ServiceLevelState>> = { k: 'met', n: 'near', m: 'missed' };

type Figure = 'down' | 'maintenance' | 'waiting' | 'unknown' | 'unpromised';

const read = ({ at, of }: SparseColumn): ReadonlyMap<number, number> => new Map(at.map((place, index) => [place, of[index] ?? 0]));

/** The columns of the service's answer, read row by row. Rows are named by their place in the answer: 0 is the worst. */
export class GridView {
  readonly months: readonly Month[];
  readonly zone: string;
  readonly gaps: readonly Gap[];
  readonly #columns: ServiceLevelColumns;
  readonly #figures: Readonly<Record<Figure, ReadonlyMap<number, number>>>;

  constructor(columns: ServiceLevelColumns) {
    const { months, zone, gaps, down, maintenance, waiting, unknown, unpromised } = columns;
    this.months = months;
    this.zone = zone;
    this.gaps = gaps;
    this.#columns = columns;
    this.#figures = { down: read(down), maintenance: read(maintenance), waiting: read(waiting), unknown: read(unknown), unpromised: read(unpromised) };
  }

  /** How many services there are. */
  get count(): number {
    return this.#columns.services.id.length;
  }

  service(row: number): { id: string; name: string; identifier: string; target: number } {
    const { id, name, identifier, target } = this.#columns.services;
    return { id: id[row] ?? '', name: name[row] ?? '', identifier: identifier[row] ?? '', target: target[row] ?? 0 };
  }

  cell(row: number, column: number): ServiceLevelCell {
    const place = row * this.months.length + column;
    const of = (figure: Figure) => this.#figures[figure].get(place) ?? 0;
    const excludedSeconds = of('maintenance') + of('waiting');
    const unknownSeconds = of('unknown');
    return {
      month: this.months[column] ?? '',
      state: this.#stateAt(place),
      countedSeconds: (this.#columns.passed[column] ?? 0) - of('unpromised') - excludedSeconds - unknownSeconds,
      downSeconds: of('down'),
      excludedSeconds,
      unknownSeconds,
    };
  }

  /** How many months, of all services or in one column, are in a state. */
  countOf(state: ServiceLevelState, column?: number): number {
    const { months, count } = this;
    const columns = column === undefined ? months.map((_, one) => one) : [column];
    let found = 0;
    for (const one of columns) for (let row = 0; row < count; row += 1) if (this.#stateAt(row * months.length + one) === state) found += 1;
    return found;
  }

  /** Months in which planned work, or waiting for the customer, was left out. */
  get leftOut(): number {
    return new Set([...this.#figures.maintenance.keys(), ...this.#figures.waiting.keys()]).size;
  }

  /** Rows whose service goes by these words, or is found under this number. */
  rowsWith(words: string, locale: string): number[] {
    const wanted = words.trim().toLocaleLowerCase(locale);
    const { name, identifier } = this.#columns.services;
    return name.flatMap((one, row) => (`${one} ${identifier[row] ?? ''}`.toLocaleLowerCase(locale).includes(wanted) ? [row] : []));
  }

  #stateAt(place: number): ServiceLevelState {
    return STATES[this.#columns.states[place] ?? ''] ?? 'unknown';
  }
}
