import { refuseCardData } from './no-card-data.ts';
import type { Noun } from '../nouns/noun.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { iso } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { invalidField } from '../surface/tmf-error.ts';

/** Four digits tell a card from another; more would tell its number. */
function refuseTooMany({ lastFourDigits }: Resource): void {
  if (lastFourDigits === undefined || lastFourDigits === null) return;
  if (typeof lastFourDigits !== 'string' || !/^\d{4}$/.test(lastFourDigits)) throw invalidField('"lastFourDigits" must be the last four digits of the card and no more.');
}

/** TMF670: ways to pay, without what only a bank may know. */
export const paymentMethodNoun: Noun = {
  resource: 'paymentMethod',
  creating: async (_act, method) => {
    refuseCardData(method);
    refuseTooMany(method);
    return method;
  },
  changing: async ({ now }, before, after) => {
    refuseCardData(after);
    refuseTooMany(after);
    return sameJson(before['status'], after['status']) ? after : { ...after, statusDate: iso(now.getTime()) };
  },
};
