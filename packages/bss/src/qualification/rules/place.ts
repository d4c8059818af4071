import { featureNumber, type Offering } from '../../catalogue/offering.ts';
import { sayable } from '../../catalogue/read.ts';
import { addressMissing, type Need, type ServedBy, servingLines, unplaced, unserved } from '../line.ts';
import type { Rule, Situation } from '../situation.ts';

/** An offering that promises a download speed by wire needs a line that gives it, whatever category it stands in. */
function needOf(offering: Offering): Need | undefined {
  const download = featureNumber(offering, 'Download');
  if (download === undefined) return undefined;
  return { name: offering.name, download, technology: sayable(offering.features.get('Technology'))?.toLowerCase() };
}

/** The best line that serves it now; undefined where none does, or none is needed. */
export function servedBy({ wanted: { offering, place, action }, now }: Situation): ServedBy | undefined {
  const need = needOf(offering);
  if (!need || place?.kind !== 'found' || action === 'delete') return undefined;
  return servingLines(need, place, now)[0];
}

/** Technology, speed and date at the very flat. What is merely ended needs no line. */
export const placeRule: Rule = (situation) => {
  const { offering, action, place } = situation.wanted;
  const need = needOf(offering);
  if (!need || action === 'delete' || action === 'noChange') return [];
  if (!place) return [addressMissing(need)];
  if (place.kind !== 'found') return [unplaced(place)];
  return servedBy(situation) ? [] : [unserved(need, place, situation.now)];
};
