import { isPayable } from './bill.ts';
import type { Books } from './books.ts';
import type { Charge } from './charge.ts';
import { GRACE_DAYS, lateFee } from './late-fee.ts';
import type { Period } from './period.ts';
import type { Act } from '../nouns/noun.ts';
import { instant } from '../simulator/course.ts';
import { DAY } from '../world/zone.ts';

/** When a bill is so late that it costs a fee. */
const feeAt = (paymentDueDate: unknown): number => instant(paymentDueDate) + GRACE_DAYS * DAY;

/**
 * The fees for bills that fell due in this period and are still not paid days
 * later: one for a bill, whenever it is asked, and none where one waits already.
 */
export async function lateFees({ tx, now }: Act, { bills }: Books, { from, to }: Period, waiting: readonly Charge[]): Promise<Charge[]> {
  const fees: Charge[] = [];
  for (const bill of bills) {
    const at = feeAt(bill['paymentDueDate']);
    const falls = instant(bill['paymentDueDate']) >= from && at < to && at <= now.getTime();
    if (!falls || !isPayable(bill) || waiting.some((charge) => charge.kind === 'penalty' && charge.at >= from)) continue;
    const mark = `${bill.id}/${now.toISOString()}`;
    if ((await tx.claim('late-fee', bill.id, mark)) === mark) fees.push(lateFee(at, bill.id));
  }
  return fees;
}
