import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const said = {
  heading: () => msg('How quickly shall we repair?', { id: 'checkout.promise.heading', desc: 'Heading: choose the service level' }),
  none: () => msg('Nothing in your cart has a choice of service levels.', { id: 'checkout.promise.none', desc: 'When there is nothing to choose' }),
  respond: (hours: number, locale: string) => plural(hours, msg('{count, plural, one {we respond within # hour} other {we respond within # hours}}', { id: 'checkout.promise.respond', desc: 'Promise: time until somebody works on a fault' }), locale),
  restore: (hours: number, locale: string) => plural(hours, msg('{count, plural, one {it works again within # hour} other {it works again within # hours}}', { id: 'checkout.promise.restore', desc: 'Promise: time until a fault is repaired' }), locale),
  nothing: () => msg('no time is promised', { id: 'checkout.promise.nothing', desc: 'A service level without a promise' }),
  hours: (hours: string) => msg(str`We work on it: ${isolated(hours)}`, { id: 'checkout.promise.hours', desc: 'Service hours' }),
  more: (amount: string) => msg(str`${amount} a month`, { id: 'checkout.promise.more', desc: 'Price difference of a service level; with its sign' }),
  same: () => msg('as chosen now', { id: 'checkout.promise.same', desc: 'The service level that is chosen' }),
  noMore: () => msg('costs the same', { id: 'checkout.promise.no-more', desc: 'A service level without a price difference' }),
  breach: (credit: string, why: string) => msg(str`For example: if we break it, we pay you ${credit}. ${isolated(why)}`, { id: 'checkout.promise.breach', desc: 'What one breach pays; an amount and how it comes about' }),
};
