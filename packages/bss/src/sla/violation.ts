import { monthBounds } from '@faceplate/domain/calendar';
import { send } from '../communication/send.ts';
import { grantCredit } from '../customer-bill/credit.ts';
import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { objects, oneOf, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { idOf } from '../world/random.ts';
import type { Figures } from '@faceplate/domain/service-level';
import { type Agreement, recordOf, touching } from './agreement.ts';
import { availabilityOf, figuresIn, isLost, outcomeOf, toldFigures } from './compliance.ts';
import { type Credit, creditFor, creditTermsOf } from './credit.ts';
import { feeIn } from './fee.ts';

const euros = (cents: number) => ({ unit: 'EUR', value: cents / 100 });

/** The violation of a month that was written down already, by us or by whoever kept the books before. */
export async function violationOf(reader: StoreReader, { sla, product, terms }: Agreement, month: string): Promise<Resource | undefined> {
  const start = monthBounds(month, terms.zone).from.toISOString();
  const where = [oneOf('sla.id', sla.id), oneOf('validFor.startDateTime', start)];
  const { rows } = await reader.list('slaViolation', { where });
  return rows.map(({ body }) => body).find((body) => objects(body['relatedEntity']).some(({ id }) => id === product['id']));
}

function violationBody({ sla, product, rule, terms }: Agreement, month: string, figures: Figures, evidence: readonly string[], now: Date): Resource {
  const { path, type } = definitionOf('slaViolation');
  const id = idOf(`violation/${sla.id}/${String(product['id'])}/${month}`);
  const bounds = monthBounds(month, terms.zone);
  const name = text(sla['name']) ?? 'Availability';
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    name: `${name}, ${month}`,
    date: now.toISOString(),
    sla: { id: sla.id, href: sla.href, name },
    violation: { ...rule, rule: name, actualValue: availabilityOf(figures), comment: 'Monthly availability below its target' },
    validFor: { startDateTime: bounds.from.toISOString(), endDateTime: bounds.to.toISOString() },
    relatedEntity: [{ ...product, role: 'product' }],
    relatedParty: objects(sla['relatedParty']),
    evidence: evidence.map((interval) => ({ id: interval, '@referredType': 'AvailabilityInterval' })),
    ...toldFigures(figures),
  };
}

/** The account that a product is billed to, where there is one. */
async function accountOf({ tx }: Act, product: Resource): Promise<string | undefined> {
  const id = text(objects(product['billingAccount'])[0]?.['id']);
  return id !== undefined && (await tx.get('billingAccount', id)) ? id : undefined;
}

async function tellOwner(act: Act, product: Resource, violation: Resource, { amount, formula }: Credit): Promise<void> {
  const owners = objects(product['relatedParty']).filter(({ role }) => role === 'owner');
  await send(act, owners, {
    subject: `You get €${(amount / 100).toFixed(2)} back`,
    content: `${text(product['name']) ?? 'Your line'} was not available as promised. ${formula}. The credit is on your next bill; you need not do anything.`,
    category: 'credit',
    about: { id: violation.id, name: text(violation['name']), '@referredType': 'SlaViolation' },
  });
}

/** Gives back what the terms say, on the next bill; once, however often it is asked for. */
export async function credited(act: Act, { product, terms, sla }: Agreement, violation: Resource, month: string, figures: Figures): Promise<Resource> {
  const owned = (await act.tx.get('product', String(product['id'])))?.body;
  const gives = creditTermsOf(sla);
  const credit = owned && creditFor(figures, terms.target, feeIn(owned, month, terms.zone), gives);
  const accountId = owned && (await accountOf(act, owned));
  if (!owned || !credit || credit.amount === 0 || accountId === undefined) return violation;
  const name = text(owned['name']) ?? 'Service';
  const ref = `sla-violation/${violation.id}`;
  const rate = await grantCredit(act, { accountId, amount: credit.amount, reason: `Credit for missed availability: ${name}`, ref, line: { id: owned.id, name }, about: { kind: 'service-level', id: violation.id } });
  await tellOwner(act, owned, violation, credit);
  const { percent, formula } = credit;
  const { capPercent } = gives;
  return { ...violation, credit: { state: 'granted', amount: euros(credit.amount), percent, ...(capPercent !== undefined && { capPercent }), formula, appliedCustomerBillingRate: { id: rate } } };
}

/**
 * Judges a month of one service and writes a violation down where its promise
 * is broken: once. While the month runs only what nothing can mend counts, and
 * the credit waits for the last figure. Answers the violation, if there is one.
 */
export async function judged(act: Act, agreement: Agreement, month: string): Promise<Resource | undefined> {
  const { terms, product, sla } = agreement;
  // Held to the end: two who judge at once judge one after the other.
  await act.tx.get('sla', sla.id);
  const now = act.now.getTime();
  const over = monthBounds(month, terms.zone).to.getTime() <= now;
  const record = await recordOf(act.tx, product);
  const figures = figuresIn(record, month, terms, now);
  const broken = over ? outcomeOf(figures, terms.target) === 'missed' : isLost(figures, month, terms);
  const known = await violationOf(act.tx, agreement, month);
  if (!broken) return known;
  const body = violationBody(agreement, month, figures, touching(record, monthBounds(month, terms.zone), now).map(({ id }) => id), act.now);
  // What others wrote down, and what is settled, stays as it is.
  if (known && (known.id !== body.id || known['credit'] !== undefined || !over)) return known;
  const violation = { ...body, ...(known && { date: known['date'] }) };
  const settled = over ? await credited(act, agreement, violation, month, figures) : violation;
  return (await save(act.tx, 'slaViolation', settled, act.now)).body;
}
