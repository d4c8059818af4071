import type { Charge } from '@faceplate/contracts';
import { formatMoney, formatNumber, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, styleProperties } from '@faceplate/ui';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { factsText } from '../charge-facts.ts';
import { ChargeChosenEvent, LinesWantedEvent } from '../events.ts';
import { words } from '../messages.ts';
import { heightOf, scrolledTo, type Sight, shown, topOf } from '../pool.ts';
import { poolStyles } from './charge-pool.styles.ts';

/** Before the first row was measured. */
const GUESS = 56;
const PRINTED = 200; // on paper nobody scrolls; more than these is for the file

/**
 * Thousands of lines in an area of their own: only those in sight are drawn, in
 * as many rows as there is room for, which take in other lines as it is
 * scrolled. Readers are told how many there are and which one they are at; the
 * keyboard moves a mark, and the focus stays with the area.
 *
 * @summary The lines of a long bill.
 * @tagname fp-charge-pool
 *
 * @slot detail - What is to be said about the line that is open.
 * @fires {ChargeChosenEvent} charge-chosen - A line was opened or closed.
 * @fires {LinesWantedEvent} lines-wanted - Other lines have come into sight.
 */
export class ChargePoolElement extends LitElement {
  static override readonly styles = [baseStyles, poolStyles];

  @property({ type: Number }) count = 0;

  /** The line at a place; nothing where it is not there yet. */
  @property({ attribute: false }) line: (index: number) => Charge | undefined = () => undefined;

  /** The line that is open, by its id. */
  @property() open = '';

  @property() locale = 'en';

  @state() private active = 0;
  @state() private view = 560;
  @state() private more = 0;
  @state() private printing = false;
  /** Where the open line stands; −1 for none. */
  @state() private place = -1;

  @query('.head') private readonly head!: HTMLElement | null;
  @query('.area') private readonly area!: HTMLElement | null;
  @query('.detail') private readonly detail!: HTMLElement | null;

  #row = GUESS;
  #top = 0;
  /** What was made of a line: dates and amounts cost more to write than to draw. */
  #written = new WeakMap<Charge, { facts: string; amount: string }>();
  #wanted = '';
  readonly #sizes = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrint);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrint);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('locale')) this.#written = new WeakMap();
    if (changed.has('open')) this.place = this.open ? this.#find() : -1;
    if (this.place < 0) this.more = 0;
    this.active = Math.max(0, Math.min(this.active, this.count - 1));
  }

  override render() {
    return html`
      <p class="hint small quiet" id="hint">${words.poolHint()}</p>
      <div
        class="area ${this.printing ? 'printed' : ''}"
        role="treegrid"
        tabindex="0"
        aria-label=${words.charges()}
        aria-describedby="hint"
        aria-rowcount=${this.count + 1}
        aria-activedescendant=${this.count > 0 ? `row-${this.active}` : nothing}
        @scroll=${this.#onScroll}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
      >
        <div role="rowgroup" class="head">
          <div role="row" aria-rowindex="1" class="row"><span role="columnheader">${words.charge()}</span><span role="columnheader">${words.amount()}</span></div>
        </div>
        ${this.#renderLines(this.#sight)}
      </div>
      ${this.printing && this.count > PRINTED ? html`<p>${words.printed(formatNumber(PRINTED, this.locale), formatNumber(this.count, this.locale))}</p>` : nothing}
    `;
  }

  /** Brings a line into sight, marks it, and gives the area the focus: to be called when the line is there. */
  async land(index: number): Promise<void> {
    this.active = index;
    this.place = this.#find();
    // At the top: what is to be said about it stands below it.
    await this.#scroll(topOf(this.#sight, index));
    this.area?.scrollIntoView({ block: 'nearest' });
    this.area?.focus({ preventScroll: true });
  }

  #renderLines(sight: Sight) {
    const { from, to } = this.printing ? { from: 0, to: Math.min(PRINTED, this.count) } : shown(sight);
    const indexes = Array.from({ length: to - from }, (_, at) => from + at);
    // Readers are told of the marked line also when it was scrolled away from.
    const isApart = this.count > 0 && (this.active < from || this.active >= to);
    return html`
      <div role="rowgroup" class="lines" ${styleProperties({ 'block-size': this.printing ? undefined : `${heightOf(sight)}px` })}>
        ${indexes.map((index) => this.#renderRow(index, sight))} ${isApart ? this.#renderRow(this.active, sight) : nothing}
        ${this.place < 0 ? nothing : html`<div role="row" class="detail" ${styleProperties({ transform: `translateY(${topOf(sight, this.place) + this.#row}px)` })}><div role="gridcell"><slot name="detail"></slot></div></div>`}
      </div>
    `;
  }

  #renderRow(index: number, sight: Sight) {
    const line = this.line(index);
    const { facts, amount } = line ? this.#write(line) : { facts: '', amount: '' };
    const open = index === this.place;
    return html`
      <div
        role="row"
        id="row-${index}"
        class="row line ${index === this.active ? 'active' : ''} ${open ? 'open' : ''}"
        aria-rowindex=${index + 2}
        aria-level="1"
        aria-expanded=${open}
        data-index=${index}
        ${styleProperties({ transform: this.printing ? undefined : `translateY(${topOf(sight, index)}px)` })}
      >
        <span role="gridcell" class="name"><bdi>${line ? line.name : words.loadingLine()}</bdi><small class="quiet">${facts}</small></span>
        <span role="gridcell" class="number">${amount}${line?.dispute?.open ? html`<small>${words.inDispute()}</small>` : nothing}</span>
      </div>
    `;
  }

  protected override firstUpdated() {
    if (this.area) this.#sizes.observe(this.area);
  }

  protected override updated() {
    if (this.detail) this.#sizes.observe(this.detail);
    const { from, to } = shown(this.#sight);
    const wanted = `${from}-${to}-${this.count}`;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.dispatchEvent(new LinesWantedEvent(from, to));
  }

  #write(line: Charge) {
    const known = this.#written.get(line);
    if (known) return known;
    const facts = [...(line.service ? [line.service.name] : []), factsText(line, this.locale)].join(' · ');
    const written = { facts, amount: formatMoney(line.net, this.locale) };
    this.#written.set(line, written);
    return written;
  }

  get #sight(): Sight {
    return { count: this.count, row: this.#row, top: this.#top, view: this.view, open: this.place, more: this.more };
  }

  /** Among what is on show: only such a line can be opened by hand. */
  #find() {
    const { from, to } = shown(this.#sight);
    for (let index = from; index < to; index += 1) if (this.line(index)?.id === this.open) return index;
    return this.line(this.active)?.id === this.open ? this.active : -1;
  }

  #measure() {
    const row = this.renderRoot.querySelector<HTMLElement>('.line')?.offsetHeight || GUESS;
    const view = this.area?.clientHeight || this.view;
    const more = this.detail?.offsetHeight ?? 0;
    if (row !== this.#row) this.requestUpdate();
    this.#row = row;
    this.view = view;
    this.more = more;
  }

  #onScroll() {
    const before = shown(this.#sight);
    this.#top = this.area?.scrollTop ?? 0;
    const now = shown(this.#sight);
    if (now.from !== before.from || now.to !== before.to) this.requestUpdate();
  }

  #onClick(event: Event) {
    const [row] = event.composedPath().flatMap((target) => (target instanceof HTMLElement && target.dataset['index']) || []);
    if (!row) return;
    this.active = Number(row);
    this.#toggle();
  }

  #onKey(event: KeyboardEvent) {
    // What stands inside the open line has keys of its own.
    if (event.target !== this.area) return;
    const page = Math.max(1, Math.floor(this.view / this.#row) - 2);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.count, End: this.count }[event.key];
    if (step !== undefined) this.#move(step);
    else if (event.key === 'Enter' || event.key === ' ') this.#toggle();
    else return;
    event.preventDefault();
  }

  #move(step: number) {
    this.active = Math.max(0, Math.min(this.count - 1, this.active + step));
    void this.#scroll(scrolledTo(this.#sight, this.active, this.head?.offsetHeight ?? 0));
  }

  async #scroll(top: number) {
    this.#top = top;
    this.requestUpdate();
    // The area grows with the next drawing, and scrolls to what is there by then.
    await this.updateComplete;
    this.area?.scrollTo({ top, behavior: 'instant' });
  }

  #toggle() {
    const line = this.line(this.active);
    if (line) this.dispatchEvent(new ChargeChosenEvent(line.id === this.open ? '' : line.id));
  }

  readonly #onPrint = ({ type }: Event) => {
    this.printing = type === 'beforeprint';
    // Paper does not wait for the next turn.
    this.performUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-charge-pool': ChargePoolElement;
  }
}
