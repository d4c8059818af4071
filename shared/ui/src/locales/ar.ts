import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'ui.loading': 'جارٍ التحميل…',
  'ui.reference': str`المرجع: ${0}`,
  'ui.copy': 'نسخ المرجع',
  'ui.copied': 'تم النسخ',
  'ui.as-table': 'عرض كجدول',
  'ui.as-chart': 'عرض كرسم بياني',
};
