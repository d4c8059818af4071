import type { OfferRow, OfferShelf } from '@faceplate/contracts';
import { expect } from '@open-wc/testing';
import { type Asked, foundOn } from './shelf-filter.ts';

const all: Asked = { search: '', category: '', possible: false, sorting: 'price', traits: {} };

const aRow = (name: string, overrides: Partial<OfferRow> = {}): OfferRow => ({
  id: name, name, about: '', categoryId: 'net', monthly: 1000, once: 0, termMonths: 0, possible: true, traits: [], ...overrides,
});

const aShelf = (items: OfferRow[]): OfferShelf => ({
  categories: [{ id: 'net', name: 'Internet', lineOfBusiness: 'fixed', offers: items.length, filters: [] }],
  items, currency: 'EUR', total: items.length, gaps: [],
});

const names = (shelf: OfferShelf, asked: Partial<Asked>) => foundOn(shelf, { ...all, ...asked }).map(({ name }) => name);

describe('filtering the shelf', () => {
  const shelf = aShelf([
    aRow('Fibre 500', { monthly: 4000, about: 'Glass to the home', traits: ['500', 'Fibre'] }),
    aRow('Cable 250', { monthly: 3000, traits: ['250', 'Cable'], possible: false }),
    aRow('Air', { monthly: 2000, traits: ['Unlimited', ''], categoryId: 'mobile' }),
  ]);

  it('finds every word wherever it is said, the kind included', () => {
    expect(names(shelf, { search: ' GLASS fibre ' })).to.deep.equal(['Fibre 500']);
    expect(names(shelf, { search: 'internet' })).to.deep.equal(['Cable 250', 'Fibre 500']);
    expect(names(shelf, { search: 'glass cable' })).to.deep.equal([]);
  });

  it('takes a number for the least, and a word for itself; without end is more than any number', () => {
    expect(names(shelf, { traits: { 0: '300' } })).to.deep.equal(['Air', 'Fibre 500']);
    expect(names(shelf, { traits: { 1: 'Cable' } })).to.deep.equal(['Cable 250']);
    expect(names(shelf, { traits: { 0: '', 1: '' } })).to.have.lengthOf(3);
  });

  it('keeps to a kind and to what can be had, cheapest or by name first', () => {
    expect(names(shelf, { category: 'net' })).to.deep.equal(['Cable 250', 'Fibre 500']);
    expect(names(shelf, { possible: true })).to.deep.equal(['Air', 'Fibre 500']);
    expect(names(shelf, { sorting: 'name' })).to.deep.equal(['Air', 'Cable 250', 'Fibre 500']);
  });

  it('filters 5,000 offers within a frame', () => {
    const many = aShelf(Array.from({ length: 5000 }, (_, at) => aRow(`Offer ${at}`, { monthly: (at * 7919) % 10_000, traits: [String(at % 1000), at % 3 ? 'Fibre' : 'Cable'] })));
    foundOn(many, all);
    const took = Array.from({ length: 15 }, (_, at) => {
      const begun = performance.now();
      expect(foundOn(many, { ...all, search: `offer ${at} `, possible: true, traits: { 0: '100', 1: 'Fibre' } }).length).to.be.greaterThan(0);
      return performance.now() - begun;
    });
    // The median: a busy machine interrupts one or the other.
    expect(took.toSorted((one, other) => one - other)[7]).to.be.lessThan(16);
  });
});
