import { expect } from '@open-wc/testing';
import { wishesOf } from './wishes.ts';

describe('what helps the technician', () => {
  it('is said to be nothing any more when it is emptied, and nothing is said where nothing was touched', () => {
    expect(wishesOf({ text: '' })).to.deep.equal({ notes: '' });
    expect(wishesOf({})).to.equal(undefined);
  });
});
