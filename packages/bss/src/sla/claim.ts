import { localMonth } from '@faceplate/domain/calendar';
import type { Act, Noun } from '../nouns/noun.ts';
import { type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';
import { type Agreement, agreementsOf, recordOf } from './agreement.ts';
import { figuresIn } from './compliance.ts';
import { credited } from './violation.ts';

const stateIn = (violation: Resource): string | undefined => text(objects(violation['credit'])[0]?.['state']);

/** A credit that names the violation as its reason stands on a bill, or is on its way to one: whoever kept the books before granted it. */
async function paidBefore(reader: StoreReader, violation: Resource, product: Json): Promise<boolean> {
  const { rows } = await reader.list('appliedCustomerBillingRate', { where: [oneOf('product.id', String(product['id'])), oneOf('type', 'appliedBillingCredit')] });
  return rows.some(({ body }) => objects(body['characteristic']).some(({ name, value }) => name === 'reason' && value === violation.id));
}

/** The month a violation is about: when it began and when it is over. */
function monthOf(violation: Resource, now: number): number {
  const [period] = objects(violation['validFor']);
  const [start, end] = [Date.parse(String(period?.['startDateTime'])), Date.parse(String(period?.['endDateTime']))];
  if (Number.isNaN(start)) throw unprocessable('This violation does not say for which month it stands.');
  if (Number.isNaN(end) || end > now) throw unprocessable('The month is not over yet; its last figure decides.');
  return start;
}

async function agreementOf({ tx }: Act, violation: Resource): Promise<Agreement> {
  const sla = await tx.get('sla', String(objects(violation['sla'])[0]?.['id']));
  const ours = objects(violation['relatedEntity']).map(({ id }) => id);
  const agreement = sla && agreementsOf(sla.body).find(({ product }) => ours.includes(product['id']));
  if (!agreement) throw unprocessable('This violation names no promise of availability that a credit could be reckoned from.');
  return agreement;
}

/** A missed month whose credit nobody has granted: the customer asks for it, and gets what the terms say, once. */
async function claimed(act: Act, violation: Resource): Promise<Resource> {
  const now = act.now.getTime();
  const agreement = await agreementOf(act, violation);
  const start = monthOf(violation, now);
  if (await paidBefore(act.tx, violation, agreement.product)) throw unprocessable('A credit for this was granted already.');
  const month = localMonth(start, agreement.terms.zone);
  const figures = figuresIn(await recordOf(act.tx, agreement.product), month, agreement.terms, now);
  const settled = await credited(act, agreement, violation, month, figures);
  if (stateIn(settled) !== 'granted') throw unprocessable('By the terms nothing is given back for this month.');
  return settled;
}

/** TMF623-shaped: what was broken. A claim is a PATCH of `credit.state` to `claimed`; what is granted stays granted, however often it is claimed. */
export const slaViolationNoun: Noun = {
  resource: 'slaViolation',
  changing: async (act, before, after) => {
    if (stateIn(before) === 'granted') return { ...after, credit: before['credit'] };
    if (stateIn(after) !== 'claimed') return after;
    return claimed(act, { ...after, credit: undefined });
  },
};
