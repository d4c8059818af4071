import type { Templates } from '@faceplate/localize';

export const templates: Templates = {
  'sla-dashboard.work.heading': 'Geplante Arbeiten',
  'sla-dashboard.work.none': 'An Ihren Diensten sind keine Arbeiten geplant.',
  'sla-dashboard.work.cannot': 'Wir können gerade nicht sagen, was geplant ist.',
  'sla-dashboard.work.running': 'Im Gange',
  'sla-dashboard.work.services': '{count, plural, one {Einer Ihrer Dienste} other {# Ihrer Dienste}}',
  'sla-dashboard.work.calendar': 'In meinen Kalender',
  'sla-dashboard.work.csv': 'Alle Monate und Zeiträume (CSV)',
  'sla-dashboard.work.failed': 'Die Datei konnte nicht erstellt werden. Versuchen Sie es gleich noch einmal.',
};
