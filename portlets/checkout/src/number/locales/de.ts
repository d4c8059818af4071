import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'checkout.number.heading': 'Welche Rufnummer?',
  'checkout.number.for-line': str`Für ${0}`,
  'checkout.number.held': str`${0} ist für Sie reserviert bis ${1}`,
  'checkout.number.moves': str`Ihre Nummer ${0} zieht um`,
  'checkout.number.other': 'Andere wählen',
  'checkout.number.free': 'Eine neue Nummer',
  'checkout.number.none': 'Im Moment ist keine Nummer frei. Sie bekommen eine mit der Bestellung.',
  'checkout.number.more': 'Andere Nummern zeigen',
  'checkout.number.take': 'Diese Nummer für mich reservieren',
  'checkout.number.choose': 'Wählen Sie zuerst eine Nummer.',
  'checkout.number.own': 'Eigene Nummer mitbringen',
  'checkout.number.own-number': 'Ihre Nummer',
  'checkout.number.own.hint': 'Etwa +49 30 123456. Der alte Vertrag muss auf Ihren Namen lauten; er endet, wenn die Nummer umzieht.',
  'checkout.number.wrong': 'Das ist keine Telefonnummer.',
  'checkout.number.provider': 'Bei wem ist sie jetzt? (freiwillig)',
  'checkout.number.on': 'Ab welchem Tag? (freiwillig)',
  'checkout.number.bring': 'Diese Nummer mitbringen',
  'checkout.number.not-needed': 'Nichts in Ihrem Warenkorb braucht eine Nummer.',
};
