import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objects } from '../simulator/course.ts';
import { memoryStore } from '../store/memory.ts';
import type { Resource } from '../store/store.ts';
import { bench, pathOf } from '../testing/bench.ts';
import { ARTICLES } from './articles.ts';
import { generateWorld } from './world.ts';

const world = generateWorld({ seed: 1, customers: 3, now: new Date('2026-11-21T10:00:00.000Z') });
const bss = bench({ store: memoryStore(world.records) });
const list = async (resource: string, query = '') => (await (await bss.ask('GET', `${pathOf(resource)}?limit=1000&${query}`)).json()) as Resource[];

test('the help centre has an answer to what is asked most, readable as it was written', async () => {
  const articles = await list('document', 'documentType=KnowledgeArticle&status=published');
  assert.ok(articles.length >= 12);
  for (const { key, text } of ARTICLES) {
    const [file] = articles.flatMap(({ attachment }) => objects(attachment)).filter(({ name }) => name === `${key}.md`);
    const bytes = Buffer.from(String(file?.['content']), 'base64');
    assert.equal(bytes.toString('utf8'), text);
    assert.deepEqual(file?.['size'], { amount: bytes.length, units: 'byte' });
    assert.ok(text.length > 400, `${key} says too little`);
  }
});

test('an article is found by category and by word', async () => {
  const named = async (query: string) => (await list('document', query)).map(({ name }) => name);
  assert.deepEqual(await named('category.name=TV'), ['The TV picture breaks up']);
  assert.deepEqual(await named('characteristic.value=roaming'), ['Using your phone abroad']);
});

test('our promises of support are written from the table that is reckoned with', async () => {
  const [objective] = await list('serviceLevelObjective', 'name=It%20works%20again:%20business,%20critical');
  assert.deepEqual([objective?.['conformanceTarget'], objective?.['conformanceComparator']], ['4', '.le']);
  const specifications = await list('serviceLevelSpecification');
  assert.equal(specifications.length, 3);
});

test('Ada has unread news, and her partner a right that she gave', async () => {
  const ada = world.signIns[0]?.sub ?? '';
  assert.equal((await list('communicationMessage', `receiver.party.id=${ada}&characteristic.value=false`)).length, 3);
  const [right] = await list('permission', `granter.id=${ada}`);
  assert.match(String(right?.['description']), /^Elias Lindqvist as member of/);
});

test('a world that is just made has nothing that is overdue to be judged', async () => {
  await bss.tick();
  assert.deepEqual(new Set((await list('sla')).map(({ assessedUntil }) => assessedUntil)), new Set(['2026-10-31T23:00:00.000Z']));
});

test('a test, an article and a form can be chosen from a list', async () => {
  assert.deepEqual((await list('serviceTestSpecification')).map(({ name }) => name), ['Line test', 'Speed test', 'Modem reboot']);
  assert.equal((await list('troubleTicketSpecification')).length, 8);
  assert.ok((await list('partyRoleSpecification')).length >= 4 && (await list('serviceProblemEventRecord')).length > 0);
});
