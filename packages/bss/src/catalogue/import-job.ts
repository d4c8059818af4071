import { definitionOf } from '../definitions/definitions.ts';
import { patched } from '../rules/change.ts';
import { created } from '../rules/create.ts';
import { text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { isObject } from '../surface/body.ts';
import { lensOf } from '../surface/lens.ts';
import { FileProblem, readFile } from './file-source.ts';
import { isFault, job } from './job.ts';

/** The most offerings of one file. */
const MOST = 5000;
/** Of many faults, so many are told. */
const MOST_FAULTS = 20;
const ID = /^[\w.~-]{1,64}$/;

function rowsIn(content: string): unknown[] {
  let file: unknown;
  try {
    file = JSON.parse(content);
  } catch {
    throw new FileProblem('The file is not JSON.');
  }
  if (!Array.isArray(file)) throw new FileProblem('The file must be a JSON list of offerings.');
  if (file.length > MOST) throw new FileProblem(`A file may hold ${MOST} offerings; split it.`);
  return file;
}

/** One offering as it will stand: the stored one with what the row says, or a new one that keeps the row's id. */
async function rowOf(tx: StoreTransaction, row: unknown, now: Date): Promise<Resource> {
  if (!isObject(row)) throw new FileProblem('an offering must be an object.');
  const definition = definitionOf('productOffering');
  const { id, href: _place, lastUpdate: _ours, ...said } = row;
  if (id !== undefined && (typeof id !== 'string' || !ID.test(id))) {
    throw new FileProblem('"id" may have letters, digits, ".", "_", "~" and "-", 64 at most.');
  }
  const known = id === undefined ? undefined : await tx.get('productOffering', id);
  if (known) return patched(definition, known.body, said, now);
  const fresh = created(lensOf(definition, definition.views[0]), said, now);
  return id === undefined ? fresh : { ...fresh, id, href: `${definition.path}/${id}` };
}

async function offeringsIn(tx: StoreTransaction, rows: readonly unknown[], now: Date): Promise<Resource[]> {
  const faults: string[] = [];
  const offerings = new Map<string, Resource>();
  for (const [index, row] of rows.entries()) {
    try {
      const offering = await rowOf(tx, row, now);
      if (offerings.has(offering.id)) throw new FileProblem(`"${offering.id}" stands in the file twice.`);
      offerings.set(offering.id, offering);
    } catch (cause) {
      if (!isFault(cause)) throw cause;
      faults.push(`Row ${index + 1}: ${cause.message}`);
    }
  }
  if (faults.length === 0) return [...offerings.values()];
  const more = faults.length > MOST_FAULTS ? [`…and ${faults.length - MOST_FAULTS} more.`] : [];
  throw new FileProblem(['Nothing was imported.', ...faults.slice(0, MOST_FAULTS), ...more].join('\n'));
}

/** All of the file or nothing of it. */
export const importJobNoun = job('importJob', async ({ tx, now }, body) => {
  const rows = rowsIn(await readFile(tx, text(body['url']) ?? ''));
  const offerings = await offeringsIn(tx, rows, now);
  for (const offering of offerings) await save(tx, 'productOffering', offering, now);
  return { importedCount: offerings.length };
});
