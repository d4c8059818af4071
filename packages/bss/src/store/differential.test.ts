import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { ListQuery, Resource } from './store.ts';
import { storeMakers } from '../testing/stores.ts';

// None ends in a backslash: V8 (Node 24) may read the key of one quotation mark as a backslash it met there before.
const STEPS = ['a', 'b', 'id', 'state', 'status', 'name', '@type', 'a b', 'ключ', '"', '\\a'];
/** Those that an index answers: what a document refers to, and words it is looked for by. */
const KEYS = [['a', 'id'], ['b', 'id'], ['a', 'b', 'id'], ['state'], ['status'], ['name']];
const WORDS = ['', '*', 'a', 'b', 'B', 'é', '🦊', '\uffff', 'true', 'false', 'null', '"', "'", '\\', '$', '%', '{}', '\n'];
const TEXTS = [...WORDS, '1', '1.0', '10', '9', '-3', '0.1'];
const NUMBERS = [0, -0, 1, 9, 10, -3, 0.1, 1.5, 1e21, 1e-7, 123456789012345, 0.30000000000000004];

const leaf = fc.oneof(fc.constantFrom<unknown>(...TEXTS, ...NUMBERS, true, false, null));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...STEPS), tie('value'), { maxKeys: 3 }),
  ),
}));
const body = fc.dictionary(fc.constantFrom(...STEPS), value, { maxKeys: 4 });
const path = fc.oneof(fc.array(fc.constantFrom(...STEPS, 'nowhere'), { minLength: 1, maxLength: 3 }), fc.constantFrom(...KEYS));
const operand = fc.oneof(
  fc.constantFrom(...TEXTS, '1e3', '007', '+1', '.5', '5.', '99999999999999999999', 'd1', 'd2'),
  fc.constantFrom(...NUMBERS).map(String),
  fc.string({ unit: 'binary', maxLength: 4 }).filter((text) => !text.includes('\0')),
);
const condition = fc.oneof(
  fc.record({ path, operator: fc.constant('eq' as const), values: fc.array(operand, { maxLength: 3 }) }),
  fc.record({
    path,
    operator: fc.constantFrom('gt' as const, 'gte' as const, 'lt' as const, 'lte' as const),
    values: fc.tuple(operand),
  }),
);
const query: fc.Arbitrary<ListQuery> = fc.record(
  {
    where: fc.array(condition, { maxLength: 2 }),
    sort: fc.array(fc.record({ path, descending: fc.boolean() }), { maxLength: 2 }),
    offset: fc.nat({ max: 6 }),
    limit: fc.nat({ max: 6 }),
  },
  { requiredKeys: [] },
);

describe('the same question', () => {
  const makers = storeMakers();
  after(() => Promise.all(makers.map((maker) => maker.close())));

  it(`gets the same answer from ${makers.map(({ name }) => name).join(', ')}`, async () => {
    const bodies = fc.array(body, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(bodies, fc.array(query, { minLength: 8, maxLength: 8 }), async (documents, queries) => {
        const records = documents.map((document, at) => ({
          resource: 'thing',
          body: { ...document, id: `d${at}` } as Resource,
        }));
        const answers = await Promise.all(
          makers.map(async (maker) => {
            const store = await maker.make();
            // As JSON: what a surface would hand in (there is no -0 in JSON).
            await store.load(JSON.parse(JSON.stringify(records)) as typeof records);
            const pages = [];
            for (const asked of queries) pages.push(await store.read().list('thing', asked));
            await store.close();
            return pages;
          }),
        );
        for (const other of answers.slice(1)) assert.deepEqual(other, answers[0]);
      }),
      { numRuns: 25 },
    );
  });
});
