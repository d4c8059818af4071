import type { Family } from './family.ts';

/** What a feature's name means, for somebody who hears it for the first time. */
const HELP: Readonly<Record<string, string>> = {
  Download: 'How much comes to you in a second: films, pages, updates.',
  Upload: 'How much you can send in a second: photos, video calls, backups.',
  Technology: 'By which kind of line it comes into your home.',
  'Data allowance': 'How much you can use on the way in a month before more of it costs extra.',
  Speed: 'How quick mobile data can be where the network is at its best.',
  Channels: 'How many TV channels are in it.',
  Recordings: 'How many hours of television you can keep to watch later.',
  Picture: 'How fine the picture can be; 4K has four times as many points as HD.',
  Availability: 'The share of each month in which the line works, planned work left out.',
  'Calls at a time': 'How many people can be on the phone at the same time.',
  'Ways in': 'Separate lines into the building: when one is cut, the other goes on.',
  'Use in the EU': 'In all countries of the EU you use it as at home.',
  'Roaming outside the EU': 'Days a month on which you can use it outside the EU at no extra cost.',
  'Spending limit': 'More than this cannot be spent in a month.',
  Storage: 'How much room there is for photos, films and apps.',
  Screen: 'The length from corner to corner.',
  Countries: 'In how many countries it works as at home.',
  Wifi: 'Which generation of wifi the box speaks.',
};

/** Part of the speed that is there in the evening, and the least of it, as an operator in the EU has to say (Regulation 2015/2120, article 4). */
const USUAL = 0.9;
const LEAST = 0.7;

function speedLimit(value: string | number, unit: string | undefined): string {
  const part = (share: number) => Math.round(Number(value) * share);
  return `Up to. By cable you usually have ${part(USUAL)} ${unit}, and never less than ${part(LEAST)} for long; wifi gives less.`;
}

/** What the figure does not say by itself. */
const LIMITS: Readonly<Record<string, (value: string | number, unit: string | undefined) => string>> = {
  Download: speedLimit,
  Upload: speedLimit,
  Speed: () => 'Only where 5G is laid out and few are on it; in town and in the evening it is often a third of it.',
  'Data allowance': (value) =>
    value === 'Unlimited' ? 'At home without an end. In other EU countries 60 GB a month; beyond it each GB costs extra.' : 'What is left at the end of the month is gone. Beyond it each GB costs extra.',
  'Use in the EU': () => 'For travel, not for living abroad: who is away for more than four months is asked about it.',
  Availability: () => 'Planned work that was announced, and time we wait for you, do not count.',
  Channels: () => 'Which channels these are can change; five may leave in a year.',
  Recordings: () => 'A recording is kept for 12 months.',
};

/** Plain words and honest limits beside a feature; `limitation` is an extension of TMF620. */
export function explained([name, value, unit]: Family['features'][number]): { description?: string; limitation?: string } {
  const description = HELP[name];
  const limitation = LIMITS[name]?.(value, unit);
  return { ...(description !== undefined && { description }), ...(limitation !== undefined && { limitation }) };
}
