import { asker, must, Unmet, type Watch } from './asking.ts';
import { ORIGIN, rowsIn, START } from './subject.ts';
import { ALWAYS } from './watches.ts';
import { createBss } from '../../bss.ts';
import type { View } from '../../definitions/definition.ts';
import { definitions } from '../../definitions/definitions.ts';
import type { Resource, Store } from '../../store/store.ts';
import { generateWorld } from '../../world/world.ts';

const PAGE = 1000;

/** What this version says of a row that the server itself answers for. */
function lacking({ mandatory }: View, row: Resource): string[] {
  return ['id', 'href', '@type', ...mandatory].filter((name) => row[name] === undefined || row[name] === null);
}

/** Looks at every row that the demonstration world shows, in each version; undefined for one that holds. */
export async function worldRows(store: Store, watches: readonly Watch[] = []): Promise<(string | undefined)[]> {
  const now = new Date(START);
  await store.load(generateWorld({ seed: 1, customers: 10, now }).records);
  const bss = createBss({ store, clock: () => now, simulate: false });
  const ask = asker((request) => bss.fetch(request), ORIGIN, [...ALWAYS, ...watches]);
  const outcomes: (string | undefined)[] = [];

  async function rowsOf(view: View): Promise<void> {
    const where = `world: ${view.version} ${view.resource}`;
    let count = 0;
    for (let more = true; more;) {
      const rows = rowsIn(await ask({ method: 'GET', path: `${view.bases[0]}/${view.resource}?offset=${count}&limit=${PAGE}` }));
      for (const row of rows) {
        const missing = lacking(view, row);
        outcomes.push(missing.length > 0 ? `${where}: ${row.id} lacks ${missing.join(', ')}` : undefined);
      }
      count += rows.length;
      more = rows.length === PAGE;
    }
    // A kit that can only read needs something to be read.
    must(count > 0 || view.operations.includes('create'), `${where}: nothing can be made and there is none`);
  }

  for (const definition of definitions) {
    // What is inside another resource is listed there alone.
    if (definition.under) continue;
    for (const view of definition.views) {
      await rowsOf(view).catch((cause: unknown) => outcomes.push(cause instanceof Unmet ? cause.message : String((cause as Error).stack)));
    }
  }
  return outcomes;
}
