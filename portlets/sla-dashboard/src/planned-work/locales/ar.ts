import type { Templates } from '@faceplate/localize';

export const templates: Templates = {
  'sla-dashboard.work.heading': 'أعمال مخططة',
  'sla-dashboard.work.none': 'لا أعمال مخططة على خدماتك.',
  'sla-dashboard.work.cannot': 'لا يمكننا الآن أن نقول ما هو مخطط.',
  'sla-dashboard.work.running': 'جارية',
  'sla-dashboard.work.services':
    '{count, plural, zero {لا شيء من خدماتك} one {خدمة واحدة من خدماتك} two {خدمتان من خدماتك} few {# خدمات من خدماتك} many {# خدمة من خدماتك} other {# خدمة من خدماتك}}',
  'sla-dashboard.work.calendar': 'إلى تقويمي',
  'sla-dashboard.work.csv': 'جميع الأشهر والفترات (CSV)',
  'sla-dashboard.work.failed': 'تعذر إنشاء الملف. حاول بعد لحظة.',
};
