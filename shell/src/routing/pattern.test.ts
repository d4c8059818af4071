import { expect } from '@open-wc/testing';
import { matchRoute, movedTo, paramsOf, startOf } from './pattern.ts';

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

  it('fills attributes from the query too, where they are asked for, but never in place of the path', () => {
    const placed = { route: '/payments/:payment-id?', query: ['bill', 'payment-id'] };
    const at = (search: string, pathname = '/payments') => paramsOf(placed, { pathname, search });
    expect(at('?bill=b%201&account=a1&bill=b2')).to.deep.equal({ bill: 'b2' });
    expect(at('?payment-id=p2', '/payments/p1')).to.deep.equal({ 'payment-id': 'p1' });
    expect(at('?bill=b1', '/bills')).to.equal(undefined);
    expect(paramsOf({ route: '/shop' }, { pathname: '/shop', search: '?bill=b1' })).to.deep.equal({});
  });

  it('leads from where a portlet was once to where it is, with all that was asked', () => {
    const portlets = [{ route: '/bills/:bill-id?' }, { route: '/reports/:report-id?', formerly: ['/bills?by'] }];
    expect(movedTo(portlets, { pathname: '/bills', search: '?year=2026&by=site' })).to.equal('/reports?year=2026&by=site');
    for (const [pathname, search] of [['/bills', '?year=2026'], ['/bills', ''], ['/payments', '?by=site'], ['/bills/b1', '?by=site']] as const) {
      expect(movedTo(portlets, { pathname, search })).to.equal(undefined);
    }
  });

  it('begins where its parameters end', () => {
    expect(startOf('/bills/:bill-id?')).to.equal('/bills');
    expect(startOf('/shop')).to.equal('/shop');
  });
});
