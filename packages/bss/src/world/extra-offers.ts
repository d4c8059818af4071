import { CASE, COLOURS } from './choices.ts';
import { BUSINESS, CONSUMER, DEMAND, EVERYONE, type Family, PRIORITY, TRAVEL, USE } from './family.ts';

const addOn = { category: 'Add-ons', term: 0 } as const;
const device = { category: 'Devices', line: 'device', term: 24 } as const;
const phone = { use: [USE.phone], priority: [PRIORITY.quality] } as const;
const plans = ['mobile-s', 'mobile-m', 'mobile-l', 'mobile-xl', 'mobile-flex'] as const;
const lines = ['home-50', 'home-100', 'home-250', 'fibre-500', 'fibre-1000', 'home-and-tv', 'family-pack'] as const;
const screens = ['tv-start', 'tv-plus', 'tv-premium', 'home-and-tv', 'fibre-and-tv'] as const;

export const EXTRA_OFFERS: readonly Family[] = [
  {
    ...addOn, key: 'roaming-europe', name: 'Roaming Europe Plus', about: 'Use your line in Switzerland, Turkey and the Balkans as at home.', line: 'mobile', segments: CONSUMER,
    editions: [{ version: '1.0', monthly: 599, since: 40 }], features: [['Countries', 12]], requires: plans,
    fits: { ...phone, demand: [DEMAND.little], travel: [TRAVEL.europe] },
  },
  {
    ...addOn, key: 'roaming-world', name: 'Roaming World', about: 'Two gigabytes a month in 80 countries.', line: 'mobile', segments: CONSUMER,
    editions: [{ version: '1.0', monthly: 1499, since: 40, until: 9 }, { version: '2.0', monthly: 1299, since: 9 }], features: [['Countries', 80]], requires: plans,
    fits: { ...phone, demand: [DEMAND.daily], travel: [TRAVEL.world] },
  },
  {
    ...addOn, key: 'data-boost', name: 'Data Boost 10', about: 'Ten more gigabytes every month.', line: 'mobile', segments: CONSUMER,
    editions: [{ version: '1.0', monthly: 499, since: 36 }], features: [['Extra data', 10, 'GB a month']], requires: plans, excludes: ['mobile-xl'],
    fits: { ...phone, demand: [DEMAND.always], travel: [TRAVEL.rarely] },
  },
  {
    ...addOn, key: 'mobile-calls', name: 'Calls to Mobiles', about: 'Calls from your landline to any German mobile.', line: 'fixed', segments: CONSUMER,
    editions: [{ version: '1.0', monthly: 399, since: 60 }], features: [['Calls to mobiles', 'Included']], requires: lines,
    fits: { use: [USE.home], demand: [DEMAND.daily], priority: [PRIORITY.price], travel: [TRAVEL.rarely] },
  },
  {
    ...addOn, key: 'mesh', name: 'Home Wifi', about: 'Two small boxes that carry your wifi to every room.', line: 'fixed', segments: CONSUMER,
    editions: [{ version: '1.0', monthly: 599, since: 26 }], features: [['Boxes', 2]], requires: lines,
    fits: { use: [USE.home], demand: [DEMAND.always], priority: [PRIORITY.quality], travel: [TRAVEL.rarely] },
  },
  {
    ...addOn, key: 'fixed-address', name: 'Fixed Address', about: 'An internet address that never changes.', line: 'fixed', segments: BUSINESS,
    editions: [{ version: '1.0', monthly: 595, since: 60 }], features: [['Addresses', 1]], requires: ['office-250', 'office-1000'],
    fits: { use: [USE.office], demand: [DEMAND.daily], priority: [PRIORITY.quality], travel: [TRAVEL.rarely] },
  },
  {
    ...addOn, key: 'protection', name: 'Device Cover', about: 'A broken screen mended, a lost phone replaced.', line: 'other', segments: EVERYONE,
    editions: [{ version: '1.0', monthly: 699, since: 50, until: 8 }, { version: '1.1', monthly: 799, since: 8 }], features: [['Own share of a repair', 49, '€']],
    requires: ['phone-aster', 'phone-corvo', 'tablet-lumen'],
    fits: { ...phone, demand: [DEMAND.daily], travel: [TRAVEL.rarely] },
  },
  {
    ...addOn, key: 'tv-sport', name: 'Sport', about: 'The league, live and in full.', line: 'tv', segments: CONSUMER,
    editions: [{ version: '1.0', monthly: 1999, since: 30 }], promotion: { months: 3, off: 1000 }, features: [['Channels', 9]], requires: screens,
    fits: { use: [USE.television], demand: [DEMAND.always], priority: [PRIORITY.quality], travel: [TRAVEL.rarely] },
  },
  {
    ...addOn, key: 'tv-cinema', name: 'Cinema', about: 'New films each week and a shelf of old ones.', line: 'tv', segments: CONSUMER,
    editions: [{ version: '1.0', monthly: 999, since: 30 }], promotion: { months: 3, off: 500 }, features: [['Channels', 6]], requires: screens,
    fits: { use: [USE.television], demand: [DEMAND.daily], priority: [PRIORITY.quality], travel: [TRAVEL.rarely] },
  },
  {
    ...addOn, key: 'tv-kids', name: 'Kids', about: 'Cartoons without advertising.', line: 'tv', segments: CONSUMER,
    editions: [{ version: '1.0', monthly: 499, since: 30 }], features: [['Channels', 5]], requires: screens,
    fits: { use: [USE.television], demand: [DEMAND.little], priority: [PRIORITY.price], travel: [TRAVEL.rarely] },
  },
  {
    ...device, key: 'router', name: 'Router 7', about: 'The box that turns your line into wifi.', segments: EVERYONE, term: 0,
    editions: [{ version: '1.0', monthly: 499, since: 60, until: 18 }, { version: '2.0', monthly: 599, since: 18 }], features: [['Wifi', 'Wi-Fi 7']],
    fits: { use: [USE.home, USE.office], demand: [DEMAND.daily], priority: [PRIORITY.quality], travel: [TRAVEL.rarely] },
  },
  {
    ...device, key: 'tv-box', name: 'TV Box', about: 'Joins any screen to your TV plan.', segments: CONSUMER, term: 0,
    editions: [{ version: '1.0', monthly: 399, since: 50 }], features: [['Picture', '4K']], requires: screens,
    fits: { use: [USE.television], demand: [DEMAND.daily], priority: [PRIORITY.quality], travel: [TRAVEL.rarely] },
  },
  {
    ...device, key: 'phone-aster', name: 'Aster 5 phone', about: 'A light phone with a battery for two days, in 24 parts.', segments: EVERYONE, once: 100,
    editions: [{ version: '0.9', monthly: 1499, since: 40, until: 20 }, { version: '1.0', monthly: 1599, since: 20 }], features: [['Storage', 128, 'GB'], ['Screen', 6.1, 'inches']], choices: [COLOURS, CASE],
    fits: { ...phone, demand: [DEMAND.daily], travel: [TRAVEL.europe] },
  },
  {
    ...device, key: 'phone-corvo', name: 'Corvo Max phone', about: 'A large phone with a camera for the dark, in 24 parts.', segments: EVERYONE, once: 9900,
    editions: [{ version: '1.0', monthly: 3299, since: 14 }], features: [['Storage', 512, 'GB'], ['Screen', 6.8, 'inches']], choices: [COLOURS, CASE],
    fits: { ...phone, demand: [DEMAND.always], travel: [TRAVEL.world] },
  },
  {
    ...device, key: 'tablet-lumen', name: 'Lumen tablet', about: 'A tablet for the sofa, in 24 parts.', segments: EVERYONE, once: 100,
    editions: [{ version: '1.0', monthly: 1899, since: 16 }], features: [['Storage', 256, 'GB'], ['Screen', 11, 'inches']],
    fits: { use: [USE.home], demand: [DEMAND.daily], priority: [PRIORITY.quality], travel: [TRAVEL.rarely] },
  },
];
