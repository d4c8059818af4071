import type { Money, OfferPrice, PromiseTier } from '@faceplate/contracts';
import { add, share, subtract, sum, toDecimal } from '@faceplate/domain';
import type { CatalogueEntry } from './offers.adapter.ts';
import type { PromiseChoice } from './promise.adapter.ts';

const MINUTES_OF_A_MONTH = 30 * 24 * 60;

/** What is paid a month beyond an offer's own price for these choices: name of a characteristic → value. */
export function extraMonthly({ extras, offer }: Pick<CatalogueEntry, 'extras' | 'offer'>, chosen: ReadonlyMap<string, string>): Money {
  const met = extras.filter(({ part, when }) => part.kind === 'monthly' && [...when].every(([name, values]) => values.has(chosen.get(name) ?? '')));
  return sum(met.map(({ part }) => part.amount), offer.price.monthly.currency);
}

/** Promises that can be chosen with an offer (F11): what each costs beside the one that is chosen, and what a breach of it pays. */
export function promiseTiers(entry: CatalogueEntry, chosenValue?: string): PromiseTier[] {
  const { promises } = entry;
  const chosen = promises.find(({ value }) => value === chosenValue) ?? promises.find(({ isDefault }) => isDefault) ?? promises[0];
  if (!chosen) return [];
  const extra = ({ key, value }: PromiseChoice) => extraMonthly(entry, new Map([[key, value]]));
  const usual = promises.find(({ isDefault }) => isDefault) ?? chosen;
  return promises.map((one) => {
    const { respondWithin, restoreWithin, serviceHours } = one;
    const monthly = add(subtract(lasting(entry.offer.price), extra(usual)), extra(one));
    const breach = breachOf(one, monthly);
    return {
      id: one.value,
      name: one.value,
      ...(respondWithin !== undefined && { respondWithin }),
      ...(restoreWithin !== undefined && { restoreWithin }),
      ...(serviceHours !== undefined && { serviceHours }),
      difference: subtract(extra(one), extra(chosen)),
      ...(breach && { breach }),
      chosen: one === chosen,
    };
  });
}

const lasting = ({ monthly, promotion }: OfferPrice): Money => promotion?.monthlyAfter ?? monthly;

/** One month below what was promised, reckoned through. */
function breachOf({ availability, credit }: PromiseChoice, monthly: Money): PromiseTier['breach'] {
  if (availability === undefined || credit === undefined) return undefined;
  const minutes = Math.floor((1 - availability) * MINUTES_OF_A_MONTH + 1e-6);
  const amount = share(monthly, credit, 100);
  const words = `Down for more than ${minutes} minutes in a month of 30 days is less than the ${percent(availability)} promised: ${credit} % of ${inWords(monthly)} come back, ${inWords(amount)}.`;
  return { credit: amount, words };
}

const percent = (part: number): string => `${Number((part * 100).toFixed(4))} %`;

const inWords = (money: Money): string => new Intl.NumberFormat('en-IE', { style: 'currency', currency: money.currency }).format(toDecimal(money) as Intl.StringNumericLiteral);
