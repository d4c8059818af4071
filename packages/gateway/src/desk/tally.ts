import type { CheckStep } from '@faceplate/contracts';

/** `spared`: nobody had to write to us; `not-spared`: somebody read it and wrote all the same; `raised`: there was nothing to go past. */
export type DeskOutcome = 'spared' | 'not-spared' | 'raised';

/** What the desk knew before a form, and whether it was enough: counted, and never whose it was. */
export class DeskTally {
  readonly #counts = new Map<string, { outcome: DeskOutcome; by: CheckStep | 'none'; count: number }>();

  count(outcome: DeskOutcome, by: CheckStep | 'none'): void {
    const key = `${outcome} ${by}`;
    const count = (this.#counts.get(key)?.count ?? 0) + 1;
    this.#counts.set(key, { outcome, by, count });
  }

  /** Since this process began. */
  readonly counts = (): { outcome: DeskOutcome; by: CheckStep | 'none'; count: number }[] => [...this.#counts.values()];
}
