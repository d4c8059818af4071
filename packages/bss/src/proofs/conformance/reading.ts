import { must, mustBe } from './asking.ts';
import { always, type Check } from './check.ts';
import { carried } from './facts.ts';
import { allows, another, objectIn, rowsIn, type Subject } from './subject.ts';
import { sameJson } from '../../rules/lifecycle.ts';

const sorted = (names: Iterable<string>): string => [...names].toSorted().join(' ');

const identity = ['@type', 'href', 'id'];

const one: Check = {
  title: 'a read gives the resource as it stands in the list',
  applies: (subject) => allows(subject, 'get') && allows(subject, 'list'),
  run: async (subject) => {
    const made = await another(subject, 'full');
    const answer = await subject.ask({ method: 'GET', path: subject.one(made.id) });
    mustBe(answer, 200, 'a read');
    must(sameJson(objectIn(answer), made), 'a read gives what was made', answer);
    const rows = rowsIn(await subject.ask({ method: 'GET', path: `${subject.collection}?id=${made.id}` }));
    must(sameJson(rows, [made]), `the list has it as it was made: ${JSON.stringify(rows)}`);
  },
};

const unknown: Check = {
  title: 'what is not there is not found',
  applies: always,
  run: async (subject) => {
    for (const id of ['nowhere', '%00', '..%2F..', 'a'.repeat(300), '%F0%9F%A6%8A', "'%20or%201=1"]) {
      const path = `${subject.collection}/${id}`;
      if (allows(subject, 'get')) mustBe(await subject.ask({ method: 'GET', path }), 404, 'a read of nothing');
      if (allows(subject, 'patch')) mustBe(await subject.ask({ method: 'PATCH', path, body: {} }), 404, 'a change of nothing');
      if (allows(subject, 'delete')) mustBe(await subject.ask({ method: 'DELETE', path }), 404, 'a removal of nothing');
    }
  },
};

const fields: Check = {
  title: 'fields chooses attributes; identity always comes along',
  applies: (subject) => allows(subject, 'list'),
  run: async (subject) => {
    const made = await another(subject, 'full');
    const own = Object.keys(made).filter((name) => !identity.includes(name));
    const chosen = own.slice(0, 2);
    const cases = [
      [`fields=${chosen.map(encodeURIComponent).join(',')}`, [...identity, ...chosen]],
      ['fields=none', identity],
      ['fields=id', identity],
      ['fields=doesNotExist', identity],
      [`fields=${own.map(encodeURIComponent).join('&fields=')}`, [...identity, ...own]],
    ] as const;
    for (const [query, names] of cases) {
      if (chosen.length === 0 && query.startsWith('fields=&')) continue;
      const answer = await subject.ask({ method: 'GET', path: `${subject.collection}?id=${made.id}&${query}` });
      const [row] = rowsIn(answer);
      must(row !== undefined && sorted(Object.keys(row)) === sorted(new Set(names)), `${query} shows ${sorted(names)}`, answer);
      if (!allows(subject, 'get')) continue;
      const read = await subject.ask({ method: 'GET', path: `${subject.one(made.id)}?${query}` });
      must(sameJson(objectIn(read), row), `${query} chooses alike in a list and alone`, read);
    }
  },
};

const unchanged: Check = {
  title: 'If-None-Match spares what is known',
  // What is composed when it is asked for has no revision of its own.
  applies: (subject) => allows(subject, 'get') && subject.definition.from === undefined,
  run: async (subject) => {
    const made = await another(subject);
    const path = subject.one(made.id);
    const etag = (await subject.ask({ method: 'GET', path })).headers.get('etag') ?? '';
    must(etag !== '', 'a read has an ETag');
    for (const tag of [etag, '*', `"other", ${etag}`]) {
      const answer = await subject.ask({ method: 'GET', path, headers: { 'if-none-match': tag } });
      mustBe(answer, 304, `a read of what is known by ${tag}`);
      must(answer.headers.get('etag') === etag, '304 repeats the ETag', answer);
    }
    mustBe(await subject.ask({ method: 'GET', path, headers: { 'if-none-match': '"other"' } }), 200, 'a read of what is not known');
  },
};

const everyRow: Check = {
  title: 'every row of a list carries what is mandatory',
  applies: (subject) => allows(subject, 'list'),
  run: async (subject) => {
    await another(subject);
    await another(subject, 'full');
    const answer = await subject.ask({ method: 'GET', path: `${subject.collection}?limit=1000` });
    const rows = rowsIn(answer);
    must(rows.length >= 2, 'a list has what was made', answer);
    for (const row of rows) {
      for (const name of carried(subject)) {
        const there = row[name] !== undefined && row[name] !== null;
        must(there, `a row carries ${name}: ${JSON.stringify(row).slice(0, 300)}`);
      }
    }
  },
};

const head: Check = {
  title: 'HEAD answers as GET does, without the body',
  applies: (subject) => allows(subject, 'list'),
  run: async (subject: Subject) => {
    await another(subject);
    const [get, bare] = [await subject.ask({ method: 'GET', path: subject.collection }), await subject.ask({ method: 'HEAD', path: subject.collection })];
    mustBe(bare, get.status, 'HEAD');
    must(bare.text === '', 'HEAD has no body', bare);
    must(bare.headers.get('x-total-count') === get.headers.get('x-total-count'), 'HEAD counts as GET does', bare);
  },
};

const slashes: Check = {
  title: 'a slash too many leads to the same place',
  applies: (subject) => allows(subject, 'list'),
  run: async (subject) => {
    await another(subject);
    const { collection } = subject;
    const plain = await subject.ask({ method: 'GET', path: `${collection}?limit=1` });
    for (const path of [`${collection}/?limit=1`, `${collection.replace(/\/(?=[^/]+$)/, '//')}?limit=1`]) {
      must((await subject.ask({ method: 'GET', path })).text === plain.text, `${path} answers as ${collection} does`);
    }
  },
};

export const reading: readonly Check[] = [one, unknown, fields, unchanged, everyRow, head, slashes];
