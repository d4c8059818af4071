import type { SpendGroup, SpendList } from '@faceplate/contracts';
import { expect } from '@open-wc/testing';
import { csvOf, moversOf, ownGroups, rowsOf, talkersOf } from './sheet.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

const group = (id: string, before: number, now: number, parentId?: string): SpendGroup => ({
  id,
  name: id.toUpperCase(),
  ...(parentId && { parentId }),
  amounts: [eur(before), eur(now)],
  total: eur(before + now),
  change: eur(now - before),
});

describe('a sheet of spending', () => {
  it('names what moved most and what costs most: of a whole what is its own, beside its parts', () => {
    const own = ownGroups([group('all', 12, 47), group('a', 5, 5, 'all'), group('b', 5, 35, 'all'), group('c', 9, 1)], (name) => `${name} itself`);
    expect(moversOf(own).map(({ name, change }) => [name, change.amount])).to.deep.equal([['B', 30], ['C', -8], ['ALL itself', 5]]);
    expect(talkersOf(own).map(({ name, total }) => [name, total.amount])).to.deep.equal([['B', 40], ['A', 10], ['C', 10], ['ALL itself', 9]]);
    expect(own.reduce((sum, { total }) => sum + total.amount, 0)).to.equal(69);
  });

  it('calls no credit dear', () => {
    expect(talkersOf([group('credit', -5, -5), group('a', 1, 2)]).map(({ id }) => id)).to.deep.equal(['a']);
  });

  it('draws a tree from the top, and what hangs on nothing there too', () => {
    const groups = [group('all', 1, 1), group('a', 1, 1, 'all'), group('lost', 1, 1, 'nobody')];
    expect(rowsOf(groups, () => false).map(({ group: { id }, depth }) => [id, depth])).to.deep.equal([['all', 0], ['lost', 0]]);
    expect(rowsOf(groups, (id) => id === 'all').map(({ group: { id }, depth }) => [id, depth])).to.deep.equal([['all', 0], ['a', 1], ['lost', 0]]);
  });

  it('hands over exactly what is shown, and no formula', () => {
    const list: SpendList = {
      by: 'site',
      months: ['2026-09', '2026-10'],
      sheets: [{ currency: 'EUR', sums: [], groups: [group('a', 1, 250), { ...group('b', 1, 2, 'a'), name: '=1+1, "x"' }] }],
      gaps: [],
    };
    const columns = { name: 'For', above: 'Belongs to', currency: 'Currency', total: 'In all', change: 'Change' };
    expect(csvOf(list, columns)).to.equal(
      '\ufeffFor,Belongs to,Currency,2026-09,2026-10,In all,Change\r\nA,,EUR,0.01,2.50,2.51,2.49\r\n"\'=1+1, ""x""",A,EUR,0.01,0.02,0.03,0.01\r\n',
    );
  });
});
