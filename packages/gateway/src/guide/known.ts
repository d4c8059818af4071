import type { KnownAnswer } from '@faceplate/contracts';
import { addMonths, monthOf } from '@faceplate/domain';
import type { Call } from '../routing/route.ts';
import { orGap } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { inUnit } from '../usage/measure.ts';
import { readUses, shownProducts } from '../usage/usage.backend.ts';
import { meteredProducts } from '../usage/usage-rights.ts';
import type { Use } from '../usage/use.adapter.ts';
import type { GuideQuestion, KnownBy } from './guide.adapter.ts';

/** A holiday counts, a winter does not. */
const MONTHS = 3;

/**
 * What own use answers already. Which use answers what is said by the catalogue, like the questions; where nobody can
 * tell of use, every question is simply asked.
 */
export async function knownAnswers(call: Call, questions: readonly GuideQuestion[]): Promise<KnownAnswer[]> {
  if (questions.every(({ rules }) => rules.length === 0)) return [];
  const uses = await recentUses(call);
  return questions.flatMap(({ id, rules }) => {
    const known = rules.flatMap((rule) => answerOf(rule, uses) ?? []);
    // Of several answers that fit, the one that asks for most counts.
    return known.slice(0, 1).map((answer) => ({ questionId: id, ...answer }));
  });
}

async function recentUses(call: Call): Promise<Use[]> {
  const metered = await orGap('TMF637', meteredProducts(call));
  const ids = shownProducts(call, metered.value ?? []).products.map(({ id }) => id);
  if (ids.length === 0) return [];
  const since = `${addMonths(monthOf(settingOf(call).today), -MONTHS)}-01`;
  const found = await orGap('TMF635', readUses(call, ids, since));
  return [...(found.value?.of.values() ?? [])].flat();
}

function answerOf({ optionId, use, atLeast }: KnownBy, uses: readonly Use[]): Omit<KnownAnswer, 'questionId'> | undefined {
  const meant = uses.filter(({ name, kind }) => name === use || kind === use);
  const unit = meant[0]?.quantity.unit ?? '';
  const total = Math.round(meant.reduce((sofar, { quantity }) => sofar + (inUnit(quantity.value, quantity.unit, unit) ?? 0), 0) * 10) / 10;
  if (meant.length === 0 || total < atLeast) return undefined;
  return { optionId, because: `${meant[0]?.name ?? use}: ${total} ${unit} in the last ${MONTHS} months.` };
}
