import type { Month } from '@faceplate/contracts';
import { formatDuration, formatMonth, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, styleProperties, tableStyles, toneIcon } from '@faceplate/ui';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { availabilityText, targetText } from '../availability.ts';
import { CellChosenEvent } from '../events.ts';
import type { GridView } from '../grid-view.ts';
import { stateOf, words } from '../messages.ts';
import { CHUNK, ChunksController } from './chunks.controller.ts';
import { gridStyles } from './sla-grid.styles.ts';

interface Place {
  /** Place among the rows on show. */
  readonly row: number;
  readonly column: number;
}

/** Rows that Page Up and Page Down go by. */
const PAGE = 10;

/**
 * Services against months: a glyph and a colour a cell, or its figure; both in words for readers. One stop for the Tab key;
 * arrow keys move along, Enter opens. Of hundreds of services those near what can be seen are drawn; readers are told of all.
 *
 * @summary Grid of service levels.
 * @tagname fp-sla-grid
 *
 * @fires {CellChosenEvent} cell-chosen - A cell was chosen.
 */
export class SlaGridElement extends LitElement {
  static override readonly styles = [baseStyles, tableStyles, gridStyles];

  @property({ attribute: false }) grid: GridView | undefined;

  /** The rows to show, by their place in the grid. */
  @property({ attribute: false }) rows: readonly number[] = [];

  /** Figures instead of glyphs. */
  @property({ type: Boolean }) figures = false;

  /** The cell that was opened last, `service/2026-11`: the Tab key comes back to it. */
  @property() opened = '';

  @property() locale = 'en';

  /** The cell that the Tab key reaches; the newest month of the worst service at first. */
  @state() private at: Place | undefined;

  readonly #chunks = new ChunksController(this);
  #months: readonly string[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if ((['rows', 'figures', 'locale'] as const).some((name) => changed.has(name))) this.#chunks.forget();
    this.#months = this.grid?.months.map((month) => formatMonth(month, this.locale, 'long')) ?? [];
    if (changed.has('opened')) this.at = this.#placeOf(this.opened);
    if (this.at && this.at.row >= this.rows.length) this.at = undefined;
  }

  override render() {
    const { grid, rows } = this;
    if (!grid) return nothing;
    const chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, chunk) => chunk);
    return html`
      <div class="scroll ${this.figures ? 'figures' : ''}">
        <table role="grid" aria-readonly="true" aria-rowcount=${rows.length + 1} @keydown=${this.#onKeydown} @focusin=${this.#onFocusIn} @click=${this.#onClick}>
          <caption class="visually-hidden">${words.grid()}</caption>
          <thead>
            <tr aria-rowindex="1">
              <th scope="col" class="service">${words.service()}</th>
              <th scope="col" class="number">${words.target()}</th>
              ${grid.months.map((month) => html`<th scope="col" class="month">${formatMonth(month, this.locale, 'short')}</th>`)}
            </tr>
          </thead>
          ${chunks.map((chunk) => this.#renderChunk(grid, chunk))}
        </table>
      </div>
    `;
  }

  #renderChunk(grid: GridView, chunk: number) {
    const from = chunk * CHUNK;
    const rows = this.rows.slice(from, from + CHUNK);
    // Where the keyboard stands is drawn also when it was scrolled away from.
    if (this.#chunks.isNear(chunk) || Math.floor(this.#place.row / CHUNK) === chunk)
      return html`<tbody data-chunk=${chunk}>${rows.map((row, index) => this.#renderRow(grid, row, from + index))}</tbody>`;
    const height = `${this.#chunks.heightOf(chunk, rows.length)}px`;
    return html`<tbody data-chunk=${chunk}><tr class="away" aria-hidden="true"><td colspan=${grid.months.length + 2} ${styleProperties({ 'block-size': height })}></td></tr></tbody>`;
  }

  #renderRow(grid: GridView, row: number, index: number) {
    const { name, identifier, target } = grid.service(row);
    return html`
      <tr aria-rowindex=${index + 2}>
        <th scope="row"><bdi>${name}</bdi>${identifier ? html`<div class="quiet small"><bdi>${identifier}</bdi></div>` : nothing}</th>
        <td class="number"><span class="folded quiet small">${words.target()}</span> ${targetText(target, this.locale)}</td>
        ${grid.months.map((_, column) => html`<td class="cell">${this.#renderCell(grid, row, { row: index, column })}</td>`)}
      </tr>
    `;
  }

  #renderCell(grid: GridView, row: number, place: Place) {
    const cell = grid.cell(row, place.column);
    const { tone, word } = stateOf(cell.state);
    const { row: atRow, column: atColumn } = this.#place;
    const figure = availabilityText(cell, this.locale);
    const said = [this.#months[place.column], word, figure];
    if (cell.downSeconds > 0) said.push(`${words.down()} ${formatDuration(cell.downSeconds, this.locale)}`);
    if (cell.excludedSeconds > 0) said.push(`${words.excluded()} ${formatDuration(cell.excludedSeconds, this.locale)}`);
    return html`
      <button
        class="${tone} ${cell.excludedSeconds > 0 ? 'left-out' : ''}"
        tabindex=${place.row === atRow && place.column === atColumn ? 0 : -1}
        aria-label=${said.join(', ')}
        data-opens="${grid.service(row).id}/${cell.month}"
        data-place="${place.row}-${place.column}"
      >
        ${this.figures ? html`<span class="folded small">${formatMonth(cell.month, this.locale, 'short')}</span>` : nothing}${toneIcon(tone)}${this.figures ? html`<span class="small">${figure}</span>` : nothing}
      </button>
    `;
  }

  get #place(): Place {
    return this.at ?? { row: 0, column: (this.grid?.months.length ?? 1) - 1 };
  }

  #placeOf(opened: string): Place | undefined {
    const [id, month] = opened.split('/');
    const row = this.rows.findIndex((one) => this.grid?.service(one).id === id);
    const column = this.grid?.months.indexOf(month ?? '') ?? -1;
    return row >= 0 && column >= 0 ? { row, column } : undefined;
  }

  #onClick({ target }: Event) {
    const [id, month] = (target as Element).closest<HTMLElement>('[data-opens]')?.dataset['opens']?.split('/') ?? [];
    if (id !== undefined && month !== undefined) this.dispatchEvent(new CellChosenEvent(id, month satisfies Month));
  }

  /** The focus may be brought here from outside: the Tab key comes back to where it was last. */
  #onFocusIn({ target }: FocusEvent) {
    const [row, column] = ((target as HTMLElement).dataset['place'] ?? '').split('-').map(Number);
    if (row !== undefined && column !== undefined) this.at = { row, column };
  }

  #onKeydown(event: KeyboardEvent) {
    const onward = this.matches(':dir(rtl)') ? -1 : 1;
    const far = event.ctrlKey ? Infinity : 0;
    const steps: Record<string, readonly [row: number, column: number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -onward],
      ArrowRight: [0, onward],
      PageUp: [-PAGE, 0],
      PageDown: [PAGE, 0],
      Home: [-far, -Infinity],
      End: [far, Infinity],
    };
    const step = steps[event.key];
    if (!step || !this.grid) return;
    event.preventDefault();
    const { row, column } = this.#place;
    void this.#moveTo({ row: clamp(row + step[0], this.rows.length), column: clamp(column + step[1], this.grid.months.length) });
  }

  async #moveTo(place: Place) {
    this.at = place;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-place="${place.row}-${place.column}"]`)?.focus();
  }
}

const clamp = (index: number, length: number) => Math.min(Math.max(index, 0), length - 1);

declare global {
  interface HTMLElementTagNameMap {
    'fp-sla-grid': SlaGridElement;
  }
}
