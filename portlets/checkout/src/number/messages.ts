import { isolated, msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const said = {
  heading: () => msg('Which phone number?', { id: 'checkout.number.heading', desc: 'Heading: choose a number' }),
  forLine: (line: string) => msg(str`For ${isolated(line)}`, { id: 'checkout.number.for-line', desc: 'The line the number is for' }),
  held: (number: string, time: string) => msg(str`${isolated(number)} is kept for you until ${time}`, { id: 'checkout.number.held', desc: 'A number is held; a time' }),
  moves: (number: string) => msg(str`Your number ${isolated(number)} moves over`, { id: 'checkout.number.moves', desc: 'A number is ported' }),
  other: () => msg('Choose another', { id: 'checkout.number.other', desc: 'Button' }),
  free: () => msg('A new number', { id: 'checkout.number.free', desc: 'Heading over free numbers' }),
  none: () => msg('No number is free at the moment. We give you one with the order.', { id: 'checkout.number.none', desc: 'When no number is free' }),
  more: () => msg('Show other numbers', { id: 'checkout.number.more', desc: 'Button: other free numbers' }),
  take: () => msg('Keep this number for me', { id: 'checkout.number.take', desc: 'Button: hold the chosen number' }),
  choose: () => msg('Choose a number first.', { id: 'checkout.number.choose', desc: 'When none was chosen' }),
  own: () => msg('Bring my own number', { id: 'checkout.number.own', desc: 'Heading: port a number' }),
  ownNumber: () => msg('Your number', { id: 'checkout.number.own-number', desc: 'Field: the number that moves over' }),
  ownHint: () => msg('Like +49 30 123456. Your old contract must be in your name; it ends when the number moves.', { id: 'checkout.number.own.hint', desc: 'Under the field of the number' }),
  wrong: () => msg('This is no phone number.', { id: 'checkout.number.wrong', desc: 'The number that was typed is none' }),
  provider: () => msg('Who is it with now? (optional)', { id: 'checkout.number.provider', desc: 'Field: the old provider' }),
  on: () => msg('From which day? (optional)', { id: 'checkout.number.on', desc: 'Field: day the number shall move' }),
  bring: () => msg('Bring this number', { id: 'checkout.number.bring', desc: 'Button: port the number' }),
  notNeeded: () => msg('Nothing in your cart needs a number.', { id: 'checkout.number.not-needed', desc: 'When no line needs a number' }),
};
