import { serviceLevels } from './choices.ts';
import { BUSINESS, CONSUMER, DEMAND, type Family, PRIORITY, TRAVEL, USE } from './family.ts';

const fixed = { category: 'Fixed', line: 'fixed' } as const;
const tv = { category: 'TV', line: 'tv', segments: CONSUMER } as const;
const speed = (down: number, up: number) => [['Download', down, 'Mbit/s'], ['Upload', up, 'Mbit/s']] as const;
const home = { use: [USE.home], travel: [TRAVEL.rarely] } as const;
const office = { use: [USE.office], travel: [TRAVEL.rarely] } as const;
const screen = { use: [USE.television], travel: [TRAVEL.rarely] } as const;

export const HOME_OFFERS: readonly Family[] = [
  {
    ...fixed, key: 'home-16', name: 'Home 16', about: 'Internet over the telephone wire.', segments: CONSUMER, term: 24,
    editions: [{ version: '1.0', monthly: 1999, since: 90, until: 20 }], features: speed(16, 2),
    fits: { ...home, demand: [DEMAND.little], priority: [PRIORITY.price] },
  },
  {
    ...fixed, key: 'home-50', name: 'Home 50', about: 'Steady internet for one or two people.', segments: CONSUMER, term: 24, once: 4999,
    editions: [{ version: '1.0', monthly: 2799, since: 72, until: 16 }, { version: '2.0', monthly: 2999, since: 16 }],
    promotion: { months: 6, off: 1000 }, features: speed(50, 10), fits: { ...home, demand: [DEMAND.little], priority: [PRIORITY.price] },
  },
  {
    ...fixed, key: 'home-100', name: 'Home 100', about: 'For a family that streams in the evening.', segments: CONSUMER, term: 24, once: 4999,
    editions: [{ version: '1.0', monthly: 3299, since: 66, until: 16 }, { version: '2.0', monthly: 3499, since: 16 }],
    promotion: { months: 6, off: 1000 }, features: speed(100, 40), fits: { ...home, demand: [DEMAND.daily], priority: [PRIORITY.price] },
  },
  {
    ...fixed, key: 'home-250', name: 'Home 250', about: 'Work, school and films at the same time.', segments: CONSUMER, term: 24, once: 4999,
    editions: [
      { version: '1.0', monthly: 3899, since: 60, until: 28 },
      { version: '2.0', monthly: 4199, since: 28, until: 7 },
      { version: '2.1', monthly: 4299, since: 7 },
    ],
    promotion: { months: 6, off: 1500 }, features: speed(250, 50),
    fits: { ...home, demand: [DEMAND.daily, DEMAND.always], priority: [PRIORITY.quality] },
  },
  {
    ...fixed, key: 'fibre-500', name: 'Fibre 500', about: 'Glass fibre to your flat, quick in both directions.', segments: CONSUMER, term: 24, once: 6999,
    editions: [{ version: '1.0', monthly: 4999, since: 30 }], promotion: { months: 12, off: 1000 }, features: [...speed(500, 200), ['Technology', 'Fibre']],
    fits: { ...home, demand: [DEMAND.always], priority: [PRIORITY.quality] },
  },
  {
    ...fixed, key: 'fibre-1000', name: 'Fibre 1000', about: 'The quickest line we lay to a home.', segments: CONSUMER, term: 24, once: 6999,
    editions: [{ version: '1.0', monthly: 6999, since: 24, until: 5 }, { version: '2.0', monthly: 6499, since: 5 }],
    features: [...speed(1000, 500), ['Technology', 'Fibre']], fits: { ...home, demand: [DEMAND.always], priority: [PRIORITY.quality] },
  },
  {
    ...fixed, key: 'home-flex', name: 'Home Flex 100', about: 'Internet at home without a commitment.', segments: CONSUMER, term: 0, once: 6999,
    editions: [{ version: '1.0', monthly: 3999, since: 15 }], features: speed(100, 40), fits: { ...home, demand: [DEMAND.daily], priority: [PRIORITY.price] },
  },
  {
    ...fixed, key: 'office-250', name: 'Office 250', about: 'Internet for a shop or a small office, with help within eight hours.', segments: BUSINESS, term: 24, once: 9900,
    editions: [{ version: '1.0', monthly: 7021, since: 50, until: 12 }, { version: '2.0', monthly: 7140, since: 12 }],
    features: [...speed(250, 100), ['Availability', 99.5, '%']], choices: [serviceLevels(0.995)], fits: { ...office, demand: [DEMAND.daily], priority: [PRIORITY.price] },
  },
  {
    ...fixed, key: 'office-1000', name: 'Office 1000', about: 'Fibre for a busy office, with a promise of 99.9 % availability.', segments: BUSINESS, term: 24, once: 19900,
    editions: [{ version: '1.0', monthly: 15351, since: 30 }], promotion: { months: 6, off: 3570 },
    features: [...speed(1000, 1000), ['Availability', 99.9, '%']], choices: [serviceLevels(0.999)], fits: { ...office, demand: [DEMAND.always], priority: [PRIORITY.quality] },
  },
  {
    ...fixed, key: 'site-100', name: 'Site Connect 100', about: 'Joins a site to your company network over a line of its own.', segments: BUSINESS, term: 24, once: 29900,
    editions: [{ version: '1.0', monthly: 23681, since: 60 }], features: [...speed(100, 100), ['Availability', 99.9, '%']],
    fits: { ...office, demand: [DEMAND.daily], priority: [PRIORITY.quality] },
  },
  {
    ...fixed, key: 'site-1000', name: 'Site Connect 1000', about: 'A gigabit between your sites, with two separate ways in.', segments: BUSINESS, term: 24, once: 59900,
    editions: [{ version: '1.0', monthly: 58905, since: 40 }], features: [...speed(1000, 1000), ['Availability', 99.95, '%'], ['Ways in', 2]],
    fits: { ...office, demand: [DEMAND.always], priority: [PRIORITY.quality] },
  },
  {
    ...fixed, key: 'sip-trunk', name: 'Voice Trunk 10', about: 'Ten calls at a time for your own telephone system.', segments: BUSINESS, term: 12,
    editions: [{ version: '1.0', monthly: 4641, since: 48 }], features: [['Calls at a time', 10], ['Availability', 99.9, '%']],
    fits: { ...office, demand: [DEMAND.daily], priority: [PRIORITY.price] },
  },
  {
    ...tv, key: 'tv-start', name: 'TV Start', about: 'The public and the big private channels.', term: 0,
    editions: [{ version: '1.0', monthly: 699, since: 44 }], features: [['Channels', 60]], excludes: ['tv-plus', 'tv-premium', 'home-and-tv', 'fibre-and-tv'],
    fits: { ...screen, demand: [DEMAND.little], priority: [PRIORITY.price] },
  },
  {
    ...tv, key: 'tv-plus', name: 'TV Plus', about: 'More channels, a recorder and a pause button.', term: 12,
    editions: [{ version: '1.0', monthly: 1199, since: 56, until: 14 }, { version: '2.0', monthly: 1299, since: 14 }],
    promotion: { months: 6, off: 600 }, features: [['Channels', 110], ['Recordings', 50, 'hours']],
    fits: { ...screen, demand: [DEMAND.daily], priority: [PRIORITY.price] },
  },
  {
    ...tv, key: 'tv-premium', name: 'TV Premium', about: 'Everything, in the best picture there is.', term: 24,
    editions: [{ version: '1.0', monthly: 2299, since: 30 }], promotion: { months: 3, off: 1000 },
    features: [['Channels', 160], ['Recordings', 300, 'hours'], ['Picture', '4K']],
    fits: { ...screen, demand: [DEMAND.always], priority: [PRIORITY.quality] },
  },
  {
    ...fixed, key: 'home-and-tv', name: 'Home and TV', about: 'Home 250 and TV Plus on one bill, for less.', segments: CONSUMER, term: 24, once: 4999,
    editions: [{ version: '1.0', monthly: 4999, since: 22 }], promotion: { months: 6, off: 1500 }, bundles: ['home-250', 'tv-plus'], features: [...speed(250, 50), ['Channels', 110]],
    fits: { use: [USE.home, USE.television], travel: [TRAVEL.rarely], demand: [DEMAND.daily], priority: [PRIORITY.together, PRIORITY.price] },
  },
  {
    ...fixed, key: 'fibre-and-tv', name: 'Fibre and TV', about: 'Fibre 1000 and TV Premium together.', segments: CONSUMER, term: 24, once: 6999,
    editions: [{ version: '1.0', monthly: 8499, since: 10 }], bundles: ['fibre-1000', 'tv-premium'], features: [...speed(1000, 500), ['Channels', 160]],
    fits: { use: [USE.home, USE.television], travel: [TRAVEL.rarely], demand: [DEMAND.always], priority: [PRIORITY.together, PRIORITY.quality] },
  },
  {
    ...fixed, key: 'family-pack', name: 'Family Pack', about: 'Home 100 and Mobile M for the whole family.', segments: CONSUMER, term: 24,
    editions: [{ version: '1.0', monthly: 5499, since: 18, until: 6 }, { version: '2.0', monthly: 5699, since: 6 }],
    bundles: ['home-100', 'mobile-m'], features: [...speed(100, 40), ['Data allowance', 25, 'GB a month']],
    fits: { use: [USE.home, USE.phone], travel: [TRAVEL.rarely, TRAVEL.europe], demand: [DEMAND.daily], priority: [PRIORITY.together] },
  },
  {
    ...fixed, key: 'office-pack', name: 'Office Pack', about: 'Office 250, Voice Trunk 10 and a line for the boss.', segments: BUSINESS, term: 24, once: 9900,
    editions: [{ version: '1.0', monthly: 12971, since: 12 }], bundles: ['office-250', 'sip-trunk', 'team-20'], features: [...speed(250, 100), ['Calls at a time', 10]],
    fits: { ...office, demand: [DEMAND.daily], priority: [PRIORITY.together] },
  },
];
