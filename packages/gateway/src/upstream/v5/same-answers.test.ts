import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { anOperator, withoutTrace } from '../../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;
const PEOPLE = ['ada', 'bilal', 'chiara', 'daniel'] as const;
type Name = (typeof PEOPLE)[number];

const LISTS = ['/accounts', '/bills', '/orders', '/products', '/offers', '/guide', '/cart', '/tickets', '/service-levels', '/interactions'];

interface Listed {
  items?: { id: string }[];
  rows?: { service: { id: string } }[];
  months?: string[];
}

/** A cart is made on first sight, under an id of the BSS's own choosing. */
const nameless = (answer: Awaited<ReturnType<typeof withoutTrace>> | undefined) =>
  answer && { ...answer, headers: { ...answer.headers, etag: '' }, body: answer.body.replace(/^\{"id":"[^"]*","items":/, '{"items":') };

/** A list, and some of the records in it one by one. */
async function pathsFor(operator: Operator, name: Name): Promise<string[]> {
  const paths = await Promise.all(LISTS.map(async (path) => {
    const { body } = await operator.as(name)<Listed>(path);
    const single = ['/bills', '/orders', '/tickets'].includes(path) ? (body.items ?? []).slice(0, 12).map(({ id }) => `${path}/${id}`) : [];
    const months = (body.rows ?? []).slice(0, 3).flatMap(({ service }) => (body.months ?? []).slice(-2).map((month) => `/service-levels/${service.id}/${month}`));
    return [path, ...single, ...months];
  }));
  return paths.flat();
}

describe('the same world asked in v4 and in v5', () => {
  let [older, newer]: Operator[] = [];

  before(async () => {
    [older, newer] = await Promise.all([anOperator({ version: 'v4' }), anOperator({ version: 'v5' })]);
  });

  for (const name of PEOPLE) {
    test(`shows ${name} the same, byte for byte`, async () => {
      assert.ok(older && newer);
      assert.deepEqual(newer.subjects[name], older.subjects[name]);
      const paths = await pathsFor(older, name);
      for (const path of paths) {
        const [one, other] = await Promise.all([older, newer].map(async (operator) => withoutTrace((await operator.as(name)(path)).response)));
        assert.deepEqual(nameless(other), nameless(one), path);
      }
      newer.asked.forEach(({ url }) => assert.match(new URL(url).pathname, /\/v5\/|slaManagement\/v4/));
    });
  }
});
