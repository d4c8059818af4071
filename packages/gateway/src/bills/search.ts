import type { FoundCharge, FoundChargeList } from '@faceplate/contracts';
import { NOT_ITEMISED } from '@faceplate/domain/bill-change';
import { addMonthsToDate } from '@faceplate/domain';
import type { Call } from '../routing/route.ts';
import { settingOf } from '../tmf/setting.ts';
import { billsWithLines } from './all-lines.ts';
import { hasWords } from './words.ts';

/** How far back is looked. */
const MONTHS = 24;

/** The lines of the bills of the last two years in which all words stand, those of the newest bill first. */
export async function foundCharges(call: Call, search: string, account?: string): Promise<FoundChargeList> {
  const { bills, gaps } = await billsWithLines(call, addMonthsToDate(settingOf(call).today, -MONTHS), account);
  const matches = hasWords(search);
  const items = bills.flatMap(({ id, number, date, charges }): FoundCharge[] => {
    const named = charges.filter((charge) => charge.id !== NOT_ITEMISED && matches(charge.name, charge.service?.name));
    return named.map((charge) => ({ ...charge, bill: { id, number, date } }));
  });
  return { items, total: items.length, gaps };
}
