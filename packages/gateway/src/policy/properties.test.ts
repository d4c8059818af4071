import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Subject } from '../options.ts';
import { aSubject, NOW } from '../testing/fixtures.ts';
import { type Action, rules, ties as tieNames, type TieName } from './actions.ts';
import { decide, type DecisionContext, type Facts } from './decide.ts';
import { reachOf, type Tie } from './ties.ts';

const actions = Object.keys(rules) as Action[];
const ids = fc.subarray(['anna', 'boris', 'north', 'depot', 'home', 'work']);
const action = fc.constantFrom(...actions);
const moment = (offset: number) => new Date(NOW.getTime() + offset).toISOString();

const own: fc.Arbitrary<Tie> = fc.record({ as: fc.constantFrom(...(Object.keys(tieNames) as TieName[])), partyIds: ids, accountIds: ids });
const grant = fc.record({
  id: fc.constant('g'),
  by: fc.constant('boris'),
  actions: fc.subarray(actions),
  until: fc.integer({ min: -1000, max: 1000 }).map(moment),
});
const given: fc.Arbitrary<Tie> = fc.record({ as: fc.constant('grant' as const), partyIds: ids, accountIds: ids, grant });
const someTies = fc.array(fc.oneof(own, given), { maxLength: 5 });
const facts: fc.Arbitrary<Facts> = fc.record({ partyIds: ids, accountIds: ids, userIds: ids });
const persona = fc.constantFrom('consumer', 'business', 'dealer', 'agent' as const);
const context: fc.Arbitrary<DecisionContext> = fc.record({
  now: fc.constant(NOW),
  sessionEndsAt: fc.constant(moment(1)),
  kind: fc.constantFrom('portal', 'embedded', 'bearer', 'visitor' as const),
  acr: fc.constantFrom('urn:faceplate:fresh', 'password'),
  authenticatedAt: fc.integer({ min: -600_000, max: 0 }).map(moment),
});
const withTies = (ties: readonly Tie[], as: Subject['persona'] = 'business') => aSubject({ persona: as, ties });

test('a relation more never takes anything away, and one less never gives anything', () => {
  fc.assert(
    fc.property(someTies, fc.oneof(own, given), persona, action, facts, context, (before, more, as, what, whose, how) => {
      const less = decide(withTies(before, as), what, whose, how);
      const greater = decide(withTies([...before, more], as), what, whose, how);
      return !less.allow || greater.allow;
    }),
    { numRuns: 3000, seed: 1 },
  );
});

test('a grant that has ended is no grant', () => {
  fc.assert(
    fc.property(someTies, given, persona, action, facts, context, (before, more, as, what, whose, how) => {
      const ended = { ...more, grant: { ...more.grant, until: NOW.toISOString() } } as Tie;
      assert.deepEqual(decide(withTies([...before, ended], as), what, whose, how), decide(withTies(before, as), what, whose, how));
    }),
    { numRuns: 3000, seed: 2 },
  );
});

test('what the query may name is what a record may name, and the other way round', () => {
  fc.assert(
    fc.property(someTies, action, context, (held, what, how) => {
      const { relation } = rules[what];
      if (relation !== 'party' && relation !== 'account') return;
      const subject = withTies(held);
      const reach = reachOf(subject, what, NOW);
      for (const id of ['anna', 'boris', 'north', 'depot', 'home', 'work']) {
        const { allow } = decide(subject, what, relation === 'party' ? { partyIds: [id] } : { accountIds: [id], spend: { amount: 1, currency: 'EUR' } }, { ...how, kind: 'portal', authenticatedAt: moment(0), acr: 'urn:faceplate:fresh' });
        const asked = (relation === 'party' ? reach.partyIds : reach.accountIds).includes(id);
        if (allow !== asked && (rules[what].personas as readonly string[]).includes('business')) assert.fail(`${what} ${id}`);
      }
    }),
    { numRuns: 1000, seed: 3 },
  );
});

test('no page of another site and no token ever does what is sensitive', () => {
  fc.assert(
    fc.property(someTies, persona, action, facts, context, (held, as, what, whose, how) => {
      const { allow } = decide(withTies(held, as), what, whose, how);
      return !allow || how.kind === 'portal' || !('sensitive' in rules[what]);
    }),
    { numRuns: 3000, seed: 4 },
  );
});
