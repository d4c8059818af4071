import { expect } from '@open-wc/testing';
import { addressOf, askedFor, NOTHING_ASKED, USUAL, type Wish, wishOf } from './wish.ts';

const ofOne: Wish = { by: 'person', months: 12, accountId: 'a1' };

describe('what an address asks for', () => {
  it('is what a report says where it says nothing itself', () => {
    expect(wishOf(NOTHING_ASKED, ofOne)).to.deep.equal(ofOne);
    expect(wishOf({ by: 'site', months: '3', account: 'a2' }, ofOne)).to.deep.equal({ by: 'site', months: 3, accountId: 'a2' });
  });

  it('is not what cannot be: addresses are written by hand at times', () => {
    for (const months of ['1', '25', '3.5', 'many', '-6']) expect(wishOf({ by: 'colour', months, account: '' }, USUAL)).to.deep.equal(USUAL);
  });

  it('says no more than what differs, and all accounts in so many letters', () => {
    for (const wish of [USUAL, ofOne, { ...ofOne, accountId: '' }, { ...USUAL, months: 24 }]) {
      for (const base of [USUAL, ofOne]) expect(wishOf(askedFor(wish, base), base)).to.deep.equal(wish);
    }
    expect(addressOf('', askedFor(USUAL, USUAL))).to.equal('/reports');
    expect(addressOf('r/1', askedFor({ ...ofOne, accountId: '' }, ofOne))).to.equal('/reports/r%2F1?account=all');
  });
});
