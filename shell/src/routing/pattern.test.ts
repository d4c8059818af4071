import { expect } from '@open-wc/testing';
import { matchRoute, startOf } from './pattern.ts';

describe('a route', () => {
  it('fills attributes from the path', () => {
    expect(matchRoute('/bills/:bill-id?', '/bills/b1')).to.deep.equal({ 'bill-id': 'b1' });
    expect(matchRoute('/bills/:bill-id?', '/bills/a%2Fb/')).to.deep.equal({ 'bill-id': 'a/b' });
  });

  it('leaves out what may be absent, and demands what may not', () => {
    expect(matchRoute('/bills/:bill-id?', '/bills')).to.deep.equal({});
    expect(matchRoute('/bills/:bill-id', '/bills')).to.equal(undefined);
  });

  it('fits its own paths only', () => {
    for (const path of ['/', '/billing', '/bills/b1/pay', '/orders']) expect(matchRoute('/bills/:bill-id?', path)).to.equal(undefined);
  });

  it('survives a stray percent sign', () => {
    expect(matchRoute('/bills/:bill-id?', '/bills/100%')).to.deep.equal({ 'bill-id': '100%' });
  });

  it('begins where its parameters end', () => {
    expect(startOf('/bills/:bill-id?')).to.equal('/bills');
    expect(startOf('/shop')).to.equal('/shop');
  });
});
