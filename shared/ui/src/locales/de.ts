import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'ui.loading': 'Wird geladen …',
  'ui.reference': str`Referenz: ${0}`,
  'ui.copy': 'Referenz kopieren',
  'ui.copied': 'Kopiert',
  'ui.as-table': 'Als Tabelle zeigen',
  'ui.as-chart': 'Als Diagramm zeigen',
};
