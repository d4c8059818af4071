import type { Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.flow.as-table': 'عرض كجدول',
  'bill-viewer.flow.as-picture': 'عرض كرسم',
};
