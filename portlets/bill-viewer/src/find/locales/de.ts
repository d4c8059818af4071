import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.found.heading': str`Posten mit „${0}“`,
  'bill-viewer.found.count': '{count, plural, one {# Posten} other {# Posten}}',
  'bill-viewer.found.newest': str`Die neuesten ${0} von ${1}. Mit mehr Wörtern finden Sie weniger.`,
  'bill-viewer.found.none': str`„${0}“ steht auf keinem Posten`,
  'bill-viewer.found.none.help': 'Versuchen Sie ein kürzeres Wort, oder zeigen Sie alle Konten und Jahre.',
  'bill-viewer.found.end': 'Zurück zu allen Rechnungen',
  'bill-viewer.found.lines': 'Gefundene Posten',
  'bill-viewer.found.line': 'Posten',
  'bill-viewer.found.amount': 'Mit Steuern',
  'bill-viewer.found.before-tax': 'Vor Steuern',
  'bill-viewer.found.more': '{count, plural, one {# weiteren Posten zeigen} other {# weitere Posten zeigen}}',
};
