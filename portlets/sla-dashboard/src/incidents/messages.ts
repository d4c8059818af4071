import type { Incident, IncidentState } from '@faceplate/contracts';
import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Incidents', { id: 'sla-dashboard.incidents.heading', desc: 'Heading over what is wrong in the network' }),
  calm: () => msg('Nothing hits your services right now.', { id: 'sla-dashboard.incidents.calm', desc: 'When there is no incident' }),
  cannot: () => msg('We cannot say right now whether something hits your services.', { id: 'sla-dashboard.incidents.cannot', desc: 'Part of what would be needed could not be read, and nothing was found' }),
  now: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# incident hits your services now} other {# incidents hit your services now}}', { id: 'sla-dashboard.incidents.now', desc: 'The answer when something is wrong' }), locale),
  all: () => msg('All incidents', { id: 'sla-dashboard.incidents.all', desc: 'Button to the list of incidents, and back to it' }),
  history: () => msg('Over in the last 90 days', { id: 'sla-dashboard.incidents.history', desc: 'Heading over incidents that have ended' }),
  noHistory: () => msg('None in the last 90 days.', { id: 'sla-dashboard.incidents.no-history', desc: 'When no incident has ended of late' }),
  since: (when: string) => msg(str`Since ${when}`, { id: 'sla-dashboard.incidents.since', desc: 'When an incident began' }),
  span: (from: string, to: string) => msg(str`${from} to ${to}`, { id: 'sla-dashboard.incidents.span', desc: 'From when to when an incident lasted' }),
  lasted: (time: string) => msg(str`It lasted ${time}.`, { id: 'sla-dashboard.incidents.lasted', desc: 'How long an incident was; a length of time' }),
  missing: () => msg('We cannot find this incident', { id: 'sla-dashboard.incidents.missing', desc: 'Heading when there is no such incident, or none of yours' }),
  area: () => msg('Area', { id: 'sla-dashboard.incidents.area', desc: 'Fact: where the incident is' }),
  began: () => msg('Since', { id: 'sla-dashboard.incidents.began', desc: 'Fact: when it began' }),
  expected: () => msg('Expected to be over', { id: 'sla-dashboard.incidents.expected', desc: 'Fact: when it should be mended' }),
  unknown: () => msg('Not known yet', { id: 'sla-dashboard.incidents.unknown', desc: 'Instead of a time that nobody knows' }),
  next: () => msg('We tell you more by', { id: 'sla-dashboard.incidents.next', desc: 'Fact: time of the next update' }),
  soon: () => msg('As soon as we know', { id: 'sla-dashboard.incidents.soon', desc: 'Instead of the time of the next update when none is promised' }),
  ended: () => msg('Over since', { id: 'sla-dashboard.incidents.ended', desc: 'Fact: when it ended' }),
  reports: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# customer has said that it hits them} other {# customers have said that it hits them}}', { id: 'sla-dashboard.incidents.reports', desc: 'How many have said "me too"' }), locale),
  follow: () => msg('Tell me when it is fixed', { id: 'sla-dashboard.incidents.follow', desc: 'Button: asks to be told, and counts as one whom it hits' }),
  unfollow: () => msg('Do not tell me any more', { id: 'sla-dashboard.incidents.unfollow', desc: 'Button: takes that back' }),
  followed: () => msg('We tell you as soon as it is fixed.', { id: 'sla-dashboard.incidents.followed', desc: 'After asking to be told' }),
  unfollowed: () => msg('We do not tell you. You can ask for it again.', { id: 'sla-dashboard.incidents.unfollowed', desc: 'After taking that back' }),
  over: () => msg('It is over by now.', { id: 'sla-dashboard.incidents.over', desc: 'Asked to be told of an incident that has ended' }),
  ticket: () => msg('Show my ticket', { id: 'sla-dashboard.incidents.ticket', desc: 'Button to the ticket by which one is told' }),
  still: () => msg('It still does not work', { id: 'sla-dashboard.incidents.still', desc: 'Button to report a fault after an incident has ended' }),
  updates: () => msg('What we have said so far', { id: 'sla-dashboard.incidents.updates', desc: 'Heading over the updates of an incident, the latest first' }),
  noUpdates: () => msg('Nothing more yet.', { id: 'sla-dashboard.incidents.no-updates', desc: 'When there was no update so far' }),
  services: () => msg('Your services it hits', { id: 'sla-dashboard.incidents.services', desc: 'Heading over the services an incident hits' }),
  noServices: () => msg('We cannot say right now which of your services it hits.', { id: 'sla-dashboard.incidents.no-services', desc: 'What one has could not be read' }),
  down: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# of your services does not work} other {# of your services do not work}}', { id: 'sla-dashboard.incidents.down', desc: 'Plain impact of an outage' }), locale),
  slow: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# of your services is slower than usual} other {# of your services are slower than usual}}', { id: 'sla-dashboard.incidents.slow', desc: 'Plain impact of a degradation' }), locale),
  unclear: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# of your services may not work as usual} other {# of your services may not work as usual}}', { id: 'sla-dashboard.incidents.unclear', desc: 'Impact of an incident where nobody says more' }), locale),
  works: () => msg('It is over: your services should work again.', { id: 'sla-dashboard.incidents.works', desc: 'The answer when an incident has ended' }),
  none: () => msg('It was none: nothing of yours was hit.', { id: 'sla-dashboard.incidents.none', desc: 'The answer when an incident was called off' }),
};

export const picture = {
  title: (place: string, hit: string, all: string) => msg(str`Only ${isolated(place)} is hit: ${hit} of your ${all} services`, { id: 'sla-dashboard.incidents.picture.one', desc: 'Title of the picture of places when one place is hit; two numbers' }),
  several: (places: string, hit: string, all: string) => msg(str`${places} places are hit: ${hit} of your ${all} services`, { id: 'sla-dashboard.incidents.picture.several', desc: 'Title of the picture of places when several are hit; three numbers' }),
  place: (place: string, hit: string, all: string) => msg(str`${isolated(place)}: ${hit} of ${all} hit`, { id: 'sla-dashboard.incidents.picture.place', desc: 'What the signs of one place show; two numbers of services' }),
  share: (hit: string, all: string) => msg(str`${hit} of ${all} hit`, { id: 'sla-dashboard.incidents.picture.share', desc: 'Below the name of a place; two numbers of services' }),
  well: (all: string) => msg(str`${all}, all well`, { id: 'sla-dashboard.incidents.picture.well', desc: 'Below the name of a place where nothing is hit; a number of services' }),
  elsewhere: () => msg('On the move, or elsewhere', { id: 'sla-dashboard.incidents.picture.elsewhere', desc: 'Instead of a place, for services without one' }),
  each: (count: string) => msg(str`Each sign stands for up to ${count} services.`, { id: 'sla-dashboard.incidents.picture.each', desc: 'When there are too many services for a sign each' }),
  table: () => msg('The same as a table', { id: 'sla-dashboard.incidents.picture.table', desc: 'Opens the table beside the picture' }),
  where: () => msg('Place', { id: 'sla-dashboard.incidents.picture.where', desc: 'Column: place' }),
  hit: () => msg('Hit', { id: 'sla-dashboard.incidents.picture.hit', desc: 'Column: services that are hit' }),
  all: () => msg('Services', { id: 'sla-dashboard.incidents.picture.all', desc: 'Column: services there' }),
};

const states: Record<IncidentState, { tone: Tone; word: () => string }> = {
  open: { tone: 'critical', word: () => msg('Being mended', { id: 'sla-dashboard.incidents.state.open', desc: 'State of an incident' }) },
  'waiting-for-you': { tone: 'notice', word: () => msg('Waiting for you', { id: 'sla-dashboard.incidents.state.waiting', desc: 'State of an incident: it cannot be mended without the customer' }) },
  over: { tone: 'positive', word: () => msg('Over', { id: 'sla-dashboard.incidents.state.over', desc: 'State of an incident' }) },
  'called-off': { tone: 'neutral', word: () => msg('Called off', { id: 'sla-dashboard.incidents.state.called-off', desc: 'State of an incident: it was none' }) },
};
export const stateOf = (state: IncidentState) => ({ tone: states[state].tone, word: states[state].word() });

/** What an incident means for somebody, in one sentence; empty where nobody can say. */
export function impactOf({ state, impact, services: { length } }: Incident, locale: string): string {
  if (state === 'over') return words.works();
  if (state === 'called-off') return words.none();
  if (length === 0) return '';
  if (impact === 'down') return words.down(length, locale);
  return impact === 'slow' ? words.slow(length, locale) : words.unclear(length, locale);
}
