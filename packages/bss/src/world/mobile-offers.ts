import { ONLY_ESIM, SIM } from './choices.ts';
import { BUSINESS, CONSUMER, DEMAND, EVERYONE, type Family, PRIORITY, TRAVEL, USE } from './family.ts';

const mobile = { category: 'Mobile', line: 'mobile' } as const;
const data = (gigabytes: number | string) => ['Data allowance', gigabytes, 'GB a month'] as const;
const calls = ['Calls and texts in Germany', 'Included'] as const;

export const MOBILE_OFFERS: readonly Family[] = [
  {
    ...mobile, key: 'mobile-s', name: 'Mobile S', about: 'Enough for messages, maps and the odd video.', segments: CONSUMER, term: 24,
    editions: [{ version: '1.0', monthly: 1299, since: 70, until: 26 }, { version: '2.0', monthly: 1499, since: 26 }],
    promotion: { months: 3, off: 500 }, features: [data(8), calls, ['Speed', 50, 'Mbit/s']],
    choices: [SIM], fits: { use: [USE.phone], demand: [DEMAND.little], priority: [PRIORITY.price], travel: [TRAVEL.rarely] },
  },
  {
    ...mobile, key: 'mobile-m', name: 'Mobile M', about: 'Room for music and video on the way, and for calls from EU countries.', segments: CONSUMER, term: 24,
    editions: [
      { version: '1.0', monthly: 2199, since: 70, until: 34 },
      { version: '2.0', monthly: 2399, since: 34, until: 10 },
      { version: '3.0', monthly: 2499, since: 10 },
    ],
    promotion: { months: 6, off: 500 }, features: [data(25), calls, ['Speed', 300, 'Mbit/s'], ['Use in the EU', 'Included']],
    choices: [SIM], fits: { use: [USE.phone], demand: [DEMAND.daily], priority: [PRIORITY.price], travel: [TRAVEL.rarely, TRAVEL.europe] },
  },
  {
    ...mobile, key: 'mobile-l', name: 'Mobile L', about: 'Plenty of data at full speed, at home and across Europe.', segments: CONSUMER, term: 24,
    editions: [{ version: '1.0', monthly: 3299, since: 60, until: 18 }, { version: '2.0', monthly: 3499, since: 18 }],
    promotion: { months: 6, off: 1000 }, features: [data(80), calls, ['Speed', 500, 'Mbit/s'], ['Use in the EU', 'Included']],
    choices: [SIM], fits: { use: [USE.phone], demand: [DEMAND.daily, DEMAND.always], priority: [PRIORITY.quality], travel: [TRAVEL.europe] },
  },
  {
    ...mobile, key: 'mobile-xl', name: 'Mobile XL', about: 'Unlimited data and a day of free roaming every month.', segments: CONSUMER, term: 24, once: 2999,
    editions: [
      { version: '1.0', monthly: 4999, since: 30, until: 0 },
      { version: '2.0', monthly: 5299, since: 0 },
      { version: '3.0', monthly: 5499, since: -2 },
    ],
    features: [data('Unlimited'), calls, ['Speed', 1000, 'Mbit/s'], ['Use in the EU', 'Included'], ['Roaming outside the EU', 1, 'day a month']],
    choices: [SIM], fits: { use: [USE.phone], demand: [DEMAND.always], priority: [PRIORITY.quality], travel: [TRAVEL.europe, TRAVEL.world] },
  },
  {
    ...mobile, key: 'mobile-flex', name: 'Mobile Flex', about: 'Start and stop when you like: no commitment, one month at a time.', segments: CONSUMER, term: 0,
    editions: [{ version: '1.0', monthly: 1999, since: 20 }], features: [data(15), calls, ['Speed', 300, 'Mbit/s']],
    choices: [SIM], fits: { use: [USE.phone], demand: [DEMAND.little, DEMAND.daily], priority: [PRIORITY.price], travel: [TRAVEL.rarely] },
  },
  {
    ...mobile, key: 'mobile-kids', name: 'Mobile Kids', about: 'A first line with limits that parents set. Goes with a line of your own.', segments: CONSUMER, term: 12,
    editions: [{ version: '1.0', monthly: 799, since: 40 }], features: [data(3), calls, ['Spending limit', 'Set by you']],
    choices: [SIM], fits: { use: [USE.phone], demand: [DEMAND.little], priority: [PRIORITY.price], travel: [TRAVEL.rarely] },
  },
  {
    ...mobile, key: 'mobile-talk', name: 'Mobile Talk', about: 'Calls and texts only, for a phone with keys.', segments: CONSUMER, term: 0,
    editions: [{ version: '1.0', monthly: 699, since: 80, until: 30 }, { version: '1.1', monthly: 799, since: 30 }], features: [calls],
    fits: { use: [USE.phone], demand: [DEMAND.little], priority: [PRIORITY.price], travel: [TRAVEL.rarely] },
  },
  {
    ...mobile, key: 'mobile-data', name: 'Data Card 30', about: 'A card for a tablet or a laptop, data only.', segments: EVERYONE, term: 12,
    editions: [{ version: '1.0', monthly: 1799, since: 36 }], features: [data(30), ['Speed', 300, 'Mbit/s']],
    choices: [SIM], fits: { use: [USE.phone, USE.office], demand: [DEMAND.daily], priority: [PRIORITY.price], travel: [TRAVEL.europe] },
  },
  {
    ...mobile, key: 'team-20', name: 'Team Mobile 20', about: 'A line for each colleague, on one bill.', segments: BUSINESS, term: 24,
    editions: [{ version: '1.0', monthly: 2261, since: 60, until: 14 }, { version: '2.0', monthly: 2380, since: 14 }],
    features: [data(20), calls, ['Use in the EU', 'Included']],
    choices: [SIM], fits: { use: [USE.office, USE.phone], demand: [DEMAND.daily], priority: [PRIORITY.price], travel: [TRAVEL.europe] },
  },
  {
    ...mobile, key: 'team-unlimited', name: 'Team Mobile Unlimited', about: 'Unlimited data for colleagues who work on the road.', segments: BUSINESS, term: 24,
    editions: [{ version: '1.0', monthly: 4641, since: 28 }], promotion: { months: 6, off: 1190 },
    features: [data('Unlimited'), calls, ['Use in the EU', 'Included'], ['Priority in busy cells', 'Included']],
    choices: [SIM], fits: { use: [USE.office, USE.phone], demand: [DEMAND.always], priority: [PRIORITY.quality], travel: [TRAVEL.europe, TRAVEL.world] },
  },
  {
    ...mobile, key: 'iot-sim', name: 'Machine Card', about: 'A small card for trackers, meters and tills.', segments: BUSINESS, term: 12,
    editions: [{ version: '1.0', monthly: 357, since: 30 }], features: [['Data allowance', 500, 'MB a month'], ['Fixed address', 'On request']],
    fits: { use: [USE.office], demand: [DEMAND.little], priority: [PRIORITY.price], travel: [TRAVEL.europe] },
  },
  {
    ...mobile, key: 'second-card', name: 'Second Card', about: 'The same number on a watch or a tablet. Needs Mobile L or XL.', segments: CONSUMER, term: 0,
    editions: [{ version: '1.0', monthly: 499, since: 24 }], features: [['Shares the data of', 'Your main line']], requires: ['mobile-l', 'mobile-xl'],
    choices: [ONLY_ESIM], fits: { use: [USE.phone], demand: [DEMAND.always], priority: [PRIORITY.together], travel: [TRAVEL.europe] },
  },
];
