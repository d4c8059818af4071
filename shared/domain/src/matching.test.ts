import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Offer } from '@faceplate/contracts';
import fc from 'fast-check';
import { type Candidate, shortlist } from './matching.ts';

function candidate(name: string, monthly: number, traits: Record<string, string[]>, obstacles: Offer['obstacles'] = []): Candidate {
  const price = { once: { amount: 0, currency: 'EUR' }, monthly: { amount: monthly, currency: 'EUR' } };
  const offer: Offer = { id: name, name, description: '', lineOfBusiness: 'fixed', bundled: [], version: '1', termMonths: 24, price, features: [], obstacles };
  return { offer, traits: Object.entries(traits).map(([trait, values]) => ({ name: trait, values, says: `${trait}: ${values.join()}` })) };
}

const wishes = [{ name: 'use', value: 'At home' }, { name: 'speed', value: 'Fast' }];
const names = (candidates: Candidate[], wanted = wishes) => shortlist(candidates, wanted).matches.map(({ offer }) => offer.name);

test('shows at most three, best first, and says what is met and what is not', () => {
  const all = [
    candidate('slow', 1000, { use: ['At home'], speed: ['Slow'] }),
    candidate('mobile', 500, { use: ['On the move'] }),
    candidate('fast', 4000, { use: ['At home'], speed: ['Fast', 'Very fast'] }),
    candidate('silent', 900, { use: ['At home'] }),
    candidate('elsewhere', 100, { use: ['On the move'], speed: ['Fast'] }),
  ];
  const { matches, considered } = shortlist(all, wishes);
  assert.deepEqual(matches.map(({ offer }) => offer.name), ['fast', 'silent', 'slow']);
  assert.equal(considered, 5);
  assert.deepEqual(matches[0]?.met, [{ wish: 'At home', says: 'use: At home' }, { wish: 'Fast', says: 'speed: Fast,Very fast' }]);
  assert.deepEqual(matches[1]?.unmet, [{ wish: 'Fast', says: '' }]);
});

test('of equals, what the customer may order comes first, then the cheaper', () => {
  const traits = { use: ['At home'], speed: ['Fast'] };
  const barred = candidate('barred', 100, traits, [{ code: 'segment', reason: 'For companies.' }]);
  assert.deepEqual(names([barred, candidate('dear', 900, traits), candidate('cheap', 800, traits)]), ['cheap', 'dear', 'barred']);
});

test('without wishes the cheapest, without a match none', () => {
  const all = [candidate('b', 200, {}), candidate('a', 100, {})];
  assert.deepEqual(names(all, []), ['a', 'b']);
  assert.deepEqual(names(all), []);
});

test('the order of the catalogue does not matter', () => {
  const offers = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.nat(9), fc.boolean(), fc.boolean()), { maxLength: 8 });
  fc.assert(fc.property(offers, (all) => {
    const list = all.map(([name, monthly, home, fast], index) =>
      candidate(`${name}${index}`, monthly, { use: home ? ['At home'] : [], speed: fast ? ['Fast'] : [] }));
    assert.deepEqual(names(list), names(list.toReversed()));
  }));
});
