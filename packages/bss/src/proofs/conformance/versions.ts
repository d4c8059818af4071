import { must, mustBe } from './asking.ts';
import type { Check } from './check.ts';
import { allows, another, objectIn, ORIGIN, rowsIn, type Subject } from './subject.ts';
import type { View } from '../../definitions/definition.ts';
import { sameJson } from '../../rules/lifecycle.ts';

const otherView = ({ definition, view }: Subject): View | undefined => definition.views.find(({ version }) => version !== view.version);

const collectionIn = ({ bases: [base], resource }: View): string => `${base}/${resource}`;

const views: Check = {
  title: 'the other version shows the same resource, and a change through it is seen here',
  applies: (subject) => otherView(subject) !== undefined && subject.definition.under === undefined,
  run: async (subject) => {
    const other = otherView(subject);
    must(other !== undefined, 'there is another version');
    const made = await another(subject, 'full');
    const there = `${collectionIn(other)}/${made.id}`;
    const seen = objectIn(await subject.ask({ method: 'GET', path: there }));
    must(seen.id === made.id && seen['@type'] === other.type, `${other.version} shows a ${other.type}: ${JSON.stringify(seen).slice(0, 200)}`);
    must(seen.href === `${ORIGIN}${there}`, `href leads to ${other.version}: ${seen.href}`);
    const rows = rowsIn(await subject.ask({ method: 'GET', path: `${collectionIn(other)}?id=${made.id}` }));
    must(sameJson(rows, [seen]), `${other.version} lists it as it shows it: ${JSON.stringify(rows).slice(0, 300)}`);
    if (other.operations.includes('patch')) {
      mustBe(await subject.ask({ method: 'PATCH', path: there, body: { faceplateNote: 'from there' } }), 200, `a patch through ${other.version}`);
      const here = objectIn(await subject.ask({ method: 'GET', path: subject.one(made.id) }));
      must(here['faceplateNote'] === 'from there', 'a change through the other version is seen here');
    }
    if (!allows(subject, 'delete') || !other.operations.includes('get')) return;
    mustBe(await subject.ask({ method: 'DELETE', path: subject.one(made.id) }), 204, 'a removal');
    mustBe(await subject.ask({ method: 'GET', path: there }), 404, `a read through ${other.version} of what is gone`);
  },
};

const sentBack: Check = {
  title: 'what the other version shows can be sent back through it, and changes nothing',
  applies: (subject) => allows(subject, 'patch') && (otherView(subject)?.operations.includes('patch') ?? false) && subject.definition.under === undefined,
  run: async (subject) => {
    const other = otherView(subject);
    must(other !== undefined, 'there is another version');
    const made = await another(subject, 'full');
    const path = `${collectionIn(other)}/${made.id}`;
    const seen = objectIn(await subject.ask({ method: 'GET', path }));
    mustBe(await subject.ask({ method: 'PATCH', path, body: seen }), 200, 'sending back what was read');
    const after = objectIn(await subject.ask({ method: 'GET', path }));
    must(sameJson(after, seen), `nothing has changed: ${JSON.stringify(seen)} is now ${JSON.stringify(after)}`);
  },
};

const aliases: Check = {
  title: 'every base path it is known under leads to it',
  applies: (subject) => subject.view.bases.length > 1 && subject.definition.under === undefined,
  run: async (subject) => {
    const made = await another(subject);
    for (const base of subject.view.bases) {
      const found = objectIn(await subject.ask({ method: 'GET', path: `${base}/${subject.view.resource}/${made.id}` }));
      must(found.id === made.id, `${base} leads to it`);
      rowsIn(await subject.ask({ method: 'GET', path: `${base}/${subject.view.resource}` }));
    }
  },
};

export const versions: readonly Check[] = [views, sentBack, aliases];
