import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'order-tracker.activation.esim': 'Ihre eSIM ist bereit',
  'order-tracker.activation.router': 'Ihr Router ist bereit',
  'order-tracker.activation.esim.help': 'Schalten Sie sie hier ein und scannen Sie dann den Code mit dem Telefon, das sie bekommt, oder tippen Sie ihn unter „eSIM hinzufügen“ ein.',
  'order-tracker.activation.router.help': 'Stecken Sie ihn ein, warten Sie auf sein Licht und schalten Sie dann hier den Anschluss ein.',
  'order-tracker.activation.start': 'Einschalten',
  'order-tracker.activation.running': 'Es wird eingeschaltet',
  'order-tracker.activation.by': str`Das dauert höchstens bis ${0}. Sie können diese Seite verlassen.`,
  'order-tracker.activation.active': 'Es funktioniert',
  'order-tracker.activation.failed': 'Es konnte nicht eingeschaltet werden',
  'order-tracker.activation.again': 'Noch einmal versuchen',
  'order-tracker.activation.help': 'Hilfe dazu holen',
  'order-tracker.activation.code': 'Code der eSIM',
  'order-tracker.activation.copy': 'Code kopieren',
  'order-tracker.activation.copied': 'Kopiert',
  'order-tracker.activation.copy-yourself': 'Wir dürfen hier nicht kopieren. Drücken Sie auf den Code und kopieren Sie ihn selbst.',
  'order-tracker.activation.picture': 'Code der eSIM als Bild zum Scannen',
};
