import { must, mustBe } from './asking.ts';
import { listsIn } from './bodies.ts';
import type { Check } from './check.ts';
import { allows, changeable, objectIn, type Subject } from './subject.ts';
import { sameJson } from '../../rules/lifecycle.ts';
import type { Resource } from '../../store/store.ts';
import { isObject } from '../../surface/body.ts';

/** An attribute of ours that no specification knows: TMF630 lets a client extend what it sends. */
const OWN = 'faceplateNote';
const PATCHES = { merge: 'application/merge-patch+json', patch: 'application/json-patch+json', query: 'application/json-patch-query+json' };

const patches = (subject: Subject): boolean => allows(subject, 'patch');
const read = async (subject: Subject, { id }: Resource) => objectIn(await subject.ask({ method: 'GET', path: subject.one(id) }));

/** Does it still say all that it said? The server may complete what it keeps. */
function stands(before: unknown, after: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(after)) return before.length === after.length && before.every((one, at) => stands(one, after[at]));
  if (isObject(before) && isObject(after)) return Object.entries(before).every(([name, value]) => stands(value, after[name]));
  return sameJson(before, after);
}

function patch(subject: Subject, { id }: Resource, body: unknown, headers: Record<string, string> = {}) {
  subject.later(1000);
  return subject.ask({ method: 'PATCH', path: subject.one(id), body, headers });
}

const merge: Check = {
  title: 'a merge patch changes what it names, removes what it nulls and leaves the rest',
  applies: patches,
  run: async (subject) => {
    const made = await changeable(subject, 'full');
    for (const type of ['application/json', PATCHES.merge]) {
      const changed = await patch(subject, made, { [OWN]: { text: type, list: [1, 2] } }, { 'content-type': type });
      mustBe(changed, 200, `a patch as ${type}`);
      must(sameJson(objectIn(changed)[OWN], { text: type, list: [1, 2] }), 'a patch answers the changed resource', changed);
      must(sameJson(await read(subject, made), objectIn(changed)), 'a read gives what the patch gave', changed);
      const less = await patch(subject, made, { [OWN]: { list: [3], text: null } }, { 'content-type': type });
      must(sameJson(objectIn(less)[OWN], { list: [3] }), 'null removes a member and a list is replaced whole', less);
      const gone = await patch(subject, made, { [OWN]: null }, { 'content-type': type });
      must(!(OWN in objectIn(gone)), 'null removes an attribute', gone);
    }
    const touched = new Set(['lastUpdate', 'lastModified', ...(subject.definition.touched ?? [])]);
    const rest = (body: Resource) => Object.fromEntries(Object.entries(body).filter(([name]) => !touched.has(name)));
    const after = await read(subject, made);
    const changed = Object.keys(rest(made)).filter((name) => !stands(made[name], after[name]));
    must(changed.length === 0, `what a patch does not name stays: ${changed.map((name) => `${name} ${JSON.stringify(made[name])} is ${JSON.stringify(after[name])}`).join(', ')}`);
  },
};

const operations: Check = {
  title: 'a JSON patch is carried out whole or not at all',
  applies: patches,
  run: async (subject) => {
    const made = await changeable(subject);
    const as = { 'content-type': PATCHES.patch };
    const path = `/${OWN}`;
    const added = await patch(subject, made, [{ op: 'add', path, value: ['a'] }, { op: 'add', path: `${path}/-`, value: 'b' }], as);
    mustBe(added, 200, 'a JSON patch');
    must(sameJson(objectIn(added)[OWN], ['a', 'b']), 'a JSON patch adds', added);
    const tested = await patch(subject, made, [{ op: 'test', path: `${path}/0`, value: 'a' }, { op: 'remove', path: `${path}/0` }], as);
    must(sameJson(objectIn(tested)[OWN], ['b']), 'a JSON patch tests and removes', tested);
    const halves = [{ op: 'add', path: `${path}/-`, value: 'c' }, { op: 'test', path: `${path}/0`, value: 'not so' }];
    const failed = await patch(subject, made, halves, as);
    must(failed.status === 409 || failed.status === 400 || failed.status === 422, 'a test that fails refuses the patch', failed);
    must(sameJson((await read(subject, made))[OWN], ['b']), 'a refused JSON patch changes nothing');
    for (const nonsense of [{}, [{ op: 'conjure', path }], [{ op: 'remove', path: '/nowhere/at/all' }], [{ op: 'add' }], [7]]) {
      const refused = await patch(subject, made, nonsense, as);
      must(refused.status >= 400, 'a JSON patch that cannot be is refused', refused);
    }
    const gone = await patch(subject, made, [{ op: 'remove', path }], as);
    must(!(OWN in objectIn(gone)), 'a JSON patch removes', gone);
  },
};

const fixed: Check = {
  title: 'identity cannot be patched, by whatever patch',
  applies: patches,
  run: async (subject) => {
    const made = await changeable(subject);
    for (const name of ['id', 'href', '@type']) {
      for (const value of ['another', 7, null]) mustBe(await patch(subject, made, { [name]: value }), 400, `a patch of ${name}`);
      const operation = [{ op: 'replace', path: `/${name}`, value: 'another' }];
      mustBe(await patch(subject, made, operation, { 'content-type': PATCHES.patch }), 400, `a JSON patch of ${name}`);
    }
    mustBe(await patch(subject, made, { id: made.id, href: made.href }), 200, 'identity sent back as it was read');
    must(sameJson(await read(subject, made), made), 'sending back what was read changes nothing');
  },
};

const mandatory: Check = {
  title: 'what is mandatory cannot be patched away',
  applies: (subject) => patches(subject) && allows(subject, 'create') && subject.view.mandatory.length > 0,
  run: async (subject) => {
    const made = await changeable(subject);
    for (const name of subject.view.mandatory) {
      const answer = await patch(subject, made, { [name]: null });
      mustBe(answer, 400, `a patch that removes ${name}`);
      must(answer.text.includes(name), `the refusal names ${name}`, answer);
    }
    must(sameJson(await read(subject, made), made), 'a refused patch changes nothing');
  },
};

const lists: Check = {
  title: 'a list attribute patched to an object is refused',
  applies: (subject) => patches(subject) && listsIn(subject.definition, subject.view).length > 0,
  run: async (subject) => {
    const made = await changeable(subject);
    for (const name of listsIn(subject.definition, subject.view)) {
      mustBe(await patch(subject, made, { [name]: 'not a list' }), 400, `a patch of ${name} to text`);
    }
  },
};

const media: Check = {
  title: 'a patch of another media type is refused',
  applies: patches,
  run: async (subject) => {
    const made = await changeable(subject);
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data', PATCHES.query]) {
      const answer = await patch(subject, made, {}, { 'content-type': type });
      must(answer.status === 415, `a patch as ${type} is refused with 415`, answer);
    }
    for (const text of ['', '[]', '7', '{']) {
      const answer = await subject.ask({ method: 'PATCH', path: subject.one(made.id), text });
      mustBe(answer, 400, `a patch of ${text}`);
    }
  },
};

const races: Check = {
  title: 'If-Match lets nobody overwrite what they have not seen',
  applies: patches,
  run: async (subject) => {
    const made = await changeable(subject);
    const path = subject.one(made.id);
    const before = (await subject.ask({ method: 'GET', path })).headers.get('etag') ?? '';
    const first = await patch(subject, made, { [OWN]: 1 }, { 'if-match': before });
    mustBe(first, 200, 'a patch of what was seen');
    const after = first.headers.get('etag') ?? '';
    must(after !== '' && after !== before, 'a change gives another ETag', first);
    mustBe(await patch(subject, made, { [OWN]: 2 }, { 'if-match': before }), 412, 'a patch of what was not seen');
    must((await read(subject, made))[OWN] === 1, 'a refused patch changes nothing');
    mustBe(await patch(subject, made, { [OWN]: 3 }, { 'if-match': `"other", ${after}` }), 200, 'one of several tags is enough');
    mustBe(await patch(subject, made, { [OWN]: 4 }, { 'if-match': '*' }), 200, 'a star stands for whatever is there');
    const seen = (await subject.ask({ method: 'GET', path })).headers.get('etag') ?? '';
    const rivals = await Promise.all([5, 6, 7].map((value) => patch(subject, made, { [OWN]: value }, { 'if-match': seen })));
    must(rivals.filter(({ status }) => status === 200).length === 1, `one of three rivals wins: ${rivals.map(({ status }) => status).join(' ')}`);
    must(rivals.every(({ status }) => status === 200 || status === 412), 'the others are told');
    if (allows(subject, 'delete')) {
      mustBe(await subject.ask({ method: 'DELETE', path, headers: { 'if-match': before } }), 412, 'a removal of what was not seen');
    }
  },
};

export const changing: readonly Check[] = [merge, operations, fixed, mandatory, lists, media, races];
