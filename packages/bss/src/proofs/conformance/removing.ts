import { must, mustBe } from './asking.ts';
import { always, type Check } from './check.ts';
import { allows, another, rowsIn, type Subject } from './subject.ts';
import type { Operation } from '../../definitions/definition.ts';

const gone: Check = {
  title: 'what is deleted is gone',
  applies: (subject) => allows(subject, 'delete'),
  run: async (subject) => {
    const made = await another(subject);
    const path = subject.one(made.id);
    mustBe(await subject.ask({ method: 'DELETE', path }), 204, 'a removal');
    if (allows(subject, 'get')) mustBe(await subject.ask({ method: 'GET', path }), 404, 'a read of what is gone');
    mustBe(await subject.ask({ method: 'DELETE', path }), 404, 'a removal of what is gone');
    if (allows(subject, 'patch')) mustBe(await subject.ask({ method: 'PATCH', path, body: {} }), 404, 'a patch of what is gone');
    if (!allows(subject, 'list')) return;
    const rows = rowsIn(await subject.ask({ method: 'GET', path: `${subject.collection}?id=${made.id}` }));
    must(rows.length === 0, 'no list has what is gone');
  },
};

const METHODS: readonly (readonly [Operation, string, 'all' | 'one'])[] = [
  ['list', 'GET', 'all'],
  ['create', 'POST', 'all'],
  ['get', 'GET', 'one'],
  ['patch', 'PATCH', 'one'],
  ['delete', 'DELETE', 'one'],
];

async function refused(subject: Subject, method: string, path: string, allowed: readonly string[]): Promise<void> {
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: {} };
  const answer = await subject.ask({ method, path, ...body });
  mustBe(answer, 405, `${method} where it is not served`);
  const allow = (answer.headers.get('allow') ?? '').split(',').map((name) => name.trim());
  must(allowed.every((name) => allow.includes(name)) && !allow.includes(method), `Allow names ${allowed.join(', ')} (${allow.join(', ')})`, answer);
}

const methods: Check = {
  title: 'every other method answers 405 and names those that work',
  applies: always,
  run: async (subject) => {
    const made = await another(subject);
    for (const kind of ['all', 'one'] as const) {
      const path = kind === 'all' ? subject.collection : subject.one(made.id);
      const here = METHODS.filter(([, , where]) => where === kind);
      const allowed = here.filter(([operation]) => allows(subject, operation)).map(([, method]) => method);
      const others = ['GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'PROPFIND'].filter((method) => !allowed.includes(method));
      for (const method of others) await refused(subject, method, path, allowed);
    }
  },
};

export const removing: readonly Check[] = [gone, methods];
