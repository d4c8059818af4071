import type { ServiceLevelColumns } from '@faceplate/contracts';
import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../define.ts';
import { GridView } from '../grid-view.ts';
import type { SlaGridElement } from './sla-grid.element.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const NOTHING = { at: [], of: [] };

/** So many services; of the row 7 one month is missed, with planned work left out of another. */
function aGrid(count: number): GridView {
  const of = <T>(make: (row: number) => T) => Array.from({ length: count }, (_, row) => make(row));
  const states = Array.from({ length: count * 12 }, (_, place) => (place === 7 * 12 + 3 ? 'm' : 'k')).join('');
  const columns: ServiceLevelColumns = {
    months: MONTHS,
    passed: MONTHS.map(() => 2_592_000),
    zone: 'Europe/Berlin',
    services: { id: of((row) => `s${row}`), name: of((row) => `Fibre ${row}`), identifier: of((row) => `49-${row}`), target: of(() => 0.9995) },
    states,
    down: { at: [7 * 12 + 3], of: [25_920] },
    maintenance: { at: [7 * 12 + 4], of: [7_200] },
    waiting: NOTHING,
    unknown: NOTHING,
    unpromised: NOTHING,
    gaps: [],
  };
  return new GridView(columns);
}

async function opened(count: number, more: Partial<SlaGridElement> = {}) {
  const grid = aGrid(count);
  const element = await fixture<SlaGridElement>(html`<fp-sla-grid .grid=${grid} .rows=${grid.rowsWith('', 'en')}></fp-sla-grid>`);
  Object.assign(element, more);
  await element.updateComplete;
  const root = element.renderRoot as ShadowRoot;
  const drawn = () => [...root.querySelectorAll('tbody tr:not(.away)')];
  const inFocus = () => (root.activeElement as HTMLElement | null)?.dataset['place'] ?? '';
  const key = (name: string, ctrlKey = false) => root.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, ctrlKey, bubbles: true, composed: true }));
  return { element, root, drawn, inFocus, key };
}

describe('<fp-sla-grid> of hundreds of services', () => {
  it('draws what is near, tells readers of all, and is as high as all of them', async () => {
    const { element, root, drawn } = await opened(500);
    await waitUntil(() => drawn().length > 0);
    await nextFrame();
    expect(drawn().length).to.be.lessThan(150);
    expect(root.querySelector('table')?.getAttribute('aria-rowcount')).to.equal('501');
    expect(drawn()[0]?.getAttribute('aria-rowindex')).to.equal('2');
    expect(element.offsetHeight).to.be.greaterThan(500 * 30);
    await expect(element).to.be.accessible();
  });

  it('draws what is scrolled to, and lets go of what was left', async () => {
    const { element, drawn } = await opened(500);
    await waitUntil(() => drawn().length > 0);
    element.ownerDocument.defaultView?.scrollTo(0, element.offsetHeight / 2);
    const rows = () => drawn().map((row) => Number(row.getAttribute('aria-rowindex')));
    await waitUntil(() => rows().some((row) => row > 200 && row < 300));
    // Where the keyboard stands stays drawn.
    await waitUntil(() => rows().every((row) => row <= 21 || (row > 100 && row < 400)));
    expect(rows()).to.include(2);
    element.ownerDocument.defaultView?.scrollTo(0, 0);
  });

  it('goes to the last of them and back by the keyboard alone', async () => {
    const { root, inFocus, key } = await opened(500);
    root.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    expect(inFocus()).to.equal('0-11');
    key('End', true);
    await waitUntil(() => inFocus() === '499-11');
    key('PageUp');
    await waitUntil(() => inFocus() === '489-11');
    key('Home', true);
    await waitUntil(() => inFocus() === '0-0');
    expect(root.querySelectorAll('[tabindex="0"]')).to.have.lengthOf(1);
  });

  it('comes back to the cell that was opened, wherever it stood', async () => {
    const { root } = await opened(500, { opened: 's321/2026-05' });
    expect(root.querySelector('[tabindex="0"]')?.getAttribute('data-opens')).to.equal('s321/2026-05');
  });

  it('says what was left out in words and by a line, and shows figures when asked', async () => {
    const { element, root } = await opened(10);
    const cell = root.querySelector<HTMLElement>('[data-place="7-4"]');
    expect(cell?.ariaLabel).to.contain('Left out 2 hr');
    expect(getComputedStyle(cell!).borderBottomStyle).to.equal('dotted');
    element.figures = true;
    await element.updateComplete;
    expect(root.querySelector('[data-place="7-3"]')?.textContent).to.contain('99.000%');
    await expect(element).to.be.accessible();
  });

  it('finds services by name and number', () => {
    const grid = aGrid(500);
    expect(grid.rowsWith('fibre 49', 'en')).to.deep.equal([49, 490, 491, 492, 493, 494, 495, 496, 497, 498, 499]);
    expect(grid.rowsWith(' 49-321 ', 'en')).to.deep.equal([321]);
    expect([grid.countOf('missed'), grid.countOf('missed', 3), grid.countOf('missed', 4), grid.leftOut]).to.deep.equal([1, 1, 0, 1]);
  });
});
