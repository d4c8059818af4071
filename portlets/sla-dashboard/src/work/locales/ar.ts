import type { Templates } from '@faceplate/localize';

export const templates: Templates = {
  'sla-dashboard.work.heading': 'أعمال مخططة',
  'sla-dashboard.work.none': 'لا أعمال مخططة على خدماتك.',
  'sla-dashboard.work.cannot': 'لا يمكننا الآن أن نقول ما هو مخطط.',
  'sla-dashboard.work.running': 'جارية',
  'sla-dashboard.work.calendar': 'إلى تقويمي',
  'sla-dashboard.work.csv': 'جميع الأشهر والفترات (CSV)',
  'sla-dashboard.work.failed': 'تعذر إنشاء الملف. حاول بعد لحظة.',
};
