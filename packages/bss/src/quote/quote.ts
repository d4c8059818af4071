import { withdrawn } from '../approval/close.ts';
import { flowRef, started } from '../approval/flow.ts';
import { submissionOf } from '../approval/request.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { type Price, priceLines, priceOfLine, totalLines } from '../shopping-cart/price.ts';
import { change, type Course, instant, iso, type Json, objects, oneOf, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { conflict, unprocessable } from '../surface/tmf-error.ts';
import { DAY } from '../world/zone.ts';
import { through } from './decided.ts';

/** Days for which the prices of a quote stand. */
const VALID_DAYS = 30;

/** Prices each line at today's catalogue; a quote whose lines we do not sell has no total. */
async function priced(act: Act, quote: Resource): Promise<Resource> {
  const prices: Price[] = [];
  const items: Json[] = [];
  for (const item of objects(quote['quoteItem'])) {
    const price = await priceOfLine(act, item);
    if (price) prices.push(price);
    items.push(price ? { ...item, quoteItemPrice: priceLines(price) } : item);
  }
  return { ...quote, quoteItem: items, ...(prices.length > 0 && { quoteTotalPrice: totalLines(prices) }) };
}

const partyIds = (body: Resource) => new Set(objects(body['relatedParty']).map(({ id }) => text(id)));

const isSameCustomer = (one: Resource, other: Resource) => partyIds(other).size === 0 || [...partyIds(one)].some((id) => partyIds(other).has(id));

/** The same number from the same customer is the next version: what was open before it is replaced by it. */
async function versioned({ tx, now }: Act, quote: Resource): Promise<Resource> {
  const number = text(quote['externalId']);
  const first = { ...quote, version: text(quote['version']) ?? '1' };
  if (number === undefined) return first;
  const { rows } = await tx.list('quote', { where: [oneOf('externalId', number)] });
  const earlier = rows.map(({ body }) => body).filter((body) => isSameCustomer(body, quote));
  if (earlier.some(({ state }) => state === 'accepted')) throw conflict(`Quote ${number} has been accepted. Ask for a new one under another number.`);
  for (const old of earlier) {
    const states = { inProgress: ['cancelled'], pending: ['cancelled'], approved: ['rejected'] }[String(old['state'])];
    if (!states) continue;
    await save(tx, 'quote', through(old, states, now), now);
    await withdrawn({ tx, now }, old);
  }
  if (earlier.length === 0) return first;
  const latest = Math.max(0, ...earlier.map(({ version }) => Number(version) || 1));
  return { ...quote, version: String(latest + 1) };
}

async function creating(act: Act, body: Resource): Promise<Resource> {
  const now = act.now.getTime();
  const validFor = { startDateTime: iso(now), endDateTime: iso(now + VALID_DAYS * DAY) };
  const quote = await versioned(act, await priced(act, { ...body, validFor }));
  const submission = await submissionOf(act, quote, objects(quote['quoteItem']));
  if (!submission) return quote['instantSyncQuote'] === true ? through(quote, ['approved'], act.now) : quote;
  const flow = await started(act, quote, submission);
  const authorization = submission.steps.map(({ name, approver }) => ({
    name, state: 'pending', requestedDate: iso(now), approver: [{ ...approver, role: 'approver', '@referredType': 'Individual' }],
  }));
  return through({ ...quote, authorization, approvalProcess: flowRef(flow) }, ['pending'], act.now);
}

/** Throws 422 for a yes to prices that no longer stand. */
function refuseExpired(before: Resource, after: Resource, now: Date): void {
  if (before['state'] === after['state'] || after['state'] !== 'accepted') return;
  const end = instant(objects(before['validFor'])[0]?.['endDateTime']);
  if (end > 0 && end <= now.getTime()) throw unprocessable('This quote has expired. Ask for a new version: its prices may have changed.');
}

/** Somebody must not say yes for those whose yes is needed. */
function refuseShortCut(before: Resource, after: Resource): void {
  if (before['state'] !== 'pending' || after['state'] !== 'inProgress') return;
  const open = objects(before['authorization']).find(({ state }) => state === 'pending');
  if (open) throw unprocessable(`${text(objects(open['approver'])[0]?.['name']) ?? 'Somebody'} has to approve this quote first.`);
}

async function changing(act: Act, before: Resource, after: Resource): Promise<Resource> {
  refuseExpired(before, after, act.now);
  refuseShortCut(before, after);
  if (before['state'] !== after['state'] && after['state'] === 'cancelled') await withdrawn(act, before);
  if (!sameJson(before['quoteItem'], after['quoteItem'])) {
    if (before['state'] === 'approved') throw conflict('An approved quote stands as it is. Ask for a new version.');
    return priced(act, after);
  }
  return after;
}

const approving: Course = {
  resource: 'quote',
  open: [oneOf('state', 'inProgress')],
  isDue: (quote, { now, step }) => objects(quote['quoteTotalPrice']).length > 0 && now >= instant(quote['quoteDate']) + step,
  advance: async (tx, quote, { now }) => {
    const lines = objects(quote['quoteItem']).map((line) => ({ ...line, state: 'approved' }));
    await change(tx, 'quote', quote, { state: 'approved', quoteItem: lines }, now);
  },
};

/** TMF648: prices that stand for a month, approved where the company wants it, one version after the other. */
export const quoteNoun: Noun = { resource: 'quote', creating, changing, removing: withdrawn, courses: [approving] };
