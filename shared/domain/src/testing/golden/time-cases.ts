import { figuresOf } from '../../service-level/reckoning.ts';
import { calendarWindow, daysWindow, rollingWindow } from '../../service-level/windows.ts';
import { at, BERLIN, type GoldenCase, LATER, month, terms, was } from './case.ts';

const lasting = ({ from, to }: { from: Date; to: Date }) => (+to - +from) / 1000;

/** How long months, quarters, years and days are, and to which an outage belongs. */
export const timeCases: readonly GoldenCase[] = [
  { name: 'a quiet November', working: '30 days of 86,400 s are 2,592,000 s; all of them count.', is: () => month('2026-11', []).countedSeconds, should: 2_592_000 },
  { name: 'a quiet March', working: '31 days are 2,678,400 s; on 29 March the clocks leap from 2 to 3, so 3,600 s less: 2,674,800 s.', is: () => month('2026-03', []).countedSeconds, should: 2_674_800 },
  { name: 'a quiet October', working: '31 days are 2,678,400 s; on 25 October 2 to 3 comes twice, so 3,600 s more: 2,682,000 s.', is: () => month('2026-10', []).countedSeconds, should: 2_682_000 },
  { name: 'February of a leap year', working: '29 × 86,400 s = 2,505,600 s.', is: () => month('2024-02', []).countedSeconds, should: 2_505_600 },
  { name: 'half an hour of summer time', working: 'Lord Howe puts its clocks forward by half an hour on 4 October 2026: 31 × 86,400 − 1,800 = 2,676,600 s.', is: () => month('2026-10', [], { zone: 'Australia/Lord_Howe' }).countedSeconds, should: 2_676_600 },
  { name: 'a zone without summer time', working: 'Kathmandu never moves its clocks: March has 31 × 86,400 = 2,678,400 s.', is: () => month('2026-03', [], { zone: 'Asia/Kathmandu' }).countedSeconds, should: 2_678_400 },
  { name: 'a quarter with a short day', working: 'January 31, February 28, March 31 days are 90 × 86,400 = 7,776,000 s; one hour is leapt over: 7,772,400 s.', is: () => lasting(calendarWindow('2026-01', 3, BERLIN)), should: 7_772_400 },
  { name: 'a year', working: 'One hour is lost in March and found again in October: 365 × 86,400 = 31,536,000 s.', is: () => lasting(calendarWindow('2026-01', 12, BERLIN)), should: 31_536_000 },
  { name: 'a day of 23 hours', working: '29 March 2026 in Berlin: 24 − 1 = 23 h = 82,800 s.', is: () => lasting(daysWindow('2026-03-29', '2026-03-29', BERLIN)), should: 82_800 },
  { name: 'a day of 25 hours', working: '25 October 2026 in Berlin: 24 + 1 = 25 h = 90,000 s.', is: () => lasting(daysWindow('2026-10-25', '2026-10-25', BERLIN)), should: 90_000 },
  { name: 'thirty rolling days', working: '30 × 24 h = 2,592,000 s, though the clocks change on 25 October in between.', is: () => figuresOf([], rollingWindow(at('2026-11-10T12:00'), 30), terms(), LATER).windowSeconds, should: 2_592_000 },
  { name: 'what slides out of a rolling window', working: 'Seven days before 10 November 12:00 begin on the 3rd at 12:00; of an outage from 11:50 to 12:20 that day, 20 min = 1,200 s are inside.', is: () => figuresOf([was('outage', '2026-11-03T11:50', '2026-11-03T12:20')], rollingWindow(at('2026-11-10T12:00'), 7), terms(), LATER).downHundredths / 100, should: 1_200 },
  { name: 'an outage over midnight: its first month', working: '22:30 to 23:20 UTC on 31 October; November begins at 23:00 UTC (midnight in Berlin). October bears 30 min = 1,800 s.', is: () => month('2026-10', [was('outage', '2026-10-31T22:30', '2026-10-31T23:20')]).downHundredths, should: 180_000 },
  { name: 'an outage over midnight: its second month', working: 'The other 20 of its 50 min: 1,200 s.', is: () => month('2026-11', [was('outage', '2026-10-31T22:30', '2026-10-31T23:20')]).downHundredths, should: 120_000 },
  { name: 'an outage in the hour that comes twice', working: '23:30 to 01:30 UTC in the night of 25 October: from 1:30 to 2:30 on the wall, and two hours on a stopwatch: 7,200 s.', is: () => month('2026-10', [was('outage', '2026-10-24T23:30', '2026-10-25T01:30')]).downHundredths, should: 720_000 },
  { name: 'an outage over the hour that is missing', working: '00:30 to 01:30 UTC on 29 March: from 1:30 to 3:30 on the wall, one hour on a stopwatch: 3,600 s.', is: () => month('2026-03', [was('outage', '2026-03-29T00:30', '2026-03-29T01:30')]).downHundredths, should: 360_000 },
  { name: 'a month that still runs', working: 'On 2 November 00:00 in Berlin (1 November 23:00 UTC) one day has passed: 86,400 s.', is: () => month('2026-11', [], {}, at('2026-11-01T23:00')).windowSeconds, should: 86_400 },
  { name: 'a month to come', working: 'Nothing of December has passed: 0 s.', is: () => month('2026-12', [], {}, at('2026-11-01T23:00')).countedSeconds, should: 0 },
  { name: 'promised since the last day', working: 'From 30 November 00:00 in Berlin on, one day is left of the month: 86,400 s.', is: () => month('2026-11', [], { since: at('2026-11-29T23:00') }).countedSeconds, should: 86_400 },
  { name: 'promised until the 3rd', working: 'The promise ends at the beginning of 3 November in Berlin: two days, 172,800 s; the outage of the 5th is nobody’s.', is: () => { const { countedSeconds, downHundredths } = month('2026-11', [was('outage', '2026-11-05T10:00', '2026-11-05T11:00')], { until: at('2026-11-02T23:00') }); return [countedSeconds, downHundredths]; }, should: [172_800, 0] },
  { name: 'fractions of a second', working: 'Instants are read to the whole second: 10:00:00.900 to 10:00:02.100 is from second 0 to second 2: 2 s.', is: () => month('2026-11', [was('outage', '2026-11-10T10:00:00.900', '2026-11-10T10:00:02.100')]).downHundredths, should: 200 },
];
