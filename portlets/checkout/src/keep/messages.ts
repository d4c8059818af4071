import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const said = {
  keep: () => msg('Keep this cart under a name', { id: 'checkout.keep.keep', desc: 'Field: a name for the cart' }),
  keepHelp: () => msg('You begin a new, empty cart; this one waits for you below.', { id: 'checkout.keep.keep.help', desc: 'What happens when a cart is kept' }),
  keepNow: () => msg('Keep it', { id: 'checkout.keep.keep-now', desc: 'Button' }),
  nameMissing: () => msg('Give it a name first.', { id: 'checkout.keep.name-missing', desc: 'The name is empty' }),
  kept: () => msg('Carts you keep', { id: 'checkout.keep.kept', desc: 'Heading over kept carts' }),
  lines: (count: number, locale: string) => plural(count, msg('{count, plural, one {# line} other {# lines}}', { id: 'checkout.keep.lines', desc: 'How many lines a cart has' }), locale),
  until: (day: string) => msg(str`kept until ${day}`, { id: 'checkout.keep.until', desc: 'How long a cart is kept; a day' }),
  open: (name: string) => msg(str`Open ${isolated(name)}`, { id: 'checkout.keep.open', desc: 'Button: go on with a kept cart; its name' }),
  forget: (name: string) => msg(str`Remove ${isolated(name)}`, { id: 'checkout.keep.forget', desc: 'Button: give up a kept cart; its name' }),
  share: () => msg('Make a link to this cart', { id: 'checkout.keep.share', desc: 'Button' }),
  shareHelp: () => msg('Whoever has the link sees what is in the cart, not who you are, and can take it into a cart of their own.', { id: 'checkout.keep.share.help', desc: 'What the link shows' }),
  link: (day: string) => msg(str`The link works until ${day}:`, { id: 'checkout.keep.link', desc: 'Before the link; a day' }),
  copy: () => msg('Copy the link', { id: 'checkout.keep.copy', desc: 'Button' }),
  copied: () => msg('Copied', { id: 'checkout.keep.copied', desc: 'The link is in the clipboard' }),
  print: () => msg('Cart as a PDF', { id: 'checkout.keep.print', desc: 'Button: download' }),
  file: () => msg('cart', { id: 'checkout.keep.file', desc: 'Name of the file, without its ending' }),
  shared: () => msg('A cart somebody sent you', { id: 'checkout.keep.shared', desc: 'Heading' }),
  sharedHelp: () => msg('Prices as they are today. Nothing is ordered by looking.', { id: 'checkout.keep.shared.help', desc: 'About a shared cart' }),
  take: () => msg('Put this into my cart', { id: 'checkout.keep.take', desc: 'Button' }),
  noLink: () => msg('This link leads to no cart', { id: 'checkout.keep.no-link', desc: 'Heading when the link is wrong or too old' }),
  noLinkHelp: () => msg('It may be too old. Ask for a new one.', { id: 'checkout.keep.no-link.help', desc: 'What to do about it' }),
};
