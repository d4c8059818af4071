import { money } from '../../money.ts';
import { burnRateOf, errorBudget } from '../../service-level/budget.ts';
import { creditFor } from '../../service-level/credit.ts';
import { promiseClock, type PromisedTime } from '../../service-level/promise-clock.ts';
import { calendarWindow } from '../../service-level/windows.ts';
import { at, BERLIN, type GoldenCase, NOVEMBER, OFFICE, terms, was } from './case.ts';

const LADDER = { steps: [{ above: 1, percent: 5 }, { above: 2, percent: 10 }, { above: 5, percent: 25 }, { above: 10, percent: 50 }] };
const credit = (downSeconds: number, fee: number, rules: Parameters<typeof creditFor>[3] = LADDER, target = 0.9995) =>
  creditFor({ countedSeconds: NOVEMBER, downHundredths: downSeconds * 100, unknownSeconds: 0 }, target, money(fee, 'EUR'), rules)?.amount.amount;

const window = calendarWindow('2026-11', 1, BERLIN);
/** 16 November 00:00 in Berlin: half of the month has passed. */
const HALF = at('2026-11-15T23:00');
const budget = (stretches: Parameters<typeof errorBudget>[0], more = {}) => errorBudget(stretches, window, terms(more), HALF);
const fiveMinutes = [was('outage', '2026-11-10T10:00', '2026-11-10T10:05')];

const clock = (promise: Partial<PromisedTime>, now: string) => promiseClock({ zone: BERLIN, seconds: 4 * 3_600, startedAt: at('2026-11-10T09:00'), ...promise }, at(now));

/** Error budgets, promised times and credits. */
export const moneyCases: readonly GoldenCase[] = [
  { name: 'a budget at half-time', working: 'The whole month allows 0.05 % of 2,592,000 s = 1,296 s; 300 s are used, 996 s left.', is: () => { const { allowedSeconds, usedSeconds, leftSeconds } = budget(fiveMinutes); return [allowedSeconds, usedSeconds, leftSeconds]; }, should: [1_296, 300, 996] },
  { name: 'how fast it burns', working: 'Half of the month allows 648 s; 300 / 648 = 0.46296….', is: () => budget(fiveMinutes).burnRate, should: 300 / 648 },
  { name: 'a pace that lasts', working: 'At 300 s in 15 days the month ends with 600 of 1,296 s: it is not spent in this month.', is: () => budget(fiveMinutes).spentAt, should: undefined },
  { name: 'a pace that does not last', working: '864 s in 15 days are 57.6 s a day; 432 s are left, which last 7.5 days: 23 November 12:00 in Berlin.', is: () => budget([was('outage', '2026-11-10T10:00:00', '2026-11-10T10:14:24')]).spentAt, should: at('2026-11-23T11:00') },
  { name: 'if it went down now', working: '996 s are left: 16 min 36 s from 16 November 00:00 in Berlin on.', is: () => budget(fiveMinutes).spentIfDownAt, should: at('2026-11-15T23:16:36') },
  { name: 'if it went down now, at night', working: 'In office hours November counts 756,000 s, of which 0.05 % is 378 s; 300 s are used. It is Monday 0:00; the 78 s left begin at 8:00: 8:01:18 in Berlin.', is: () => budget([was('outage', '2026-11-10T10:00', '2026-11-10T10:05')], { calendar: OFFICE }).spentIfDownAt, should: at('2026-11-16T07:01:18') },
  { name: 'a budget that is overspent', working: 'An hour down is 3,600 s of 1,296: 2,304 s too many.', is: () => { const { leftSeconds, spentAt, spentIfDownAt } = budget([was('outage', '2026-11-10T10:00', '2026-11-10T11:00')]); return [leftSeconds, spentAt, spentIfDownAt]; }, should: [-2_304, undefined, undefined] },
  { name: 'planned work to come', working: 'Ten hours are announced for the 20th: the month will count 2,592,000 − 36,000 = 2,556,000 s, of which 0.05 % is 1,278 s.', is: () => { const { wholeSeconds, allowedSeconds } = budget([was('maintenance', '2026-11-20T00:00', '2026-11-20T10:00')]); return [wholeSeconds, allowedSeconds]; }, should: [2_556_000, 1_278] },
  { name: 'a budget of nothing', working: '100 % allows nothing: one second burns it infinitely fast.', is: () => burnRateOf({ countedSeconds: 100, downHundredths: 100 }, 1), should: Infinity },
  { name: 'a clock around the clock', working: 'Four hours from 10:00 in Berlin; at 11:30 an hour and a half is used (5,400 s), and it is due at 14:00 (13:00 UTC).', is: () => { const { usedSeconds, dueAt, state } = clock({}, '2026-11-10T10:30'); return [usedSeconds, dueAt, state]; }, should: [5_400, at('2026-11-10T13:00'), 'running'] },
  { name: 'a clock that stands for the customer', working: 'From 10:30 on it waits; at noon (11:00 UTC) half an hour is used, and nobody knows when it is due.', is: () => { const { usedSeconds, dueAt, state } = clock({ pauses: [{ from: at('2026-11-10T09:30') }] }, '2026-11-10T11:00'); return [usedSeconds, dueAt, state]; }, should: [1_800, undefined, 'paused'] },
  { name: 'a clock after a pause', working: 'Waiting from 10:30 to 12:00 puts 14:00 off by an hour and a half: 15:30 in Berlin (14:30 UTC).', is: () => clock({ pauses: [{ from: at('2026-11-10T09:30'), to: at('2026-11-10T11:00') }] }, '2026-11-10T12:00').dueAt, should: at('2026-11-10T14:30') },
  { name: 'pauses that overlap', working: '10:30 to 11:30 and 11:00 to 12:00 are an hour and a half, not two: due at 15:30 again.', is: () => clock({ pauses: [{ from: at('2026-11-10T09:30'), to: at('2026-11-10T10:30') }, { from: at('2026-11-10T10:00'), to: at('2026-11-10T11:00') }] }, '2026-11-10T12:00').dueAt, should: at('2026-11-10T14:30') },
  { name: 'a clock in office hours', working: 'Four hours from Friday 16:00 in Berlin: two until 18:00, two on Monday from 8:00: due Monday 10:00 (9:00 UTC).', is: () => clock({ calendar: OFFICE, startedAt: at('2026-11-13T15:00') }, '2026-11-14T12:00'), should: { usedSeconds: 7_200, leftSeconds: 7_200, state: 'outside-hours', kept: undefined, dueAt: at('2026-11-16T09:00') } },
  { name: 'a clock through the hour that comes twice', working: 'Six hours from 24 October 22:00 in Berlin (20:00 UTC): by the wall until 3:00, six hours on a stopwatch (02:00 UTC).', is: () => clock({ seconds: 6 * 3_600, startedAt: at('2026-10-24T20:00') }, '2026-10-24T21:00').dueAt, should: at('2026-10-25T02:00') },
  { name: 'done to the second', working: 'Four hours were promised, four were taken: kept. A second more: not.', is: () => [clock({ stoppedAt: at('2026-11-10T13:00:00') }, '2026-11-11T00:00').kept, clock({ stoppedAt: at('2026-11-10T13:00:01') }, '2026-11-11T00:00').kept], should: [true, false] },
  { name: 'a kept month gives nothing back', working: '1,296 s of 1,296 s: no credit.', is: () => credit(1_296, 4_999), should: undefined },
  { name: 'the first step', working: '1,297 s are more than once the allowance: 5 % of €49.99 = 2.4995, rounded to €2.50.', is: () => credit(1_297, 4_999), should: 250 },
  { name: 'exactly twice is not more than twice', working: '2,592 s = 2 × 1,296: still 5 %, €2.50; 2,593 s: 10 % = 4.999, €5.00.', is: () => [credit(2_592, 4_999), credit(2_593, 4_999)], should: [250, 500] },
  { name: 'the highest step', working: 'Four hours are 14,400 s, 11.1 times the allowance: 50 % of €49.99 = 24.995, away from zero: €25.00.', is: () => credit(14_400, 4_999), should: 2_500 },
  { name: 'half a cent goes up', working: '5 % of €0.10 is half a cent: €0.01.', is: () => credit(1_297, 10), should: 1 },
  { name: 'a cap in per cent', working: '50 % of €100 would be €50; never more than 30 % of the price: €30.', is: () => credit(14_400, 10_000, { ...LADDER, capPercent: 30 }), should: 3_000 },
  { name: 'a cap in money', working: '€50, but never more than €20: €20.', is: () => credit(14_400, 10_000, { ...LADDER, capAmount: 2_000 }), should: 2_000 },
  { name: 'of two caps the lower', working: '30 % of €100 is €30, the other is €40: €30.', is: () => credit(14_400, 10_000, { ...LADDER, capPercent: 30, capAmount: 4_000 }), should: 3_000 },
  { name: 'steps by availability', working: 'Below 99.9 % (more than 2,592 s): 10 %; below 99 % (more than 25,920 s): 30 %. 3,000 s: 10 % of €100; 30,000 s: 30 %; 2,592 s is 99.9 %, not below it.', is: () => [3_000, 30_000, 2_592].map((down) => credit(down, 10_000, { steps: [{ below: 0.999, percent: 10 }, { below: 0.99, percent: 30 }] })), should: [1_000, 3_000, undefined] },
  { name: 'a promise of no interruption, broken', working: 'Nothing was allowed, so a second is infinitely many times that: the highest step, 50 % of €100.', is: () => credit(1, 10_000, LADDER, 1), should: 5_000 },
];
