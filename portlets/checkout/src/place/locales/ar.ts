import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'checkout.place.heading': 'إلى أين؟',
  'checkout.place.label': 'الشارع ورقم المنزل والمدينة',
  'checkout.place.hint': 'ابدأ بالكتابة ثم اختر من القائمة.',
  'checkout.place.none': 'لا نعرف هذا العنوان. تحقّق من الشارع والرقم.',
  'checkout.place.found': 'اختر عنوانك:',
  'checkout.place.meant': 'هل تقصد أحد هذه؟',
  'checkout.place.flat': str`أي شقة في ${0}؟`,
  'checkout.place.goes-to': str`${0}: ${1}`,
  'checkout.place.nowhere': str`${0}: العنوان ناقص`,
  'checkout.place.another': 'أدخل عنوانًا آخر',
  'checkout.place.for-which': 'هذا العنوان لـ',
  'checkout.place.not-needed': 'لا شيء في سلّتك يحتاج إلى عنوان.',
};
