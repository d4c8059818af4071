import { notFound } from '../problem.ts';
import { OPAQUE_ID } from '../routing/read.ts';
import type { Call } from '../routing/route.ts';
import { found } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import { MOST_LINES } from './all-lines.ts';
import { billsBackend } from './bills.backend.ts';

/** Lines looked through at once on the way to the one asked for. */
const STEP = 2_000;

/**
 * Where in its bill a line stands: the first place, a multiple of `limit`, from which `limit` lines hold it. TMF678 can
 * tell a line by its id, and not how many stand before it: those are counted, as far as lines are searched at all.
 *
 * @throws 404 when the bill is not the caller's, the line is of another bill, or it stands further down than that.
 */
export async function offsetAround(call: Call, billId: string, chargeId: string, limit: number): Promise<number> {
  if (!OPAQUE_ID.test(chargeId)) throw notFound();
  const backend = billsBackend(call);
  await backend.bill(billId);
  // One question tells whether the others are worth their while.
  const row = await found(call.tmf('TMF678').get('appliedCustomerBillingRate', chargeId));
  if (row['id'] !== chargeId || text(row, 'bill', 'id') !== billId) throw notFound();
  for (let offset = 0; offset < MOST_LINES; offset += STEP) {
    const { rows, total } = await backend.lines(billId, { offset, limit: STEP });
    const place = rows.findIndex((one) => one['id'] === chargeId);
    if (place >= 0) return Math.floor((offset + place) / limit) * limit;
    if (offset + STEP >= total) break;
  }
  throw notFound();
}
