import type { Money, Recommendation, RecommendationSlot } from '@faceplate/contracts';
import { type Applicant, localDate } from '@faceplate/domain';
import type { Call } from '../routing/route.ts';
import { orGap } from '../tmf/gather.ts';
import { ownRows } from '../tmf/owned.ts';
import { at, instant, money, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type Catalogue, judged, readCatalogue } from './catalogue.ts';
import { readShopper } from './judge.ts';
import { type PromptSettings, readSettings } from './prompt-settings.ts';

const DAY = 86_400_000;
/** Looked back on so many days; shown on as many of them as this, somebody has seen enough. */
const WINDOW = 30;
const MOST_DAYS = 5;

const NOTHING: RecommendationSlot = { wanted: false, quiet: false };

/** What might suit, for who has agreed to be shown it, and has not seen too much of it: one, with the reason. */
export async function slotFor(call: Call): Promise<RecommendationSlot> {
  if (call.session.kind === 'visitor' || !call.allows({ partyIds: [call.subject.sub] }, 'recommendation.read')) return NOTHING;
  const settings = await orGap('TMF632', readSettings(call));
  return settings.value ? slotWith(call, settings.value) : NOTHING;
}

export async function slotWith(call: Call, settings: PromptSettings): Promise<RecommendationSlot> {
  if (!settings.wanted) return NOTHING;
  const asked = await orGap('TMF680', askedBefore(call));
  if (!asked.value || isQuiet(call, settings, asked.value)) return { wanted: true, quiet: true };
  // What was found today is still true today: nobody is shown another at every click.
  const today = asked.value.find(({ day }) => day === dayOf(call, call.clock()));
  const answer = today ? { value: today.body } : await orGap('TMF680', askedNow(call));
  const recommendation = answer.value && (await firstOf(call, answer.value, settings));
  return { wanted: true, quiet: false, ...(recommendation && { recommendation }) };
}

const dayOf = ({ tenant }: Call, moment: Date | string): string => localDate(moment, tenant.zone);

interface Before {
  day: string;
  body: TmfBody;
}

/** The questions the operator has answered for this person of late: each is a day on which something was shown. */
async function askedBefore(call: Call): Promise<Before[]> {
  const scope = { by: 'relatedParty.id', ids: [call.subject.sub] };
  const { rows } = await ownRows(call, 'TMF680', 'queryProductRecommendation', scope, { action: 'recommendation.read', query: { sort: '-creationDate' }, limit: 50 });
  const since = call.clock().getTime() - WINDOW * DAY;
  return rows.flatMap((body) => {
    const asked = instant(body, 'creationDate');
    return asked !== undefined && Date.parse(asked) >= since ? [{ day: dayOf(call, asked), body }] : [];
  });
}

function isQuiet(call: Call, { quietUntil }: PromptSettings, asked: readonly Before[]): boolean {
  const now = call.clock();
  if (quietUntil !== undefined && Date.parse(quietUntil) > now.getTime()) return true;
  const days = new Set(asked.filter(({ body }) => records(body, 'recommendationItem').length > 0).map(({ day }) => day));
  return days.size >= MOST_DAYS && !days.has(dayOf(call, now));
}

/** For the person alone: what an organisation uses is not theirs to have looked through. TMF680 takes one party, and no list. */
function askedNow(call: Call): Promise<TmfBody> {
  const { sub, name } = call.subject;
  const relatedParty = { id: sub, name, role: 'customer', '@referredType': 'Individual' };
  return call.question('TMF680').post('queryProductRecommendation', { instantSyncRecommendation: true, name: 'Shop', relatedParty });
}

/** The best that was not sent away, that the catalogue still has, and against which nothing speaks. */
async function firstOf(call: Call, answer: TmfBody, { dismissed }: PromptSettings): Promise<Recommendation | undefined> {
  const [catalogue, { applicant }] = await Promise.all([readCatalogue(call), readShopper(call)]);
  const found = records(answer, 'recommendationItem').filter((item) => !dismissed.includes(text(item, 'productOffering', 'id') ?? ''));
  for (const item of found) {
    const recommendation = recommended(call, item, applicant, catalogue);
    if (recommendation) return recommendation;
  }
  return undefined;
}

function recommended(call: Call, item: TmfBody, applicant: Applicant, catalogue: Catalogue): Recommendation | undefined {
  const entry = catalogue.byId.get(text(item, 'productOffering', 'id') ?? '');
  const reason = text(item, 'reason', 'label') ?? text(item, 'product', 'description');
  if (!entry || reason === undefined) return undefined;
  const { holds = [] } = applicant;
  const instead = insteadIn(item, holds);
  // What it takes the place of does not stand in its way.
  const offer = judged(entry, { ...applicant, holds: holds.filter(({ product }) => instead === undefined || product?.id !== instead.id) }, catalogue);
  if (offer.obstacles.length > 0) return undefined;
  const saving = money(call.tenant.currency, at(item, 'reason', 'monthlySaving'));
  return { id: offer.id, offer, reason, ...(instead && { instead }), ...(isSaving(saving) && { saving }) };
}

const isSaving = (saving: Money | undefined): saving is Money => saving !== undefined && saving.amount > 0;

/** The product it would take the place of, under the name it has there. */
function insteadIn(item: TmfBody, holds: readonly { product?: { id: string; name: string } | undefined }[]): { id: string; name: string } | undefined {
  const id = text(item, 'product', 'id');
  return id === undefined ? undefined : holds.find(({ product }) => product?.id === id)?.product;
}
