import type { Month, ServiceLevelCell, ServiceLevelGrid, ServiceLevelRow } from '@faceplate/contracts';
import { formatDuration, formatMonth, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, tableStyles, toneIcon } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { availabilityText, targetText } from '../availability.ts';
import { CellChosenEvent } from '../events.ts';
import { stateOf, words } from '../messages.ts';
import { gridStyles } from './sla-grid.styles.ts';

/**
 * Services against months: a glyph and a colour a cell, the figure in words for readers. One stop for the Tab key;
 * arrow keys move along, Enter opens.
 *
 * @summary Grid of service levels.
 * @tagname fp-sla-grid
 *
 * @fires {CellChosenEvent} cell-chosen - A cell was chosen.
 */
export class SlaGridElement extends LitElement {
  static override readonly styles = [baseStyles, tableStyles, gridStyles];

  @property({ attribute: false }) grid: ServiceLevelGrid | undefined;

  @property() locale = 'en';

  /** Row and column of the cell that the Tab key reaches; the newest month of the worst service at first. */
  @state() private at: { row: number; column: number } | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    if (!this.grid) return nothing;
    const { months, rows } = this.grid;
    return html`
      <div class="scroll">
        <table @keydown=${this.#onKeydown} @focusin=${this.#onFocusIn}>
          <caption class="visually-hidden">${words.grid()}</caption>
          <thead>
            <tr>
              <th scope="col">${words.service()}</th>
              <th scope="col" class="number">${words.target()}</th>
              ${months.map((month) => html`<th scope="col" class="month">${formatMonth(month, this.locale, 'short')}</th>`)}
            </tr>
          </thead>
          <tbody>${rows.map((row, index) => this.#renderRow(row, index))}</tbody>
        </table>
      </div>
    `;
  }

  #renderRow(row: ServiceLevelRow, index: number) {
    return html`
      <tr>
        <th scope="row"><bdi>${row.service.name}</bdi>${row.service.identifier ? html`<div class="quiet small"><bdi>${row.service.identifier}</bdi></div>` : nothing}</th>
        <td class="number"><span class="folded quiet small">${words.target()}</span> ${targetText(row.target, this.locale)}</td>
        ${row.cells.map((cell, column) => html`<td class="cell">${this.#renderCell(row, cell, { row: index, column })}</td>`)}
      </tr>
    `;
  }

  #renderCell({ service }: ServiceLevelRow, cell: ServiceLevelCell, place: { row: number; column: number }) {
    const { tone } = stateOf(cell.state);
    const reachable = place.row === this.#place.row && place.column === this.#place.column;
    return html`
      <button
        class=${tone}
        tabindex=${reachable ? 0 : -1}
        aria-label=${this.#sentenceOf(cell)}
        data-opens="${service.id}/${cell.month}"
        data-place="${place.row}-${place.column}"
        @click=${() => this.#choose(service.id, cell.month, place)}
      >
        ${toneIcon(tone)}
      </button>
    `;
  }

  #sentenceOf(cell: ServiceLevelCell) {
    const figures = [formatMonth(cell.month, this.locale, 'long'), stateOf(cell.state).word, availabilityText(cell, this.locale)];
    if (cell.downSeconds > 0) figures.push(`${words.down()} ${formatDuration(cell.downSeconds, this.locale)}`);
    return figures.join(', ');
  }

  get #place() {
    return this.at ?? { row: 0, column: (this.grid?.months.length ?? 1) - 1 };
  }

  #choose(serviceId: string, month: Month, place: { row: number; column: number }) {
    this.at = place;
    this.dispatchEvent(new CellChosenEvent(serviceId, month));
  }

  /** The focus may be brought here from outside: the Tab key comes back to where it was last. */
  #onFocusIn({ target }: FocusEvent) {
    const [row, column] = ((target as HTMLElement).dataset['place'] ?? '').split('-').map(Number);
    if (row !== undefined && column !== undefined) this.at = { row, column };
  }

  #onKeydown(event: KeyboardEvent) {
    const onward = this.matches(':dir(rtl)') ? -1 : 1;
    const steps: Record<string, [row: number, column: number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -onward],
      ArrowRight: [0, onward],
      Home: [0, -Infinity],
      End: [0, Infinity],
    };
    const step = steps[event.key];
    if (!step || !this.grid) return;
    event.preventDefault();
    void this.#moveTo(
      clamp(this.#place.row + step[0], this.grid.rows.length),
      clamp(this.#place.column + step[1], this.grid.months.length),
    );
  }

  async #moveTo(row: number, column: number) {
    this.at = { row, column };
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-place="${row}-${column}"]`)?.focus();
  }
}

const clamp = (index: number, length: number) => Math.min(Math.max(index, 0), length - 1);

declare global {
  interface HTMLElementTagNameMap {
    'fp-sla-grid': SlaGridElement;
  }
}
