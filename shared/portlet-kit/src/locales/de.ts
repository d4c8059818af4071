import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'kit.error': 'Das konnte nicht angezeigt werden',
  'kit.error.help': 'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es dabei, melden Sie sich bei uns.',
  'kit.offline': 'Keine Verbindung',
  'kit.offline.help': 'Wir konnten den Dienst nicht erreichen. Prüfen Sie Ihre Verbindung; Ihre Eingaben gehen nicht verloren.',
  'kit.signed-out': 'Melden Sie sich an, um das zu sehen',
  'kit.sign-in': 'Anmelden',
  'kit.forbidden': 'Das dürfen Sie nicht sehen',
  'kit.forbidden.help': 'Wer dieses Konto verwaltet, kann Ihnen den Zugang geben.',
  'kit.missing': 'Das finden wir nicht',
  'kit.missing.help': 'Vielleicht wurde es entfernt, oder die Adresse stimmt nicht.',
  'kit.not-offered': 'Das gibt es hier nicht',
  'kit.not-offered.help': 'Online lässt sich das hier nicht ansehen. Melden Sie sich bei uns, wir helfen Ihnen.',
  'kit.stale': str`Stand: ${0}`,
  'kit.stale.help': 'Wir erreichen den Dienst gerade nicht; seither kann sich etwas geändert haben.',
  'kit.partial': 'Ein Teil fehlt',
  'kit.partial.help': str`Wir konnten nicht alles lesen von: ${0}. Der Rest ist vollständig.`,
  'kit.retry': 'Noch einmal versuchen',
};
