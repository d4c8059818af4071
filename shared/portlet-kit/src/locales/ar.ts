import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'kit.error': 'تعذّر عرض هذا الجزء',
  'kit.error.help': 'حدث خطأ من جانبنا. حاول مرة أخرى، وإن استمر الأمر فتواصل معنا.',
  'kit.offline': 'لا يوجد اتصال',
  'kit.offline.help': 'لم نتمكن من الوصول إلى الخدمة. تحقق من اتصالك؛ لن يضيع أي شيء أدخلته.',
  'kit.signed-out': 'سجّل الدخول لرؤية هذا',
  'kit.sign-in': 'تسجيل الدخول',
  'kit.forbidden': 'لا يمكنك رؤية هذا',
  'kit.forbidden.help': 'يمكن لمن يدير هذا الحساب أن يمنحك صلاحية الوصول.',
  'kit.missing': 'لم نعثر على هذا',
  'kit.missing.help': 'ربما أُزيل، أو أن العنوان غير صحيح.',
  'kit.not-offered': 'هذا غير متاح هنا',
  'kit.not-offered.help': 'لا يمكن عرض هذا عبر الإنترنت هنا. تواصل معنا وسنساعدك.',
  'kit.stale': str`حتى ${0}`,
  'kit.stale.help': 'لا يمكننا الوصول إلى الخدمة الآن، وربما تغيّر شيء منذ ذلك الحين.',
  'kit.partial': 'جزء من البيانات مفقود',
  'kit.partial.help': str`لم نتمكن من قراءة كل شيء من: ${0}. أما الباقي فكامل.`,
  'kit.retry': 'حاول مرة أخرى',
};
