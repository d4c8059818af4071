import { must, mustBe } from './asking.ts';
import type { Check } from './check.ts';
import { nameIn, stateIn } from './facts.ts';
import { allows, another, objectIn, put, type Subject } from './subject.ts';
import type { Lifecycle } from '../../definitions/definition.ts';
import type { Resource } from '../../store/store.ts';

const moves = (subject: Subject): boolean => allows(subject, 'patch') && subject.definition.lifecycle !== undefined;

function lifecycleOf({ definition }: Subject): Lifecycle {
  must(definition.lifecycle !== undefined, 'it has a lifecycle');
  return definition.lifecycle;
}

/** A document as stored, to be put back in any state. */
async function specimen(subject: Subject): Promise<Resource> {
  const made = await another(subject, 'full');
  const stored = await subject.store.read().get(subject.definition.resource, made.id);
  must(stored !== undefined, 'what was made is stored');
  return stored.body;
}

async function moved(subject: Subject, body: Resource, from: string, to: unknown) {
  const { attribute } = lifecycleOf(subject);
  await put(subject, { ...body, [attribute]: from });
  subject.later(1000);
  return subject.ask({ method: 'PATCH', path: subject.one(body.id), body: { [nameIn(subject, attribute)]: typeof to === 'string' ? stateIn(subject, to) : to } });
}

const now = async (subject: Subject, { id }: Resource): Promise<unknown> => {
  const { attribute } = lifecycleOf(subject);
  return objectIn(await subject.ask({ method: 'GET', path: subject.one(id) }))[nameIn(subject, attribute)];
};

/** 422 is a rule of the trade that says no to this very body; it too must say why and leave the state alone. */
const legal: Check = {
  title: 'every legal move is made, and seen',
  applies: moves,
  run: async (subject) => {
    const body = await specimen(subject);
    for (const [from, ways] of Object.entries(lifecycleOf(subject).moves)) {
      for (const to of [from, ...ways]) {
        const answer = await moved(subject, body, from, to);
        must(answer.status === 200 || answer.status === 422, `from ${from} to ${to} is legal`, answer);
        const state = await now(subject, body);
        must(state === stateIn(subject, answer.status === 200 ? to : from), `after ${from} to ${to} the state is ${String(state)}`, answer);
      }
    }
  },
};

const illegal: Check = {
  title: 'every illegal move is refused and changes nothing',
  applies: moves,
  run: async (subject) => {
    const body = await specimen(subject);
    const known = lifecycleOf(subject).moves;
    for (const [from, ways] of Object.entries(known)) {
      const others = Object.keys(known).filter((to) => to !== from && !ways.includes(to));
      for (const to of others) {
        const answer = await moved(subject, body, from, to);
        mustBe(answer, 409, `from ${from} to ${to}`);
        must(/"illegalTransition"/.test(answer.text), 'the refusal says that the move is the matter', answer);
        must((await now(subject, body)) === stateIn(subject, from), `a refused move leaves it ${from}`, answer);
      }
    }
  },
};

const strange: Check = {
  title: 'a state nobody knows is refused',
  applies: moves,
  run: async (subject) => {
    const body = await specimen(subject);
    const [from = ''] = Object.keys(lifecycleOf(subject).moves);
    for (const to of ['unheard-of', 'constructor', '__proto__', '', 1, {}, ['a']]) {
      mustBe(await moved(subject, body, from, to), 400, `to ${JSON.stringify(to)}`);
    }
    must((await now(subject, body)) === stateIn(subject, from), 'a refused move changes nothing');
  },
};

const finals: Check = {
  title: 'a final state locks the resource',
  applies: moves,
  run: async (subject) => {
    const body = await specimen(subject);
    const { moves: known, attribute } = lifecycleOf(subject);
    for (const state of Object.keys(known).filter((name) => known[name]?.length === 0)) {
      await put(subject, { ...body, [attribute]: state });
      const answer = await subject.ask({ method: 'PATCH', path: subject.one(body.id), body: { faceplateNote: 'late' } });
      mustBe(answer, 409, `a change of what is ${state}`);
      mustBe(await subject.ask({ method: 'PATCH', path: subject.one(body.id), body: {} }), 200, `no change of what is ${state}`);
    }
  },
};

const starts: Check = {
  title: 'a new resource starts where its life starts',
  applies: (subject) => moves(subject) && allows(subject, 'create'),
  run: async (subject) => {
    const { attribute, initial, moves: known } = lifecycleOf(subject);
    const name = nameIn(subject, attribute);
    const { id: _, href: __, ...said } = await another(subject);
    const elsewhere = initial ? Object.keys(known).filter((state) => !initial.includes(state)) : [];
    for (const state of [...elsewhere, 'unheard-of']) {
      const answer = await subject.ask({ method: 'POST', path: subject.collection, body: { ...said, [name]: state } });
      mustBe(answer, 400, `a create in state ${state}`);
    }
  },
};

export const states: readonly Check[] = [legal, illegal, strange, finals, starts];
