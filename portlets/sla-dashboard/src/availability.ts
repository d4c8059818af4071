import type { ServiceLevelCell } from '@faceplate/contracts';
import { formatPercent } from '@faceplate/localize';
import { words } from './messages.ts';

/** Enough digits that no outage of a minute disappears in a month. */
const DIGITS = 3;

export function availabilityText({ countedSeconds, downSeconds }: ServiceLevelCell, locale: string): string {
  if (countedSeconds === 0) return words.noFigure();
  // Whole thousandths of a per cent, and the middle of one: what is cut there is the same on paper and in the table.
  const cut = Math.floor(((countedSeconds * 100 - Math.round(downSeconds * 100)) * 1_000) / countedSeconds);
  return formatPercent((cut + 0.5) / 100_000, locale, DIGITS);
}

export const targetText = (target: number, locale: string): string => formatPercent(target, locale, DIGITS);

/** Seconds down that the target allows in the counted time, rounded down: the last fraction is not given away. */
export const allowedSeconds = ({ countedSeconds }: ServiceLevelCell, target: number): number =>
  Math.floor(countedSeconds * (1 - target) + 1e-6);
