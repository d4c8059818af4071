import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'checkout.place.heading': 'Wohin soll es gehen?',
  'checkout.place.label': 'Straße, Hausnummer, Ort',
  'checkout.place.hint': 'Beginnen Sie zu tippen, dann wählen Sie aus der Liste.',
  'checkout.place.none': 'Diese Adresse kennen wir nicht. Prüfen Sie Straße und Hausnummer.',
  'checkout.place.found': 'Wählen Sie Ihre Adresse:',
  'checkout.place.meant': 'Meinen Sie eine davon?',
  'checkout.place.flat': str`Welche Wohnung in ${0}?`,
  'checkout.place.goes-to': str`${0}: ${1}`,
  'checkout.place.nowhere': str`${0}: Adresse fehlt noch`,
  'checkout.place.another': 'Andere Adresse angeben',
  'checkout.place.for-which': 'Diese Adresse gilt für',
  'checkout.place.not-needed': 'Nichts in Ihrem Warenkorb braucht eine Adresse.',
};
