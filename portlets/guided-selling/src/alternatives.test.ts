import type { Offer } from '@faceplate/contracts';
import { expect } from '@open-wc/testing';
import { alternativesTo } from './alternatives.ts';

const euro = (amount: number) => ({ amount, currency: 'EUR' });

function anOffer(name: string, monthly: number, overrides: Partial<Offer> = {}): Offer {
  const price = { once: euro(0), monthly: euro(monthly) };
  return { id: name, name, description: '', lineOfBusiness: 'fixed', bundled: [], version: '1', termMonths: 0, price, features: [], obstacles: [], ...overrides };
}

const barred = (remedy: string) => [{ code: 'no', reason: 'No.', remedy }];
const names = (offers: Offer[]) => offers.map(({ name }) => name);

describe('what to take instead', () => {
  it('is what the remedy names', () => {
    const wanted = anOffer('Wifi', 500, { obstacles: barred('Add one of Home 500 or Fibre first.') });
    expect(names(alternativesTo(wanted, [wanted, anOffer('Home 50', 100), anOffer('Fibre', 900), anOffer('Home 500', 400)]))).to.deep.equal(['Fibre', 'Home 500']);
  });

  it('else costs most nearly as much in the same line of business', () => {
    const wanted = anOffer('Office', 500, { obstacles: barred('Choose another.') });
    const others = [anOffer('Far', 2000), anOffer('Phone', 500, { lineOfBusiness: 'mobile' }), anOffer('Near', 600), anOffer('Below', 450)];
    expect(names(alternativesTo(wanted, [wanted, ...others]))).to.deep.equal(['Below', 'Near']);
  });

  it('is never an offer that cannot be had either', () => {
    const wanted = anOffer('Office', 500, { obstacles: barred('Add Office Plus.') });
    expect(alternativesTo(wanted, [wanted, anOffer('Office Plus', 500, { obstacles: barred('') })])).to.deep.equal([]);
  });
});
