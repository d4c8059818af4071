import type { Bill } from '@faceplate/contracts';
import type { PartHost } from '../part.ts';
import type { LineWindowsController } from './line-windows.controller.ts';

/** Whoever comes by the address of a line stands at that line: it is open, in sight, and has the focus. */
export class Landing {
  readonly #host: PartHost;
  readonly #windows: LineWindowsController;
  /** The line asked for by the address, until it is drawn. */
  #wanted = '';

  constructor(host: PartHost, windows: LineWindowsController) {
    this.#host = host;
    this.#windows = windows;
  }

  turnTo(chargeId: string): void {
    this.#wanted = chargeId;
  }

  /** The line of the address is not on this bill, or further down than is looked. */
  isMissing(isLong: boolean): boolean {
    return this.#isWanted() && (!isLong || this.#windows.missing === this.#wanted);
  }

  /** To be called with each drawing: lands as soon as the line is there. */
  inList({ charges }: Bill): void {
    if (!this.#isWanted() || !charges.some(({ id }) => id === this.#wanted)) return;
    const { updateComplete, renderRoot } = this.#host;
    const chargeId = this.#landed();
    void updateComplete.then(async () => {
      const list = renderRoot.querySelector('fp-charge-list');
      await list?.updateComplete;
      list?.land(chargeId);
    });
  }

  /** The same in an area of thousands, of which the line is fetched first. */
  inPool(isReady: boolean): void {
    if (!this.#isWanted()) return;
    const place = this.#windows.placeOf(this.#wanted);
    if (place === undefined) void this.#windows.seek(this.#wanted);
    if (place === undefined || !isReady) return;
    const { updateComplete, renderRoot } = this.#host;
    this.#landed();
    void updateComplete.then(() => renderRoot.querySelector('fp-charge-pool')?.land(place));
  }

  /** Nobody is taken to a line that another address has replaced. */
  #isWanted(): boolean {
    return this.#wanted !== '' && this.#wanted === this.#host.chargeId;
  }

  #landed(): string {
    const chargeId = this.#wanted;
    this.#wanted = '';
    return chargeId;
  }
}
