import { type Ask, asker, must, mustBe, Unmet } from './asking.ts';
import { scalarsOf } from './facts.ts';
import { KITS, type KitRow } from './kits.ts';
import { objectIn, ORIGIN, rowsIn, START } from './subject.ts';
import { ALWAYS } from './watches.ts';
import { createBss } from '../../bss.ts';
import { definitionOf } from '../../definitions/definitions.ts';
import { sameJson } from '../../rules/lifecycle.ts';
import type { Resource, Store } from '../../store/store.ts';
import { generateWorld } from '../../world/world.ts';

const CONSUMERS = 5;

function carriesAll(row: Resource, { carries, resource }: KitRow): void {
  const missing = carries.filter((name) => row[name] === undefined || row[name] === null);
  must(missing.length === 0, `every ${resource} carries ${missing.join(', ')}: ${JSON.stringify(row).slice(0, 300)}`);
  for (const name of ['id', 'href']) must(typeof row[name] === 'string', `${name} of a ${resource} is text`);
}

async function create(ask: Ask, path: string, row: KitRow): Promise<void> {
  for (const body of row.sends) {
    const answer = await ask({ method: 'POST', path, body });
    mustBe(answer, 201, `a create of ${row.resource}`);
    const made = objectIn(answer);
    carriesAll(made, row);
    const read = await ask({ method: 'GET', path: `${path}/${made.id}` });
    mustBe(read, 200, `a read of ${row.resource}`);
    must(sameJson(read.body, made), 'a read gives what the create gave', read);
  }
  for (const body of row.refuses ?? []) mustBe(await ask({ method: 'POST', path, body }), 400, `a create of ${row.resource} that lacks something`);
}

/** Every row is looked at, those of the demonstration world too: the kits make no difference. */
async function list(ask: Ask, path: string, row: KitRow): Promise<Resource[]> {
  const all: Resource[] = [];
  for (let offset = 0; ; offset += 1000) {
    const answer = await ask({ method: 'GET', path: `${path}?offset=${offset}&limit=1000` });
    const rows = rowsIn(answer);
    all.push(...rows);
    if (rows.length < 1000) break;
  }
  must(all.length > 0, `an empty list of ${row.resource} fails a kit`);
  for (const one of all) carriesAll(one, row);
  return all;
}

async function filter(ask: Ask, path: string, row: KitRow, all: readonly Resource[]): Promise<void> {
  const some = [all[0], all[Math.floor(all.length / 2)], all.at(-1)].filter((one): one is Resource => one !== undefined);
  for (const one of some) {
    for (const [name, value] of scalarsOf(one, row.carries)) {
      const found = rowsIn(await ask({ method: 'GET', path: `${path}?limit=1000&${name}=${encodeURIComponent(value)}` }));
      const expected = all.filter((other) => other[name] === value);
      const alike = found.length === Math.min(1000, expected.length) && found.every((other) => other[name] === value);
      must(alike, `${name}=${String(value)} finds ${expected.length} of ${row.resource}, not ${found.length}`);
    }
  }
}

async function change(ask: Ask, path: string, { resource, patches }: KitRow, all: readonly Resource[]): Promise<void> {
  const last = all.at(-1);
  if (!patches || !last) return;
  const answer = await ask({ method: 'PATCH', path: `${path}/${last.id}`, body: patches });
  mustBe(answer, 200, `a change of ${resource}`);
  for (const [name, value] of Object.entries(patches)) must(sameJson(objectIn(answer)[name], value), `${name} has changed`, answer);
  mustBe(await ask({ method: 'PATCH', path: `${path}/${last.id}`, body: { id: 'another' } }), 400, 'a change of the id');
}

async function runRow(ask: Ask, row: KitRow): Promise<void> {
  const { path, operations } = definitionOf(row.resource);
  await create(ask, path, row);
  const all = await list(ask, path, row);
  await filter(ask, path, row, all);
  await change(ask, path, row, all);
  mustBe(await ask({ method: 'GET', path: `${path}/there-is-none` }), 404, 'a read of nothing');
  const last = all.at(-1);
  if (!operations.includes('delete') || row.sends.length === 0 || !last) return;
  mustBe(await ask({ method: 'DELETE', path: `${path}/${last.id}` }), 204, `a removal of ${row.resource}`);
  mustBe(await ask({ method: 'GET', path: `${path}/${last.id}` }), 404, 'a read of what is gone');
}

/** Walks every row of the kits over the demonstration world on this store; undefined for a row that holds. */
export async function kitsOn(store: Store, rows = KITS): Promise<(string | undefined)[]> {
  const now = new Date(START);
  await store.load(generateWorld({ seed: 1, customers: CONSUMERS, now }).records);
  const faults: unknown[] = [];
  const bss = createBss({ store, clock: () => now, simulate: false, report: (cause) => faults.push(cause) });
  const ask = asker((request) => bss.fetch(request), ORIGIN, ALWAYS);
  const outcomes: (string | undefined)[] = [];
  for (const row of rows) {
    const wrong = await runRow(ask, row).then(
      () => undefined,
      (cause: unknown) => (cause instanceof Unmet ? cause.message : String((cause as Error).stack)),
    );
    const fault = faults.splice(0)[0];
    outcomes.push(wrong === undefined ? undefined : `kit ${row.resource}: ${wrong}${fault === undefined ? '' : ` (${String((fault as Error).stack).slice(0, 300)})`}`);
  }
  return outcomes;
}
