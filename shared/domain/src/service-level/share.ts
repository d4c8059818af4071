import type { ServiceLevelState } from '@faceplate/contracts';
import type { Figures } from './reckoning.ts';

/** Shares are whole ten-millionths, and times are weighed in ten-millionths of a second: whole numbers all, up to nine years of seconds. */
const WHOLE = 10_000_000;
const TICKS_IN_A_HUNDREDTH = WHOLE / 100;

/** What the state of a window hangs on. */
export type Judged = Pick<Figures, 'countedSeconds' | 'downHundredths' | 'unknownSeconds'>;

/** Ten-millionths of a second, exactly: 99.95 % of a month must not fail by a binary fraction. */
export const allowedTicks = (countedSeconds: number, target: number): number => (WHOLE - Math.round(target * WHOLE)) * countedSeconds;
export const downTicks = ({ downHundredths }: Pick<Figures, 'downHundredths'>): number => downHundredths * TICKS_IN_A_HUNDREDTH;
export const secondsOf = (ticks: number): number => ticks / WHOLE;

/**
 * Missed when more was down than the target allows of the counted time. With more time unknown than known nothing is
 * claimed, unless the allowance of both together is spent. Near is with less than a quarter of the allowance left.
 */
export function stateOf(figures: Judged, target: number): ServiceLevelState {
  const { countedSeconds, unknownSeconds } = figures;
  const down = downTicks(figures);
  if (countedSeconds === 0) return 'unknown';
  if (unknownSeconds > countedSeconds) return down > allowedTicks(countedSeconds + unknownSeconds, target) ? 'missed' : 'unknown';
  const allowed = allowedTicks(countedSeconds, target);
  if (down > allowed) return 'missed';
  return (allowed - down) * 4 < allowed ? 'near' : 'met';
}

/** The share of counted time that was up, exact as far as a number goes; undefined where nothing counted. */
export const availabilityOf = ({ countedSeconds, downHundredths }: Judged): number | undefined =>
  countedSeconds === 0 ? undefined : (countedSeconds * 100 - downHundredths) / (countedSeconds * 100);

/**
 * For display: the share in per cent, cut to so many digits. Never rounded up: what was missed by a hair must not read as
 * what was promised.
 */
export function percentCut({ countedSeconds, downHundredths }: Judged, digits: number): string | undefined {
  if (countedSeconds === 0) return undefined;
  const scale = 10n ** BigInt(digits);
  const cut = (BigInt(countedSeconds * 100 - downHundredths) * 100n * scale) / BigInt(countedSeconds * 100);
  return digits === 0 ? `${cut}` : `${cut / scale}.${String(cut % scale).padStart(digits, '0')}`;
}

/** How bad a service is over its windows, first things first: windows missed, near, how much of the allowance is used (bounded, so that it can be kept as JSON). */
export function badness(windows: readonly Judged[], target: number): readonly [number, number, number] {
  const states = windows.map((figures) => stateOf(figures, target));
  const down = windows.reduce((sofar, figures) => sofar + downTicks(figures), 0);
  const allowed = windows.reduce((sofar, { countedSeconds }) => sofar + allowedTicks(countedSeconds, target), 0);
  const count = (wanted: ServiceLevelState) => states.filter((state) => state === wanted).length;
  return [count('missed'), count('near'), down === 0 ? 0 : Math.min(down / allowed, Number.MAX_SAFE_INTEGER)];
}
