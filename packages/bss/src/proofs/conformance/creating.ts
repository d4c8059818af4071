import { must, mustBe } from './asking.ts';
import { fullBody, listsIn, minimalBody } from './bodies.ts';
import type { Check } from './check.ts';
import { carried } from './facts.ts';
import { allows, created, objectIn, ORIGIN, rowsIn, type Subject } from './subject.ts';
import { sameJson } from '../../rules/lifecycle.ts';
import type { Resource } from '../../store/store.ts';
import type { JsonObject } from '../../surface/body.ts';

const creates = (subject: Subject): boolean => allows(subject, 'create');
const least = ({ definition, view, dice }: Subject) => minimalBody(definition, view, dice);

/** Created, and whole. */
async function make(subject: Subject, body: JsonObject): Promise<Resource> {
  const answer = await subject.ask({ method: 'POST', path: subject.collection, body });
  mustBe(answer, 201, 'a create');
  const made = objectIn(answer);
  for (const name of carried(subject)) must(made[name] !== undefined && made[name] !== null, `a created ${subject.view.resource} carries ${name}`, answer);
  must(made.href === `${ORIGIN}${subject.one(made.id)}`, 'href leads to what was created', answer);
  must(answer.headers.get('location') === made.href, 'Location leads to what was created', answer);
  must(/^(W\/)?"[^"]+"$/.test(answer.headers.get('etag') ?? ''), 'a created resource has an ETag', answer);
  const said = body['@type'];
  const type = typeof said === 'string' ? said : subject.view.type;
  must(made['@type'] === type, `@type is ${type}`, answer);
  return made;
}

const minimal: Check = {
  title: 'a create with what is mandatory answers the whole resource',
  applies: creates,
  run: async (subject) => {
    const body = least(subject);
    const made = await make(subject, body);
    for (const [name, value] of Object.entries(body)) {
      if (typeof value === 'string') must(made[name] === value, `${name} is as it was sent`);
    }
  },
};

const full: Check = {
  title: 'a create with all a client may say keeps what it said',
  applies: creates,
  run: async (subject) => {
    const { definition, view, dice } = subject;
    for (let round = 0; round < 3; round += 1) {
      const body = fullBody(definition, view, dice);
      const made = await make(subject, body);
      const read = objectIn(await subject.ask({ method: 'GET', path: subject.one(made.id) }));
      must(sameJson(read, made), `a read gives what the create gave: ${JSON.stringify(made)} and then ${JSON.stringify(read)}`);
    }
  },
};

const identity: Check = {
  title: 'identity is the server’s to give',
  applies: creates,
  run: async (subject) => {
    const made = await created(subject, { ...least(subject), id: 'chosen-by-me', href: 'https://elsewhere.example/x' });
    must(made.id !== 'chosen-by-me', 'a client does not choose the id');
    must(made.href === `${ORIGIN}${subject.one(made.id)}`, 'a client does not choose the href');
    const other = await created(subject, least(subject));
    must(other.id !== made.id, 'two creates give two ids');
  },
};

const missing: Check = {
  title: 'a create without something mandatory is refused with its name',
  applies: (subject) => creates(subject) && subject.view.mandatory.length > 0,
  run: async (subject) => {
    const body = least(subject);
    for (const name of subject.view.mandatory) {
      for (const hole of [undefined, null]) {
        const answer = await subject.ask({ method: 'POST', path: subject.collection, body: { ...body, [name]: hole } });
        mustBe(answer, 400, `a create without ${name}`);
        must(answer.text.includes(name), `the refusal names ${name}`, answer);
      }
    }
  },
};

const lists: Check = {
  title: 'a list attribute sent as an object is refused',
  applies: (subject) => creates(subject) && listsIn(subject.definition, subject.view).length > 0,
  run: async (subject) => {
    const body = least(subject);
    for (const name of listsIn(subject.definition, subject.view)) {
      const answer = await subject.ask({ method: 'POST', path: subject.collection, body: { ...body, [name]: { id: '1' } } });
      mustBe(answer, 400, `a create with ${name} as an object`);
      must(answer.text.includes(name), `the refusal names ${name}`, answer);
    }
  },
};

const nonsense: Check = {
  title: 'a body that is no JSON object is refused',
  applies: creates,
  run: async (subject) => {
    for (const text of ['', '{', '[]', 'null', '"text"', '7', '{"a":1}}', '{"a":"\\u0000"}', '{"a":"\\ud800"}']) {
      mustBe(await subject.ask({ method: 'POST', path: subject.collection, text }), 400, `a create with ${text}`);
    }
  },
};

const media: Check = {
  title: 'another media type than JSON is refused',
  applies: creates,
  run: async (subject) => {
    const text = JSON.stringify(least(subject));
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const answer = await subject.ask({ method: 'POST', path: subject.collection, text, headers: { 'content-type': type } });
      mustBe(answer, 415, `a create as ${type}`);
    }
    const charset = { 'content-type': 'application/json;charset=utf-8' };
    mustBe(await subject.ask({ method: 'POST', path: subject.collection, text, headers: charset }), 201, 'a create with a charset');
  },
};

const repeated: Check = {
  title: 'a create repeated with its Idempotency-Key makes one resource',
  applies: (subject) => creates(subject) && allows(subject, 'list'),
  run: async (subject) => {
    const { collection, dice } = subject;
    const headers = { 'idempotency-key': `key-${dice.digits(9)}` };
    const body = least(subject);
    const [first, second] = [await subject.ask({ method: 'POST', path: collection, body, headers }), await subject.ask({ method: 'POST', path: collection, body, headers })];
    mustBe(first, 201, 'a create with a key');
    must(second.status === 201 && second.text === first.text, 'the same request gets the same answer', second);
    must(second.headers.get('location') === first.headers.get('location'), 'and the same Location', second);
    const rows = rowsIn(await subject.ask({ method: 'GET', path: `${collection}?id=${objectIn(first).id}` }));
    must(rows.length === 1, 'one resource was made');
    const other = { ...body, faceplateNote: 'another' };
    mustBe(await subject.ask({ method: 'POST', path: collection, body: other, headers }), 422, 'another request with the same key');
    for (const key of ['', 'x'.repeat(201)]) {
      mustBe(await subject.ask({ method: 'POST', path: collection, body, headers: { 'idempotency-key': key } }), 400, 'a malformed key');
    }
  },
};

export const creating: readonly Check[] = [minimal, full, identity, missing, lists, nonsense, media, repeated];
