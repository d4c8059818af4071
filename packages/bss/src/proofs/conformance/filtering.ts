import { must, type Answer } from './asking.ts';
import type { Check } from './check.ts';
import { carried, innerScalars, leavesAt, scalarsOf } from './facts.ts';
import { allows, another, ORIGIN, rowsIn, type Subject } from './subject.ts';
import { compareText } from '../../store/match.ts';
import type { Resource } from '../../store/store.ts';

type Leaf = string | number | boolean;

const lists = (subject: Subject): boolean => allows(subject, 'list');
/** What is composed when it is asked for is filtered as its source is, not by what it shows. */
const kept = (subject: Subject): boolean => lists(subject) && subject.definition.from === undefined;
const idsOf = (rows: readonly Resource[]): string => rows.map(({ id }) => id).join(' ');

/** Everything there is; the suite picks from it what a filter should have found. */
async function population(subject: Subject, atLeast = 4): Promise<Resource[]> {
  const rows = async () => rowsIn(await subject.ask({ method: 'GET', path: `${subject.collection}?limit=1000` }));
  for (let at = (await rows()).length; at < atLeast; at += 1) await another(subject, at % 2 === 0 ? 'full' : 'minimal');
  return rows();
}

/** The rows of a query, which must be exactly these. */
async function exactly(subject: Subject, query: string, expected: readonly Resource[]): Promise<void> {
  const answer: Answer = await subject.ask({ method: 'GET', path: `${subject.collection}?limit=1000&${query}` });
  const found = rowsIn(answer);
  must(idsOf(found) === idsOf(expected), `${query} finds ${expected.length} (${idsOf(expected)})`, answer);
  must(answer.headers.get('x-total-count') === String(expected.length), `${query} counts ${expected.length}`, answer);
}

/** As a client writes it: whole, though a comma in it also separates. */
const isLeaf = (value: unknown): value is Leaf => ['string', 'number', 'boolean'].includes(typeof value);
const same = (leaf: unknown, value: Leaf): boolean => isLeaf(leaf) && String(leaf) === String(value);
const parts = (value: Leaf): string[] => [String(value), ...String(value).split(',')];
const has = (row: Resource, path: string, values: readonly string[]): boolean =>
  leavesAt(row, path.split('.')).some((leaf) => values.some((value) => same(leaf, value)));

const equality: Check = {
  title: 'a filter on each mandatory attribute finds exactly the matching rows',
  applies: kept,
  run: async (subject) => {
    const rows = await population(subject);
    for (const row of rows.slice(-4)) {
      for (const [name, value] of scalarsOf(row, carried(subject))) {
        await exactly(subject, `${name}=${encodeURIComponent(value)}`, rows.filter((other) => has(other, name, parts(value))));
      }
    }
    await exactly(subject, 'id=nobody', []);
    await exactly(subject, 'attributeNobodyHas=1', []);
  },
};

const everything: Check = {
  title: 'a filter on any other text, number or flag finds its row again',
  applies: kept,
  run: async (subject) => {
    const rows = await population(subject);
    for (const row of rows.slice(-2)) {
      for (const [name, value] of scalarsOf(row, Object.keys(row))) {
        await exactly(subject, `${encodeURIComponent(name)}=${encodeURIComponent(value)}`, rows.filter((other) => has(other, name, parts(value))));
      }
    }
  },
};

const dotted: Check = {
  title: 'a dotted filter reaches into objects and lists',
  applies: kept,
  run: async (subject) => {
    const rows = await population(subject);
    const inner = rows.flatMap((row) => innerScalars(row)).filter(([path]) => !/[\s'"\\]|\..*\./.test(path));
    const chosen = [...new Map(inner.map(([path, leaf]) => [`${path} ${leaf}`, [path, leaf] as const])).values()].slice(0, 12);
    for (const [path, leaf] of chosen) {
      // The origin in a reference is not stored where it is ours.
      if (path.endsWith('.href') && String(leaf).startsWith(ORIGIN)) continue;
      const expected = rows.filter((row) => has(row, path, parts(leaf)));
      await exactly(subject, `${encodeURIComponent(path)}=${encodeURIComponent(leaf)}`, expected);
    }
  },
};

const either: Check = {
  title: 'alternatives by comma or repetition, conditions together',
  applies: lists,
  run: async (subject) => {
    const rows = await population(subject);
    const [first, second] = [rows[0], rows.at(-1)];
    must(first !== undefined && second !== undefined, 'there are rows');
    const both = rows.filter(({ id }) => id === first.id || id === second.id);
    await exactly(subject, `id=${first.id},${second.id}`, both);
    await exactly(subject, `id=${first.id}&id=${second.id}`, both);
    await exactly(subject, `id=${first.id},nobody`, [first]);
    await exactly(subject, `id=${first.id}&id=nobody`, [first]);
    await exactly(subject, `id=${first.id}&attributeNobodyHas=1`, []);
  },
};

const TESTS = {
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
};

const ordered = (leaf: unknown, value: Leaf): number | undefined => {
  if (typeof leaf === 'string' && typeof value === 'string') return compareText(leaf, value);
  return typeof leaf === 'number' && typeof value === 'number' ? leaf - value : undefined;
};

const ranges: Check = {
  title: '.gt .gte .lt .lte compare text, dates and numbers',
  applies: kept,
  run: async (subject) => {
    const rows = await population(subject);
    const middle = rows[Math.floor(rows.length / 2)];
    must(middle !== undefined, 'there are rows');
    // An href is compared by the id in it alone, and only for equality.
    const scalars = scalarsOf(middle, Object.keys(middle)).filter(([name, value]) => name !== 'href' && typeof value !== 'boolean' && !name.includes('.'));
    for (const [name, value] of scalars) {
      for (const [operator, holds] of Object.entries(TESTS)) {
        const expected = rows.filter((row) => {
          const order = ordered(row[name], value);
          return order !== undefined && holds(order);
        });
        await exactly(subject, `${encodeURIComponent(name)}.${operator}=${encodeURIComponent(value)}`, expected);
      }
    }
  },
};

export const filtering: readonly Check[] = [equality, everything, dotted, either, ranges];
