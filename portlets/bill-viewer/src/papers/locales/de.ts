import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.pdf': 'PDF herunterladen',
  'bill-viewer.papers.others': 'In anderer Form',
  'bill-viewer.papers.page': 'Webseite (gut vorzulesen)',
  'bill-viewer.papers.csv': 'Tabelle (CSV)',
  'bill-viewer.papers.xml': 'E-Rechnung (XML)',
  'bill-viewer.papers.running': str`${0} wird vorbereitet …`,
  'bill-viewer.papers.progress': str`${0} von ${1} Rechnungen`,
  'bill-viewer.papers.done': str`${0}: liegt in Ihren Downloads.`,
  'bill-viewer.papers.failed': str`${0} konnte nicht erstellt werden. Versuchen Sie es noch einmal.`,
  'bill-viewer.papers.unfit': 'Aus dieser Rechnung lässt sich keine E-Rechnung machen. Nehmen Sie das PDF.',
  'bill-viewer.papers.heading': 'Unterlagen',
  'bill-viewer.papers.year': 'Alle Rechnungen von',
  'bill-viewer.papers.zip': 'Als eine Datei herunterladen (ZIP)',
  'bill-viewer.papers.stop': 'Abbrechen',
  'bill-viewer.papers.statement': 'Kontoauszug',
  'bill-viewer.papers.statement.help': 'Was zwischen zwei Tagen berechnet und bezahlt wurde und was offen ist: für Vermieter, Umzug oder Steuer.',
  'bill-viewer.papers.account': 'Konto',
  'bill-viewer.papers.from': 'Von',
  'bill-viewer.papers.to': 'Bis',
  'bill-viewer.papers.statement.pdf': 'Auszug herunterladen',
};
