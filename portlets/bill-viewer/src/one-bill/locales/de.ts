import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.pdf': 'PDF herunterladen',
  'bill-viewer.pdf.running': 'Das PDF wird vorbereitet …',
  'bill-viewer.pdf.done': 'Das PDF liegt in Ihren Downloads.',
  'bill-viewer.pdf.failed': 'Das PDF konnte nicht erstellt werden. Versuchen Sie es noch einmal.',
  'bill-viewer.bill.heading': str`Rechnung ${0}`,
  'bill-viewer.to-pay': 'Zu zahlen',
  'bill-viewer.until': str`Fällig am ${0}`,
};
