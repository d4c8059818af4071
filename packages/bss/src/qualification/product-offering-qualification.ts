import { submissionOf } from '../approval/request.ts';
import { readCatalogue } from '../catalogue/catalogue.ts';
import { refOf } from '../catalogue/read.ts';
import { isOnSale } from '../catalogue/sale.ts';
import type { Act } from '../nouns/noun.ts';
import { objects, text } from '../simulator/course.ts';
import { looking } from '../store/looking.ts';
import type { Resource } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { task } from '../task/task.ts';
import { answered } from './answer.ts';
import { askedItems } from './asked.ts';
import { withInterest } from './interest.ts';
import { isFault, judge } from './judge.ts';
import { partiesIn } from './parties.ts';
import { informationFor } from './reason.ts';

const DAY = 86_400_000;
/** Days that an answer may be relied on. */
export const GOOD_FOR = 14;

/** A longer list is for nobody: ask by category. */
const MOST_LISTED = 500;

/** Whoever asks for nothing in particular asks for all there is, of one category where one is named. */
async function everything({ tx, now }: Act, category: unknown): Promise<JsonObject[]> {
  const { offerings } = await readCatalogue(tx);
  const wanted = refOf(category);
  const onSale = [...offerings.values()].filter((offering) => isOnSale(offering, now.getTime()));
  const kind = onSale.filter(({ body }) => !wanted || objects(body['category']).some(({ id }) => id === wanted.id));
  return kind.slice(0, MOST_LISTED).map(({ id, name }, index) => ({ id: String(index + 1), action: 'add', productOffering: { id, name } }));
}

/** Every item can be told from the others. */
function withIds(items: readonly JsonObject[]): JsonObject[] {
  return items.map((item, index) => (text(item['id']) === undefined ? { ...item, id: String(index + 1) } : item));
}

/** Who asks for a company would be the one who orders. */
const originating = (parties: unknown): JsonObject[] => objects(parties).map((one) => (one['role'] === 'user' ? { ...one, role: 'originator' } : one));

async function qualifyAll(act: Act, body: Resource): Promise<JsonObject> {
  const said = objects(body['productOfferingQualificationItem']);
  const isListing = said.length === 0;
  const items = withIds(isListing ? await everything(act, body['category']) : said);
  // Items inside an item are judged as well, and stand behind it.
  const asked = items.map((item) => askedItems([item], body['place']));
  const all = await judge(looking(act.tx), { items: asked.flat(), parties: partiesIn(body['relatedParty']), apart: isListing, alike: isListing }, act.now);
  const wishes = { alternatives: body['provideAlternative'] !== false, reasons: body['provideUnavailabilityReason'] !== false };
  const results = items.map((item, index) => {
    const first = asked.slice(0, index).reduce((sum, { length }) => sum + length, 0);
    const judgement = all[first];
    return { judgement, item: judgement ? answered(item, judgement, wishes) : item };
  });
  const isYes = ({ item }: { item: JsonObject }) => item['qualificationItemResult'] === 'qualified';
  const shown = body['provideOnlyAvailable'] === true ? results.filter(isYes) : results;
  const submission = isListing ? undefined : await submissionOf(act, { id: '', relatedParty: originating(body['relatedParty']) }, items);
  const isGarbled = results.length > 0 && results.every(({ judgement }) => !judgement || isFault(judgement));
  return {
    ...informationFor(isListing ? [] : all.flatMap((one) => (isFault(one) ? [] : one.reasons))),
    state: isGarbled ? 'terminatedWithError' : 'done',
    ...(submission && { approver: submission.steps.map(({ approver: { id, name } }) => ({ id, name, role: 'approver', '@referredType': 'Individual' })) }),
    productOfferingQualificationItem: shown.map(({ item }) => item),
    qualificationResult: results.every(isYes) ? 'qualified' : 'unqualified',
    effectiveQualificationDate: act.now.toISOString(),
    expirationDate: new Date(act.now.getTime() + GOOD_FOR * DAY).toISOString(),
  };
}

const qualificationTask = task({
  resource: 'productOfferingQualification',
  attribute: 'state',
  start: 'acknowledged',
  running: 'inProgress',
  asked: 'productOfferingQualificationDate',
  instant: 'instantSyncQualification',
  items: { attribute: 'productOfferingQualificationItem', most: 100 },
  prepare: (body) => {
    const items = body['productOfferingQualificationItem'];
    return items === undefined ? body : { ...body, productOfferingQualificationItem: withIds(objects(items)) };
  },
  work: qualifyAll,
});

const namesIn = (items: unknown): string[] =>
  objects(items).flatMap((item) => refOf(item['productOffering'])?.name ?? []);

/** TMF679: may this customer have these offers, here, with what they own? Whoever hears "not yet" can wait for it. */
export const productOfferingQualificationNoun = withInterest({
  noun: qualificationTask,
  work: qualifyAll,
  items: 'productOfferingQualificationItem',
  nameOf: (body) => namesIn(body['productOfferingQualificationItem']).join(', '),
});
