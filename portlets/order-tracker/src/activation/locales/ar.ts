import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'order-tracker.activation.esim': 'شريحتك الإلكترونية جاهزة',
  'order-tracker.activation.router': 'جهاز التوجيه جاهز',
  'order-tracker.activation.esim.help': 'شغّلها هنا ثم امسح الرمز بالهاتف الذي سيستعملها، أو اكتبه تحت «إضافة eSIM».',
  'order-tracker.activation.router.help': 'وصّله بالكهرباء وانتظر ضوءه ثم شغّل الخط هنا.',
  'order-tracker.activation.start': 'شغّل',
  'order-tracker.activation.running': 'جارٍ التشغيل',
  'order-tracker.activation.by': str`يستغرق هذا حتى ${0} على الأكثر. يمكنك مغادرة هذه الصفحة.`,
  'order-tracker.activation.active': 'إنه يعمل',
  'order-tracker.activation.failed': 'تعذر التشغيل',
  'order-tracker.activation.again': 'حاول مرة أخرى',
  'order-tracker.activation.help': 'اطلب المساعدة',
  'order-tracker.activation.code': 'رمز الشريحة الإلكترونية',
  'order-tracker.activation.copy': 'انسخ الرمز',
  'order-tracker.activation.copied': 'نُسخ',
  'order-tracker.activation.copy-yourself': 'لا يمكننا النسخ هنا. اضغط على الرمز وانسخه بنفسك.',
  'order-tracker.activation.picture': 'رمز الشريحة الإلكترونية صورة للمسح',
};
