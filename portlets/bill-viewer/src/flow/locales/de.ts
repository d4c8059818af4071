import type { Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.flow.as-table': 'Als Tabelle zeigen',
  'bill-viewer.flow.as-picture': 'Als Bild zeigen',
};
