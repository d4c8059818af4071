import { isolated, msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const said = {
  heading: () => msg('Where shall it go?', { id: 'checkout.place.heading', desc: 'Heading: the address of what is ordered' }),
  label: () => msg('Street, house number, town', { id: 'checkout.place.label', desc: 'Field: an address' }),
  hint: () => msg('Begin to type, then choose from the list.', { id: 'checkout.place.hint', desc: 'Under the field of the address' }),
  none: () => msg('We know no such address. Check the street and the number.', { id: 'checkout.place.none', desc: 'When nothing was found' }),
  found: () => msg('Choose your address:', { id: 'checkout.place.found', desc: 'Above the addresses that were found' }),
  meant: () => msg('Did you mean one of these?', { id: 'checkout.place.meant', desc: 'Above addresses that are nearly what was typed' }),
  whichFlat: (house: string) => msg(str`Which flat of ${isolated(house)}?`, { id: 'checkout.place.flat', desc: 'A house has flats; its address' }),
  goesTo: (line: string, place: string) => msg(str`${isolated(line)}: ${isolated(place)}`, { id: 'checkout.place.goes-to', desc: 'A line and its address' }),
  goesNowhere: (line: string) => msg(str`${isolated(line)}: address still missing`, { id: 'checkout.place.nowhere', desc: 'A line that has no address yet' }),
  another: () => msg('Give another address', { id: 'checkout.place.another', desc: 'Button' }),
  forWhich: () => msg('This address is for', { id: 'checkout.place.for-which', desc: 'Above the lines that go there' }),
  notNeeded: () => msg('Nothing in your cart needs an address.', { id: 'checkout.place.not-needed', desc: 'When no line needs an address' }),
};
