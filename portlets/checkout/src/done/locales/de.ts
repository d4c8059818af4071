import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'checkout.done.thanks': str`Danke. Bestellung ${0} ist aufgegeben`,
  'checkout.done.heading': 'Ihre Bestellung',
  'checkout.done.next': 'Wie es weitergeht',
  'checkout.done.line': str`${0}: voraussichtlich am ${1}`,
  'checkout.done.line-later': str`${0}: den Tag sagen wir Ihnen noch`,
  'checkout.done.visit': str`Der Techniktermin ist ${0}.`,
  'checkout.done.paid': str`${0} sind bezahlt.`,
  'checkout.done.pay-now': str`${0} sind noch zu zahlen`,
  'checkout.done.pay-now.help': 'Ihre Bestellung steht. Gehen Sie zum Zahlungsdienst; was dort nicht bezahlt wird, steht auf Ihrer nächsten Rechnung.',
  'checkout.done.go-on': str`Weiter bei ${0}`,
  'checkout.done.processing': str`${0}: der Zahlungsdienst hat noch nicht gesagt, ob bezahlt ist. Sie müssen nichts tun.`,
  'checkout.done.not-paid': str`${0} wurden nicht bezahlt. Ihre Bestellung steht; der Betrag kommt mit der nächsten Rechnung.`,
  'checkout.done.pay-again': str`Jetzt ${0} zahlen`,
  'checkout.done.on-bill': 'Das steht inzwischen auf einer Rechnung oder ist nicht mehr offen. Hier ist nichts zu zahlen.',
  'checkout.done.beginning': 'Der Zahlungsdienst wird gefragt …',
  'checkout.done.follow': 'Bestellung verfolgen',
  'checkout.done.shop-on': 'Zurück zum Shop',
  'checkout.done.account': 'Konto anlegen',
  'checkout.done.account.help': 'Mit einem Konto verfolgen Sie diese Bestellung auf jedem Gerät. Wir senden einen Code an Ihre E-Mail-Adresse; Sie müssen nichts noch einmal eingeben.',
  'checkout.done.none': 'Hier ist keine Bestellung',
};
