import { must, mustBe, type Answer } from './asking.ts';
import type { Check } from './check.ts';
import { scalarsOf } from './facts.ts';
import { allows, another, ORIGIN, rowsIn, type Subject } from './subject.ts';
import { compareText } from '../../store/match.ts';
import type { Resource } from '../../store/store.ts';

const lists = (subject: Subject): boolean => allows(subject, 'list');
const idsOf = (rows: readonly Resource[]): string => rows.map(({ id }) => id).join(' ');

async function atLeast(subject: Subject, count: number): Promise<Resource[]> {
  const rows = async () => rowsIn(await subject.ask({ method: 'GET', path: `${subject.collection}?limit=1000` }));
  for (let at = (await rows()).length; at < count; at += 1) await another(subject);
  return rows();
}

function linksIn(answer: Answer): Record<string, URL> {
  const links = [...(answer.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)];
  return Object.fromEntries(links.map(([, url = '', rel = '']) => [rel, new URL(url)]));
}

const pages: Check = {
  title: 'pages put together are the whole, with totals and links',
  applies: lists,
  run: async (subject) => {
    const all = await atLeast(subject, 5);
    const walked: Resource[] = [];
    let path: string | undefined = `${subject.collection}?offset=0&limit=2&sort=id`;
    while (path !== undefined && walked.length <= all.length) {
      const answer = await subject.ask({ method: 'GET', path });
      const rows = rowsIn(answer);
      walked.push(...rows);
      must(answer.headers.get('x-total-count') === String(all.length), `a page counts all ${all.length}`, answer);
      must(answer.headers.get('x-result-count') === String(rows.length), 'a page counts its own rows', answer);
      const { next, self, first, last } = linksIn(answer);
      must(self !== undefined && first !== undefined && last !== undefined, 'a page leads to itself, the first and the last', answer);
      must([self, first, last, next].every((link) => link === undefined || link.origin === ORIGIN), 'links stay here', answer);
      path = next && `${next.pathname}${next.search}`;
    }
    const expected = all.toSorted((a, b) => compareText(a.id, b.id));
    must(idsOf(walked) === idsOf(expected), `following next gives every row once: ${idsOf(walked)} for ${idsOf(expected)}`);
  },
};

const ends: Check = {
  title: 'past the end is an empty page; nonsense is refused',
  applies: lists,
  run: async (subject) => {
    const all = await atLeast(subject, 2);
    const past = await subject.ask({ method: 'GET', path: `${subject.collection}?offset=${all.length + 5}&limit=3` });
    must(rowsIn(past).length === 0, 'there is nothing past the end', past);
    must(past.headers.get('x-total-count') === String(all.length), 'past the end all are counted still', past);
    must(past.headers.get('x-result-count') === '0', 'past the end nothing is counted', past);
    must(rowsIn(await subject.ask({ method: 'GET', path: `${subject.collection}?limit=0` })).length === 0, 'limit=0 asks for nothing');
    for (const query of ['limit=-1', 'limit=x', 'offset=-1', 'offset=1.5', 'limit=', 'sort=%00', 'a..b=1', 'name=%00']) {
      mustBe(await subject.ask({ method: 'GET', path: `${subject.collection}?${query}` }), 400, `a list with ${query}`);
    }
  },
};

const order = (name: string) => (a: Resource, b: Resource) => {
  const [left, right] = [a[name], b[name]];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return compareText(String(left), String(right));
};

const sorting: Check = {
  title: 'sort puts in order, and back to front with a minus',
  applies: (subject) => lists(subject) && subject.definition.from === undefined,
  run: async (subject) => {
    const all = await atLeast(subject, 4);
    const [sample] = all;
    must(sample !== undefined, 'there are rows');
    const everywhere = scalarsOf(sample, Object.keys(sample)).filter(
      ([name, value]) => name !== 'href' && typeof value !== 'boolean' && all.every((row) => typeof row[name] === typeof value),
    );
    for (const [name] of everywhere) {
      const up = rowsIn(await subject.ask({ method: 'GET', path: `${subject.collection}?limit=1000&sort=${encodeURIComponent(name)}` }));
      must(idsOf(up) === idsOf(all.toSorted(order(name))), `sort=${name} gives ${JSON.stringify(up.map((row) => row[name]))}`);
      const down = rowsIn(await subject.ask({ method: 'GET', path: `${subject.collection}?limit=1000&sort=-${encodeURIComponent(name)}` }));
      must(idsOf(down) === idsOf(all.toSorted((a, b) => order(name)(b, a))), `sort=-${name} gives ${JSON.stringify(down.map((row) => row[name]))}`);
    }
  },
};

/** Asked of a BSS whose operator wants 206 for a part. */
const partial: Check = {
  title: '206 for a part of the whole where the operator wants it, 200 else',
  applies: lists,
  run: async (subject) => {
    const all = await atLeast(subject, 2);
    const part = await subject.ask({ method: 'GET', path: `${subject.collection}?limit=1` });
    mustBe(part, subject.partialStatus, 'a part of the whole');
    mustBe(await subject.ask({ method: 'GET', path: `${subject.collection}?limit=1000` }), 200, 'the whole');
    mustBe(await subject.ask({ method: 'GET', path: `${subject.collection}?offset=${all.length}` }), 200, 'past the end');
  },
};

export const paging: readonly Check[] = [pages, ends, sorting, partial];
