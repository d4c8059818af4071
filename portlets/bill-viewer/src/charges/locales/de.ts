import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.bill-total': 'Summe',
  'bill-viewer.charges': 'Posten',
  'bill-viewer.charge': 'Posten',
  'bill-viewer.amount': 'Betrag',
  'bill-viewer.quantity': 'Menge',
  'bill-viewer.whole-account': 'Für das ganze Konto',
  'bill-viewer.net': 'Vor Steuern',
  'bill-viewer.tax': str`${0} ${1}`,
  'bill-viewer.paid': 'Bisher bezahlt',
  'bill-viewer.kind.recurring': 'Monatlich',
  'bill-viewer.kind.usage': 'Nutzung',
  'bill-viewer.kind.one-off': 'Einmalig',
  'bill-viewer.kind.discount': 'Rabatt',
  'bill-viewer.kind.credit': 'Gutschrift',
  'bill-viewer.kind.penalty': 'Mahngebühr',
  'bill-viewer.kind.instalment': 'Rate',
};
