import { expect } from '@open-wc/testing';
import { heightOf, scrolledTo, shown, type Sight, topOf } from './pool.ts';

const sight = (more: Partial<Sight> = {}): Sight => ({ count: 100_000, row: 56, top: 0, view: 560, open: -1, more: 0, ...more });

describe('what of a long list is in sight', () => {
  it('is as many rows wherever it is scrolled, and each row in sight is among them', () => {
    for (const top of [0, 1, 55, 56, 1_000_000, 5_599_440]) {
      const { from, to } = shown(sight({ top }));
      expect(to - from).to.be.at.most(28);
      expect(from).to.be.at.most(Math.floor(top / 56));
      expect(to).to.be.at.least(Math.min(100_000, Math.ceil((top + 560) / 56)));
    }
  });

  it('moves on below a row that is open', () => {
    const open = sight({ open: 3, more: 300 });
    expect([topOf(open, 3), topOf(open, 4), heightOf(open)]).to.deep.equal([168, 524, 5_600_300]);
    const { from, to } = shown({ ...open, top: 168, view: 356 });
    expect(from).to.be.at.most(3);
    expect(to).to.be.at.least(4);
  });

  it('scrolls as little as it must to bring a row into sight, and not under its head', () => {
    expect(scrolledTo(sight(), 5, 30)).to.equal(0);
    expect(scrolledTo(sight(), 9, 30)).to.equal(30);
    expect(scrolledTo(sight({ top: 5600 }), 99, 30)).to.equal(5544);
  });

  it('is nothing of nothing', () => {
    expect(shown(sight({ count: 0 }))).to.deep.equal({ from: 0, to: 0 });
  });
});
