import type { GoldenCase } from './case.ts';
import { moneyCases } from './money-cases.ts';
import { outageCases } from './outage-cases.ts';
import { ruleCases } from './rule-cases.ts';
import { timeCases } from './time-cases.ts';

export type { GoldenCase } from './case.ts';

/** Every case that was worked out by hand. */
export const GOLDEN: readonly GoldenCase[] = [...timeCases, ...outageCases, ...ruleCases, ...moneyCases];
