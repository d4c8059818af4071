import { expect, html, oneEvent } from '@open-wc/testing';
import { button, inPortlet, textOf } from './bare-portlet.page.ts';
import { placeBars } from './bars.ts';
import './define-chart-bars.ts';
import type { Bar, BarChosenEvent, ChartBarsElement } from './index.ts';

const NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const VALUES = [3990, 3990, 4120, 3990, 9000, 3990, 3990, 4250, 3990, 3990, 3990, 5230];

const year = (values = VALUES): Bar[] =>
  values.map((value, index) => {
    const name = NAMES[index] ?? '';
    return { label: name.slice(0, 3), name: `${name} 2026`, value, text: `€${value / 100}` };
  });

const chart = (bars: Bar[] = year(), choosable = false) =>
  inPortlet<ChartBarsElement>(html`
    <fp-chart-bars .bars=${bars} caption="€12.40 more than in November" name-heading="Month" value-heading="Total"
      ?choosable=${choosable}></fp-chart-bars>
  `);

const groups = (element: ChartBarsElement) => [...(element.shadowRoot?.querySelectorAll<SVGGElement>('.bar') ?? [])];
const inHand = (element: ChartBarsElement) =>
  groups(element).filter((bar) => bar.hasAttribute('data-active')).map((bar) => bar.getAttribute('aria-label'));
const figures = (element: ChartBarsElement) =>
  [...(element.shadowRoot?.querySelectorAll('text.value') ?? [])].map((figure) => figure.textContent);

async function press(element: ChartBarsElement, key: string): Promise<void> {
  const bar = groups(element).find((one) => one.getAttribute('tabindex') === '0');
  bar?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await element.updateComplete;
}

describe('<fp-chart-bars>', () => {
  it('shows the last bar and the tallest with their figures', async () => {
    const element = await chart();
    expect(inHand(element)).to.deep.equal(['December 2026: €52.3']);
    expect(figures(element)).to.deep.equal(['€90', '€52.3']);
    await expect(element).to.be.accessible();
  });

  it('moves along by the keyboard, in one tab stop', async () => {
    const element = await chart();
    const seen: unknown[] = [];
    for (const key of ['ArrowLeft', 'Home', 'ArrowLeft', 'ArrowRight', 'End', 'ArrowRight']) {
      await press(element, key);
      seen.push(NAMES.indexOf(inHand(element)[0]?.split(' ')[0] ?? ''));
      expect(element.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal(inHand(element)[0]);
      expect(groups(element).filter((bar) => bar.getAttribute('tabindex') === '0')).to.have.lengthOf(1);
    }
    expect(seen).to.deep.equal([10, 0, 0, 1, 11, 11]);
    await expect(element).to.be.accessible();
  });

  it('gives the same figure to hover, touch and focus', async () => {
    const element = await chart();
    for (const event of [new PointerEvent('pointerenter'), new PointerEvent('pointerdown'), new FocusEvent('focus')]) {
      await press(element, 'End');
      groups(element)[2]?.dispatchEvent(event);
      await element.updateComplete;
      expect(figures(element)).to.include('€41.2');
    }
  });

  it('shows the same figures as a table, one tap away', async () => {
    const element = await chart();
    button(element, 'Show as table').click();
    await element.updateComplete;
    const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent);
    expect(rows).to.have.lengthOf(12);
    expect(rows[4]).to.equal('May 2026€90');
    expect(textOf(element, 'thead')).to.equal('MonthTotal');
    await expect(element).to.be.accessible();

    button(element, 'Show as chart').click();
    await element.updateComplete;
    expect(groups(element)).to.have.lengthOf(12);
  });

  it('leads somewhere where its bars may be chosen', async () => {
    const element = await chart(year(), true);
    const clicked = oneEvent<BarChosenEvent>(element, 'fp-bar-chosen');
    groups(element)[4]?.dispatchEvent(new MouseEvent('click'));
    expect((await clicked).bar.name).to.equal('May 2026');

    const pressed = oneEvent<BarChosenEvent>(element, 'fp-bar-chosen');
    await press(element, 'Home');
    await press(element, 'Enter');
    expect((await pressed).index).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('chooses nothing where bars lead nowhere', async () => {
    const element = await chart();
    element.addEventListener('fp-bar-chosen', () => expect.fail('a bar was chosen'));
    groups(element)[4]?.dispatchEvent(new MouseEvent('click'));
    await press(element, 'Enter');
  });

  it('keeps time from left to right where words run from right to left', async () => {
    const element = await chart();
    element.dir = 'rtl';
    const lefts = groups(element).map((bar) => bar.querySelector('.shape')?.getBoundingClientRect().left ?? 0);
    expect(lefts).to.deep.equal(lefts.toSorted((a, b) => a - b));
    await expect(element).to.be.accessible();
  });

  it('can be read at 300 pixels', async () => {
    const element = await chart();
    element.style.display = 'block';
    element.style.width = '300px';
    const boxes = [...(element.shadowRoot?.querySelectorAll('text:not(.value)') ?? [])]
      .map((label) => label.getBoundingClientRect())
      .filter(({ width }) => width > 0);
    expect(boxes).to.have.lengthOf(6);
    boxes.slice(1).forEach((box, index) => expect(box.left).to.be.at.least(boxes[index]?.right ?? 0));
    expect(element.scrollWidth).to.be.at.most(300);
  });

  it('stands without bars', async () => {
    const element = await chart([]);
    expect(groups(element)).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });
});

describe('the axis', () => {
  it('starts at zero, so that heights are in proportion', () => {
    const [one, two] = placeBars([100, 200]).bars;
    expect((two?.height ?? 0) / (one?.height ?? 0)).to.be.closeTo(2, 1e-9);
  });

  it('hangs credits below it', () => {
    const { zero, bars } = placeBars([300, -100]);
    expect(bars[0]?.y ?? 0).to.be.lessThan(zero);
    expect(bars[1]?.y).to.equal(zero);
    expect((bars[0]?.height ?? 0) / (bars[1]?.height ?? 1)).to.be.closeTo(3, 1e-9);
  });

  it('lies at the bottom when nothing was charged', () => {
    expect(placeBars([0, 0])).to.deep.include({ zero: 86 });
    expect(placeBars([0, 0]).bars.map((bar) => bar.height)).to.deep.equal([0, 0]);
  });
});
