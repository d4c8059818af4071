import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.bill.heading': str`Rechnung ${0}`,
  'bill-viewer.to-pay': 'Zu zahlen',
  'bill-viewer.until': str`Fällig am ${0}`,
  'bill-viewer.of-total': str`Von ${0}:`,
  'bill-viewer.part-paid': str`${0} bezahlt`,
  'bill-viewer.booked': 'So wurde sie bezahlt',
  'bill-viewer.part-credited': str`${0} gutgeschrieben`,
  'bill-viewer.part-held-back': str`${0} zurückgehalten, solange wir Ihren Einspruch prüfen`,
  'bill-viewer.what-for': 'Wofür',
  'bill-viewer.what-for-net': 'Wofür, vor Steuern',
  'bill-viewer.for-whole-account': 'Für das ganze Konto',
  'bill-viewer.first-bill': 'Das ist Ihre erste Rechnung auf diesem Konto, es gibt also keine zum Vergleichen.',
  'bill-viewer.change.same': str`Genauso viel wie im ${0}`,
  'bill-viewer.change.more': str`${0} mehr als im ${1}`,
  'bill-viewer.change.more-mostly': str`${0} mehr als im ${1}, vor allem ${2}`,
  'bill-viewer.change.less': str`${0} weniger als im ${1}`,
  'bill-viewer.change.less-mostly': str`${0} weniger als im ${1}, vor allem ${2}`,
  'bill-viewer.change.why': 'Warum ist das so?',
  'bill-viewer.change.none': 'Wir können sie gerade nicht mit der Rechnung davor vergleichen.',
  'bill-viewer.more-groups': '{count, plural, one {# weiteres} other {# weitere}}',
};
